internal import XML

/// What a test or a section names, in its order, with the titles above it as category.
struct QTITest {
    struct Entry {
        let category: [String]
        let address: String
        /// Where the question is written out in the test itself.
        let item: XMLElement?
    }

    private(set) var entries: [Entry] = []

    init(_ root: XMLElement, category: [String]) {
        visit(root, category: category)
    }

    private mutating func visit(_ element: XMLElement, category: [String]) {
        let title = element["title"]?.split(whereSeparator: \.isWhitespace).joined(separator: " ") ?? ""
        let isTitled = ["assessmentTest", "assessmentSection"].contains(element.name) && element["visible"] != "false"
        let path = isTitled && !title.isEmpty ? category + [title] : category
        for child in element.elements {
            switch child.name {
            case "assessmentItem": entries.append(Entry(category: path, address: "", item: child))
            case "assessmentItemRef", "assessmentSectionRef":
                entries.append(Entry(category: path, address: child["href"] ?? "", item: nil))
            case "testPart", "assessmentSection": visit(child, category: path)
            default: break
            }
        }
    }
}
