extension DryRun {
    /// What a dry run found.
    public struct Outcome: Sendable {
        /// How many forms were drawn.
        public private(set) var forms = 0
        /// How many items two neighbours' forms have in common.
        public private(set) var withNeighbours = Overlap()
        /// The same for any two students of a class.
        public private(set) var withAnybody = Overlap()
        /// Items drawn, and those that their student had met in an earlier form.
        public private(set) var items = 0
        public private(set) var repeats = 0
        /// How often each family was drawn, in the order given.
        public private(set) var exposure: [(family: Int, count: Int)]
        /// Sets of families that occurred. Variants and the order of options make many forms of each.
        public private(set) var distinct = 0
        private var shares = 0.0
        private var squares = 0.0

        public var neverDrawn: [Int] { exposure.filter { $0.count == 0 }.map(\.family) }
        public var repeatShare: Double { items == 0 ? 0 : Double(repeats) / Double(items) }
        /// The share of points that a form earns by its families' facility: the mean over forms, and the standard deviation.
        public var difficulty: (mean: Double, deviation: Double) {
            guard forms > 0 else { return (0, 0) }
            let mean = shares / Double(forms)
            return (mean, max(0, squares / Double(forms) - mean * mean).squareRoot())
        }

        init(families: [Int]) { exposure = families.map { ($0, 0) } }

        /// `form` holds places in `exposure`, ascending; so do the others' forms, of which `neighbours` are some.
        mutating func count(
            _ form: [Int], isNew: Bool, seen: Int, neighbours: [Int], others: [[Int]], points: Double
        ) {
            forms += 1
            items += form.count
            repeats += seen
            distinct += isNew ? 1 : 0
            for family in form { exposure[family].count += 1 }
            let share = form.isEmpty ? 0 : points / Double(form.count)
            shares += share
            squares += share * share
            for (student, other) in others.enumerated() where !other.isEmpty {
                let shared = Self.inCommon(form, other)
                withAnybody.count(shared, of: form.count)
                if neighbours.contains(student) { withNeighbours.count(shared, of: form.count) }
            }
        }

        private static func inCommon(_ one: [Int], _ other: [Int]) -> Int {
            var (shared, left, right) = (0, 0, 0)
            while left < one.count, right < other.count {
                if one[left] == other[right] { shared += 1 }
                let (a, b) = (one[left], other[right])
                if a <= b { left += 1 }
                if b <= a { right += 1 }
            }
            return shared
        }
    }

    /// How much pairs of forms have in common.
    public struct Overlap: Sendable {
        /// By the number of items in common, from 0, how many pairs.
        public private(set) var pairs: [Int] = []
        private var shared = 0
        private var items = 0

        /// The mean share of a form, from 0 to 1.
        public var share: Double { items == 0 ? 0 : Double(shared) / Double(items) }

        mutating func count(_ shared: Int, of length: Int) {
            while pairs.count <= length { pairs.append(0) }
            pairs[shared] += 1
            self.shared += shared
            items += length
        }
    }
}

extension Double {
    /// A share as people read it, with one decimal: `0.125` is `12.5 %`.
    public var percent: String {
        let tenths = Int((self * 1000).rounded())
        return "\(tenths / 10).\(tenths % 10) %"
    }
}
