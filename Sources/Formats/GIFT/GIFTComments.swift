/// The identifier and the tags that comments of a question carry: `// [id:…] [tag:…]`; `\]` is a bracket.
struct GIFTComments {
    private(set) var identifier: String?
    private(set) var tags: [String] = []

    init(_ comments: [ArraySlice<UInt8>]) {
        var known: Set<String> = []
        for comment in comments {
            var rest = comment
            while let start = rest.firstIndex(of: UInt8(ascii: "[")) {
                rest = rest[(start + 1)...]
                let isIdentifier = rest.starts(with: "id:".utf8)
                guard isIdentifier || rest.starts(with: "tag:".utf8) else { continue }
                guard let (value, end) = Self.value(rest.dropFirst(isIdentifier ? 3 : 4)) else { break }
                rest = rest[end...]
                if value.isEmpty { continue }
                if !isIdentifier {
                    if known.insert(value).inserted { tags.append(value) }
                } else if identifier == nil {
                    identifier = value
                }
            }
        }
    }

    private static func value(_ text: ArraySlice<UInt8>) -> (String, end: Int)? {
        var value: [UInt8] = []
        for index in text.indices {
            if text[index] == UInt8(ascii: "]") {
                if value.last == UInt8(ascii: "\\") {
                    value.removeLast()
                } else {
                    return (String(decoding: value.trimmedSpace, as: UTF8.self), index + 1)
                }
            }
            value.append(text[index])
        }
        return nil
    }
}
