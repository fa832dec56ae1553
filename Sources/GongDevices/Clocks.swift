import Glibc

/// The clock of strikes: nanoseconds since boot, suspended time included, never set by anyone.
enum BootClock {
    static func now() -> UInt64 { nanoseconds(of: CLOCK_BOOTTIME) }
}

/// The clock of pulses and periods, on which a thread may sleep until an absolute moment.
enum MonotonicClock {
    static func now() -> UInt64 { nanoseconds(of: CLOCK_MONOTONIC) }

    /// Returns at `deadline` or as soon after it as the kernel lets this thread run.
    static func sleep(until deadline: UInt64) {
        var time = timespec(tv_sec: Int(deadline / 1_000_000_000), tv_nsec: Int(deadline % 1_000_000_000))
        while clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &time, nil) == EINTR {}
    }
}

private func nanoseconds(of clock: clockid_t) -> UInt64 {
    var time = timespec()
    clock_gettime(clock, &time)
    return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
}
