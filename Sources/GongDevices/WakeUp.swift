import Glibc

/// Wakes a device thread that waits in `poll`: a pipe of its own.
final class WakeUp: Sendable {
    /// Readable after `signal` until `clear`. -1 when the process has no descriptor left: `poll` then ignores it.
    let descriptor: Int32
    private let signalling: Int32

    init() {
        var ends: [Int32] = [-1, -1]
        if pipe(&ends) == 0 {
            for end in ends {
                _ = fcntl(end, F_SETFL, O_NONBLOCK)
                _ = fcntl(end, F_SETFD, FD_CLOEXEC)
            }
        }
        descriptor = ends[0]
        signalling = ends[1]
    }

    deinit {
        close(descriptor)
        close(signalling)
    }

    func signal() {
        // A full pipe is a signal too.
        _ = write(signalling, "!", 1)
    }

    func clear() {
        var bytes = [UInt8](repeating: 0, count: 64)
        while read(descriptor, &bytes, bytes.count) == bytes.count {}
    }

    /// Waits for a signal.
    ///
    /// - Parameter deadline: nanoseconds of CLOCK_MONOTONIC at which it returns all the same, to the millisecond; nil waits
    ///   for ever.
    /// - Returns: whether there was a signal.
    @discardableResult
    func wait(until deadline: UInt64?) -> Bool {
        var descriptors = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        let now = MonotonicClock.now()
        let left = deadline.map { $0 > now ? ($0 - now + 999_999) / 1_000_000 : 0 }
        return poll(&descriptors, 1, left.map { Int32(clamping: $0) } ?? -1) > 0
    }
}
