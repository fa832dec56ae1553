import Assessment
import Formats
import Foundation
import Testing

@Suite(.enabled(if: Corpus.folder != nil, "The corpus is not beside the repository."))
struct QTI2CorpusTests {
    /// Reasons of which another file, or an item model with points on pictures and several attempts, would be the cure; and of
    /// questions that nobody could answer rightly.
    private static let excused = [
        "cannot be carried over. Ask", "is adaptive", "This is a test", "holds no question", "names no questions",
        "has no key", "names no right answer", "fits none of its options", "Any text earns full marks", "has no text",
        "is not here", "has no itemBody", "fewer than two options", "which is not a standard template",
    ]

    @Test("Of the sound questions of supported types 99 in 100 come in", arguments: ["qti21", "qti22", "qti3"])
    func ofTheSoundQuestions(folder: String) throws {
        var imported = 0
        var missed = 0
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
                if !Self.excused.contains(where: { omission.reason.contains($0) }) { missed += 1 }
                reasons[omission.reason, default: []].append("\(file.lastPathComponent):\(omission.line)")
            }
            for notice in bank.notices { notices[notice.reason, default: 0] += 1 }
        }
        print("\(folder): \(imported) of \(imported + missed) sound questions, \(variants) variants")
        for (reason, places) in reasons.sorted(by: { $0.value.count > $1.value.count }) {
            print("  \(places.count) × \(reason) [\(places.prefix(20).joined(separator: ", "))]")
        }
        for (notice, count) in notices.sorted(by: { $0.value > $1.value }) { print("  notice \(count) × \(notice)") }
        #expect(imported > 0)
        #expect(imported * 100 >= (imported + missed) * 99)
    }

    @Test("A wrong answer to a real question has less than full marks", arguments: ["qti21", "qti22", "qti3"])
    func wrongAnswers(folder: String) throws {
        var answered = 0
        for file in Corpus.files(in: folder) {
            let bank = try readBank(Array(Data(contentsOf: file)), named: file.lastPathComponent)
            for family in bank.families {
                for item in family.variants.map(\.item) {
                    guard let right = item.rightResponse else { continue }
                    #expect(item.mark(wrong(right)).fraction < 1, "\(file.lastPathComponent): \(family.title)")
                    answered += 1
                }
            }
        }
        print("\(folder): \(answered) answered wrongly")
        #expect(answered > 0)
    }

    /// An answer that differs in every place.
    private func wrong(_ right: Response) -> Response {
        switch right {
        case .empty: .empty
        case .choices(let chosen): .choices(chosen.map { $0 + 1_000 })
        case .text(let text): .text("qqq" + text.filter { !$0.isNumber } + "qqq")
        case .places(let places): .places(places.map { _ in nil })
        case .parts(let parts): .parts(parts.map(wrong))
        }
    }
}
