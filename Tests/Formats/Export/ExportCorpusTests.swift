import Assessment
import Formats
import Foundation
import Testing

/// Questions of real banks through each format and back: the same key, and marks no better for a wrong answer.
@Suite(.enabled(if: Corpus.folder != nil, "The corpus is not beside the repository."))
struct ExportCorpusTests {
    /// The share of the questions that a format carries, in percent, at least.
    /// Of the Moodle questions, eleven are scored as only a plug-in can, and the core types cannot say it.
    @Test(
        "what goes out marks as before when it comes in again",
        arguments: [
            ("gift", BankFormat.gift, 99), ("gift", .moodleXML, 99), ("gift", .brightspaceCSV, 90),
            ("moodlexml", .gift, 79), ("moodlexml", .moodleXML, 97), ("moodlexml", .brightspaceCSV, 69),
        ])
    func roundTrip(_ folder: String, _ format: BankFormat, _ percent: Int) async throws {
        var (sent, carried, answered) = (0, 0, 0)
        var reasons: [String: Int] = [:]
        for file in Corpus.files(in: folder) {
            guard let bank = try? readBank(Array(Data(contentsOf: file)), named: file.lastPathComponent) else {
                continue
            }
            let media = Dictionary(bank.media.map { ($0.name, $0.bytes) }) { one, _ in one }
            for family in bank.families {
                await Task.yield()
                for item in family.variants.prefix(2).map(\.item) {
                    sent += 1
                    let question = Family(title: family.title, category: family.category, item: item)
                    let exported = exportBank([question], as: format) { media[$0] }
                    if let omission = exported.omissions.first {
                        let reason = omission.reason.dropFirst(family.title.count + 2)
                        reasons[String(reason), default: 0] += 1
                        continue
                    }
                    let again = try readBank(exported.bytes, named: "again.\(format.ending)")
                    guard again.omissions == [], again.families.count == 1 else {
                        Issue.record("\(file.lastPathComponent), \(family.title): \(again.omissions)")
                        continue
                    }
                    carried += 1
                    let came = again.families[0].variants[0].item
                    answered += compare(
                        came, item, told: exported.notices, "\(file.lastPathComponent), \(family.title)")
                }
            }
        }
        print("\(folder) as \(format.name): \(carried) of \(sent) carried, \(answered) answered")
        for (reason, count) in reasons.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) {
            print("  \(count) × \(reason)")
        }
        #expect(answered > 0 && carried * 100 >= sent * percent)
    }

    /// 1 where there is a key to answer with.
    private func compare(_ came: Item, _ item: Item, told notices: [Omission], _ name: String) -> Int {
        #expect(came.stem.plain == item.stem.plain, "\(name)")
        guard item.rightResponse != nil else { return 0 }
        #expect(came.keyText == item.keyText, "\(name)")
        let right = came.rightResponse.map { came.mark(came.response($0.encoded)) }
        #expect(right?.isFull == true, "\(name): \(came)")
        guard let wrong = item.wrongResponse, let same = came.wrongResponse else { return 1 }
        let (before, after) = (item.mark(wrong).fraction, came.mark(same).fraction)
        #expect(after < 1 && (!notices.isEmpty || abs(before - after) < 0.005), "\(name): \(before) was, \(after) is")
        return 1
    }
}
