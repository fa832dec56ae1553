public import Assessment

/// What a question bank held: the families that come in, and an account of the rest.
public struct BankImport: Sendable {
    /// The format's usual name, such as `GIFT`.
    public var format: String
    public var families: [Family]
    /// One for each question that was left out.
    public var omissions: [Omission]
    /// What came in otherwise than it stands in the file.
    public var notices: [Omission]
    /// The files that the families show, each once.
    public var media: [Media] = []

    /// Every question of the file is either in or left out.
    public var questionsFound: Int { families.count + omissions.count }

    public init(format: String, families: [Family] = [], omissions: [Omission] = [], notices: [Omission] = []) {
        self.format = format
        self.families = families
        self.omissions = omissions
        self.notices = notices
    }
}
