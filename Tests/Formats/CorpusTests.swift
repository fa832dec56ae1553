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
    @Test("Of the questions in real GIFT files 99 in 100 come in") func ofTheQuestionsInRealGiftFiles() throws {
        var found = 0
        var imported = 0
        for file in Corpus.files(in: "gift") {
            let bank = try readBank(Array(Data(contentsOf: file)), named: file.lastPathComponent)
            print("\(file.lastPathComponent): \(bank.families.count) of \(bank.questionsFound)")
            for omission in bank.omissions { print("  \(omission.line): \(omission.reason)") }
            found += bank.questionsFound
            imported += bank.families.count
        }
        print("All: \(imported) of \(found)")
        #expect(found > 0)
        #expect(imported * 100 >= found * 99)
    }

    @Test("Answered with its own key, each real question has full marks; with nothing, none")
    func keysAreReached() throws {
        var answered = 0
        for file in Corpus.files(in: "gift") {
            let bank = try readBank(Array(Data(contentsOf: file)), named: file.lastPathComponent)
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
        print("Answered with their own key: \(answered)")
        #expect(answered > 0)
    }
}
