import Gong

#if canImport(Glibc)
    import Glibc
#endif

/// An instant as a record keeps it: the wall clock with its quality, and the clock that no one can set.
public struct Moment: Sendable, Hashable {
    /// Milliseconds since 1970, UTC, as the box believes.
    public var wall: Int64
    /// Milliseconds of CLOCK_BOOTTIME.
    public var boot: Int64
    /// The kernel's name for this boot (/proc/sys/kernel/random/boot_id).
    public var bootID: String
    /// Whether the wall clock has followed a time server since boot.
    public var isSynchronised: Bool

    public init(wall: Int64, boot: Int64, bootID: String, isSynchronised: Bool = false) {
        self.wall = wall
        self.boot = boot
        self.bootID = bootID
        self.isSynchronised = isSynchronised
    }
}

extension Moment {
    /// What a clock on the classroom's wall would show, in the machine's time zone.
    public var timeOfDay: TimeOfDay {
        var seconds = time_t(wall / 1000)
        var local = tm()
        localtime_r(&seconds, &local)
        return TimeOfDay(minute: Int(local.tm_hour * 60 + local.tm_min)) ?? .midnight
    }
}

/// Tells the time. Tests tell their own.
public protocol Clock: Sendable {
    func now() -> Moment
}

/// The machine's clocks.
public struct SystemClock: Clock {
    private let bootID: String

    public init() {
        var text = [CChar](repeating: 0, count: 37)
        if let file = fopen("/proc/sys/kernel/random/boot_id", "r") {
            _ = fgets(&text, Int32(text.count), file)
            fclose(file)
        }
        bootID = String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    public func now() -> Moment {
        // systemd-timesyncd makes this file once it has heard from a time server.
        let isSynchronised = access("/run/systemd/timesync/synchronized", F_OK) == 0
        return Moment(
            wall: milliseconds(CLOCK_REALTIME), boot: milliseconds(CLOCK_BOOTTIME), bootID: bootID,
            isSynchronised: isSynchronised)
    }

    private func milliseconds(_ clock: clockid_t) -> Int64 {
        var time = timespec()
        clock_gettime(clock, &time)
        return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
    }
}
