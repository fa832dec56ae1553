/// Slows down guessing: after some free tries each further one must wait twice as long, up to a bound.
///
/// Pure: times are milliseconds of any one monotonic clock. Kept for each name on each device, so that nobody can lock another
/// student out from afar, and more leniently for each device, which a whole class may share.
public struct BackOff: Sendable {
    private struct Record: Sendable {
        var failures = 0
        var until: Int64 = 0
        var last: Int64 = 0
    }

    /// How patient it is.
    public struct Patience: Sendable {
        /// Wrong tries before the first wait.
        let freeTries: Int
        /// The longest wait, milliseconds.
        let longest: Int64

        /// One name on one device.
        public static let name = Patience(freeTries: 5, longest: 300_000)
        /// A device, whatever the name: half a minute a guess is 40 hours for the 5,000 that a PIN takes on average.
        public static let device = Patience(freeTries: 20, longest: 30_000)
    }

    /// After this long without a try a record is forgotten.
    private static let memory: Int64 = 900_000
    private static let mostRecords = 5_000

    private var records: [String: Record] = [:]

    public init() {}

    /// How many seconds this key must still wait; 0 when it may try.
    public func wait(_ key: String, now: Int64) -> Int {
        guard let record = records[key], record.until > now else { return 0 }
        return Int((record.until - now + 999) / 1000)
    }

    public mutating func failed(_ key: String, _ patience: Patience = .name, now: Int64) {
        forget(now)
        var record = records[key] ?? Record()
        if now - record.last > Self.memory { record.failures = 0 }
        record.failures += 1
        record.last = now
        if record.failures >= patience.freeTries {
            let doublings = min(record.failures - patience.freeTries, 7)
            record.until = now + min(patience.longest, 5_000 << doublings)
        }
        records[key] = record
    }

    /// How many keys are being watched.
    public var count: Int { records.count }

    public mutating func succeeded(_ key: String) { records[key] = nil }

    private mutating func forget(_ now: Int64) {
        guard records.count >= Self.mostRecords else { return }
        records = records.filter { now - $0.value.last < Self.memory }
        // Still full: an attack from many addresses. The oldest half goes.
        guard records.count >= Self.mostRecords else { return }
        let ages = records.values.map(\.last).sorted()
        let middle = ages[ages.count / 2]
        records = records.filter { $0.value.last > middle }
    }
}
