#if canImport(Glibc)
    internal import Glibc
#endif

/// Numbers as QTI rounds and writes them.
enum QTINumber {
    /// The shortest text that reads back as the same number; whole numbers without a point.
    static func words(_ value: Double) -> String {
        value == value.rounded() && abs(value) < 1e15 ? "\(Int64(value))" : "\(value)"
    }

    /// Half goes towards +∞.
    static func rounded(_ value: Double) -> Double { (value + 0.5).rounded(.down) }

    /// Nil for a number of figures that makes no sense.
    static func rounded(_ value: Double, mode: String?, figures: Int) -> Double? {
        guard value != 0 else { return 0 }
        var places = figures
        if mode != "decimalPlaces" {
            guard figures > 0 else { return nil }
            places = figures - 1 - Int(log10(abs(value)).rounded(.down))
        }
        guard (-300...300).contains(places) else { return nil }
        // By its digits, so that 2.675 is what it says and not the binary number beside it.
        let scale = pow(10, Double(abs(places)))
        let scaled = places >= 0 ? value * scale : value / scale
        guard abs(scaled) < 1e15 else { return value }
        let whole = rounded(scaled + (scaled.ulp * (scaled < 0 ? -2 : 2)))
        return places >= 0 ? whole / scale : whole * scale
    }

    /// C's `printf` for one number, as `printedVariable` asks: `%i`, `%.2f`, `%3.1e`. Nil for what is no such format.
    static func formatted(_ value: Double, _ format: String) -> String? {
        guard let start = format.firstIndex(of: "%") else { return nil }
        let body = format[format.index(after: start)...]
        guard let end = body.firstIndex(where: \.isLetter) else { return nil }
        let flags = body[..<end]
        guard flags.count <= 8, flags.allSatisfy({ "+-# 0123456789.".contains($0) }) else { return nil }
        let parts = flags.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        let precision = parts.count == 2 ? Int(parts[1]) ?? 0 : nil
        guard let text = digits(value, body[end], precision.map { min($0, 20) }) else { return nil }
        let signs = parts[0].prefix { "+-# 0".contains($0) }
        let width = min(Int(parts[0].dropFirst(signs.count)) ?? 0, 40)
        let signed = signs.contains("+") && value >= 0 ? "+" + text : text
        let padding = String(repeating: signs.contains("0") ? "0" : " ", count: max(0, width - signed.count))
        let padded = signs.contains("-") ? signed + padding : padding + signed
        return String(format[..<start]) + padded + String(body[body.index(after: end)...])
    }

    private static func digits(_ value: Double, _ kind: Character, _ precision: Int?) -> String? {
        switch kind {
        case "i", "d", "u": return abs(value) < 1e15 ? "\(Int64(value.rounded(.towardZero)))" : nil
        case "f", "F": return fixed(value, precision ?? 6)
        case "e", "E": return scientific(value, precision ?? 6, kind)
        case "g", "G":
            let figures = max(precision ?? 6, 1)
            guard value != 0 else { return "0" }
            let exponent = Int(log10(abs(value)).rounded(.down))
            let plain =
                exponent < -4 || exponent >= figures
                ? scientific(value, figures - 1, kind == "g" ? "e" : "E") : fixed(value, max(0, figures - 1 - exponent))
            return withoutFinalZeros(plain)
        default: return nil
        }
    }

    private static func fixed(_ value: Double, _ places: Int) -> String {
        let scale = pow(10, Double(places))
        let scaled = (abs(value) * scale).rounded(.toNearestOrEven)
        guard scaled < 1e15 else { return "\(value)" }
        let digits = String(Int64(scaled))
        let padded = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
        let sign = value < 0 && scaled > 0 ? "-" : ""
        return places == 0 ? sign + padded : sign + padded.dropLast(places) + "." + padded.suffix(places)
    }

    private static func scientific(_ value: Double, _ places: Int, _ mark: Character) -> String {
        var exponent = value == 0 ? 0 : Int(log10(abs(value)).rounded(.down))
        var mantissa = fixed(value / pow(10, Double(exponent)), places)
        if mantissa.drop(while: { $0 == "-" }).hasPrefix("10") {
            exponent += 1
            mantissa = fixed(value / pow(10, Double(exponent)), places)
        }
        let size = String(abs(exponent))
        return mantissa + "\(mark)" + (exponent < 0 ? "-" : "+") + (size.count < 2 ? "0" : "") + size
    }

    private static func withoutFinalZeros(_ text: String) -> String {
        guard text.contains(".") else { return text }
        let mantissa = text.prefix { $0 != "e" && $0 != "E" }
        var short = mantissa
        while short.last == "0" { short.removeLast() }
        if short.last == "." { short.removeLast() }
        return String(short + text.dropFirst(mantissa.count))
    }
}
