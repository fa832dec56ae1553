/// Composes views: `div(.class("queue")) { h2 { title }; for name in names { p { name } } }`.
///
/// A piece is rendered as it is built. That copies each byte once a level of nesting and in return has no tree, no generic
/// types to look up at run time and no dispatch.
@resultBuilder
public enum HTMLBuilder {
    public static func buildExpression(_ piece: Piece) -> Piece { piece }

    public static func buildExpression(_ content: some HTML) -> Piece {
        var output = Output(capacity: 256)
        content.render(into: &output)
        return Piece(bytes: output.bytes)
    }

    public static func buildExpression(_ text: String) -> Piece {
        var output = Output(capacity: text.utf8.count + 16)
        output.write(escaping: text)
        return Piece(bytes: output.bytes)
    }

    public static func buildBlock() -> Piece { Piece() }
    public static func buildPartialBlock(first: Piece) -> Piece { first }

    public static func buildPartialBlock(accumulated: consuming Piece, next: Piece) -> Piece {
        accumulated.bytes += next.bytes
        return accumulated
    }

    public static func buildOptional(_ piece: Piece?) -> Piece { piece ?? Piece() }
    public static func buildEither(first piece: Piece) -> Piece { piece }
    public static func buildEither(second piece: Piece) -> Piece { piece }
    public static func buildArray(_ pieces: [Piece]) -> Piece { Piece(bytes: pieces.flatMap(\.bytes)) }
}

/// A piece of a page that is rendered already.
public struct Piece: HTML, Sendable {
    public internal(set) var bytes: [UInt8] = []

    /// Nothing.
    public init() {}

    init(bytes: [UInt8]) { self.bytes = bytes }

    public func render(into output: inout Output) { output.write(verbatim: bytes) }
}

/// One piece for each element.
public func each<Elements: Sequence>(
    _ elements: Elements, @HTMLBuilder content: (Elements.Element) -> Piece
) -> Piece {
    Piece(bytes: elements.flatMap { content($0).bytes })
}
