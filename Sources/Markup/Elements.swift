/// An element with content.
public struct Element<Content: HTML>: HTML {
    let tag: StaticString
    let attributes: [Attribute]
    let content: Content

    public func render(into output: inout Output) {
        output.write("<")
        output.write(tag)
        for attribute in attributes { attribute.render(into: &output) }
        output.write(">")
        content.render(into: &output)
        output.write("</")
        output.write(tag)
        output.write(">")
    }
}

/// An element that can have no content.
public struct VoidElement: HTML {
    let tag: StaticString
    let attributes: [Attribute]

    public func render(into output: inout Output) {
        output.write("<")
        output.write(tag)
        for attribute in attributes { attribute.render(into: &output) }
        output.write(">")
    }
}

/// Any element by name, for what has no function of its own below.
public func element<C: HTML>(_ tag: StaticString, _ attributes: Attribute..., @HTMLBuilder content: () -> C) -> Element<
    C
> {
    Element(tag: tag, attributes: attributes, content: content())
}

public func html<C: HTML>(_ attributes: Attribute..., @HTMLBuilder content: () -> C) -> Element<C> {
    Element(tag: "html", attributes: attributes, content: content())
}
public func head<C: HTML>(_ attributes: Attribute..., @HTMLBuilder content: () -> C) -> Element<C> {
    Element(tag: "head", attributes: attributes, content: content())
}
public func title<C: HTML>(_ attributes: Attribute..., @HTMLBuilder content: () -> C) -> Element<C> {
    Element(tag: "title", attributes: attributes, content: content())
}
public func body<C: HTML>(_ attributes: Attribute..., @HTMLBuilder content: () -> C) -> Element<C> {
    Element(tag: "body", attributes: attributes, content: content())
}
public func header<C: HTML>(_ attributes: Attribute..., @HTMLBuilder content: () -> C) -> Element<C> {
    Element(tag: "header", attributes: attributes, content: content())
}
public func footer<C: HTML>(_ attributes: Attribute..., @HTMLBuilder content: () -> C) -> Element<C> {
    Element(tag: "footer", attributes: attributes, content: content())
}
public func main<C: HTML>(_ attributes: Attribute..., @HTMLBuilder content: () -> C) -> Element<C> {
    Element(tag: "main", attributes: attributes, content: content())
}
public func nav<C: HTML>(_ attributes: Attribute..., @HTMLBuilder content: () -> C) -> Element<C> {
    Element(tag: "nav", attributes: attributes, content: content())
}
public func section<C: HTML>(_ attributes: Attribute..., @HTMLBuilder content: () -> C) -> Element<C> {
    Element(tag: "section", attributes: attributes, content: content())
}
public func article<C: HTML>(_ attributes: Attribute..., @HTMLBuilder content: () -> C) -> Element<C> {
    Element(tag: "article", attributes: attributes, content: content())
}
public func aside<C: HTML>(_ attributes: Attribute..., @HTMLBuilder content: () -> C) -> Element<C> {
    Element(tag: "aside", attributes: attributes, content: content())
}
public func h1<C: HTML>(_ attributes: Attribute..., @HTMLBuilder content: () -> C) -> Element<C> {
    Element(tag: "h1", attributes: attributes, content: content())
}
public func h2<C: HTML>(_ attributes: Attribute..., @HTMLBuilder content: () -> C) -> Element<C> {
    Element(tag: "h2", attributes: attributes, content: content())
}
public func h3<C: HTML>(_ attributes: Attribute..., @HTMLBuilder content: () -> C) -> Element<C> {
    Element(tag: "h3", attributes: attributes, content: content())
}
public func p<C: HTML>(_ attributes: Attribute..., @HTMLBuilder content: () -> C) -> Element<C> {
    Element(tag: "p", attributes: attributes, content: content())
}
public func div<C: HTML>(_ attributes: Attribute..., @HTMLBuilder content: () -> C) -> Element<C> {
    Element(tag: "div", attributes: attributes, content: content())
}
public func span<C: HTML>(_ attributes: Attribute..., @HTMLBuilder content: () -> C) -> Element<C> {
    Element(tag: "span", attributes: attributes, content: content())
}
public func strong<C: HTML>(_ attributes: Attribute..., @HTMLBuilder content: () -> C) -> Element<C> {
    Element(tag: "strong", attributes: attributes, content: content())
}
public func em<C: HTML>(_ attributes: Attribute..., @HTMLBuilder content: () -> C) -> Element<C> {
    Element(tag: "em", attributes: attributes, content: content())
}
public func small<C: HTML>(_ attributes: Attribute..., @HTMLBuilder content: () -> C) -> Element<C> {
    Element(tag: "small", attributes: attributes, content: content())
}
public func a<C: HTML>(_ attributes: Attribute..., @HTMLBuilder content: () -> C) -> Element<C> {
    Element(tag: "a", attributes: attributes, content: content())
}
public func ul<C: HTML>(_ attributes: Attribute..., @HTMLBuilder content: () -> C) -> Element<C> {
    Element(tag: "ul", attributes: attributes, content: content())
}
public func ol<C: HTML>(_ attributes: Attribute..., @HTMLBuilder content: () -> C) -> Element<C> {
    Element(tag: "ol", attributes: attributes, content: content())
}
public func li<C: HTML>(_ attributes: Attribute..., @HTMLBuilder content: () -> C) -> Element<C> {
    Element(tag: "li", attributes: attributes, content: content())
}
public func dl<C: HTML>(_ attributes: Attribute..., @HTMLBuilder content: () -> C) -> Element<C> {
    Element(tag: "dl", attributes: attributes, content: content())
}
public func dt<C: HTML>(_ attributes: Attribute..., @HTMLBuilder content: () -> C) -> Element<C> {
    Element(tag: "dt", attributes: attributes, content: content())
}
public func dd<C: HTML>(_ attributes: Attribute..., @HTMLBuilder content: () -> C) -> Element<C> {
    Element(tag: "dd", attributes: attributes, content: content())
}
public func table<C: HTML>(_ attributes: Attribute..., @HTMLBuilder content: () -> C) -> Element<C> {
    Element(tag: "table", attributes: attributes, content: content())
}
public func caption<C: HTML>(_ attributes: Attribute..., @HTMLBuilder content: () -> C) -> Element<C> {
    Element(tag: "caption", attributes: attributes, content: content())
}
public func thead<C: HTML>(_ attributes: Attribute..., @HTMLBuilder content: () -> C) -> Element<C> {
    Element(tag: "thead", attributes: attributes, content: content())
}
public func tbody<C: HTML>(_ attributes: Attribute..., @HTMLBuilder content: () -> C) -> Element<C> {
    Element(tag: "tbody", attributes: attributes, content: content())
}
public func tr<C: HTML>(_ attributes: Attribute..., @HTMLBuilder content: () -> C) -> Element<C> {
    Element(tag: "tr", attributes: attributes, content: content())
}
public func th<C: HTML>(_ attributes: Attribute..., @HTMLBuilder content: () -> C) -> Element<C> {
    Element(tag: "th", attributes: attributes, content: content())
}
public func td<C: HTML>(_ attributes: Attribute..., @HTMLBuilder content: () -> C) -> Element<C> {
    Element(tag: "td", attributes: attributes, content: content())
}
public func form<C: HTML>(_ attributes: Attribute..., @HTMLBuilder content: () -> C) -> Element<C> {
    Element(tag: "form", attributes: attributes, content: content())
}
public func label<C: HTML>(_ attributes: Attribute..., @HTMLBuilder content: () -> C) -> Element<C> {
    Element(tag: "label", attributes: attributes, content: content())
}
public func button<C: HTML>(_ attributes: Attribute..., @HTMLBuilder content: () -> C) -> Element<C> {
    Element(tag: "button", attributes: attributes, content: content())
}
public func select<C: HTML>(_ attributes: Attribute..., @HTMLBuilder content: () -> C) -> Element<C> {
    Element(tag: "select", attributes: attributes, content: content())
}
public func option<C: HTML>(_ attributes: Attribute..., @HTMLBuilder content: () -> C) -> Element<C> {
    Element(tag: "option", attributes: attributes, content: content())
}
public func textarea<C: HTML>(_ attributes: Attribute..., @HTMLBuilder content: () -> C) -> Element<C> {
    Element(tag: "textarea", attributes: attributes, content: content())
}
public func fieldset<C: HTML>(_ attributes: Attribute..., @HTMLBuilder content: () -> C) -> Element<C> {
    Element(tag: "fieldset", attributes: attributes, content: content())
}
public func legend<C: HTML>(_ attributes: Attribute..., @HTMLBuilder content: () -> C) -> Element<C> {
    Element(tag: "legend", attributes: attributes, content: content())
}
public func details<C: HTML>(_ attributes: Attribute..., @HTMLBuilder content: () -> C) -> Element<C> {
    Element(tag: "details", attributes: attributes, content: content())
}
public func summary<C: HTML>(_ attributes: Attribute..., @HTMLBuilder content: () -> C) -> Element<C> {
    Element(tag: "summary", attributes: attributes, content: content())
}
public func output<C: HTML>(_ attributes: Attribute..., @HTMLBuilder content: () -> C) -> Element<C> {
    Element(tag: "output", attributes: attributes, content: content())
}
public func time<C: HTML>(_ attributes: Attribute..., @HTMLBuilder content: () -> C) -> Element<C> {
    Element(tag: "time", attributes: attributes, content: content())
}
public func svg<C: HTML>(_ attributes: Attribute..., @HTMLBuilder content: () -> C) -> Element<C> {
    Element(tag: "svg", attributes: attributes, content: content())
}
public func path<C: HTML>(_ attributes: Attribute..., @HTMLBuilder content: () -> C) -> Element<C> {
    Element(tag: "path", attributes: attributes, content: content())
}
public func code<C: HTML>(_ attributes: Attribute..., @HTMLBuilder content: () -> C) -> Element<C> {
    Element(tag: "code", attributes: attributes, content: content())
}
public func meta(_ attributes: Attribute...) -> VoidElement { VoidElement(tag: "meta", attributes: attributes) }
public func link(_ attributes: Attribute...) -> VoidElement { VoidElement(tag: "link", attributes: attributes) }
public func input(_ attributes: Attribute...) -> VoidElement { VoidElement(tag: "input", attributes: attributes) }
public func img(_ attributes: Attribute...) -> VoidElement { VoidElement(tag: "img", attributes: attributes) }
public func br(_ attributes: Attribute...) -> VoidElement { VoidElement(tag: "br", attributes: attributes) }
public func hr(_ attributes: Attribute...) -> VoidElement { VoidElement(tag: "hr", attributes: attributes) }
public func script(_ attributes: Attribute...) -> Element<HTMLBuilder.Empty> {
    Element(tag: "script", attributes: attributes, content: HTMLBuilder.Empty())
}
