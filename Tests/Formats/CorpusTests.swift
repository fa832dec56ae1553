import Assessment
import Formats
import Foundation
import Testing

/// Real banks and rosters that the project did not write. They lie beside the repository, or where GONGBOX_CORPUS says.
enum Corpus {
    static let folder: URL? = {
        let beside = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("shared/corpus")
        let folder = ProcessInfo.processInfo.environment["GONGBOX_CORPUS"].map { URL(fileURLWithPath: $0) } ?? beside
        return FileManager.default.fileExists(atPath: folder.path) ? folder : nil
    }()

    static func files(in name: String) -> [URL] {
        guard let folder = folder?.appendingPathComponent(name) else { return [] }
        let found = try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        return (found ?? []).sorted { $0.path < $1.path }
    }
}

@Suite(.enabled(if: Corpus.folder != nil, "The corpus is not beside the repository."))
struct CorpusTests {
    /// Folders, and the share of their questions that comes in, in percent, at least. The rest is named with its reason: types
    /// that need a plug-in, questions without a key, files that are broken.
    private static let folders: [(folder: String, percent: Int)] = [
        ("gift", 99), ("moodlexml", 85), ("qti12", 92), ("qti21", 54), ("qti22", 60), ("qti3", 69),
        ("qti-packages", 80),
        ("brightspace-csv", 99), ("aiken", 50), ("numbas", 7),
    ]

    @Test("the questions of real banks come in, the rest is accounted for, and each has a key", arguments: folders)
    func banks(_ folder: String, _ percent: Int) async throws {
        var found = 0
        var imported = 0
        var reasons: [String: Int] = [:]
        var answered = 0
        for file in Corpus.files(in: folder) {
            // A file takes seconds in a debug build: whoever else waits for this thread comes first.
            await Task.yield()
            guard let bank = try? readBank(Array(Data(contentsOf: file)), named: file.lastPathComponent) else {
                reasons["a file that cannot be read: \(file.lastPathComponent)", default: 0] += 1
                continue
            }
            found += bank.questionsFound
            imported += bank.families.count
            for omission in bank.omissions { reasons[omission.reason, default: 0] += 1 }
            for family in bank.families {
                for item in family.variants.map(\.item)
                where isAnswered(item, "\(file.lastPathComponent): \(family.title)") {
                    answered += 1
                }
            }
        }
        print("\(folder): \(imported) of \(found), \(answered) variants answered with their own key")
        for (reason, count) in reasons.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) {
            print("  \(count) × \(reason)")
        }
        #expect(answered > 0)
        #expect(imported * 100 >= found * percent)
    }

    /// Full marks for its own key, less for a wrong answer, none for nothing; false where only a person can tell.
    private func isAnswered(_ item: Item, _ name: String) -> Bool {
        #expect(item.mark(.empty).fraction == 0)
        guard let right = item.rightResponse else { return false }
        let mark = item.mark(item.response(right.encoded))
        #expect(mark.isFull, "\(name): \(right)")
        if let wrong = item.wrongResponse { #expect(!item.mark(wrong).isFull, "\(name): \(wrong)") }
        return true
    }
}
