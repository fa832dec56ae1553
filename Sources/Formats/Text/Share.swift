internal import Assessment

/// Shares of a mark, as banks write them in percent.
enum Share {
    /// As a fraction; a written third, sixth, seventh or ninth (`33.333`) is one, so that three thirds are a whole.
    static func settled(_ percent: Double) -> Double {
        for parts in [3.0, 6, 7, 9] {
            let count = percent * parts / 100
            if abs(count - count.rounded()) < 0.002, count.rounded() != 0 { return count.rounded() / parts }
        }
        return percent / 100
    }

    /// In percent, with up to five decimals: `50`, `33.33333`.
    static func percent(_ fraction: Double) -> String {
        var percent = NumberFormat.decimalPlaces(5).text(.approximate(fraction * 100))
        while percent.last == "0" { percent.removeLast() }
        if percent.last == "." { percent.removeLast() }
        return percent
    }

    /// The shares that Moodle knows (4.5, `question_bank::fraction_options_full`); with any other an import fails.
    private static let moodle: [Double] =
        [
            100, 90, 83.33333, 80, 75, 70, 66.66667, 60, 50, 40, 33.33333, 30, 25, 20, 16.66667, 14.28571, 12.5,
            11.11111, 10, 5, 0,
        ].map(settled)

    /// The share next to this one that Moodle knows, with its sign; with `isAtLeast` one that is not smaller.
    static func inMoodle(_ fraction: Double, isAtLeast: Bool = false) -> Double {
        let size = abs(fraction)
        let known = isAtLeast ? moodle.filter { $0 > size - 0.0001 } : moodle
        let nearest = known.min { abs($0 - size) < abs($1 - size) } ?? 1
        return fraction < 0 ? -nearest : nearest
    }
}
