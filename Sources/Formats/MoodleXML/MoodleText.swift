internal import XML

/// A text of Moodle's: an element with a `format` and a child `text`.
struct MoodleText {
    let source: String
    let format: TextFormat

    init(_ element: XMLElement) {
        source = (element.first("text")?.text ?? element.ownText).trimmedText
        format =
            switch element["format"] {
            case "moodle_auto_format": .moodle
            case "plain_text": .plain
            case "markdown": .markdown
            default: .html
            }
    }
}

/// The files of one question, by the names under which its texts show them: `@@PLUGINFILE@@/path/name`.
struct MoodleFiles {
    private var files: [String: String] = [:]

    init(_ question: XMLElement) {
        for file in question.descendants(where: { $0.name == "file" }) {
            guard let name = file["name"], file["encoding"] ?? "base64" == "base64" else { continue }
            let path = (file["path"] ?? "/").split(separator: "/").map(String.init) + [name]
            files[path.joined(separator: "/")] = file.text
            if files[name] == nil { files[name] = file.text }
        }
        // Before Moodle 2: one picture for the whole question.
        if let name = question.first("image")?.text.trimmedText, let data = question.first("image_base64")?.text {
            files[name] = data
        }
    }

    func bytes(_ address: String) -> [UInt8]? {
        guard let range = address.range(ofPrefix: "@@PLUGINFILE@@/") else { return nil }
        let path = PercentEncoding.decode(address[range...].prefix { $0 != "?" && $0 != "#" })
        return files[path].flatMap(Base64.decode)
    }
}

extension XMLElement {
    /// The text that stands in it directly.
    var ownText: String {
        children.reduce(into: "") { text, child in
            if case .text(let part) = child { text += part }
        }
    }
}

extension String {
    /// Without white space at both ends.
    var trimmedText: String {
        guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace })
        else {
            return ""
        }
        return String(self[first...last])
    }

    fileprivate func range(ofPrefix prefix: String) -> Index? {
        hasPrefix(prefix) ? index(startIndex, offsetBy: prefix.count) : nil
    }
}
