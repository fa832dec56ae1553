/// An element with content, by name, for what has no function of its own below.
public func element(_ tag: StaticString, _ attributes: Attribute..., @HTMLBuilder content: () -> Piece) -> Piece {
    render(tag, attributes, content())
}

/// The same with attributes that were gathered before.
public func element(_ tag: StaticString, _ attributes: [Attribute], @HTMLBuilder content: () -> Piece) -> Piece {
    render(tag, attributes, content())
}

/// Writes the whole element into one allocation of the right size.
private func render(_ tag: StaticString, _ attributes: [Attribute], _ content: Piece?) -> Piece {
    var size = 2 * tag.utf8CodeUnitCount + 5 + (content?.bytes.count ?? 0)
    for attribute in attributes { size += attribute.largestSize }
    return Piece(
        bytes: [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            var cursor = Cursor(buffer)
            cursor.put("<")
            cursor.put(tag)
            for attribute in attributes { attribute.render(into: &cursor) }
            cursor.put(">")
            if let content {
                cursor.put(content.bytes)
                cursor.put("</")
                cursor.put(tag)
                cursor.put(">")
            }
            count = cursor.count
        })
}

public func html(_ attributes: Attribute..., @HTMLBuilder content: () -> Piece) -> Piece {
    render("html", attributes, content())
}

public func title(_ attributes: Attribute..., @HTMLBuilder content: () -> Piece) -> Piece {
    render("title", attributes, content())
}

public func head(_ attributes: Attribute..., @HTMLBuilder content: () -> Piece) -> Piece {
    render("head", attributes, content())
}

public func body(_ attributes: Attribute..., @HTMLBuilder content: () -> Piece) -> Piece {
    render("body", attributes, content())
}

public func header(_ attributes: Attribute..., @HTMLBuilder content: () -> Piece) -> Piece {
    render("header", attributes, content())
}

public func main(_ attributes: Attribute..., @HTMLBuilder content: () -> Piece) -> Piece {
    render("main", attributes, content())
}

public func nav(_ attributes: Attribute..., @HTMLBuilder content: () -> Piece) -> Piece {
    render("nav", attributes, content())
}

public func section(_ attributes: Attribute..., @HTMLBuilder content: () -> Piece) -> Piece {
    render("section", attributes, content())
}

public func h1(_ attributes: Attribute..., @HTMLBuilder content: () -> Piece) -> Piece {
    render("h1", attributes, content())
}

public func h2(_ attributes: Attribute..., @HTMLBuilder content: () -> Piece) -> Piece {
    render("h2", attributes, content())
}

public func p(_ attributes: Attribute..., @HTMLBuilder content: () -> Piece) -> Piece {
    render("p", attributes, content())
}

public func div(_ attributes: Attribute..., @HTMLBuilder content: () -> Piece) -> Piece {
    render("div", attributes, content())
}

public func span(_ attributes: Attribute..., @HTMLBuilder content: () -> Piece) -> Piece {
    render("span", attributes, content())
}

public func strong(_ attributes: Attribute..., @HTMLBuilder content: () -> Piece) -> Piece {
    render("strong", attributes, content())
}

public func small(_ attributes: Attribute..., @HTMLBuilder content: () -> Piece) -> Piece {
    render("small", attributes, content())
}

public func a(_ attributes: Attribute..., @HTMLBuilder content: () -> Piece) -> Piece {
    render("a", attributes, content())
}

public func ul(_ attributes: Attribute..., @HTMLBuilder content: () -> Piece) -> Piece {
    render("ul", attributes, content())
}

public func li(_ attributes: Attribute..., @HTMLBuilder content: () -> Piece) -> Piece {
    render("li", attributes, content())
}

public func dl(_ attributes: Attribute..., @HTMLBuilder content: () -> Piece) -> Piece {
    render("dl", attributes, content())
}

public func dt(_ attributes: Attribute..., @HTMLBuilder content: () -> Piece) -> Piece {
    render("dt", attributes, content())
}

public func dd(_ attributes: Attribute..., @HTMLBuilder content: () -> Piece) -> Piece {
    render("dd", attributes, content())
}

public func form(_ attributes: Attribute..., @HTMLBuilder content: () -> Piece) -> Piece {
    render("form", attributes, content())
}

public func label(_ attributes: Attribute..., @HTMLBuilder content: () -> Piece) -> Piece {
    render("label", attributes, content())
}

public func button(_ attributes: Attribute..., @HTMLBuilder content: () -> Piece) -> Piece {
    render("button", attributes, content())
}

public func select(_ attributes: Attribute..., @HTMLBuilder content: () -> Piece) -> Piece {
    render("select", attributes, content())
}

public func option(_ attributes: Attribute..., @HTMLBuilder content: () -> Piece) -> Piece {
    render("option", attributes, content())
}

public func textarea(_ attributes: Attribute..., @HTMLBuilder content: () -> Piece) -> Piece {
    render("textarea", attributes, content())
}

public func fieldset(_ attributes: Attribute..., @HTMLBuilder content: () -> Piece) -> Piece {
    render("fieldset", attributes, content())
}

public func legend(_ attributes: Attribute..., @HTMLBuilder content: () -> Piece) -> Piece {
    render("legend", attributes, content())
}

public func details(_ attributes: Attribute..., @HTMLBuilder content: () -> Piece) -> Piece {
    render("details", attributes, content())
}

public func summary(_ attributes: Attribute..., @HTMLBuilder content: () -> Piece) -> Piece {
    render("summary", attributes, content())
}

public func path(_ attributes: Attribute..., @HTMLBuilder content: () -> Piece) -> Piece {
    render("path", attributes, content())
}

public func meta(_ attributes: Attribute...) -> Piece { render("meta", attributes, nil) }

public func link(_ attributes: Attribute...) -> Piece { render("link", attributes, nil) }

public func input(_ attributes: Attribute...) -> Piece { render("input", attributes, nil) }

/// The same with attributes that were gathered before.
public func input(_ attributes: [Attribute]) -> Piece { render("input", attributes, nil) }

public func img(_ attributes: Attribute...) -> Piece { render("img", attributes, nil) }
