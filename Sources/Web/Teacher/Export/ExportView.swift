import Classroom
import Formats
import Markup

/// One card a format: how much it carries, what it leaves out, and the file.
enum ExportView {
    struct Offer {
        let format: BankFormat
        let bank: ExportedBank

        /// Questions of which everything is in the file.
        func carried(of questions: Int) -> Int { questions - Set(bank.omissions.map(\.line)).count }
    }

    static func page(_ visit: Visit, _ unit: UnitRecord, questions: Int, _ offers: [Offer]) -> Page {
        let text = visit.text
        return Page("\(text("export.title")): \(unit.title)", kind: "teacher") {
            h1 { unit.title }
            p(.class("lead")) { text(questions == 0 ? "export.empty" : "export.hint") }
            if questions > 0 {
                each(offers) { offer in
                    section(.class("card")) {
                        div(.class("headline")) {
                            h2 { offer.format.name }
                            if offer.carried(of: questions) > 0 {
                                a(
                                    .href("/teacher/units/\(unit.id)/export/\(offer.format.rawValue)"), .class("button")
                                ) { text("export.download", ["format": offer.format.name]) }
                            }
                        }
                        p {
                            text(
                                "export.carried",
                                ["carried": String(offer.carried(of: questions)), "questions": String(questions)])
                        }
                        list(text, text("export.omissions"), offer.bank.omissions)
                        list(text, text("export.notices"), offer.bank.notices)
                    }
                }
            }
        }
    }

    @HTMLBuilder
    private static func list(_ text: Catalogue, _ title: String, _ entries: [Omission]) -> some HTML {
        if !entries.isEmpty {
            details {
                summary { "\(title) (\(entries.count))" }
                ul {
                    for group in grouped(entries) {
                        li {
                            group[0].reason
                            if group.count > 1 { " " + text("export.more") }
                        }
                    }
                }
            }
        }
    }

    /// Variants of one question that share a fate are one line: their reasons differ in numbers alone.
    private static func grouped(_ entries: [Omission]) -> [[Omission]] {
        var groups: [[Omission]] = []
        var places: [String: Int] = [:]
        for entry in entries {
            let key = "\(entry.line) \(entry.reason.filter { !$0.isNumber })"
            if let place = places[key] {
                groups[place].append(entry)
            } else {
                places[key] = groups.count
                groups.append([entry])
            }
        }
        return groups
    }
}
