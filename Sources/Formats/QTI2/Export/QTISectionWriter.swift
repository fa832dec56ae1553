internal import XML

/// Categories as sections within sections: QTI's questions say nothing of where they belong.
struct QTISectionWriter {
    private final class Section {
        let title: String
        var items: [String] = []
        var sections: [Section] = []

        init(title: String) { self.title = title }
    }

    private let root = Section(title: "Questions")

    func add(item name: String, category: [String]) {
        var section = root
        for title in category {
            if let known = section.sections.first(where: { $0.title == title }) {
                section = known
            } else {
                let new = Section(title: title)
                section.sections.append(new)
                section = new
            }
        }
        section.items.append(name)
    }

    /// The outermost is invisible: its title is no category.
    var element: XMLElement {
        var count = 0
        let element = element(root, count: &count)
        let own = [
            "xmlns": QTIItemWriter.namespace, "visible": "false",
        ]
        return XMLElement(
            name: element.name, attributes: element.attributes.merging(own) { $1 }, children: element.children)
    }

    private func element(_ section: Section, count: inout Int) -> XMLElement {
        let number = count
        count += 1
        let items = section.items.map { XMLElement.new("assessmentItemRef", ["identifier": $0, "href": "\($0).xml"]) }
        var sections: [XMLElement] = []
        for inner in section.sections { sections.append(element(inner, count: &count)) }
        return .new(
            "assessmentSection",
            ["identifier": "SECTION-\(number)", "title": section.title, "visible": "true"], items + sections)
    }
}
