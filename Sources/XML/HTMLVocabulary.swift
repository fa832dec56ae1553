/// Which elements and attributes may stay. Everything unknown is unwrapped: its children stay, it goes.
enum HTMLVocabulary {
    static let html: Set<String> = [
        "p", "br", "b", "strong", "i", "em", "u", "s", "sub", "sup", "code", "pre", "tt", "ul", "ol", "li", "dl", "dt",
        "dd",
        "table", "thead", "tbody", "tfoot", "tr", "td", "th", "caption", "colgroup", "col", "blockquote", "h1", "h2",
        "h3",
        "h4", "h5", "h6", "span", "div", "hr", "img", "a", "abbr", "cite", "q", "small", "big", "var", "kbd", "samp",
        "del",
        "ins", "figure", "figcaption", "ruby", "rt", "rp", "math",
        "audio", "video",
    ]

    /// Elements that show a file; what is inside audio and video is for browsers that know neither.
    static let media: Set<String> = ["img", "audio", "video"]

    static let void: Set<String> = ["br", "hr", "img", "col"]

    /// Presentation MathML; an element of HTML inside a formula is unwrapped.
    static let math: Set<String> = [
        "mi", "mn", "mo", "ms", "mtext", "mspace", "mrow", "mfrac", "msqrt", "mroot", "mstyle", "merror", "mpadded",
        "mphantom", "mfenced", "menclose", "msub", "msup", "msubsup", "munder", "mover", "munderover", "mmultiscripts",
        "mprescripts", "none", "mtable", "mtr", "mlabeledtr", "mtd", "semantics",
    ]

    /// Elements that go with everything inside them: what they hold is not text for a reader.
    static let dropped: Set<String> = [
        "script", "style", "iframe", "object", "applet", "svg", "form", "input", "select", "option",
        "optgroup",
        "textarea", "button", "datalist", "template", "noscript", "noembed", "noframes", "frameset", "frame", "canvas",
        "head", "title", "meta", "link", "base", "annotation", "annotation-xml", "dialog", "portal", "map",
        "area",
    ]

    /// Elements that stand on lines of their own, so plain text needs a space where they begin and end.
    static let blocks: Set<String> = [
        "p", "br", "pre", "ul", "ol", "li", "dl", "dt", "dd", "table", "thead", "tbody", "tfoot", "tr", "td", "th",
        "caption",
        "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "div", "hr", "figure", "figcaption",
    ]

    private static let mathAttributes: Set<String> = [
        "mathvariant", "display", "displaystyle", "scriptlevel", "stretchy", "symmetric", "fence", "separator",
        "separators",
        "form", "largeop", "movablelimits", "lspace", "rspace", "width", "height", "depth", "voffset", "linethickness",
        "columnalign", "rowalign", "columnspan", "rowspan", "columnspacing", "rowspacing", "columnlines", "rowlines",
        "frame",
        "open", "close", "accent", "accentunder", "notation", "bevelled", "numalign", "denomalign",
    ]

    /// The value with which an attribute stays, or `nil` when it goes. `src` and `href` are judged by `HTMLAddress`.
    static func attribute(_ name: String, of element: String, value: String) -> String? {
        switch name {
        case "dir": ["ltr", "rtl", "auto"].contains(value.lowercased()) ? value.lowercased() : nil
        case "lang": isLanguage(value) ? value : nil
        case "title": value
        case "alt": element == "img" ? value : nil
        case "href": element == "a" ? HTMLAddress.link(value) : nil
        case "start": element == "ol" ? number(value) : nil
        case "span": ["col", "colgroup"].contains(element) ? number(value) : nil
        case "colspan": ["td", "th"].contains(element) ? number(value) : nil
        case "rowspan" where !math.contains(element): ["td", "th"].contains(element) ? number(value) : nil
        case "width" where ["img", "video"].contains(element), "height" where ["img", "video"].contains(element):
            number(value)
        default: (element == "math" || math.contains(element)) && mathAttributes.contains(name) ? value : nil
        }
    }

    /// One to four digits: a browser obeys a span of a billion columns.
    private static func number(_ value: String) -> String? {
        (1...4).contains(value.utf8.count) && value.utf8.allSatisfy { (0x30...0x39).contains($0) } ? value : nil
    }

    private static func isLanguage(_ value: String) -> Bool {
        (1...35).contains(value.utf8.count)
            && value.unicodeScalars.allSatisfy {
                $0.isASCII && ($0.properties.isAlphabetic || ("0"..."9").contains($0) || $0 == "-")
            }
    }
}
