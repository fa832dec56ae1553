import Gong
import Pin
import Synchronization

/// The voice of a solenoid that strikes a real gong: one thread that raises a GPIO line and lets it fall again.
///
/// The line is requested low at the start and kept. The thread that raised it also ends the pulse, on an absolute deadline, and
/// reads the level back; a line that does not fall disarms the striker until the next start. Software is not the safety: the
/// driver stage ends every pulse by itself.
public final class Striker: Voice {
    typealias Open = @Sendable () throws(OutputLine.Failure) -> any StrikerLine

    public let name = "striker"

    private struct State {
        var orders: [Order] = []
        var stopping = false
        var accepting = false
        var health = VoiceHealth(voice: "striker", works: false, sentence: "The striker's GPIO line is not open yet.")
    }

    private let settings: GongConfiguration.Striker
    private let open: Open
    private let wake = WakeUp()
    private let state = Mutex(State())
    private let thread = Mutex<DeviceThread?>(nil)
    private let firstTry = Promise<Void>()

    /// How long a strike waits for the coil's rest before another voice is asked, nanoseconds.
    private static let patience: UInt64 = 2_000_000_000
    /// How long after a failure the line is opened again, nanoseconds.
    private static let retry: UInt64 = 10_000_000_000

    convenience init(_ settings: GongConfiguration.Striker) {
        self.init(settings) { () throws(OutputLine.Failure) in
            try OutputLine.find(label: settings.chip, line: settings.line, consumer: "gongbox")
        }
    }

    init(_ settings: GongConfiguration.Striker, open: @escaping Open) {
        self.settings = settings
        self.open = open
    }

    /// Requests the line, lets it fall and gives it back: safe before the start, after a crash, and by hand.
    ///
    /// - Returns: what was done, or what is wrong and the remedy, and whether the line is low.
    public static func off(_ settings: GongConfiguration.Striker) -> VoiceHealth {
        do throws(OutputLine.Failure) {
            let line = try OutputLine.find(label: settings.chip, line: settings.line, consumer: "gongbox off")
            return off(settings, line)
        } catch {
            return VoiceHealth(voice: "striker", works: false, sentence: StrikerTrouble.opening(settings, error))
        }
    }

    static func off(_ settings: GongConfiguration.Striker, _ line: any StrikerLine) -> VoiceHealth {
        do throws(PinError) {
            try line.set(high: false)
            let high = try line.isHigh()
            let sentence =
                high ? StrikerTrouble.stuck(settings.line) : "The striker's GPIO line \(settings.line) is low."
            return VoiceHealth(voice: "striker", works: !high, sentence: sentence)
        } catch {
            return VoiceHealth(voice: "striker", works: false, sentence: StrikerTrouble.failed(settings.line, error))
        }
    }

    public func start() {
        thread.withLock { thread in
            guard thread == nil else { return }
            state.withLock { ($0.accepting, $0.stopping) = (true, false) }
            let started = DeviceThread { [self] in run() }
            if !started.exists {
                tell(works: false, accepting: false, "The system has no thread left for the striker.")
            }
            thread = started
        }
    }

    public func stop() {
        state.withLock { $0.stopping = true }
        wake.signal()
        thread.withLock { $0.take() }?.join(within: 3)
        tell(works: false, accepting: false, "The striker is stopped.")
    }

    public func sound(asked: UInt64) async throws(Silence) -> UInt64 {
        let order = Order(asked: asked)
        let refusal = state.withLock { state -> String? in
            guard state.accepting, !state.stopping else { return state.health.sentence }
            state.orders.append(order)
            return nil
        }
        if let refusal { throw Silence(refusal) }
        wake.signal()
        let late = Silence("The striker did not answer within three seconds. Start Gongbox again.")
        return try await order.answer.value(within: .seconds(3), otherwise: .failure(late)).get()
    }

    public func tried() async {
        await firstTry.value(within: .seconds(2), otherwise: ())
    }

    public func soundedOut() async {}

    public func health() -> VoiceHealth { state.withLock(\.health) }

    private func tell(works: Bool, accepting: Bool, _ sentence: String) {
        state.withLock {
            $0.accepting = accepting
            $0.health = VoiceHealth(voice: name, works: works, sentence: sentence)
        }
        firstTry.keep(())
    }

    // MARK: On the thread

    /// Why the line was given back.
    private struct Halt {
        var orders: [Order] = []
        let reason: String
        /// When to open it again, nanoseconds of CLOCK_MONOTONIC; nil: not before the next start.
        let retry: UInt64?
    }

    private func run() {
        var limits = StrikerLimits()
        while !isStopping {
            if let halt = strike(&limits) { refuse(halt) }
        }
        refuse(Halt(reason: "The striker is stopped.", retry: 0))
    }

    /// Opens the line and strikes whenever it is asked to. Nil when the striker stops.
    private func strike(_ limits: inout StrikerLimits) -> Halt? {
        let retry = MonotonicClock.now() + Self.retry
        do throws(OutputLine.Failure) {
            return strike(Beater(line: try open()), &limits)
        } catch {
            return Halt(reason: StrikerTrouble.opening(settings, error), retry: retry)
        }
    }

    private func strike(_ beater: Beater, _ limits: inout StrikerLimits) -> Halt? {
        tellReady(nil)
        while !isStopping {
            wake.wait(until: nil)
            wake.clear()
            var orders = takeOrders()
            while let order = orders.first {
                do throws(Beater.Fault) {
                    try strike(order, beater, &limits)
                    orders.removeFirst()
                } catch {
                    switch error {
                    case .stuck:
                        return Halt(orders: orders, reason: StrikerTrouble.stuck(settings.line), retry: nil)
                    case .failed(let error):
                        let reason = StrikerTrouble.failed(settings.line, error)
                        return Halt(orders: orders, reason: reason, retry: MonotonicClock.now() + Self.retry)
                    }
                }
            }
        }
        return nil
    }

    private func strike(_ order: Order, _ beater: Beater, _ limits: inout StrikerLimits) throws(Beater.Fault) {
        let now = BootClock.now()
        let (time, limit) = limits.next(from: now)
        guard !isStopping, !order.answer.isKept else { return order.fails("The striker is stopped.") }
        guard time <= now + Self.patience else {
            return order.fails(StrikerTrouble.resting(limit, seconds: (time - now) / 1_000_000_000 + 1))
        }
        if time > now { MonotonicClock.sleep(until: MonotonicClock.now() + (time - now)) }
        limits.record(at: BootClock.now())
        let width = try beater.beat(for: settings.pulse.width) { order.sounds() }
        tellReady(width)
    }

    private func tellReady(_ width: UInt64?) {
        var sentence = "Strikes on the GPIO line \(settings.line), \(settings.pulse.width / 1_000_000) ms a pulse."
        if let width, width > Pulse.clamp {
            sentence += " The last pulse lasted \(width / 1_000_000) ms because the computer was too busy to end it."
        }
        tell(works: true, accepting: true, sentence)
    }

    /// Answers every strike with the reason and waits until the line may be opened again or the striker stops.
    private func refuse(_ halt: Halt) {
        tell(works: false, accepting: false, halt.reason)
        for order in halt.orders + takeOrders() { order.fails(halt.reason) }
        while !isStopping, halt.retry.map({ MonotonicClock.now() < $0 }) ?? true {
            wake.wait(until: halt.retry)
            wake.clear()
        }
    }

    private var isStopping: Bool { state.withLock(\.stopping) }

    private func takeOrders() -> [Order] {
        state.withLock { state in
            defer { state.orders = [] }
            return state.orders
        }
    }
}
