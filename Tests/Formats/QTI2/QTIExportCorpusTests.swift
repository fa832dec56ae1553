import Assessment
import Foundation
import Testing

@testable import Formats

@Suite(.enabled(if: Corpus.folder != nil, "The corpus is not beside the repository."))
struct QTIExportCorpusTests {
    /// Folders, how many of their files are skipped for each that is read, and the share of questions that QTI carries, in
    /// percent, at least.
    private static let folders: [(folder: String, step: Int, percent: Int)] = [
        ("gift", 1, 99), ("moodlexml", 1, 96), ("qti21", 1, 83), ("qti-packages", 5, 95),
    ]

    @Test("Questions of real banks go out as QTI and come in again, and are marked the same", arguments: folders)
    func roundTrip(_ folder: String, _ step: Int, _ percent: Int) async throws {
        var tally = Tally()
        for (place, file) in Corpus.files(in: folder).enumerated() where place % step == 0 {
            await Task.yield()
            guard let bank = try? readBank(Array(Data(contentsOf: file)), named: file.lastPathComponent) else {
                continue
            }
            for family in bank.families {
                // Variants of one family are written alike: a few of them tell.
                var family = family
                family.variants = Array(family.variants.prefix(3))
                let exported = exportBank([family], as: .qti21) { name in
                    bank.media.first { $0.name == name }?.bytes
                }
                tally.take(family, exported, "\(file.lastPathComponent): \(family.title)")
            }
        }
        print(
            "\(folder): \(tally.carried) of \(tally.found) questions went out as QTI and came in again, \(tally.compared) compared"
        )
        for (reason, count) in tally.reasons.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) {
            print("  \(count) × \(reason)")
        }
        #expect(tally.compared > tally.carried / 2)
        #expect(tally.carried * 100 >= tally.found * percent)
    }

    private struct Tally {
        var found = 0
        var carried = 0
        var compared = 0
        var reasons: [String: Int] = [:]

        mutating func take(_ family: Family, _ exported: ExportedBank, _ name: String) {
            found += family.variants.count
            for omission in exported.omissions {
                let start = family.variants.count > 1 ? family.title.count + 4 : family.title.count + 2
                reasons[String(omission.reason.dropFirst(start)), default: 0] += 1
            }
            guard exported.omissions.count < family.variants.count else { return }
            guard let back = try? readBank(exported.bytes, named: "x.zip") else {
                Issue.record("Nothing came back: \(name)")
                return
            }
            for omission in back.omissions { reasons["NOT READ BACK: \(omission.reason)", default: 0] += 1 }
            for omission in back.omissions { print("    \(name): \(omission.reason)") }
            carried += back.families.count
            guard exported.omissions.isEmpty, back.omissions.isEmpty, back.families.count == family.variants.count
            else { return }
            for (variant, came) in zip(family.variants, back.families) {
                compare(variant.item, came.variants[0].item, name)
            }
        }

        private mutating func compare(_ item: Item, _ came: Item, _ name: String) {
            for probe in QTIProbes.of(item.interaction).prefix(40) {
                let probe = item.response(probe.encoded)
                let (written, answer) = QTIProbes.reordered(item, probe)
                guard let same = QTIProbes.translated(answer, from: written, to: came.interaction) else {
                    reasons["(came as another kind, not compared)", default: 0] += 1
                    return
                }
                let (one, other) = (item.mark(probe).fraction, came.mark(same).fraction)
                if abs(one - other) > 1e-3 { Issue.record("\(name): \(probe): \(other) came for \(one)") }
            }
            compared += 1
        }
    }
}
