public import Assessment

/// A format in which banks leave the box.
public enum BankFormat: String, Sendable, CaseIterable {
    /// Gongbox's superset of GIFT: families with variables go out as their author wrote them.
    case gift
    case moodleXML = "moodlexml"
}

/// Writes families in a format. What it cannot carry is left out with the reason, never guessed.
public func exportBank(_ families: [Family], as format: BankFormat) -> ExportedBank {
    switch format {
    case .gift: GIFTWriter.write(families)
    case .moodleXML: MoodleXMLWriter.write(families)
    }
}
