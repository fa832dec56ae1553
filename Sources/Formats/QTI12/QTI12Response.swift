internal import XML

/// A `response_lid`, `response_str`, `response_num` or `response_grp`: one thing that is answered.
struct QTI12Response {
    struct Label {
        let ident: String
        let element: XMLElement
    }

    let ident: String
    let element: XMLElement
    let labels: [Label]

    init(_ element: XMLElement) {
        self.element = element
        ident = element["ident"] ?? element["respident"] ?? ""
        labels = element.descendants { $0.name == "response_label" }.map {
            Label(ident: $0["ident"] ?? "", element: $0)
        }
    }

    /// Whether something is written rather than chosen.
    var isText: Bool {
        let isFilledIn = element.first("render_fib") != nil && element.first("render_choice") == nil
        return ["response_str", "response_num"].contains(element.name) || labels.isEmpty || isFilledIn
    }

    var isMultiple: Bool { element["rcardinality"]?.lowercased() == "multiple" }
    var isOrdered: Bool { element["rcardinality"]?.lowercased() == "ordered" }

    var isNumeric: Bool {
        let type = element.descendants { $0.name == "render_fib" }.first?["fibtype"]?.lowercased() ?? ""
        return element.name == "response_num" || ["decimal", "integer", "scientific"].contains(type)
    }

    /// The rows of a text that is longer than a line.
    var rows: Int {
        element.descendants { $0.name == "render_fib" }.first?["rows"].flatMap { Int($0.trimmedText) } ?? 1
    }

    /// What stands with the response itself, before its options.
    var material: XMLElement {
        XMLElement(
            name: "material",
            children: element.children.filter { node in
                guard case .element(let child) = node else { return false }
                return !child.name.hasPrefix("render_")
            })
    }

    /// All responses of an item, in its order.
    static func all(_ item: XMLElement) -> [QTI12Response] {
        guard let presentation = item.first("presentation") else { return [] }
        return presentation.descendants { $0.name.hasPrefix("response_") && $0.name != "response_label" }
            .map(QTI12Response.init)
    }
}
