import Classroom
import Synchronization

/// A clock that stands still until the test moves it.
public final class TestClock: Clock {
    private let moment = Mutex(Moment(wall: 1_800_000_000_000, boot: 1_000_000, bootID: "boot-1"))

    public init() {}

    public func now() -> Moment { moment.withLock { $0 } }

    public func advance(seconds: Double) {
        moment.withLock { moment in
            moment.wall += Int64(seconds * 1000)
            moment.boot += Int64(seconds * 1000)
        }
    }

    /// The power failed and came back: another boot, its clock from 0.
    public func reboot() {
        moment.withLock { moment in
            moment.wall += 60_000
            moment.boot = 1_000
            moment.bootID += "+"
        }
    }
}
