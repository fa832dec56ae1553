internal import Assessment

/// What comments above a question declare, in Gongbox's superset of GIFT: `// $mass: 2..12 step 0.5`, `// $where: mass > 3`,
/// `// $units: g | kg = 1000`, `// $figures: 3`.
///
/// They are comments so that every GIFT file is one of Gongbox's too, and every other reader of GIFT passes over them.
struct GIFTHead {
    private(set) var space = ParameterSpace()
    private(set) var units: [NumericEntryInteraction.Unit] = []
    private(set) var unitPenalty: Double?
    private var figureCount: Int?
    private var figurePenalty = 1.0

    /// Nil where no comment declares anything.
    init?(_ comments: [ArraySlice<UInt8>]) throws(Rejection) {
        let lines = comments.compactMap { Self.declaration(String(decoding: $0, as: UTF8.self)) }
        if lines.isEmpty { return nil }
        for (name, value) in lines {
            do {
                try take(name, value)
            } catch {
                throw Rejection("$\(name): \(error)")
            }
        }
    }

    var hasVariables: Bool { !space.declarations.isEmpty }

    /// Significant figures that a response must have.
    var figures: NumericEntryInteraction.SignificantFigures? {
        figureCount.map { .init(count: $0, penalty: figurePenalty) }
    }

    /// What stands before and after the colon; a version keyword such as `$Id: 1.2 $` declares nothing.
    private static func declaration(_ comment: String) -> (name: String, value: String)? {
        let words = String(comment.drop { $0 == "/" || $0.isWhitespace }).trimmedText
        guard words.hasPrefix("$"), !words.hasSuffix("$"), let colon = words.firstIndex(of: ":") else { return nil }
        let name = String(words[..<colon].dropFirst()).trimmedText
        guard let first = name.first, first.isLetter,
            name.allSatisfy({ $0.isLetter || $0.isNumber || "_, ".contains($0) })
        else { return nil }
        return (name, String(words[colon...].dropFirst()).trimmedText)
    }

    private mutating func take(_ name: String, _ value: String) throws {
        switch name {
        case "where": try space.require(Expression(value))
        case "units": units = try Self.units(value)
        case "units penalty": unitPenalty = try Self.share(value)
        case "figures":
            guard let count = Int(value), (1...30).contains(count) else {
                throw ParameterError("Write how many significant figures, 1 to 30.")
            }
            figureCount = count
        case "figures penalty": figurePenalty = try Self.share(value)
        default:
            let names = name.split(separator: ",", omittingEmptySubsequences: false).map { String($0).trimmedText }
            guard names.allSatisfy({ $0.first?.isLetter == true && !$0.contains(" ") }) else {
                throw ParameterError("A name is one word that begins with a letter.")
            }
            try space.declare(ParameterDeclaration(names, Self.source(value, names: names)))
        }
    }

    private static func source(_ value: String, names: [String]) throws -> ParameterDeclaration.Source {
        if names.count == 1 {
            if value.hasPrefix("=") { return .formula(try Expression(String(value.dropFirst()))) }
            if let range = try range(value) { return .range(range) }
        }
        let rows = try value.split(separator: "|", omittingEmptySubsequences: false).map { row in
            try row.split(separator: ",", maxSplits: names.count - 1, omittingEmptySubsequences: false).map { entry in
                let text = String(entry).trimmedText
                guard !text.isEmpty else { throw ParameterError("An entry is empty. Write entries as iron | zinc.") }
                return Number(text).map(Value.number) ?? .text(text)
            }
        }
        return .rows(rows)
    }

    /// `2..12` or `0.5..2.5 step 0.1`; nil for what is no range.
    private static func range(_ value: String) throws -> ParameterRange? {
        guard let dots = value.firstRange(of: "..") else { return nil }
        let parts = value[dots.upperBound...].split(separator: " ", omittingEmptySubsequences: true)
        guard let lower = Number(String(value[..<dots.lowerBound]).trimmedText),
            let upper = parts.first.flatMap({ Number($0) }), parts.count == 1 || parts.count == 3 && parts[1] == "step"
        else { throw ParameterError("A range is written as 2..12 or 0.5..2.5 step 0.1.") }
        guard parts.count == 3 else {
            guard ![lower, upper].contains(where: { $0.double != $0.double.rounded() }) else {
                throw ParameterError("A range of decimals needs a step: 0.5..2.5 step 0.1.")
            }
            return try ParameterRange(lower, to: upper, step: Number(1))
        }
        guard let step = Number(parts[2]) else { throw ParameterError("The step is not a number.") }
        return try ParameterRange(lower, to: upper, step: step)
    }

    /// `g/cm³ | kg/m³ = 0.001`: the first is the answer's own, each other says what one of it is in the first.
    private static func units(_ value: String) throws -> [NumericEntryInteraction.Unit] {
        try value.split(separator: "|", omittingEmptySubsequences: false).enumerated().map { place, part in
            let sides = part.split(separator: "=", omittingEmptySubsequences: false).map { String($0).trimmedText }
            let multiplier = sides.count == 2 ? Number(sides[1])?.double : place == 0 ? 1 : nil
            guard !sides[0].isEmpty, let multiplier, multiplier != 0 else {
                throw ParameterError("Units are written as g | kg = 1000: one kg is 1000 g.")
            }
            return .init(name: sides[0], multiplier: multiplier)
        }
    }

    private static func share(_ value: String) throws -> Double {
        guard value.hasSuffix("%"), let percent = Number(String(value.dropLast()).trimmedText)?.double,
            (0...100).contains(percent)
        else { throw ParameterError("A penalty is written as 50%.") }
        return percent / 100
    }
}
