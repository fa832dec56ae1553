internal import Assessment

/// Writes families as GIFT, so that this reader gives them back: the same families, and on the next export the same text.
///
/// Not kept: the order of a match's targets that no source needs sooner, bounds that are not symmetric (they become a middle and
/// a tolerance), white space at the ends of texts.
struct GIFTWriter {
    private var text = ""
    private var bank = ExportedBank(bytes: [])
    private var category: [String] = []
    private var place = 0

    static func write(_ families: [Family]) -> ExportedBank {
        var writer = GIFTWriter()
        for family in families {
            writer.place += 1
            writer.take(family)
        }
        writer.bank.bytes = Array(writer.text.utf8)
        return writer.bank
    }

    private mutating func take(_ family: Family) {
        var blocks: [String] = []
        if let template = family.template {
            blocks = [template]
        } else {
            for (number, variant) in family.variants.enumerated() {
                let title = family.variants.count > 1 ? "\(family.title) \(number + 1)" : family.title
                do {
                    blocks.append(
                        try block(variant.item, title: title, family, isFirst: number == 0))
                } catch {
                    bank.omissions.append(Omission(line: place, reason: "\(title): \(error.reason)"))
                }
            }
        }
        guard !blocks.isEmpty else { return }
        if family.category != category {
            category = family.category
            // A slash at the end of a part would run into the one that parts them.
            let parts = category.map { part in
                let edge = part.hasPrefix("/") || part.hasSuffix("/") ? " " : ""
                return edge + GIFTText.written(part.replacing("/", with: "//")) + edge
            }
            let path = parts.joined(separator: "/")
            text += "$CATEGORY: \(path.isEmpty ? "top" : path)\n\n"
        }
        text += blocks.map { $0 + "\n\n" }.joined()
    }

    private mutating func block(
        _ item: Item, title: String, _ family: Family, isFirst: Bool
    ) throws(Rejection) -> String {
        var marks = family.tags.map { "[tag:\(Self.bracketed($0))]" }
        if isFirst, let identifier = family.sourceID { marks.insert("[id:\(Self.bracketed(identifier))]", at: 0) }
        var head = marks.isEmpty ? "" : "// \(marks.joined(separator: " "))\n"
        if case .numericEntry(let entry) = item.interaction { head += try entry.giftHead }
        var feedback = ""
        if let solution = item.feedback { feedback = "####" + (try GIFTText.written(solution)) }
        let answers = try answers(of: item.interaction, title)
        if answers == nil, item.feedback != nil {
            bank.notices.append(
                Omission(line: place, reason: "\(title): Its general feedback is not in the file: GIFT has none there.")
            )
        }
        return head + "::\(GIFTText.written(title))::[html]" + (try GIFTText.written(item.stem, isStem: true))
            + (answers.map { " {\($0)\(feedback)}" } ?? "")
    }

    /// What stands in the braces; nil for a description, which has none.
    private mutating func answers(of interaction: Interaction, _ title: String) throws(Rejection) -> String? {
        switch interaction {
        case .choice(let choice):
            if !choice.shuffles, !choice.isTrueFalse {
                bank.notices.append(Omission(line: place, reason: "\(title): GIFT does not keep the order of options."))
            }
            return try choice.gift
        case .textEntry(let entry): return try entry.gift
        case .numericEntry(let entry): return try entry.gift
        case .match(let match): return try match.gift
        case .order(let order): return try order.gift
        case .extendedText(let essay):
            if essay.guidance != nil {
                bank.notices.append(
                    Omission(line: place, reason: "\(title): What the teacher looks for is not in the file."))
            }
            return ""
        case .description: return nil
        case .associate: throw Rejection("GIFT has no pairs within one set.")
        case .composite: throw Rejection("GIFT has no question with several parts.")
        }
    }

    private static func bracketed(_ text: String) -> String { text.replacing("]", with: "\\]") }
}

extension GIFTText {
    /// A rich text in a question whose format is HTML.
    static func written(_ text: RichText, isStem: Bool = false) throws(Rejection) -> String {
        guard !text.html.contains("src=\"") else {
            throw Rejection("It shows a picture or plays a sound, which GIFT cannot carry.")
        }
        // A bracket would be taken for the name of a format, two slashes at the start of a line for a comment.
        let isMistakable = text.html.first == "[" || text.html.hasPrefix("//")
        return (!isStem && isMistakable ? "[html]" : "") + escaped(text.html)
    }

    /// A plain text where Moodle reads HTML: a title, a target, a part of a category.
    static func written(_ plain: String) -> String { escaped(RichText(plain: plain).html) }

    static func escaped(_ text: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            if scalar == "\n" {
                escaped += "\\n"
                continue
            }
            if "\\:#={}~".unicodeScalars.contains(scalar) { escaped += "\\" }
            escaped.unicodeScalars.append(scalar)
        }
        return escaped
    }

    /// `%50%`; the reader knows a third by its decimals.
    static func weight(_ fraction: Double) -> String { "%\(Share.percent(fraction))%" }

    static func feedback(_ feedback: RichText?) throws(Rejection) -> String {
        guard let feedback else { return "" }
        return "#" + (try written(feedback))
    }
}
