/// A category as Moodle writes it: `$course$/top/Chemistry/Atoms`.
enum CategoryPath {
    /// Parts between single slashes, outermost first; `//` is a slash. Moodle's contexts (`$course$`, `$system$` …) and its
    /// `top` are places in Moodle, not subjects, and go.
    static func parts(_ path: String) -> [String] {
        var parts: [String] = [""]
        var rest = Substring(path)
        while let character = rest.popFirst() {
            if character != "/" {
                parts[parts.count - 1].append(character)
            } else if rest.first == "/" {
                rest.removeFirst()
                parts[parts.count - 1].append("/")
            } else {
                parts.append("")
            }
        }
        parts = parts.map { ProseReader.plain($0, .moodle) }.filter { !$0.isEmpty }
        if let first = parts.first, first.count > 2, first.hasPrefix("$"), first.hasSuffix("$") { parts.removeFirst() }
        if parts.first?.lowercased() == "top" { parts.removeFirst() }
        return parts
    }
}
