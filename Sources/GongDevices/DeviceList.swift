/// The cards to play on, best first, and when each may be tried again after it failed: 1, 2, 5, then every 10 seconds.
///
/// Times are nanoseconds of CLOCK_MONOTONIC.
struct DeviceList {
    private struct Entry {
        let name: String
        var failures = 0
        var notBefore: UInt64 = 0
        var trouble: String?
    }

    static let pauses: [UInt64] = [1, 2, 5, 10].map { $0 * 1_000_000_000 }

    private var entries: [Entry]

    init(_ names: [String]) {
        entries = names.map { Entry(name: $0) }
    }

    subscript(index: Int) -> String { entries[index].name }

    /// The best card that may be tried now; with `current`, only one that is better than it.
    func next(at now: UInt64, betterThan current: Int? = nil) -> Int? {
        entries.indices.prefix(current ?? entries.count).first { entries[$0].notBefore <= now }
    }

    /// When `next` will have a card to try. Nil when there is none in the list.
    func retry(betterThan current: Int? = nil) -> UInt64? {
        entries.prefix(current ?? entries.count).map(\.notBefore).min()
    }

    /// - Parameter played: for how long it had played; after a good while the pauses begin anew.
    mutating func fail(_ index: Int, at now: UInt64, played: UInt64 = 0, because trouble: String) {
        if played > 10_000_000_000 { entries[index].failures = 0 }
        let pause = Self.pauses[min(entries[index].failures, Self.pauses.count - 1)]
        entries[index].failures += 1
        entries[index].notBefore = now + pause
        entries[index].trouble = trouble
    }

    mutating func works(_ index: Int) {
        entries[index].trouble = nil
    }

    /// What is wrong with the cards that are better than `index`, or with all of them.
    func troubles(before index: Int? = nil) -> [String] {
        entries.prefix(index ?? entries.count).compactMap(\.trouble)
    }
}
