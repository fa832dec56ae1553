/// A piece of a page that writes itself. Views are built with `HTMLBuilder`; the types that it makes hold no tree and
/// allocate little, so that a page costs about what its bytes do.
public protocol HTML {
    func render(into output: inout Output)
}

/// The bytes of a page under way.
public struct Output {
    public private(set) var bytes: [UInt8] = []

    public init(capacity: Int = 8192) {
        bytes.reserveCapacity(capacity)
    }

    public mutating func write(_ text: StaticString) {
        bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    public mutating func write(verbatim text: String) {
        bytes.append(contentsOf: text.utf8)
    }

    public mutating func write(verbatim text: [UInt8]) {
        bytes.append(contentsOf: text)
    }

    /// Escapes what HTML gives a meaning, in text and in quoted attributes alike.
    public mutating func write(escaping text: String) {
        var text = text
        text.withUTF8 { utf8 in
            var start = 0
            for place in 0..<utf8.count {
                guard let entity = Escape.entity(of: utf8[place]) else { continue }
                bytes.append(contentsOf: utf8[start..<place])
                write(entity)
                start = place + 1
            }
            bytes.append(contentsOf: utf8[start...])
        }
    }
}

extension HTML {
    /// The whole piece as UTF-8.
    public func rendered() -> [UInt8] {
        var output = Output()
        render(into: &output)
        return output.bytes
    }
}

/// Markup that is written as it stands: from the source code, or through the sanitiser. Never from a `String`.
public struct Raw: HTML {
    private enum Source {
        case literal(StaticString)
        case sanitised(String)
    }
    private let source: Source

    public init(_ literal: StaticString) { source = .literal(literal) }

    /// Only for text that the sanitiser made (`RichText.html`) or that a view rendered itself.
    package init(sanitised html: String) { source = .sanitised(html) }

    public func render(into output: inout Output) {
        switch source {
        case .literal(let text): output.write(text)
        case .sanitised(let text): output.write(verbatim: text)
        }
    }
}
