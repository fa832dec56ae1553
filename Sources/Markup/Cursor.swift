/// A place in a buffer that is large enough: what `Output` is where the size is known beforehand.
struct Cursor {
    private let buffer: UnsafeMutableBufferPointer<UInt8>
    private(set) var count = 0

    init(_ buffer: UnsafeMutableBufferPointer<UInt8>) { self.buffer = buffer }

    mutating func put(_ text: StaticString) {
        put(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    mutating func put(_ bytes: [UInt8]) {
        bytes.withUnsafeBufferPointer { put($0) }
    }

    /// Each byte may become an entity of at most `Escape.longest` bytes.
    mutating func put(escaping text: String) {
        var text = text
        text.withUTF8 { utf8 in
            for byte in utf8 {
                if let entity = Escape.entity(of: byte) {
                    put(entity)
                } else {
                    buffer[count] = byte
                    count += 1
                }
            }
        }
    }

    private mutating func put(_ bytes: UnsafeBufferPointer<UInt8>) {
        // Bounds are checked once for the whole run, here.
        let end = count + bytes.count
        precondition(end <= buffer.count, "the size of an element was counted too small")
        _ = UnsafeMutableBufferPointer(rebasing: buffer[count..<end]).update(fromContentsOf: bytes)
        count = end
    }
}

/// What HTML gives a meaning, in text and in quoted attributes alike.
enum Escape {
    /// The bytes of the longest entity.
    static let longest = 6

    @inline(__always)
    static func entity(of byte: UInt8) -> StaticString? {
        // All five are below 64: one test lets nearly every byte pass.
        guard byte < 64, 0x5000_00C4_0000_0000 & (1 << UInt64(byte)) != 0 else { return nil }
        switch byte {
        case UInt8(ascii: "&"): return "&amp;"
        case UInt8(ascii: "<"): return "&lt;"
        case UInt8(ascii: ">"): return "&gt;"
        case UInt8(ascii: "\""): return "&quot;"
        default: return "&#39;"
        }
    }
}
