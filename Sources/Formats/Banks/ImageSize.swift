/// Width and height of a picture, from its first bytes.
struct ImageSize {
    /// In pixels, both at least 1.
    let width: Int
    let height: Int

    /// PNG, GIF and JPEG; nil for others.
    init?(_ bytes: [UInt8]) {
        func number(_ place: Int, _ count: Int, isLittle: Bool = false) -> Int {
            guard place + count <= bytes.count else { return 0 }
            let part = bytes[place..<(place + count)]
            return (isLittle ? Array(part.reversed()) : Array(part)).reduce(0) { $0 << 8 | Int($1) }
        }
        if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) {
            (width, height) = (number(16, 4), number(20, 4))
        } else if bytes.starts(with: "GIF8".utf8) {
            (width, height) = (number(6, 2, isLittle: true), number(8, 2, isLittle: true))
        } else if bytes.starts(with: [0xFF, 0xD8]) {
            var place = 2
            while place + 8 < bytes.count, bytes[place] == 0xFF {
                // A frame header (SOF0 to SOF15, but for three that mean something else) holds the size.
                if (0xC0...0xCF).contains(bytes[place + 1]), ![0xC4, 0xC8, 0xCC].contains(bytes[place + 1]) { break }
                place += 2 + max(2, number(place + 2, 2))
            }
            (width, height) = (number(place + 7, 2), number(place + 5, 2))
        } else {
            return nil
        }
        guard width > 0, height > 0 else { return nil }
    }
}
