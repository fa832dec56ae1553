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
    /// Folders, the share of all their questions that comes in, in percent, at least, and the share of those that are sound and of a type
    /// that can be carried. In `qti21` two are such and do not come in: two sliders with one right sum, and numbers by their digits.
    private static let folders: [(folder: String, percent: Int, ofSound: Int)] = [
        ("gift", 99, 99), ("moodlexml", 89, 99), ("qti12", 92, 99), ("qti21", 54, 98), ("qti22", 60, 99),
        ("qti3", 70, 99), ("qti-packages", 99, 99), ("brightspace-csv", 99, 99), ("aiken", 50, 99), ("numbas", 35, 99),
    ]

    /// What the reasons say of questions that nobody could carry over: there is no telling what is right, a part of them is not there,
    /// or they need a program that is not here.
    private static let unfit = [
        // No key, or none that is right.
        "has no key", "No answer is right", "No option is right", "No choice is right", "Any text earns full marks",
        "key fits none of its options", "has no answer. Write ANSWER",
        // Broken, or nothing to answer.
        "has no itemBody", "fewer than two options", "needs at least two options", "holds no question", "has no parts",
        "cannot be read at “",
        // In another file.
        "is not here", "are not here", "holds no values",
        // Another program's: adaptive, drawn by Moodle, plug-ins, algebra, drawing, pointing by the pixel, an Aiken that is none.
        "is adaptive", "draws others at random", "need a plug-in", "customOperator", "A formula is asked for",
        "A complex number is needed", "JSXGraph", "positionObjectInteraction", "selectPointInteraction",
        "mediaInteraction", "A place on a picture is asked for", "cannot be read from Aiken",
        // Not in QTI's standard, as operators or as rules of response processing.
        "operator isNotNull", "operator notEqual", "operator mapOutcome", "rule setDefaultValue",
    ]

    @Test("the questions of real banks come in, the rest is accounted for, and each has a key", arguments: folders)
    func banks(_ folder: String, _ percent: Int, _ ofSound: Int) async throws {
        var found = 0
        var imported = 0
        var reasons: [String: Int] = [:]
        var answered = 0
        for file in Corpus.files(in: folder) {
            // A file takes seconds in a debug build: whoever else waits for this thread comes first.
            await Task.yield()
            let bank: BankImport
            do {
                bank = try readBank(Array(Data(contentsOf: file)), named: file.lastPathComponent)
            } catch {
                reasons["no bank: \(error)", default: 0] += 1
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
        let unfit = reasons.filter { reason in
            !reason.key.hasPrefix("no bank: ") && Self.unfit.contains { reason.key.contains($0) }
        }.values.reduce(0, +)
        let sound = found - unfit
        let share = (Double(imported) * 1000 / Double(max(1, sound))).rounded() / 10
        print("\(folder): \(imported) of \(found), \(answered) variants answered with their own key")
        print("\(folder): \(imported) of \(sound) that are sound and of a type that can be carried: \(share) %")
        for (reason, count) in reasons.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) {
            print("  \(count) × \(reason)")
        }
        #expect(answered > 0)
        #expect(imported * 100 >= found * percent)
        #expect(imported * 100 >= sound * ofSound)
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
