internal import Archive

/// A file of a package that holds questions.
struct PackageBank {
    let name: String
    let bytes: [UInt8]
    let file: BankFile
    /// Lower is read first: what names where questions belong, before the questions by themselves.
    let rank: Int

    /// Nil for what is no bank: pages, pictures, settings, the manifest.
    init?(_ entry: ZipEntry, among files: PackageFiles) {
        let lower = entry.name.lowercased()
        let last = PackageFiles.lastPart(lower)
        let ending = last.lastIndex(of: ".").map { String(last[last.index(after: $0)...]) } ?? ""
        guard Self.endings.contains(ending), last != "imsmanifest.xml", last != "assessment_meta.xml",
            entry.bytes.contains(where: { $0 > 0x20 })
        else { return nil }
        // Canvas writes a quiz twice; the copy for other systems lacks what they do not know.
        if last == "assessment_qti.xml" {
            let quiz = PackageFiles.lastPart(String(PackageFiles.folder(of: entry.name).dropLast()))
            if files.contains("non_cc_assessments/\(quiz).xml.qti") { return nil }
        }
        file = BankFile(entry.bytes)
        let head = String(decoding: entry.bytes.prefix(65_536), as: UTF8.self)
        switch file.kind {
        case .gift:
            // Any text may be GIFT: only what looks like it is taken for it.
            guard ending == "gift" || ending == "txt" && ["::", "{=", "{~", "{T", "{#"].contains(where: head.contains)
            else { return nil }
            rank = 2
        case .qti2:
            if ["<assessmentTest", "<qti-assessment-test"].contains(where: head.contains) {
                rank = 1
            } else if ["<assessmentSection", "<qti-assessment-section"].contains(where: head.contains) {
                rank = 2
            } else if ["assessmentItem", "qti-assessment-item"].contains(where: {
                head.contains("<" + $0) || head.contains(":" + $0)
            }) {
                rank = 3
            } else {
                return nil
            }
        case .qti12: rank = lower.contains("questiondb") || lower.hasPrefix("non_cc_assessments/") ? 0 : 2
        case .foreign: return nil
        case .package: rank = 4
        case .moodleXML, .aiken, .brightspaceCSV, .numbas: rank = 2
        }
        name = entry.name
        bytes = entry.bytes
    }

    private static let endings: Set<String> = [
        "xml", "qti", "dat", "gift", "txt", "csv", "exam", "zip", "imscc", "",
    ]
}
