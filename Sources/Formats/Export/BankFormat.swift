public import Assessment

/// A format in which banks leave the box.
public enum BankFormat: String, Sendable, CaseIterable {
    /// Gongbox's superset of GIFT: families with variables go out as their author wrote them.
    case gift
    case moodleXML = "moodlexml"
    case brightspaceCSV = "brightspace"
    /// An IMS content package of QTI 2.1 items.
    case qti21

    /// The format's usual name.
    public var name: String {
        switch self {
        case .gift: "GIFT"
        case .moodleXML: "Moodle XML"
        case .brightspaceCSV: "Brightspace CSV"
        case .qti21: "QTI 2.1"
        }
    }

    /// What a file's name ends in, without the dot.
    public var ending: String {
        switch self {
        case .gift: "gift"
        case .moodleXML: "xml"
        case .brightspaceCSV: "csv"
        case .qti21: "zip"
        }
    }

    /// The file's kind, as HTTP names it.
    public var type: String {
        switch self {
        case .gift: "text/plain; charset=utf-8"
        case .moodleXML: "application/xml"
        case .brightspaceCSV: "text/csv; charset=utf-8"
        case .qti21: "application/zip"
        }
    }
}

/// Writes families in a format. What it cannot carry is left out with the reason, never guessed.
///
/// `media` gives the bytes of a picture, sound or film by its name in the box (`Media.name`), or nil where the box lost it.
public func exportBank(
    _ families: [Family], as format: BankFormat, media: (String) -> [UInt8]? = { _ in nil }
) -> ExportedBank {
    switch format {
    case .gift: GIFTWriter.write(families)
    case .moodleXML: MoodleXMLWriter.write(families, media: media)
    case .brightspaceCSV: BrightspaceWriter.write(families)
    case .qti21: withoutActuallyEscaping(media) { QTIPackageWriter.write(families, media: $0) }
    }
}
