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

    init(format: String) {
        bank = BankImport(format: format)
    }

    /// Takes in a question. Titles in one category come to differ, and an identifier names one family only.
    mutating func take(_ family: Family, line: Int, notices: [String] = [], media: [Media] = []) {
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

    /// Leaves a question out, and says why and what to do.
    mutating func omit(_ reason: String, line: Int) {
        bank.omissions.append(Omission(file: file, line: line, reason: reason))
    }

    mutating func notice(_ reason: String, line: Int) {
        bank.notices.append(Omission(file: file, line: line, reason: reason))
    }
}
