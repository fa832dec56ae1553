/// Numbers as GIFT writes an accepted answer.
enum GIFTNumber {
    /// `value:tolerance`, `low..high`, `value` or `*`; a remark after ` //` is not part of it. A `nil` value accepts anything.
    static func accepted(_ source: String) -> (value: Double?, tolerance: Double)? {
        var text = Substring(source)
        if let remark = text.indices.first(where: { text[$0...].hasPrefix("//") }) { text = text[..<remark] }
        text = trimmed(text)
        if text == "*" { return (nil, 0) }
        if let dots = text.indices.dropFirst().first(where: { text[$0...].hasPrefix("..") }) {
            guard let low = number(text[..<dots]), let high = number(text[dots...].dropFirst(2)) else { return nil }
            // The wider half, so that both ends are within whatever rounding did to the middle.
            let middle = low / 2 + high / 2
            return (middle, max(abs(high - middle), abs(middle - low)))
        }
        if let colon = text.firstIndex(of: ":") {
            guard let value = number(text[..<colon]), let tolerance = number(text[colon...].dropFirst()) else {
                return nil
            }
            return (value, abs(tolerance))
        }
        return number(text).map { ($0, 0) }
    }

    /// A decimal number in ASCII, with a typographic minus as well. A decimal comma is read where it cannot part thousands.
    static func number(_ source: Substring) -> Double? {
        var text = trimmed(source).map { $0 == "−" ? "-" : $0 }
        if let comma = text.firstIndex(of: ","), !text.contains(".") {
            let decimals = text[(comma + 1)...].prefix { ("0"..."9").contains($0) }.count
            let whole = text[..<comma].filter { $0 != "-" && $0 != "+" }
            guard decimals > 0, decimals != 3 || whole == ["0"] else { return nil }
            text[comma] = "."
        }
        guard let last = text.last, last == "." || ("0"..."9").contains(last),
            text.allSatisfy({ "0123456789+-.eE".contains($0) }),
            let value = Double(String(text)), value.isFinite
        else { return nil }
        return value
    }

    private static func trimmed(_ text: Substring) -> Substring {
        guard let last = text.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return text[...last].drop(while: \.isWhitespace)
    }
}
