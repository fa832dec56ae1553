import Gong

/// A strike on its way to a device thread, which answers with the lateness or with the reason of silence.
struct Order: Sendable {
    /// Nanoseconds of CLOCK_BOOTTIME.
    let asked: UInt64
    var loudness = Loudness.full
    let answer = Promise<Result<UInt64, Silence>>()

    /// Tells that the device sounds from this moment on.
    func sounds() {
        sounded(at: BootClock.now())
    }

    /// Tells that the device has sounded since `time`, nanoseconds of CLOCK_BOOTTIME.
    func sounded(at time: UInt64) {
        answer.keep(.success(time > asked ? time - asked : 0))
    }

    func fails(_ reason: String) {
        answer.keep(.failure(Silence(reason)))
    }
}
