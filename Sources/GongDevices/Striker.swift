import Gong
import Pin
import Synchronization

/// The voice of a solenoid that strikes a real gong: one thread that raises a GPIO line and lets it fall again.
///
/// The line is requested low at the start and kept. The thread that raised it also ends the pulse, on an absolute deadline, and
/// reads the level back; a line that does not fall disarms the striker until the next start. Software is not the safety: the
/// driver stage ends every pulse by itself.
public final class Striker: Voice {
    /// The striker's lines, as the thread asks for them; `arm` is nil where there is no arm switch.
    struct Lines: Sendable {
        var striker: @Sendable () throws(LineFailure) -> any StrikerLine
        var arm: (@Sendable () throws(LineFailure) -> any SwitchLine)?
    }

    struct State {
        var queue = StrikerQueue<Order>()
        var stopping = false
        /// Whether orders may be left for the thread.
        var accepting = false
        /// Whether the thread goes before all ordinary ones.
        var hasPrecedence = false
        var health = VoiceHealth(voice: "striker", works: false, sentence: "The striker's GPIO line is not open yet.")
    }

    public let name = "striker"
    let settings: GongConfiguration.Striker
    let lines: Lines
    let wake = WakeUp()
    let state = Mutex(State())

    private let changed: @Sendable (VoiceHealth) -> Void
    private let thread = Mutex<DeviceThread?>(nil)
    private let firstTry = Promise<Void>()

    /// - Parameter changed: is told each new state of the striker, from its thread: must be quick.
    convenience init(
        _ settings: GongConfiguration.Striker, changed: @escaping @Sendable (VoiceHealth) -> Void = { _ in }
    ) {
        self.init(settings, lines: Lines(settings), changed: changed)
    }

    init(
        _ settings: GongConfiguration.Striker, lines: Lines,
        changed: @escaping @Sendable (VoiceHealth) -> Void = { _ in }
    ) {
        self.settings = settings
        self.lines = lines
        self.changed = changed
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

    /// Returns at the end of the pulse, so that the health that is shown then is that of a line that has fallen, or has not.
    public func sound(asked: UInt64) async throws(Silence) -> UInt64 {
        let order = Order(asked: asked)
        let refusal = state.withLock { state -> String? in
            guard state.accepting, !state.stopping else { return state.health.sentence }
            return state.queue.add(order, at: BootClock.now()).map(StrikerTrouble.refusal)
        }
        if let refusal { throw Silence(refusal) }
        wake.signal()
        let late = Silence(StrikerTrouble.hangs(settings.line))
        return try await order.answer.value(within: .seconds(3), otherwise: .failure(late)).get()
    }

    public func tried() async {
        await firstTry.value(within: .seconds(2), otherwise: ())
    }

    public func soundedOut() async {}

    public func health() -> VoiceHealth { state.withLock(\.health) }

    func tell(works: Bool, accepting: Bool, _ sentence: String) {
        let health = VoiceHealth(voice: name, works: works, sentence: sentence)
        let isNew = state.withLock { state in
            state.accepting = accepting
            defer { state.health = health }
            return state.health != health
        }
        firstTry.keep(())
        if isNew { changed(health) }
    }
}

extension Striker.Lines {
    /// The lines of this machine.
    init(_ settings: GongConfiguration.Striker) {
        striker = { () throws(LineFailure) in
            try OutputLine.find(label: settings.chip, line: settings.line, consumer: "gongbox")
        }
        guard let arm = settings.armSwitch else { return }
        self.arm = { () throws(LineFailure) in
            try InputLine.find(
                label: settings.chip, line: arm.line, pull: arm.contact == .supply ? .down : .up, consumer: "gongbox")
        }
    }
}
