internal import Assessment
internal import XML

/// Reads IMS QTI 2.0, 2.1, 2.2 and 3.0: items, and tests and sections that name them.
///
/// Every score is found by running the item's own response processing (`QTISolver`), never by guessing from its looks. What the
/// item model cannot mark alike is left out by name.
enum QTI2Reader {
    /// How deep tests may name sections in other files.
    private static let deepest = 8

    /// Reads one file of items, or a test; `category` is where its questions belong.
    static func read(
        _ root: XMLElement, from source: BankSource, category: [String] = [], into draft: inout BankDraft
    ) {
        read(root, from: source, category: category, depth: 0, into: &draft)
    }

    private static func read(
        _ element: XMLElement, from source: BankSource, category: [String], depth: Int, into draft: inout BankDraft
    ) {
        let root = QTINames.normalised(element) { xml($0, source) }
        switch root.name {
        case "assessmentItem": take(root, from: source, category: category, into: &draft)
        case "assessmentTest", "assessmentSection", "testPart":
            let test = QTITest(root, category: category)
            guard !test.entries.isEmpty else {
                draft.omit("The \(root.name) names no questions.", line: root.line)
                return
            }
            var missing = 0
            for entry in test.entries {
                if let item = entry.item {
                    take(item, from: source, category: entry.category, into: &draft)
                } else if depth < deepest, let part = xml(entry.address, source) {
                    let folder = QTIAddress.folder(of: entry.address)
                    let inner = BankSource([]) { source.find(QTIAddress.join(folder, $0)) }
                    let file = draft.file
                    draft.file = entry.address
                    read(part, from: inner, category: entry.category, depth: depth + 1, into: &draft)
                    draft.file = file
                } else {
                    missing += 1
                }
            }
            if missing > 0 {
                draft.omit(
                    "This is a test: it names \(missing == 1 ? "1 question" : "\(missing) questions") in other files, which are not here. Import the package that holds them, or those files.",
                    line: root.line)
            }
        default:
            let items = root.descendants { $0.name == "assessmentItem" }
            if items.isEmpty {
                draft.omit("The file holds no question: it is a QTI \(root.name).", line: root.line)
            }
            for item in items { take(item, from: source, category: category, into: &draft) }
        }
    }

    private static func xml(_ address: String, _ source: BankSource) -> XMLElement? {
        source.find(address).flatMap { try? XMLReading($0).root }
    }

    private static func take(
        _ root: XMLElement, from source: BankSource, category: [String], into draft: inout BankDraft
    ) {
        do throws(QTIRejection) {
            let (family, notices, media) = try QTIFamily(root, source: source).read(category: category)
            draft.take(family, line: root.line, notices: notices, media: media)
        } catch {
            draft.omit(error.reason, line: error.line ?? root.line)
        }
    }
}
