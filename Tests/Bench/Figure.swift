import Foundation

/// One line of the bench: `name value unit limit ratio`.
struct Figure {
    let name: String
    let value: Double
    let unit: String
    var limit: Double?

    var line: String {
        let bound = limit.map(Self.text) ?? "-"
        let ratio = limit.map { String(format: "%.2f", value / $0) } ?? "-"
        return "\(name) \(Self.text(value)) \(unit) \(bound) \(ratio)"
    }

    /// Three digits that mean something, or all before the point.
    private static func text(_ value: Double) -> String {
        String(format: value >= 100 ? "%.0f" : value >= 10 ? "%.1f" : "%.2f", value)
    }
}

extension [Double] {
    /// The middle of an odd number of values; 0 of none.
    var median: Double { isEmpty ? 0 : sorted()[count / 2] }

    /// The value that 99 % do not exceed; of fewer than a hundred, the greatest.
    var p99: Double { isEmpty ? 0 : sorted()[Swift.max(0, Int((Double(count) * 0.99).rounded(.up)) - 1)] }
}

func complain(_ text: String) {
    FileHandle.standardError.write(Data("bench: \(text)\n".utf8))
}
