import Gong
import Sound
import Synchronization

/// The voice of a sound card: one thread that keeps it fed, with silence between strikes, so that no amplifier pops and no
/// television swallows the beginning.
///
/// The thread opens the cards, best first, falls over to the next when one is lost, and goes back when a better one returns and
/// nothing sounds. A strike finds room in the card at once, because silence never fills the last period.
final class CardPlayer: Voice {
    typealias Open = @Sendable (String) throws(SoundError) -> any Card

    let name = "sound"
    let wake = WakeUp()
    let state = Mutex(State())

    private let devices: [String]
    private let load: @Sendable () throws(Silence) -> Sample
    private let decibels: Double
    private let open: Open
    private let thread = Mutex<DeviceThread?>(nil)
    private let firstTry = Promise<Void>()

    /// How long a strike may wait for the card before another voice is asked.
    private static let patience = Duration.milliseconds(500)
    /// How long the last strike takes to fade when the player stops, frames.
    static let farewell = 2 * Sample.rate

    struct State {
        var orders: [Order] = []
        /// What the next strike sounds like, where that has changed.
        var sample: Sample?
        var stopping = false
        /// Whether orders may be left for the thread.
        var accepting = false
        /// Kept when nothing sounds and nothing is ordered.
        var quiet = Promise<Void>.kept(())
        var health = VoiceHealth(voice: "sound", works: false, sentence: "The sound card is not open yet.")
    }

    init(
        devices: [String], decibels: Double, load: @escaping @Sendable () throws(Silence) -> Sample,
        open: @escaping Open = PCM.openLoud
    ) {
        self.devices = devices
        self.decibels = decibels
        self.load = load
        self.open = open
    }

    func start() {
        thread.withLock { thread in
            guard thread == nil else { return }
            state.withLock { ($0.accepting, $0.stopping) = (true, false) }
            let started = DeviceThread("gong-sound") { [self] in run() }
            if !started.exists { tell(works: false, accepting: false, "The system has no thread left for the sound.") }
            thread = started
        }
    }

    func stop() {
        state.withLock { $0.stopping = true }
        wake.signal()
        thread.withLock { $0.take() }?.join(within: 3)
        tell(works: false, accepting: false, "The sound is stopped.")
    }

    var isRunning: Bool { thread.withLock { $0 != nil } }

    func sound(asked: UInt64) async throws(Silence) -> UInt64 {
        try await sound(asked: asked, loudness: .full)
    }

    func sound(asked: UInt64, loudness: Loudness) async throws(Silence) -> UInt64 {
        let order = Order(asked: asked, loudness: loudness)
        let refusal = state.withLock { state -> String? in
            guard state.accepting, !state.stopping else { return state.health.sentence }
            state.orders.append(order)
            if state.quiet.isKept { state.quiet = Promise() }
            return nil
        }
        if let refusal { throw Silence(refusal) }
        wake.signal()
        let late = Silence(
            "The sound card did not take the gong within half a second. If this stays, unplug it and plug it in.")
        return try await order.answer.value(within: Self.patience, otherwise: .failure(late)).get()
    }

    func tried() async {
        await firstTry.value(within: .seconds(2), otherwise: ())
    }

    func soundedOut() async {
        await state.withLock(\.quiet).value
    }

    func health() -> VoiceHealth { state.withLock(\.health) }

    func takeOrders() -> [Order] {
        state.withLock { state in
            defer { state.orders = [] }
            return state.orders
        }
    }

    /// Sounds like this from the next strike on.
    func change(to sample: Sample) {
        state.withLock { $0.sample = sample }
        wake.signal()
    }

    func takeSample() -> Sample? {
        state.withLock { state in
            defer { state.sample = nil }
            return state.sample
        }
    }

    /// The card is silent, and stays so unless something was ordered meanwhile.
    func fallQuiet() {
        state.withLock { state in
            if state.orders.isEmpty { state.quiet.keep(()) }
        }
    }

    var isStopping: Bool { state.withLock(\.stopping) }
    private var hasSample: Bool { state.withLock { $0.sample != nil } }

    func tell(works: Bool, accepting: Bool, _ sentence: String) {
        state.withLock {
            $0.accepting = accepting
            $0.health = VoiceHealth(voice: name, works: works, sentence: sentence)
        }
        firstTry.keep(())
    }

    // MARK: On the thread

    private func run() {
        var list = DeviceList(devices)
        while !isStopping {
            do throws(Silence) {
                let sample = if let changed = takeSample() { changed } else { try load() }
                play(Mixer(sample: sample, decibels: decibels), on: &list)
            } catch {
                refuse([], error.reason, until: MonotonicClock.now() + 10_000_000_000)
            }
        }
        refuse([], "The sound is stopped.", until: 0)
    }

    /// Plays on one card after the other until the player stops.
    private func play(_ mixer: consuming Mixer, on list: inout DeviceList) {
        var feed = Feed(player: self, mixer: mixer)
        while !isStopping {
            guard let best = list.next(at: MonotonicClock.now()) else {
                feed.mixer.silence()
                let troubles = list.troubles()
                let reason = troubles.isEmpty ? "No sound card is named. Name one." : troubles.joined(separator: " ")
                refuse(feed.begun, reason, until: list.retry())
                feed.begun = []
                if let sample = takeSample() { feed.mixer.sample = sample }
                continue
            }
            guard var card = tryCard(best, in: &list) else { continue }
            var index = best
            var opened = MonotonicClock.now()
            feed.changeCard()
            do throws(SoundError) {
                while case .better = try feed.feed(card, unless: list, at: index) {
                    guard let better = list.next(at: MonotonicClock.now(), betterThan: index),
                        let found = tryCard(better, in: &list)
                    else { continue }
                    card = found
                    feed.changeCard()
                    index = better
                    opened = MonotonicClock.now()
                }
                return
            } catch {
                let now = MonotonicClock.now()
                list.fail(index, at: now, played: now - opened, because: CardTrouble.playing(list[index], error))
            }
        }
    }

    private func tryCard(_ index: Int, in list: inout DeviceList) -> (any Card)? {
        do throws(SoundError) {
            let card = try open(list[index])
            list.works(index)
            return card
        } catch {
            let trouble = CardTrouble.opening(
                list[index], error, cards: CardList.ids(), forbidden: CardList.areForbidden())
            list.fail(index, at: MonotonicClock.now(), because: trouble)
            return nil
        }
    }

    /// Answers every strike with `reason` and waits, unless the player is to stop or another sound was chosen; nil waits until then.
    private func refuse(_ begun: [Order], _ reason: String, until deadline: UInt64?) {
        tell(works: false, accepting: false, reason)
        let orders = state.withLock { state in
            defer { state.orders = [] }
            state.quiet.keep(())
            return state.orders
        }
        for order in begun + orders { order.fails(reason) }
        while !isStopping, !hasSample, deadline.map({ MonotonicClock.now() < $0 }) ?? true {
            wake.wait(until: deadline)
            wake.clear()
        }
        // Whoever asks while the card is opened again waits for the outcome.
        tell(works: false, accepting: true, reason)
    }
}
