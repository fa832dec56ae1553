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
        ("gift", 99), ("moodlexml", 85), ("qti21", 54), ("qti22", 60), ("qti3", 69), ("qti12", 92),
        ("qti-packages", 70), ("brightspace-csv", 99), ("aiken", 50),
        ("numbas", 7),
    ]

    @Test("the questions of real banks come in, and the rest is accounted for", arguments: folders)
    func shares(_ folder: String, _ percent: Int) throws {
        var found = 0
        var imported = 0
        var reasons: [String: Int] = [:]
        for file in Corpus.files(in: folder) {
            let bytes = Array(try Data(contentsOf: file))
            guard let bank = try? readBank(bytes, named: file.lastPathComponent) else {
                reasons["a file that cannot be read: \(file.lastPathComponent)", default: 0] += 1
                continue
            }
            found += bank.questionsFound
            imported += bank.families.count
            for omission in bank.omissions { reasons[omission.reason, default: 0] += 1 }
        }
        print("\(folder): \(imported) of \(found)")
        for (reason, count) in reasons.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) {
            print("  \(count) × \(reason)")
        }
        #expect(found > 0)
        #expect(imported * 100 >= found * percent)
    }

    @Test(
        "answered with its own key, each real question has full marks; with nothing, none",
        arguments: folders.map(\.folder))
    func keysAreReached(_ folder: String) throws {
        var answered = 0
        for file in Corpus.files(in: folder) {
            let bytes = Array(try Data(contentsOf: file))
            guard let bank = try? readBank(bytes, named: file.lastPathComponent) else { continue }
            for family in bank.families {
                for item in family.variants.map(\.item) {
                    #expect(item.mark(.empty).fraction == 0)
                    guard let right = item.rightResponse else { continue }
                    let mark = item.mark(item.response(right.encoded))
                    #expect(mark.fraction == 1, "\(file.lastPathComponent): \(family.title): \(right)")
                    answered += 1
                }
            }
        }
        print("\(folder): answered with their own key: \(answered)")
        #expect(answered > 0)
    }
}
