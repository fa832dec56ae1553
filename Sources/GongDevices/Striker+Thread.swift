import Gong
import Pin

/// What the striker's thread does.
extension Striker {
    /// Why the lines were given back.
    fileprivate struct Halt: Error {
        let reason: String
        /// When to open them again, nanoseconds of CLOCK_MONOTONIC; nil: not before the next start.
        let retry: UInt64?
    }

    /// How long after a failure the lines are opened again, nanoseconds.
    fileprivate static let retry: UInt64 = 10_000_000_000
    /// How often the arm switch is read for those who look at the dashboard; each strike reads it anew. Nanoseconds.
    private static let glance: UInt64 = 1_000_000_000

    func run() {
        let hasPrecedence = Precedence.take()
        state.withLock { $0.hasPrecedence = hasPrecedence }
        while !isStopping {
            do throws(Halt) {
                try strike()
            } catch {
                refuse(error)
            }
        }
        refuse(Halt(reason: "The striker is stopped.", retry: 0))
    }

    /// Opens the lines and strikes whenever it is asked to, until the striker stops.
    private func strike() throws(Halt) {
        let retry = MonotonicClock.now() + Self.retry
        let beater: Beater
        let arm: ArmSwitch?
        do throws(LineFailure) {
            beater = Beater(line: try lines.striker())
        } catch {
            throw Halt(reason: StrikerTrouble.opening(settings.line, of: settings.chip, error), retry: retry)
        }
        do throws(LineFailure) {
            arm = try ArmSwitch(settings.armSwitch, line: lines.arm?())
        } catch {
            let line = settings.armSwitch?.line ?? ""
            throw Halt(reason: StrikerTrouble.openingSwitch(line, of: settings.chip, error), retry: retry)
        }
        try strike(beater, arm)
    }

    private func strike(_ beater: Beater, _ arm: ArmSwitch?) throws(Halt) {
        var last: UInt64?
        tellState(arm, last)
        while !isStopping {
            let now = BootClock.now()
            switch state.withLock({ $0.queue.step(at: now, for: settings.pulse.width) }) {
            case .nothing:
                wake.wait(until: arm.map { _ in MonotonicClock.now() + Self.glance })
                wake.clear()
                tellState(arm, last)
            case .wait(let time):
                wake.wait(until: MonotonicClock.now() + (time - now))
                wake.clear()
            case .refuse(let order, let refusal):
                order.fails(StrikerTrouble.refusal(refusal))
            case .strike(let order):
                if let trouble = arm?.trouble() {
                    order.fails(trouble)
                } else {
                    last = try strike(order, with: beater, arm)
                }
            }
        }
    }

    /// Makes one pulse, and tells how long it was. The state is told before the order is answered, so that whoever shows the
    /// answer shows the state too.
    private func strike(_ order: Order, with beater: Beater, _ arm: ArmSwitch?) throws(Halt) -> UInt64 {
        let asked = BootClock.now()
        var rose: UInt64?
        do throws(Beater.Fault) {
            let width = try beater.beat(for: settings.pulse.width) { rose = BootClock.now() }
            state.withLock { $0.queue.struck(at: rose ?? asked, for: width) }
            tellState(arm, width)
            order.sounded(at: rose ?? asked)
            return width
        } catch {
            state.withLock { $0.queue.struck(at: rose ?? asked, for: Pulse.clamp) }
            let halt = Halt(error, on: settings.line)
            tell(works: false, accepting: false, halt.reason)
            if let rose { order.sounded(at: rose) } else { order.fails(halt.reason) }
            throw halt
        }
    }

    /// Tells whether the next strike would strike, and how long the last pulse was.
    private func tellState(_ arm: ArmSwitch?, _ last: UInt64?) {
        if let trouble = arm?.trouble() { return tell(works: false, accepting: true, trouble) }
        var sentence = "Strikes on the GPIO line \(settings.line), \(settings.pulse.width / 1_000_000) ms a pulse"
        if let last { sentence += "; the last one lasted \(last.milliseconds) ms" }
        sentence += "."
        if !state.withLock(\.hasPrecedence) { sentence += " \(StrikerTrouble.noPrecedence)" }
        if let last, last > Pulse.clamp { sentence += " \(StrikerTrouble.overlong)" }
        tell(works: true, accepting: true, sentence)
    }

    /// Answers every strike with the reason and waits until the lines may be opened again or the striker stops.
    private func refuse(_ halt: Halt) {
        tell(works: false, accepting: false, halt.reason)
        for order in state.withLock({ $0.queue.empty() }) { order.fails(halt.reason) }
        while !isStopping, halt.retry.map({ MonotonicClock.now() < $0 }) ?? true {
            wake.wait(until: halt.retry)
            wake.clear()
        }
    }

    private var isStopping: Bool { state.withLock(\.stopping) }
}

extension Striker.Halt {
    init(_ fault: Beater.Fault, on line: String) {
        switch fault {
        case .stuck: self.init(reason: StrikerTrouble.stuck(line), retry: nil)
        case .failed(let error):
            self.init(reason: StrikerTrouble.failed(line, error), retry: MonotonicClock.now() + Striker.retry)
        }
    }
}

extension UInt64 {
    /// Nanoseconds as milliseconds with one digit after the point.
    fileprivate var milliseconds: String { "\(self / 1_000_000).\(self / 100_000 % 10)" }
}
