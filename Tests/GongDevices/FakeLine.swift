import Glibc
import Pin
import Synchronization

@testable import GongDevices

/// A line that records what it was told, and fails when it is told to. What the kernel and a pin do, it does not show.
final class FakeLine: StrikerLine, Sendable {
    enum Behaviour {
        case obeys
        /// Once it was raised.
        case staysHigh
        /// Whatever it is told.
        case isHigh
        case cannotRise
        case cannotBeRead
    }

    private let behaviour: Behaviour
    private let levels = Mutex<[Bool]>([])

    private let whenHigh: @Sendable () -> Void

    /// - Parameter whenHigh: called at each rise.
    init(_ behaviour: Behaviour = .obeys, whenHigh: @escaping @Sendable () -> Void = {}) {
        self.behaviour = behaviour
        self.whenHigh = whenHigh
    }

    /// The levels that were set, in order.
    var told: [Bool] { levels.withLock { $0 } }

    func set(high: Bool) throws(PinError) {
        if high, behaviour == .cannotRise { throw PinError(operation: "gpiod_line_set_value", code: EIO) }
        levels.withLock { $0.append(high) }
        if high { whenHigh() }
    }

    func isHigh() throws(PinError) -> Bool {
        switch behaviour {
        case .obeys, .cannotRise: return told.last ?? false
        case .staysHigh: return told.contains(true)
        case .isHigh: return true
        case .cannotBeRead: throw PinError(operation: "gpiod_line_get_value", code: EIO)
        }
    }
}

extension Striker.Lines {
    init(_ line: FakeLine, arm: FakeSwitch? = nil) {
        self.init(striker: { () throws(LineFailure) in line })
        if let arm { self.arm = { () throws(LineFailure) in arm } }
    }
}
