internal import Assessment

/// Where texts show files of the box, for writers that take the files along. The sanitiser has written every address as
/// `src="/media/NAME"`.
extension RichText {
    private static let opening = "src=\"/media/"

    /// Names (`Media.name`) of the files that it shows, each once.
    var mediaNames: [String] {
        var names: [String] = []
        _ = showingMedia { name in
            if !names.contains(name) { names.append(name) }
            return name
        }
        return names
    }

    /// Its HTML with another address, unescaped, in place of that of each file.
    func showingMedia(at address: (String) -> String) -> String {
        var shown = ""
        var rest = html[...]
        while let opening = rest.firstRange(of: Self.opening) {
            // Words that look like it stand outside of any tag.
            guard let sign = rest[..<opening.lowerBound].last(where: { "<>".contains($0) }), sign == "<" else {
                shown += rest[..<opening.upperBound]
                rest = rest[opening.upperBound...]
                continue
            }
            let end = rest[opening.upperBound...].firstIndex(of: "\"") ?? rest.endIndex
            let name = String(rest[opening.upperBound..<end])
            shown += rest[..<opening.lowerBound] + "src=\"" + RichText(plain: address(name)).html
            rest = rest[end...]
        }
        return shown + rest
    }
}

extension ImageMap {
    /// The name (`Media.name`) of the picture.
    var mediaName: String { String(source.split(separator: "/").last ?? "") }
}
