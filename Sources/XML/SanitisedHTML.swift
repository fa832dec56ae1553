/// What is left of a piece of HTML when everything that is not allowed is gone, and what a reader should be told about it.
public struct SanitisedHTML: Hashable, Sendable {
    /// Well-formed HTML5 that holds allowed elements and attributes only.
    public var html: String
    /// Pictures that could not be kept: they lie on another machine, or the file that holds the text does not hold them.
    public var omittedImages: Int
    /// Whether text was lost because the piece was too long (`HTMLSanitiser.limit`) or nested too deeply.
    public var isTruncated: Bool

    public init(html: String, omittedImages: Int = 0, isTruncated: Bool = false) {
        self.html = html
        self.omittedImages = omittedImages
        self.isTruncated = isTruncated
    }
}
