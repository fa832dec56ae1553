/// An accepted answer in Moodle's wildcards (`*` any run of characters, `\*` an asterisk), for formats that have others.
struct WildcardText {
    /// The text between wildcards: one more than there are wildcards.
    private(set) var runs = [""]

    init(_ pattern: String) {
        var isEscaped = false
        for character in pattern {
            if isEscaped {
                if character != "*" { runs[runs.count - 1].append("\\") }
                runs[runs.count - 1].append(character)
                isEscaped = false
            } else if character == "\\" {
                isEscaped = true
            } else if character == "*" {
                runs.append("")
            } else {
                runs[runs.count - 1].append(character)
            }
        }
        if isEscaped { runs[runs.count - 1].append("\\") }
    }

    var isPlain: Bool { runs.count == 1 }

    /// What it stands for where there is no wildcard in it.
    var text: String { runs.joined() }

    /// For the whole answer.
    var regularExpression: String {
        let escaped = runs.map { run in
            run.reduce(into: "") { text, character in
                if "\\^$.|?*+()[]{}".contains(character) { text += "\\" }
                text.append(character)
            }
        }
        return "^" + escaped.joined(separator: ".*") + "$"
    }
}
