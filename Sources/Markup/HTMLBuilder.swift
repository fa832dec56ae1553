/// Composes views: `div(.class("queue")) { h2 { title }; for name in names { p { name } } }`.
@resultBuilder
public enum HTMLBuilder {
    public static func buildExpression<Content: HTML>(_ content: Content) -> Content { content }
    public static func buildExpression(_ text: String) -> Text { Text(text) }

    public static func buildBlock() -> Empty { Empty() }
    public static func buildBlock<Content: HTML>(_ content: Content) -> Content { content }
    public static func buildBlock<each Content: HTML>(_ content: repeat each Content) -> Sequence<repeat each Content> {
        Sequence(content: (repeat each content))
    }
    public static func buildOptional<Content: HTML>(_ content: Content?) -> Optionally<Content> {
        Optionally(content: content)
    }
    public static func buildEither<First: HTML, Second: HTML>(first: First) -> Either<First, Second> { .first(first) }
    public static func buildEither<First: HTML, Second: HTML>(second: Second) -> Either<First, Second> {
        .second(second)
    }
    public static func buildArray<Content: HTML>(_ content: [Content]) -> Repeated<Content> {
        Repeated(content: content)
    }

    public struct Empty: HTML {
        public init() {}
        public func render(into output: inout Output) {}
    }

    public struct Sequence<each Content: HTML>: HTML {
        let content: (repeat each Content)
        public func render(into output: inout Output) {
            repeat (each content).render(into: &output)
        }
    }

    public struct Optionally<Content: HTML>: HTML {
        let content: Content?
        public func render(into output: inout Output) { content?.render(into: &output) }
    }

    public enum Either<First: HTML, Second: HTML>: HTML {
        case first(First)
        case second(Second)
        public func render(into output: inout Output) {
            switch self {
            case .first(let content): content.render(into: &output)
            case .second(let content): content.render(into: &output)
            }
        }
    }

    public struct Repeated<Content: HTML>: HTML {
        let content: [Content]
        public func render(into output: inout Output) {
            for piece in content { piece.render(into: &output) }
        }
    }
}

/// Markup whose type is not known to the compiler, for the few places that must hold any view.
public struct AnyHTML: HTML {
    private let content: any HTML
    public init(_ content: any HTML) { self.content = content }
    public func render(into output: inout Output) { content.render(into: &output) }
}

/// One piece for each element. Where the piece comes from a function that returns `some HTML`, a `for` loop in a builder is
/// more than the compiler (6.3) can infer; this is not.
public func each<Elements: Swift.Sequence, Content: HTML>(
    _ elements: Elements, @HTMLBuilder content: (Elements.Element) -> Content
) -> HTMLBuilder.Repeated<Content> {
    HTMLBuilder.Repeated(content: elements.map(content))
}
