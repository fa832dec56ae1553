/// One value of one of QTI's base types.
enum QTIScalar: Hashable {
    /// Identifiers, strings, addresses, and what no other type reads.
    case text(String)
    case integer(Int)
    case float(Double)
    case boolean(Bool)
    /// Without an order: kept with the smaller name first.
    case pair(String, String)
    case directedPair(String, String)

    /// Nil for what the type cannot be; a text for a type that is unknown.
    init?(_ text: String, type: String?) {
        let trimmed = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        switch type {
        case "integer":
            guard let value = Int(trimmed.hasPrefix("+") ? String(trimmed.dropFirst()) : trimmed) else { return nil }
            self = .integer(value)
        case "float":
            guard let value = Double(trimmed), value.isFinite else { return nil }
            self = .float(value)
        case "boolean":
            guard ["true", "false", "1", "0"].contains(trimmed) else { return nil }
            self = .boolean(trimmed == "true" || trimmed == "1")
        case "pair", "directedPair":
            let names = trimmed.split(separator: " ").map(String.init)
            guard names.count == 2 else { return nil }
            self =
                type == "pair"
                ? .pair(min(names[0], names[1]), max(names[0], names[1])) : .directedPair(names[0], names[1])
        case "string": self = .text(text)
        default: self = .text(trimmed)
        }
    }

    var number: Double? {
        switch self {
        case .integer(let value): Double(value)
        case .float(let value): value
        default: nil
        }
    }

    /// As it is written in a text.
    var words: String {
        switch self {
        case .text(let text): text
        case .integer(let value): "\(value)"
        case .float(let value): QTINumber.words(value)
        case .boolean(let value): value ? "true" : "false"
        case .pair(let one, let other), .directedPair(let one, let other): "\(one) \(other)"
        }
    }

    /// QTI's equality: an integer and a float that are the same number are equal.
    func matches(_ other: QTIScalar) -> Bool {
        if let number, let otherNumber = other.number { return number == otherNumber }
        return self == other
    }
}

/// The value of a variable or an expression. A container that holds nothing is NULL, as QTI has it.
struct QTIValue: Hashable {
    enum Cardinality: String { case single, multiple, ordered, record }

    var items: [QTIScalar]
    var cardinality: Cardinality

    init(_ items: [QTIScalar], _ cardinality: Cardinality = .single) {
        self.items = items
        self.cardinality = cardinality
    }

    static let null = QTIValue([])
    static func boolean(_ value: Bool?) -> QTIValue { QTIValue(value.map { [.boolean($0)] } ?? []) }
    static func float(_ value: Double?) -> QTIValue {
        guard let value, value.isFinite else { return null }
        return QTIValue([.float(value)])
    }
    static func integer(_ value: Int?) -> QTIValue { QTIValue(value.map { [.integer($0)] } ?? []) }

    var isNull: Bool { items.isEmpty }
    var only: QTIScalar? { items.count == 1 ? items[0] : nil }
    var number: Double? { only?.number }

    var boolean: Bool? {
        if case .boolean(let value)? = only { return value }
        return nil
    }

    var integer: Int? {
        switch only {
        case .integer(let value)?: value
        case .float(let value)? where value == value.rounded() && abs(value) < 1e15: Int(value)
        default: nil
        }
    }

    var words: String { items.map(\.words).joined(separator: ", ") }

    /// Nil where either is NULL.
    func matches(_ other: QTIValue) -> Bool? {
        if isNull || other.isNull { return nil }
        guard items.count == other.items.count else { return false }
        if cardinality == .ordered || other.cardinality == .ordered {
            return zip(items, other.items).allSatisfy { $0.matches($1) }
        }
        var rest = other.items
        for item in items {
            guard let place = rest.firstIndex(where: item.matches) else { return false }
            rest.remove(at: place)
        }
        return true
    }
}
