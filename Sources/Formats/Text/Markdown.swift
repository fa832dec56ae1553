/// The part of Markdown that questions use: paragraphs, lists, code blocks and line breaks; `MarkdownLine` does emphasis and
/// code. Everything else stays text. HTML in it passes, for the sanitiser to judge.
enum Markdown {
    static func html(_ text: String) -> String {
        var blocks = Blocks()
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) { blocks.take(line) }
        blocks.close()
        return blocks.html
    }

    private struct Blocks {
        var html = ""
        private var paragraph: [Substring] = []
        private var code: [Substring]?
        private var isFenced = false
        /// The open lists, outermost first: how far each is indented, and its element.
        private var lists: [(indent: Int, element: String)] = []

        mutating func take(_ line: Substring) {
            let indent = line.prefix { $0 == " " || $0 == "\t" }.reduce(0) { $0 + ($1 == "\t" ? 4 : 1) }
            let words = line.drop { $0 == " " || $0 == "\t" }
            if words.hasPrefix("```"), code == nil || isFenced {
                if isFenced { closeCode() } else { openFence() }
            } else if isFenced {
                code?.append(line)
            } else if words.isEmpty {
                closeParagraph()
                if code != nil { code?.append("") }
            } else if indent >= 4, lists.isEmpty, paragraph.isEmpty {
                code = (code ?? []) + [line.dropFirst(line.first == "\t" ? 1 : 4)]
            } else {
                closeCode()
                takeWords(words, indent: indent)
            }
        }

        mutating func close() {
            closeCode()
            closeParagraph()
            closeLists(deeperThan: -1)
        }

        private mutating func takeWords(_ words: Substring, indent: Int) {
            guard let (element, text) = Markdown.listEntry(words) else {
                if indent == 0, paragraph.isEmpty { closeLists(deeperThan: -1) }
                paragraph.append(words)
                return
            }
            closeParagraph()
            closeLists(deeperThan: indent)
            if lists.last.map({ indent > $0.indent + 1 }) ?? true, lists.count < 20 {
                lists.append((indent, element))
                html += "<\(element)>"
            } else {
                html += "</li>"
            }
            html += "<li>"
            paragraph = [text]
        }

        private mutating func openFence() {
            closeParagraph()
            closeLists(deeperThan: -1)
            code = []
            isFenced = true
        }

        private mutating func closeCode() {
            guard var lines = code else { return }
            while lines.last?.isEmpty == true { lines.removeLast() }
            let text = lines.joined(separator: "\n")
            html += "<pre><code>\(MarkupText.escaped(text))</code></pre>"
            code = nil
            isFenced = false
        }

        private mutating func closeParagraph() {
            if paragraph.isEmpty { return }
            let text = MarkdownLine.html(paragraph)
            html += lists.isEmpty ? "<p>\(text)</p>" : text
            paragraph = []
        }

        private mutating func closeLists(deeperThan indent: Int) {
            while let last = lists.last, last.indent > indent {
                html += "</li></\(last.element)>"
                lists.removeLast()
            }
        }
    }

    /// `- entry`, `* entry`, `+ entry` or `1. entry`.
    private static func listEntry(_ words: Substring) -> (element: String, text: Substring)? {
        if let mark = words.first, "-*+".contains(mark), words.dropFirst().first == " " {
            return ("ul", words.dropFirst(2).drop { $0 == " " })
        }
        let digits = words.prefix { ("0"..."9").contains($0) }
        guard (1...9).contains(digits.count), words[digits.endIndex...].hasPrefix(". ") else { return nil }
        return ("ol", words[digits.endIndex...].dropFirst(2).drop { $0 == " " })
    }
}
