internal import Assessment

/// What the parts of a Moodle question write with: texts with their files, answers with their shares, and notices.
struct MoodleMarkup {
    /// The bytes of a file by its name in the box.
    let media: (String) -> [UInt8]?
    private(set) var notices: [String] = []

    init(media: @escaping (String) -> [UInt8]?) { self.media = media }

    mutating func notice(_ reason: String) {
        if !notices.contains(reason) { notices.append(reason) }
    }

    /// An element with a text in HTML, the files that it shows, and what else stands in it.
    func rich(
        _ name: String, _ rich: RichText, _ attributes: String = "", then rest: String = ""
    ) throws(Rejection) -> String {
        var files = ""
        for name in rich.mediaNames { files += "\n" + (try file(name)) }
        let text = MarkupText.escaped(rich.showingMedia { "@@PLUGINFILE@@/\($0)" })
        return "<\(name)\(attributes) format=\"html\"><text>\(text)</text>\(files)\(rest)</\(name)>\n"
    }

    /// A file of the box by its name there.
    func file(_ name: String) throws(Rejection) -> String {
        guard let bytes = media(name) else {
            throw Rejection("A picture or sound that it shows is no longer in the box. Import its bank again.")
        }
        return
            "<file name=\"\(RichText(plain: name).html)\" path=\"/\" encoding=\"base64\">\(Base64.encode(bytes))</file>"
    }

    /// An accepted answer in plain text.
    mutating func answer(
        _ fraction: Double, _ text: String, _ feedback: RichText?, then rest: String = ""
    ) throws(Rejection) -> String {
        let share = Share.percent(share(max(0, fraction)))
        let said = try self.feedback(feedback)
        return
            "<answer fraction=\"\(share)\" format=\"plain_text\"><text>\(MarkupText.escaped(text))</text>\(said)\(rest)</answer>\n"
    }

    func feedback(_ feedback: RichText?) throws(Rejection) -> String {
        guard let feedback else { return "" }
        return try rich("feedback", feedback)
    }

    /// One of the shares that Moodle knows.
    mutating func share(_ fraction: Double, isAtLeast: Bool = false) -> Double {
        let share = Share.inMoodle(fraction, isAtLeast: isAtLeast)
        if abs(share - fraction) > 0.005 {
            notice(
                "Moodle does not know a share of \(Share.percent(fraction)) %; it became \(Share.percent(share)) %.")
        }
        return share
    }
}
