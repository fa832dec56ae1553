/// GIFT's escapes, kept apart from its control characters while a question is taken to pieces.
///
/// `\:` `\#` `\=` `\{` `\}` `\~` and `\n` become one control byte each (a `PlainTextFile` holds none), so that every control
/// character left means what GIFT says. A backslash before another backslash is one backslash; any other stays.
enum GIFTEscapes {
    private static let letters: [UInt8] = Array(":#={}~".utf8)
    private static let newline: UInt8 = 7

    /// Puts marks in place of escapes, and of the control characters that cannot be meant: in the quoted attributes of a tag
    /// and in numeric character references.
    static func shield(_ text: some Collection<UInt8>) -> [UInt8] {
        var shielded: [UInt8] = []
        shielded.reserveCapacity(text.count)
        var isEscaped = false
        for byte in text {
            if isEscaped {
                isEscaped = false
                if let place = letters.firstIndex(of: byte) {
                    shielded.append(UInt8(place + 1))
                } else if byte == UInt8(ascii: "n") {
                    shielded.append(newline)
                } else if byte == UInt8(ascii: "\\") {
                    shielded.append(byte)
                } else {
                    shielded.append(UInt8(ascii: "\\"))
                    shielded.append(byte)
                }
            } else if byte == UInt8(ascii: "\\") {
                isEscaped = true
            } else {
                shielded.append(byte)
            }
        }
        if isEscaped { shielded.append(UInt8(ascii: "\\")) }
        GIFTMarkup.shield(&shielded)
        return shielded
    }

    /// The text as its author meant it, without white space at its ends.
    static func text(_ shielded: ArraySlice<UInt8>) -> String {
        String(decoding: shielded.map(character).trimmedSpace, as: UTF8.self)
    }

    static func mark(for byte: UInt8) -> UInt8 {
        letters.firstIndex(of: byte).map { UInt8($0 + 1) } ?? byte
    }

    private static func character(_ byte: UInt8) -> UInt8 {
        switch byte {
        case 1...6: letters[Int(byte) - 1]
        case newline: 10
        default: byte
        }
    }
}

extension BidirectionalCollection<UInt8> {
    /// Without spaces, tabs, line ends and no-break spaces (C2 A0) at its ends.
    var trimmedSpace: SubSequence {
        var rest = self[...]
        while let first = rest.first {
            if first == 0x20 || first == 9 || first == 10 {
                rest.removeFirst()
            } else if first == 0xC2, rest.dropFirst().first == 0xA0 {
                rest.removeFirst(2)
            } else {
                break
            }
        }
        while let last = rest.last {
            if last == 0x20 || last == 9 || last == 10 {
                rest.removeLast()
            } else if last == 0xA0, rest.dropLast().last == 0xC2 {
                rest.removeLast(2)
            } else {
                break
            }
        }
        return rest
    }
}
