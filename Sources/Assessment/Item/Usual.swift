/// A type that has a usual value, which a stored item does not write out.
public protocol HasUsual: Hashable, Codable {
    static var usual: Self { get }
}

/// A property that is stored only where it differs from the usual: most options are not fixed, most numbers have no unit. A
/// stored item stays short, and items that were stored before the property existed read as ever.
@propertyWrapper
public struct Usual<Value: HasUsual>: Hashable, Codable {
    public var wrappedValue: Value

    public init(wrappedValue: Value = .usual) {
        self.wrappedValue = wrappedValue
    }

    public init(from decoder: any Decoder) throws {
        wrappedValue = try decoder.singleValueContainer().decode(Value.self)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(wrappedValue)
    }
}

extension Usual: Sendable where Value: Sendable {}

// The code that the compiler writes for `Codable` calls these rather than the general ones.
extension KeyedDecodingContainer {
    func decode<Value>(_ type: Usual<Value>.Type, forKey key: Key) throws -> Usual<Value> {
        try decodeIfPresent(type, forKey: key) ?? Usual()
    }
}

extension KeyedEncodingContainer {
    mutating func encode<Value>(_ value: Usual<Value>, forKey key: Key) throws {
        if value.wrappedValue != .usual { try encodeIfPresent(value, forKey: key) }
    }
}

extension Bool: HasUsual {
    public static var usual: Bool { false }
}

extension Array: HasUsual where Element: Hashable & Codable {
    public static var usual: [Element] { [] }
}
