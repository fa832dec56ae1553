internal import Assessment
internal import Crypto
internal import XML

/// An item with its variables: one question, or as many as its template brings.
struct QTIFamily {
    private let root: XMLElement
    private let source: BankSource
    private let media: MediaCase

    init(_ root: XMLElement, source: BankSource) {
        self.root = root
        self.source = source
        // A shared text names its pictures from where it lies.
        let folders = root.all("assessmentStimulusRef").map { QTIAddress.folder(of: $0["href"] ?? "") }
        media = MediaCase { address in
            source.find(address) ?? folders.lazy.compactMap { source.find(QTIAddress.join($0, address)) }.first
        }
    }

    func read(category: [String]) throws(QTIRejection) -> (Family, notices: [String], media: [Media]) {
        if root["adaptive"] == "true" {
            throw QTIRejection(
                "The question is adaptive: it goes on over several attempts, which a check does not. Make one question of each step."
            )
        }
        var declarations: [String: QTIDeclaration] = [:]
        var notices: [String] = []
        for var declaration in root.elements.compactMap(QTIDeclaration.init) {
            if let mended = QTIKeyMending.mend(&declaration, in: root) { notices.append(mended) }
            declarations[declaration.identifier] = declaration
        }
        let identifier = root["identifier"] ?? ""
        let start = QTISession(declarations, seed: Fingerprint.seed(Array(identifier.utf8)))
        let before = stimuli(&notices)
        var variants: [Variant] = []
        var troubles: [QTIRejection] = []
        var template = QTITemplate(root, declarations: declarations)
        let sessions = try template?.sessions(from: start) ?? [start]
        for session in sessions {
            do throws(QTIRejection) {
                var item = try QTIItem(root, session: session, media: media, find: file)
                let resolved = try item.item(before: before)
                for notice in item.notices where !notices.contains(notice) { notices.append(notice) }
                if !variants.contains(where: { $0.item == resolved }) {
                    variants.append(Variant(resolved, parameters: template?.parameters(of: session) ?? []))
                }
            } catch {
                // What is wrong with the first few is wrong with the question.
                troubles.append(error)
                if variants.isEmpty, troubles.count >= 5 { break }
            }
        }
        if let trouble = troubles.first {
            if variants.isEmpty { throw trouble }
            notices.append(
                "\(troubles.count) of \(sessions.count) variants were left out. The first: \(trouble.reason)")
        }
        let title =
            [root["title"], root["label"], identifier].compactMap { $0 }
            .map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }.first { !$0.isEmpty } ?? "Question"
        let family = Family(
            sourceID: identifier.isEmpty ? nil : identifier, title: title, category: category, variants: variants)
        return (family, notices, media.shown)
    }

    private func file(_ address: String) -> XMLElement? {
        guard let bytes = source.find(address), let root = try? XMLReading(bytes).root else { return nil }
        return QTINames.normalised(root) { _ in nil }
    }

    /// The texts that several questions share (QTI 3), as HTML.
    private func stimuli(_ notices: inout [String]) -> String {
        var html = ""
        for reference in root.all("assessmentStimulusRef") {
            let address = reference["href"] ?? ""
            guard let body = file(address)?.first("stimulusBody") else {
                notices.append(
                    "The text \(address), which the question is about, is not here. Import the package that holds it.")
                continue
            }
            let session = QTISession([:], seed: 0)
            html += "<div>\(QTIMarkup(session: session, media: media).html(of: body.children))</div>"
        }
        return html
    }
}
