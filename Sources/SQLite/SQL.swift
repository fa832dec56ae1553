/// A statement whose interpolated values are bound, never spliced: `"SELECT name FROM student WHERE id = \(id)"`.
public struct SQL: ExpressibleByStringInterpolation, Sendable {
    /// The text with a `?` for each value. Equal texts share one prepared statement.
    public let text: String
    public let values: [Value]

    /// One of SQLite's storage classes.
    public enum Value: Sendable, Equatable {
        case null
        case integer(Int64)
        case real(Double)
        case text(String)
        case blob([UInt8])
    }

    public init(stringLiteral text: String) {
        self.text = text
        values = []
    }

    public init(stringInterpolation: StringInterpolation) {
        text = stringInterpolation.text
        values = stringInterpolation.values
    }

    public struct StringInterpolation: StringInterpolationProtocol {
        var text = ""
        var values: [Value] = []

        public init(literalCapacity: Int, interpolationCount: Int) {
            text.reserveCapacity(literalCapacity + interpolationCount)
            values.reserveCapacity(interpolationCount)
        }

        public mutating func appendLiteral(_ literal: String) { text += literal }

        public mutating func appendInterpolation(_ value: Value) {
            text += "?"
            values.append(value)
        }

        /// A part of a statement that is shared by several.
        public mutating func appendInterpolation(_ part: SQL) {
            text += part.text
            values += part.values
        }

        public mutating func appendInterpolation(_ value: String?) {
            appendInterpolation(value.map(Value.text) ?? .null)
        }

        public mutating func appendInterpolation(_ value: some BinaryInteger) {
            appendInterpolation(.integer(Int64(clamping: value)))
        }

        public mutating func appendInterpolation(_ value: Int?) {
            appendInterpolation(value.map { .integer(Int64($0)) } ?? .null)
        }

        public mutating func appendInterpolation(_ value: Int64?) {
            appendInterpolation(value.map(Value.integer) ?? .null)
        }

        public mutating func appendInterpolation(_ value: Double?) {
            appendInterpolation(value.map(Value.real) ?? .null)
        }

        public mutating func appendInterpolation(_ value: Bool) {
            appendInterpolation(.integer(value ? 1 : 0))
        }

        public mutating func appendInterpolation(_ value: [UInt8]) {
            appendInterpolation(.blob(value))
        }
    }
}
