/// A picture and places on it, for hot spots and for labels that belong somewhere on a picture.
public struct ImageMap: Hashable, Sendable, Codable {
    /// Shapes and their coordinates, as HTML's image maps and QTI have them, in pixels of the picture.
    public enum Shape: Hashable, Sendable, Codable {
        /// Left, top, right, bottom.
        case rectangle(Double, Double, Double, Double)
        /// Centre and radius.
        case circle(Double, Double, Double)
        /// Centre, and both half axes.
        case ellipse(Double, Double, Double, Double)
        /// x and y by turns, at least three pairs.
        case polygon([Double])
    }

    /// The picture's address in this box.
    public var source: String
    /// What the picture shows, in words.
    public var text: String
    /// In pixels, both at least 1.
    public var width: Double
    public var height: Double
    public var regions: [Shape]

    public init(source: String, text: String, width: Double, height: Double, regions: [Shape]) {
        self.source = source
        self.text = text
        self.width = width
        self.height = height
        self.regions = regions
    }
}

extension ImageMap {
    /// What a place without a name is called: A to Z, then A2 and so on.
    public static func letter(_ number: Int) -> String {
        let letter = String(UnicodeScalar(UInt8(65 + max(0, number) % 26)))
        return number < 26 ? letter : letter + String(number / 26 + 1)
    }
}
