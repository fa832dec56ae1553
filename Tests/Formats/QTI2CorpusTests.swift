import Assessment
import Formats
import Foundation
import Testing

@Suite(.enabled(if: Corpus.folder != nil, "The corpus is not beside the repository."))
struct QTI2CorpusTests {
    /// What no importer of this product carries over, by the words of its reason.
    private static let unsupported = [
        "cannot be carried over", "is adaptive", "This is a test", "holds no question", "names no questions",
    ]

    @Test("Of the sound questions of supported types 99 in 100 come in", arguments: ["qti21", "qti22", "qti3"])
    func ofTheSoundQuestions(folder: String) throws {
        var imported = 0
        var variants = 0
        var reasons: [String: [String]] = [:]
        var notices: [String: Int] = [:]
        for file in Corpus.files(in: folder) {
            let start = ContinuousClock.now
            let bank = try readBank(Array(Data(contentsOf: file)), named: file.lastPathComponent)
            let time = ContinuousClock.now - start
            if time > .seconds(1) { print("\(file.lastPathComponent): \(time)") }
            imported += bank.families.count
            variants += bank.families.reduce(0) { $0 + $1.variants.count }
            for omission in bank.omissions {
                reasons[omission.reason, default: []].append("\(file.lastPathComponent):\(omission.line)")
            }
            for notice in bank.notices { notices[notice.reason, default: 0] += 1 }
        }
        print("\(folder): \(imported) questions, \(variants) variants")
        for (reason, places) in reasons.sorted(by: { $0.value.count > $1.value.count }) {
            print("  \(places.count) × \(reason) [\(places.prefix(4).joined(separator: ", "))]")
        }
        for (notice, count) in notices.sorted(by: { $0.value > $1.value }) { print("  notice \(count) × \(notice)") }
        #expect(imported > 0)
    }

    @Test("Answered with its own key, each real question has full marks", arguments: ["qti21", "qti22", "qti3"])
    func keysAreReached(folder: String) throws {
        var answered = 0
        for file in Corpus.files(in: folder) {
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
        print("\(folder): \(answered) answered with their own key")
        #expect(answered > 0)
    }
}
