/// One answer of a group, in the pieces in which GIFT writes it: `%weight%`, text, `#feedback`.
struct GIFTAnswer {
    var isMarkedRight = false
    /// From -1 to 1 where the weight is one that Moodle knows; `nil` when none is written.
    var weight: Double?
    var text: ArraySlice<UInt8>
    var feedback: ArraySlice<UInt8>?

    /// `readsWeight` tells whether a leading `%50%` is a weight; after `=` in multiple choice it is text.
    init(_ source: ArraySlice<UInt8>, readsWeight: Bool) throws(Rejection) {
        var rest = source.trimmedSpace
        if readsWeight, let (weight, length) = Self.weight(rest) {
            guard (-1.0...1.0).contains(weight) else {
                throw Rejection("A weight is beyond 100 %. Write weights from -100 to 100.")
            }
            self.weight = weight
            rest = rest.dropFirst(length)
        }
        if let hash = rest.firstIndex(of: UInt8(ascii: "#")) {
            text = rest[..<hash].trimmedSpace
            feedback = rest[(hash + 1)...].trimmedSpace
        } else {
            text = rest.trimmedSpace
        }
    }

    /// Moodle's pattern: `%`, minus signs, digits, a point, digits, `%`; here a decimal comma too.
    private static func weight(_ text: ArraySlice<UInt8>) -> (Double, length: Int)? {
        guard text.first == UInt8(ascii: "%"),
            let end = text.dropFirst().firstIndex(of: UInt8(ascii: "%")), end - text.startIndex < 30
        else { return nil }
        var digits = text[(text.startIndex + 1)..<end]
        let isNegative = digits.first == UInt8(ascii: "-")
        digits = digits.drop { $0 == UInt8(ascii: "-") }
        if let comma = digits.firstIndex(of: UInt8(ascii: ",")) { digits[comma] = UInt8(ascii: ".") }
        guard let first = digits.first, (0x30...0x39).contains(first),
            digits.allSatisfy({ (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") }),
            let percent = Double(String(decoding: digits, as: UTF8.self))
        else { return nil }
        return (Share.settled(isNegative ? -percent : percent), end - text.startIndex + 1)
    }
}

extension ArraySlice<UInt8> {
    /// The parts between separators; a first part that is blank is left out, as Moodle does.
    func parts(at separator: UInt8) -> [ArraySlice<UInt8>] {
        var parts = split(separator: separator, omittingEmptySubsequences: false)
        if parts.first?.trimmedSpace.isEmpty == true { parts.removeFirst() }
        return parts
    }

    /// The text before and after the first `->`.
    var arrow: (left: ArraySlice<UInt8>, right: ArraySlice<UInt8>)? {
        var previous: UInt8 = 0
        for index in indices {
            if self[index] == UInt8(ascii: ">"), previous == UInt8(ascii: "-") {
                return (self[..<(index - 1)], self[(index + 1)...])
            }
            previous = self[index]
        }
        return nil
    }
}
