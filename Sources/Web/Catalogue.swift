#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The visible strings of one language: `Languages/en.json` and its sisters. `{name}` stands for a value.
public struct Catalogue: Sendable {
    /// A BCP 47 language tag.
    public let language: String
    private let templates: [String: Template]

    /// What is missing in `texts` is taken from `fallback`: English.
    public init(language: String, texts: [String: String], fallback: [String: String] = [:]) {
        self.language = language
        templates = fallback.merging(texts) { _, own in own }.mapValues(Template.init)
    }

    /// A key without a text shows itself, so that a gap is seen and nothing fails.
    func callAsFunction(_ key: String, _ values: KeyValuePairs<String, String> = [:]) -> String {
        templates[key]?.filled(values) ?? key
    }

    /// A key that depends on a number: `key.one` for 1, otherwise `key.other`; `{count}` is the number.
    func callAsFunction(_ key: String, count: Int) -> String {
        self(count == 1 ? "\(key).one" : "\(key).other", ["count": String(count)])
    }
}

/// A text cut at its placeholders once, so that filling them in costs a few appends.
private struct Template: Sendable {
    /// What stands before the first placeholder; the whole text where there is none.
    private let start: String
    private let rest: [(name: String, text: String)]

    init(_ text: String) {
        var pieces = text.split(separator: "{", omittingEmptySubsequences: false)
        start = String(pieces.removeFirst())
        rest = pieces.map { piece in
            let parts = piece.split(separator: "}", maxSplits: 1, omittingEmptySubsequences: false)
            return (String(parts[0]), parts.count == 2 ? String(parts[1]) : "")
        }
    }

    func filled(_ values: KeyValuePairs<String, String>) -> String {
        var text = start
        for (name, following) in rest {
            text += values.first { $0.key == name }?.value ?? "{\(name)}"
            text += following
        }
        return text
    }
}

/// All languages that the box has.
public struct Languages: Sendable {
    private let catalogues: [Catalogue]

    /// Reads every `.json` in the folder; English must be there.
    public init(folder: String) throws {
        let english = try Self.texts(folder + "/en.json")
        var catalogues = [Catalogue(language: "en", texts: english)]
        for name in try FileManager.default.contentsOfDirectory(atPath: folder).sorted() {
            guard name.hasSuffix(".json"), name != "en.json" else { continue }
            catalogues.append(
                Catalogue(
                    language: String(name.dropLast(5)), texts: try Self.texts("\(folder)/\(name)"), fallback: english))
        }
        self.catalogues = catalogues
    }

    private static func texts(_ path: String) throws -> [String: String] {
        try JSONDecoder().decode([String: String].self, from: Data(contentsOf: URL(filePath: path)))
    }

    /// The first language that the browser asks for (RFC 9110, `Accept-Language`) and the box has, or English.
    func preferred(_ header: String?) -> Catalogue {
        for wish in (header ?? "").split(separator: ",") {
            let tag = wish.prefix { $0 != ";" }.filter { $0 != " " }.lowercased()
            let primary = tag.prefix { $0 != "-" }
            if let known = catalogues.first(where: { $0.language == tag || $0.language == primary }) { return known }
        }
        return catalogues[0]
    }
}
