internal import Assessment

/// A bank while it is being read: what every reader does with what it has found.
struct BankDraft {
    private(set) var bank: BankImport
    /// The file of a package that is being read; nil for a file that came alone.
    var file: String?
    /// How often each title occurs in its category, so that equal ones can be told apart.
    private var titles: [[String]: Int] = [:]
    private var identifiers: Set<String> = []
    private var mediaNames: Set<String> = []
    /// The questions so far, where a package may hold one twice: in its bank, and in the quiz that draws from it.
    private var taken: Set<[Variant]> = []
    private(set) var repeats = 0
    /// Questions that a quiz names and that stand elsewhere, by identifier.
    private(set) var citations: [(identifier: String, place: Omission)] = []

    init(format: String) {
        bank = BankImport(format: format)
    }

    /// Takes in a question. Titles in one category come to differ, and an identifier names one family only.
    mutating func take(_ family: Family, line: Int, notices: [String] = [], media: [Media] = []) {
        if file != nil, !taken.insert(family.variants).inserted {
            repeats += 1
            return
        }
        var family = family
        let key = family.category + [family.title]
        let count = titles[key, default: 0] + 1
        titles[key] = count
        if count > 1 { family.title += " (\(count))" }
        if let identifier = family.sourceID, !identifiers.insert(identifier).inserted {
            family.sourceID = nil
            notice(
                "The identifier \(identifier) names an earlier question too. This one came in without it.", line: line)
        }
        bank.families.append(family)
        for notice in notices { self.notice(notice, line: line) }
        for file in media where mediaNames.insert(file.name).inserted { bank.media.append(file) }
    }

    /// Takes in what a reader of plain text has read.
    mutating func take(_ other: BankImport) {
        for family in other.families { take(family, line: 1) }
        for omission in other.omissions { omit(omission.reason, line: omission.line) }
        for notice in other.notices { self.notice(notice.reason, line: notice.line) }
    }

    /// Remembers that a quiz names a question that stands elsewhere.
    mutating func cite(_ identifier: String, line: Int) {
        citations.append((identifier, Omission(file: file, line: line, reason: "")))
    }

    /// What the formats of a package's files turned out to be.
    mutating func name(format: String) { bank.format = format }

    /// Accounts for the questions that a quiz names and that were nowhere: once for each file.
    mutating func settleCitations() {
        let lost = citations.filter { !identifiers.contains($0.identifier) }
        citations = []
        for first in lost.uniqued(by: \.place.file) {
            let count = lost.count { $0.place.file == first.place.file }
            file = first.place.file
            omit(
                "The quiz names \(count == 1 ? "a question" : "\(count) questions") of a bank that is not here. Export the bank too.",
                line: first.place.line)
        }
    }

    /// Leaves a question out, and says why and what to do.
    mutating func omit(_ reason: String, line: Int) {
        bank.omissions.append(Omission(file: file, line: line, reason: reason))
    }

    mutating func notice(_ reason: String, line: Int) {
        bank.notices.append(Omission(file: file, line: line, reason: reason))
    }
}
