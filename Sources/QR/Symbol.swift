internal import CQREncode

/// A QR code (ISO/IEC 18004) as a square of modules, made by libqrencode at error correction level M.
public struct Symbol: Sendable {
    /// Modules along one side, without the quiet zone.
    public let side: Int
    private let isDark: [Bool]

    /// nil when the text is empty or too long for a symbol.
    public init?(_ text: String) {
        guard let code = QRcode_encodeString(text, 0, QR_ECLEVEL_M, QR_MODE_8, 1) else { return nil }
        defer { QRcode_free(code) }
        guard let data = code.pointee.data else { return nil }
        side = Int(code.pointee.width)
        isDark = UnsafeBufferPointer(start: data, count: side * side).map { $0 & 1 == 1 }
    }

    /// An SVG path over a grid in which a module is 1 unit, with the quiet zone of four modules around it.
    public var path: String {
        var path = ""
        for y in 0..<side {
            var x = 0
            while x < side {
                guard isDark[y * side + x] else {
                    x += 1
                    continue
                }
                let start = x
                while x < side, isDark[y * side + x] { x += 1 }
                path += "M\(start + 4) \(y + 4)h\(x - start)v1h-\(x - start)z"
            }
        }
        return path
    }

    /// The side of the grid that `path` is drawn on.
    public var extent: Int { side + 8 }
}
