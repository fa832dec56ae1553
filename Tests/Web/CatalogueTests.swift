import Foundation
import Testing

@testable import Web

/// Each visible string is in the catalogue, and nothing in the catalogue is unused.
@Suite struct CatalogueTests {
    private static let sources = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Sources/Web")

    private func code() throws -> String {
        let files = FileManager.default.enumerator(at: Self.sources, includingPropertiesForKeys: nil)
        let paths = (files?.allObjects as? [URL] ?? []).filter { $0.pathExtension == "swift" }
        return try paths.map { try String(contentsOf: $0, encoding: .utf8) }.joined(separator: "\n")
    }

    private func texts(_ language: String) throws -> [String: String] {
        let path = Self.sources.appending(path: "Languages/\(language).json")
        return try JSONDecoder().decode([String: String].self, from: Data(contentsOf: path))
    }

    /// Keys as the code writes them; `…` stands for what is put in at run time.
    private func keys() throws -> Set<String> {
        let literals = try code().matches(of: /"((?:[a-z_0-9]|\\\([^)]*\))+(?:\.(?:[a-z_0-9]|\\\([^)]*\))+)+)"/)
            .map { String($0.1) }.filter { !$0.hasSuffix(".svg") && !$0.hasSuffix(".css") && !$0.hasSuffix(".js") }
        return Set(literals.map { $0.replacing(/\\\([^)]*\)/, with: "…") })
    }

    @Test("every key in the code has a text") func complete() throws {
        let texts = try texts("en")
        let prefixes = Set(texts.keys.compactMap { $0.split(separator: ".").first.map(String.init) })
        for key in try keys() where prefixes.contains(String(key.prefix { $0 != "." })) {
            let isThere = texts.keys.contains { Self.matches($0, key) }
            #expect(isThere, "\(key)")
        }
    }

    @Test("every text is used") func used() throws {
        let keys = try keys()
        for key in try texts("en").keys { #expect(keys.contains { Self.matches(key, $0) }, "\(key)") }
    }

    @Test("every language has the keys and the placeholders of English") func languages() throws {
        let english = try texts("en")
        let names = try FileManager.default.contentsOfDirectory(atPath: Self.sources.path + "/Languages")
        for name in names where name.hasSuffix(".json") {
            let other = try texts(String(name.dropLast(5)))
            #expect(Set(other.keys) == Set(english.keys), "\(name)")
            for (key, text) in other {
                #expect(Self.placeholders(text) == Self.placeholders(english[key] ?? ""), "\(name) \(key)")
            }
        }
    }

    @Test(
        "the browser's wish decides, in its order",
        arguments: [
            (nil, "en"), ("", "en"), ("xx", "en"), ("en-GB,en;q=0.9", "en"), ("xx;q=1, en;q=0.5", "en"),
        ])
    func preferred(_ header: String?, _ language: String) throws {
        let languages = try Languages(folder: Self.sources.path + "/Languages")
        #expect(languages.preferred(header).language == language)
    }

    /// A key of the code, with what is put in at run time, against a key of the catalogue; a plural has two.
    private static func matches(_ text: String, _ key: String) -> Bool {
        let stems = [
            text,
            text.hasSuffix(".one") || text.hasSuffix(".other")
                ? text.split(separator: ".").dropLast().joined(separator: ".") : text,
        ]
        let parts = key.split(separator: ".")
        return stems.contains { stem in
            let found = stem.split(separator: ".")
            return found.count == parts.count
                && zip(found, parts).allSatisfy { word, part in
                    // What is put in at run time stands for anything between what is written before and after it.
                    let ends = part.split(separator: "…", omittingEmptySubsequences: false)
                    return ends.count == 1
                        ? word == part : word.hasPrefix(ends[0]) && word.hasSuffix(ends[ends.count - 1])
                }
        }
    }

    private static func placeholders(_ text: String) -> Set<String> {
        Set(text.matches(of: /\{[a-z]+\}/).map { String($0.0) })
    }
}
