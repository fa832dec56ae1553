/// An import of a question bank, as its history tells it.
public struct BankRecord: Sendable, Hashable, Identifiable {
    public let id: Int
    /// Without its folders.
    public let fileName: String
    /// "GIFT", "Moodle XML".
    public let format: String
    /// Wall clock, milliseconds since 1970.
    public let imported: Int64
    /// When it was taken back.
    public let undone: Int64?
    /// Families and variants that it brought and that are still there, retired ones too.
    public let families: Int
    public let variants: Int
    /// Families of which a form holds a variant.
    public let drawn: Int
}
