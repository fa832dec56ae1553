import Archive
import Assessment
import Testing
import XML

@testable import Formats

/// What the QTI 2.1 and content packaging specifications ask of a package's form. No schema is at hand: these are the project's own checks.
struct QTIExportStructureTests {
    private static let order = [
        "responseDeclaration", "outcomeDeclaration", "templateDeclaration", "templateProcessing", "stylesheet",
        "itemBody", "responseProcessing", "modalFeedback",
    ]
    private static let blocks: Set<String> = [
        "div", "p", "h1", "h2", "h3", "h4", "h5", "h6", "dl", "hr", "ol", "ul", "pre", "blockquote", "table",
        "rubricBlock", "choiceInteraction", "orderInteraction", "associateInteraction", "matchInteraction",
        "hotspotInteraction", "graphicOrderInteraction", "graphicAssociateInteraction", "sliderInteraction",
        "extendedTextInteraction", "hottextInteraction",
    ]
    private static let lines: Set<String> = [
        "a", "abbr", "b", "big", "cite", "code", "em", "i", "kbd", "q", "samp", "small", "span", "strong", "sub", "sup",
        "tt", "var", "br", "img", "object", "math", "textEntryInteraction", "inlineChoiceInteraction", "hottext",
    ]

    private func package() throws -> [String: XMLElement] {
        var families: [Family] = []
        for kind in 0..<QTIRandomItems.kinds {
            for seed in 0..<6 {
                var random = QTIRandomItems(seed: UInt64(1_000 * kind + seed))
                // Names that XML does not allow, names that differ in capitals only, and none.
                let own = [nil, "1 bad name", "Q\(kind)", "q\(kind)", "ü", "q\(kind)"][seed]
                families.append(
                    Family(sourceID: own, title: "T & <\(kind)>", category: ["U \(kind % 3)"], item: random.item(kind)))
            }
        }
        let bank = exportBank(families, as: .qti21) { _ in QTIRandomItems.picture }
        #expect(bank.omissions == [])
        var files: [String: XMLElement] = [:]
        for entry in try ZipArchive(bank.bytes).entries where entry.name.hasSuffix(".xml") {
            let reading = try XMLReading(entry.bytes)
            #expect(reading.problem == nil, "\(entry.name): \(String(decoding: entry.bytes, as: UTF8.self))")
            files[entry.name] = reading.root
        }
        #expect(files.count == families.count + 2)
        return files
    }

    @Test("Every item has its elements in order, its names declared, and its answers among what is offered")
    func items() throws {
        var count = 0
        for (name, root) in try package() where root.name == "assessmentItem" {
            count += 1
            let places = root.elements.map { Self.order.firstIndex(of: $0.name) ?? -1 }
            #expect(places == places.sorted() && !places.contains(-1), "\(name): \(root.elements.map(\.name))")
            #expect(root.namespace == "http://www.imsglobal.org/xsd/imsqti_v2p1")
            #expect(root["identifier"].map { "\($0).xml" } == name && root["title"]?.hasPrefix("T & <") == true)
            let identifiers = root.descendants { $0["identifier"] != nil && $0.name != "variable" }
                .filter { !["correct", "mapResponse", "setOutcomeValue"].contains($0.name) }
                .map {
                    "\($0.name.hasSuffix("Feedback") ? $0["outcomeIdentifier"] ?? "" : "") \($0["identifier"] ?? "")"
                }
            for identifier in identifiers.compactMap({ $0.split(separator: " ").last }) { #expect(isName(identifier)) }
            let declared = Set(
                root.elements.filter { $0.name.hasSuffix("Declaration") }.compactMap { $0["identifier"] })
            for used in root.descendants(where: {
                ["variable", "correct", "mapResponse", "setOutcomeValue"].contains($0.name)
            }) {
                #expect(declared.contains(used["identifier"] ?? ""), "\(name): \(used)")
            }
            let responses = root.all("responseDeclaration").compactMap { $0["identifier"] }
            let asked = root.descendants { $0["responseIdentifier"] != nil }
            #expect(responses.sorted() == asked.compactMap { $0["responseIdentifier"] }.sorted(), "\(name)")
            for interaction in asked { check(interaction, in: root, name) }
            check(try #require(root.first("itemBody")), name)
        }
        #expect(count == 6 * QTIRandomItems.kinds)
    }

    /// The key and the mapping name what the interaction offers.
    private func check(_ interaction: XMLElement, in root: XMLElement, _ name: String) {
        let declaration = root.all("responseDeclaration").first {
            $0["identifier"] == interaction["responseIdentifier"]
        }
        guard let declaration, ["identifier", "pair", "directedPair"].contains(declaration["baseType"]) else { return }
        let offered = interaction.descendants { $0["identifier"] != nil }.compactMap { $0["identifier"] }
        #expect(Set(offered).count == offered.count)
        let keys = declaration.first("correctResponse")?.all("value").map(\.text) ?? []
        let mapped = declaration.first("mapping")?.all("mapEntry").compactMap { $0["mapKey"] } ?? []
        #expect(!keys.isEmpty)
        for word in (keys + mapped).flatMap({ $0.split(separator: " ") }) {
            #expect(offered.contains(String(word)), "\(name): \(word)")
        }
    }

    /// Blocks stand in blocks, and lines hold lines only.
    private func check(_ element: XMLElement, _ name: String) {
        for child in element.elements {
            if element.name == "itemBody" { #expect(Self.blocks.contains(child.name), "\(name): \(child.name)") }
            if Self.lines.contains(element.name) || ["p", "h1", "pre"].contains(element.name) {
                #expect(
                    Self.lines.contains(child.name) || element.name.hasSuffix("Interaction"), "\(name): \(child.name)")
            }
            if child.name == "math" {
                #expect(child.namespace == "http://www.w3.org/1998/Math/MathML")
                continue
            }
            check(child, name)
        }
    }

    @Test("The manifest lists every file once, and every question has a section")
    func manifest() throws {
        let files = try package()
        let manifest = try #require(files["imsmanifest.xml"])
        #expect(manifest.namespace == "http://www.imsglobal.org/xsd/imscp_v1p1")
        let resources = manifest.descendants { $0.name == "resource" }
        let identifiers = resources.compactMap { $0["identifier"] }
        #expect(Set(identifiers.map { $0.lowercased() }).count == resources.count && identifiers.allSatisfy(isName))
        let items = resources.filter { $0["type"] == "imsqti_item_xmlv2p1" }
        #expect(Set(items.compactMap { $0["href"] }).count == 6 * QTIRandomItems.kinds)
        for resource in resources {
            #expect(resource.first("file")?["href"] == resource["href"])
            #expect(files[resource["href"] ?? ""] != nil)
            let shown = files[resource["href"] ?? ""]?.descendants { $0["src"] != nil || $0["data"] != nil } ?? []
            let listed = resource.all("file").dropFirst().compactMap { $0["href"] }
            #expect(Set(shown.compactMap { $0["src"] ?? $0["data"] }) == Set(listed))
        }
        let wanted = resources.first { $0["type"] == "imsqti_section_xmlv2p1" }?.all("dependency") ?? []
        #expect(Set(wanted.compactMap { $0["identifierref"] }) == Set(items.compactMap { $0["identifier"] }))
        let sections = try #require(files["questions.xml"])
        #expect(sections.descendants { $0.name == "assessmentItemRef" }.count == items.count)
    }

    private func isName(_ text: some StringProtocol) -> Bool {
        guard let first = text.unicodeScalars.first, first.isASCII, first.properties.isAlphabetic || first == "_" else {
            return false
        }
        return text.unicodeScalars.allSatisfy {
            $0.isASCII && ($0.properties.isAlphabetic || "0123456789._-".unicodeScalars.contains($0))
        }
    }

    @Test("Variants go out as questions of their own in a category of the family's name")
    func variants() throws {
        let family = try family("// $a: 2..5\n::Sum::<<a>> + 1? {#=a+1}")
        let exported = exportBank([family], as: .qti21)
        let bank = try readBank(exported.bytes, named: "x.zip")
        #expect(bank.families.count == family.variants.count && family.variants.count == 4)
        #expect(bank.families.allSatisfy { $0.category == ["Sum"] && $0.title.hasPrefix("Sum") })
        #expect(Set(bank.families.compactMap(\.sourceID)).count == 4)
        #expect(exported.notices.map(\.reason).contains { $0.hasPrefix("Sum: Its variants are questions") })
    }

    @Test("What QTI cannot carry is left out with the reason, and nothing at all makes no file")
    func omissions() {
        let number = NumericEntryInteraction.Accepted(value: 1, fraction: 1)
        let two = ["a", "b"].map { RichText(plain: $0) }
        let map = ImageMap(source: "/media/p.png", text: "", width: 9, height: 9, regions: [])
        let cases: [(Interaction, String)] = [
            (
                .numericEntry(.init(accepted: [number], figures: .init(count: 3))),
                "QTI cannot say that significant figures count."
            ),
            (
                .numericEntry(.init(accepted: [number], units: [.init(name: "m", multiplier: 1)], unitPenalty: 1)),
                "QTI's numbers have no units."
            ),
            (
                .numericEntry(.init(accepted: [.init(value: nil, fraction: 1)])),
                "Any number earns full marks, which is no question in QTI."
            ),
            (
                .textEntry(.init(accepted: [.init(pattern: "*", fraction: 1)])),
                "Any text earns full marks, which is no question in QTI."
            ),
            (
                .order(.init(entries: two + two + two, grading: .relativeToCorrect)),
                "It is marked by how entries stand to each other, which QTI cannot say of more than 5 entries."
            ),
            (
                .match(.init(sources: two, targets: ["x", "y"], key: [0, 1], image: map)),
                "QTI 2.1 puts pictures on the places of a picture, and these are words."
            ),
            (
                .choice(.init(options: two.map { .init(text: $0, fraction: 0.5) }, isMultiple: false)),
                "No option earns full marks."
            ),
        ]
        for (interaction, reason) in cases {
            let item = Item(stem: RichText(plain: "Q"), interaction: interaction)
            let exported = exportBank([Family(title: "T", category: [], item: item)], as: .qti21)
            #expect(exported.omissions == [Omission(line: 1, reason: "T: \(reason)")])
            #expect(exported.bytes.isEmpty)
        }
        let stem = RichText(sanitised: "<p><img src=\"/media/lost.png\" alt=\"\"></p>")
        let lost = exportBank(
            [Family(title: "T", category: [], item: Item(stem: stem, interaction: .description))], as: .qti21)
        #expect(
            lost.omissions.map(\.reason) == [
                "T: Its picture, sound or film is not in the box. Import its bank again with its files."
            ])
    }
}
