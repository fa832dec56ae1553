import Foundation
import TestSupport

/// Lynx, a browser without script, pictures or styles, with its own cookies.
///
/// Each act is a run of its own that opens the page, plays keystrokes from a command script (`-cmd_script`) and quits; after it
/// the page where the act led is read with `-dump`. Lynx loads a page before it takes the next key, so nothing is timed. Every
/// form is filled and sent by the browser itself; a page that answers a form without leading elsewhere is not read.
final class TextBrowser {
    static let program = "/usr/bin/lynx"
    static let isThere = FileManager.default.isExecutableFile(atPath: program)

    /// The page as it reads, with single spaces: links and fields numbered, and listed at the end under “References”.
    private(set) var text = ""

    private let address: String
    private let folder: TemporaryFolder
    private var page: String
    /// What was typed into the page since it was opened.
    private var keys: [String] = []

    /// - Parameter address: the site's, without a slash at the end.
    init(at address: String) throws {
        self.address = address
        page = address
        folder = try TemporaryFolder()
        try folder.write("", to: "cookies")
        let options = [
            "INCLUDE:/etc/lynx/lynx.cfg", "PERSISTENT_COOKIES:TRUE", "ACCEPT_ALL_COOKIES:TRUE", "CHARACTER_SET:utf-8",
            "DEFAULT_KEYPAD_MODE:LINKS_AND_FIELDS_ARE_NUMBERED", "TEXTFIELDS_NEED_ACTIVATION:TRUE", "NO_PAUSE:TRUE",
        ]
        try folder.write(options.joined(separator: "\n") + "\n", to: "lynx.cfg")
    }

    func open(_ path: String) async throws {
        page = address + path
        try await read()
    }

    /// Asks for the page again.
    func reload() async throws { try await read() }

    /// The page's markup.
    var source: String {
        get async throws { try await run("-source", page) }
    }

    /// Throws unless the page has the text.
    func see(_ words: String) throws {
        guard text.contains(words) else {
            throw NeverHappened("No “\(words)” in \(page), which reads: \(text.prefix(1_500))")
        }
    }

    /// Types into the field that follows the label.
    ///
    /// - Parameter occurrence: which of those with the label, from 0.
    func fill(_ label: String, _ words: String, occurrence: Int = 0) throws {
        let field = try find(label, occurrence) { text, label in
            text.ranges(of: label).compactMap { text[$0.upperBound...].prefixMatch(of: /\s?\[([0-9]+)\]/)?.1 }
        }
        type(words, into: field)
    }

    /// Presses the button or follows the link of that name, and reads the page where that leads.
    func press(_ label: String, occurrence: Int = 0) async throws {
        // A button reads `([17]value) label`, a link `[4]label`.
        let target = try find(label, occurrence) { text, label in
            text.matches(of: /\[([0-9]+)\](?:[\w.]*\) )?/).filter { text[$0.range.upperBound...].hasPrefix(label) }.map(
                \.1)
        }
        goTo(target)
        keys += ["^J", "Q"]
        let script = try folder.write(keys.map { "key \($0)\n" }.joined(), to: "keys")
        let screen = try await run("-cmd_script=\(script)", page)
        keys = []
        if let last = screen.matches(of: /Getting (http:[^\s\u{1b}#]+)/).last { page = String(last.1) }
        try await read()
    }

    /// Gives whatever answer comes first to the question that is shown.
    func answer() {
        var hasChosen = false
        for (_, field, kind) in text.matches(of: /([0-9]+)\. form field = (radio|checkbox|popup|text entry)/).map(
            \.output)
        {
            switch kind {
            case "text entry": type("1", into: field)
            case "popup":
                goTo(field)
                keys += ["^J", "Down Arrow", "^J"]
            default:
                if hasChosen { continue }
                hasChosen = true
                goTo(field)
                keys.append("^J")
            }
        }
    }

    private func find(
        _ label: String, _ occurrence: Int, among numbers: (String, String) -> [Substring]
    ) throws -> Substring {
        let found = numbers(text, label)
        guard found.indices.contains(occurrence) else {
            throw NeverHappened("No “\(label)” (\(occurrence)) to use in \(page), which reads: \(text.prefix(1_500))")
        }
        return found[occurrence]
    }

    private func goTo(_ field: Substring) {
        keys += field.map(String.init) + ["g", "^J"]
    }

    private func type(_ words: String, into field: Substring) {
        goTo(field)
        keys.append("^J")
        keys += words.map { $0 == " " ? "<space>" : String($0) }
        keys.append("<tab>")
    }

    private func read() async throws {
        text = try await run("-dump", page).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    private func run(_ mode: String, _ page: String) async throws -> String {
        let lynx = try ChildProcess(
            Self.program,
            [
                "-cfg=\(folder.path)/lynx.cfg", "-cookie_file=\(folder.path)/cookies",
                "-cookie_save_file=\(folder.path)/cookies", "-width=200", mode, page,
            ], environment: ["TERM": "vt100", "COLUMNS": "200", "LINES": "50", "LC_ALL": "C.UTF-8"])
        try await lynx.ended()
        return lynx.output
    }
}
