/// The path after `$CATEGORY:`.
enum GIFTCategory {
    /// Parts between single slashes, outermost first; `//` is a slash. Moodle's contexts (`$course$`, `$system$` …) and its
    /// `top` are places in Moodle, not subjects, and go.
    static func path(_ source: ArraySlice<UInt8>) -> [String] {
        let text = GIFTEscapes.text(GIFTEscapes.shield(source)[...])
        var parts: [String] = [""]
        var rest = Substring(text)
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
