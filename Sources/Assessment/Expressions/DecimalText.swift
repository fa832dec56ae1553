/// The parts of a decimal as it is written: the digits without the point, and the power of ten that they stand at.
struct DecimalText {
    private let isNegative: Bool
    private let digits: [UInt8]
    /// The value is the digits, read as a whole number, times ten to this power.
    private let exponent: Int

    init?(_ text: some StringProtocol) {
        var rest = Array(text.utf8)[...]
        isNegative = rest.first == UInt8(ascii: "-")
        if let sign = rest.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") { rest = rest.dropFirst() }
        let whole = Self.takeDigits(&rest)
        var fraction: ArraySlice<UInt8> = []
        if rest.first == UInt8(ascii: ".") {
            rest = rest.dropFirst()
            fraction = Self.takeDigits(&rest)
        }
        guard !(whole.isEmpty && fraction.isEmpty) else { return nil }
        var power = 0
        if let letter = rest.first, letter | 0x20 == UInt8(ascii: "e") {
            guard let written = Int(String(decoding: rest.dropFirst(), as: UTF8.self)) else { return nil }
            // Beyond this no digits that fit in memory bring it back; the bound keeps the subtraction below from overflowing.
            power = min(max(written, -1_000_000_000), 1_000_000_000)
            rest = []
        }
        guard rest.isEmpty else { return nil }
        let all = whole + fraction
        let trailing = all.reversed().prefix { $0 == UInt8(ascii: "0") }.count
        digits = Array(all.dropLast(trailing))
        exponent = power - fraction.count + trailing
    }

    /// `nil` where 128 bits do not hold it.
    var rational: Rational? {
        var value: Int128 = 0
        for digit in digits {
            let (tens, overflows) = value.multipliedReportingOverflow(by: 10)
            let (sum, overflowsToo) = tens.addingReportingOverflow(Int128(digit - UInt8(ascii: "0")))
            guard !overflows, !overflowsToo else { return nil }
            value = sum
        }
        if value == 0 { return Rational(0) }
        guard let power = Rational(10).raised(to: Int128(exponent)) else { return nil }
        return Rational(isNegative ? -value : value)?.multiplied(by: power)
    }

    private static func takeDigits(_ rest: inout ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let digits = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        rest = rest.dropFirst(digits.count)
        return digits
    }
}
