import Glibc
import Pin
import Synchronization

@testable import GongDevices

/// The line of an arm switch, at the level that it is set to.
final class FakeSwitch: SwitchLine, Sendable {
    enum Level {
        case high
        case low
        case unreadable
    }

    private let current: Mutex<Level>

    init(_ level: Level) {
        current = Mutex(level)
    }

    var level: Level {
        get { current.withLock { $0 } }
        set { current.withLock { $0 = newValue } }
    }

    func isHigh() throws(PinError) -> Bool {
        if level == .unreadable { throw PinError(operation: "gpiod_line_get_value", code: EIO) }
        return level == .high
    }
}
