internal import XML

/// The manifest of an IMS content package (CP 1.1.4, as QTI 2.1 packages have it).
struct QTIManifest {
    private var items: [(name: String, resource: XMLElement)] = []

    /// `shows` are the files that the item's texts show, by their places in the package.
    mutating func add(item name: String, shows: [String]) {
        let files = (["\(name).xml"] + shows).map { XMLElement.new("file", ["href": $0]) }
        let resource = XMLElement.new(
            "resource", ["identifier": "RES-\(name)", "type": "imsqti_item_xmlv2p1", "href": "\(name).xml"], files)
        items.append((name, resource))
    }

    var element: XMLElement {
        let section = XMLElement.new(
            "resource", ["identifier": "QUESTIONS", "type": "imsqti_section_xmlv2p1", "href": "questions.xml"],
            [.new("file", ["href": "questions.xml"])]
                + items.map { .new("dependency", ["identifierref": "RES-\($0.name)"]) })
        let schema: [XMLElement] = [
            .new("schema", text: "QTIv2.1 Package"), .new("schemaversion", text: "1.0.0"),
        ]
        return .new(
            "manifest", ["xmlns": "http://www.imsglobal.org/xsd/imscp_v1p1", "identifier": "MANIFEST"],
            [
                .new("metadata", [:], schema), .new("organizations"),
                .new("resources", [:], [section] + items.map(\.resource)),
            ])
    }
}
