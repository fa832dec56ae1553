internal import Archive
internal import Assessment
internal import Crypto
internal import XML

/// Writes families as an IMS QTI 2.1 content package: a file for each question, the files that they show, a section that holds
/// the categories, and the manifest.
struct QTIPackageWriter {
    private var manifest = QTIManifest()
    private var sections = QTISectionWriter()
    private var files: [ZipEntry] = []
    private var bank = ExportedBank(bytes: [])
    private let media: (String) -> [UInt8]?
    /// In small letters: file systems that know no others hold the package too.
    private var names: Set<String> = ["imsmanifest", "questions"]
    private var mediaNames: Set<String> = []

    static func write(_ families: [Family], media: @escaping (String) -> [UInt8]?) -> ExportedBank {
        var writer = QTIPackageWriter(media: media)
        for (place, family) in families.enumerated() { writer.take(family, line: place + 1) }
        return writer.finished()
    }

    private init(media: @escaping (String) -> [UInt8]?) { self.media = media }

    private mutating func take(_ family: Family, line: Int) {
        let isMany = family.variants.count > 1
        let identifier = Self.identifier(family)
        var written = 0
        for (number, variant) in family.variants.enumerated() {
            do {
                let name = isMany ? "\(identifier)-\(number + 1)" : identifier
                let category = isMany ? family.category + [family.title] : family.category
                try write(variant.item, name: name, title: family.title, category: category)
                written += 1
            } catch {
                let title = isMany ? "\(family.title) \(number + 1)" : family.title
                bank.omissions.append(Omission(line: line, reason: "\(title): \(error.reason)"))
            }
        }
        guard written > 0 else { return }
        let tell = { (words: String) in Omission(line: line, reason: "\(family.title): \(words)") }
        if isMany {
            bank.notices.append(
                tell("Its variants are questions of their own, in a section of the family's name."))
        }
        if !family.tags.isEmpty { bank.notices.append(tell("Its tags are not in the file, because QTI has none.")) }
        if family.variants.contains(where: \.item.interaction.mayHaveUnits) {
            bank.notices.append(tell("QTI's numbers have no units: the number alone is asked for."))
        }
    }

    private mutating func write(
        _ item: Item, name: String, title: String, category: [String]
    ) throws(Rejection) {
        let shown = QTIFilesOut(find: media)
        let name = free(name)
        let element = try QTIItemWriter(item, files: shown).element(identifier: name, title: title)
        names.insert(name.lowercased())
        files.append(ZipEntry(name: "\(name).xml", bytes: element.file))
        for file in shown.files where mediaNames.insert(file.name).inserted {
            files.append(ZipEntry(name: QTIFilesOut.path(file), bytes: file.bytes))
        }
        manifest.add(item: name, shows: shown.files.map(QTIFilesOut.path))
        sections.add(item: name, category: category)
    }

    private mutating func finished() -> ExportedBank {
        guard !files.isEmpty else { return bank }
        files.insert(ZipEntry(name: "questions.xml", bytes: sections.element.file), at: 0)
        files.insert(ZipEntry(name: "imsmanifest.xml", bytes: manifest.element.file), at: 0)
        do throws(ZipError) {
            bank.bytes = try ZipArchive.packed(files)
        } catch {
            bank.omissions.append(Omission(line: 1, reason: "No question is in the file. \(error)"))
        }
        return bank
    }

    /// The family's own identifier where it is a name that XML allows and other systems take; otherwise one made of its content,
    /// so that a second export has the same.
    private static func identifier(_ family: Family) -> String {
        if let own = family.sourceID, own.utf8.count <= 64, let first = own.unicodeScalars.first,
            isLetter(first),
            own.unicodeScalars.allSatisfy({ isLetter($0) || "0123456789.-".unicodeScalars.contains($0) })
        {
            return own
        }
        let content =
            family.sourceID
            ?? (family.category + [family.title] + family.variants.map(\.item.stem.html)).joined(separator: "\n")
        return "Q-" + Fingerprint.short(Array(content.utf8))
    }

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII && scalar.properties.isAlphabetic || scalar == "_"
    }

    private func free(_ name: String) -> String {
        guard names.contains(name.lowercased()) else { return name }
        var number = 2
        while names.contains("\(name)-\(number)".lowercased()) { number += 1 }
        return "\(name)-\(number)"
    }
}

extension Interaction {
    /// Whether an answer may be written with a unit, and need not.
    fileprivate var mayHaveUnits: Bool {
        switch self {
        case .numericEntry(let entry): !entry.units.isEmpty && entry.unitPenalty == nil
        case .composite(let composite): composite.parts.contains { $0.interaction.mayHaveUnits }
        default: false
        }
    }
}
