internal import Assessment

/// Writes families as Moodle XML (`question/format/xml/format.php`, 4.5). Each variant is a question of its own.
///
/// Bounds that are not symmetric become a middle and a tolerance; the order of a match's targets is that in which sources need them.
struct MoodleXMLWriter {
    private var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<quiz>\n"
    private var bank = ExportedBank(bytes: [])
    private var category: [String] = []

    static func write(_ families: [Family]) -> ExportedBank {
        var writer = MoodleXMLWriter()
        for (place, family) in families.enumerated() {
            for (number, variant) in family.variants.enumerated() {
                let title = family.variants.count > 1 ? "\(family.title) \(number + 1)" : family.title
                do {
                    let question = try question(variant.item, title, number == 0 ? family.sourceID : nil, family.tags)
                    writer.turn(to: family.category)
                    writer.text += question
                } catch {
                    writer.bank.omissions.append(Omission(line: place + 1, reason: "\(title): \(error.reason)"))
                }
            }
        }
        writer.bank.bytes = Array((writer.text + "</quiz>\n").utf8)
        return writer.bank
    }

    private mutating func turn(to category: [String]) {
        guard category != self.category else { return }
        self.category = category
        let parts = ["top"] + category.map { " " + RichText(plain: $0.replacing("/", with: "//")).html + " " }
        text +=
            "<question type=\"category\"><category><text>\(Self.escaped(parts.joined(separator: "/")))</text></category></question>\n"
    }

    private static func question(
        _ item: Item, _ title: String, _ identifier: String?, _ tags: [String]
    ) throws(Rejection) -> String {
        let (type, answers) = try item.interaction.moodle
        var text = "<question type=\"\(type)\">\n"
        text += "<name><text>\(escaped(RichText(plain: title).html))</text></name>\n"
        text += try rich("questiontext", item.stem)
        if let feedback = item.feedback { text += try rich("generalfeedback", feedback) }
        if let identifier { text += "<idnumber>\(escaped(identifier))</idnumber>\n" }
        text += answers
        if !tags.isEmpty {
            text += "<tags>" + tags.map { "<tag><text>\(escaped($0))</text></tag>" }.joined() + "</tags>\n"
        }
        return text + "</question>\n"
    }

    /// An element with a text in HTML, and what else stands in it.
    static func rich(
        _ name: String, _ rich: RichText, _ attributes: String = "", then rest: String = ""
    ) throws(Rejection) -> String {
        guard !rich.html.contains("src=\"") else {
            throw Rejection("It shows a picture or plays a sound, which this export does not carry.")
        }
        return "<\(name)\(attributes) format=\"html\"><text>\(escaped(rich.html))</text>\(rest)</\(name)>\n"
    }

    static func escaped(_ text: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }

    /// An accepted answer or an option; `text` is XML already.
    static func answer(
        _ fraction: Double, _ text: String, _ feedback: RichText?, format: String = "plain_text", then rest: String = ""
    ) throws(Rejection) -> String {
        var said = ""
        if let feedback { said = try rich("feedback", feedback) }
        return
            "<answer fraction=\"\(fraction * 100)\" format=\"\(format)\"><text>\(text)</text>\(said)\(rest)</answer>\n"
    }
}
