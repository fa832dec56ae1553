import Glibc
import Gong
import Sound

/// Feeds one card after the other from one mixer. Belongs to the player's thread.
struct Feed {
    enum End {
        case stopped
        /// A better card may have come back, and nothing sounds.
        case better
    }

    /// Who sets the pace: a card does; a file takes everything at once, so the clock must.
    private enum Pace {
        case card
        case clock(next: UInt64)
    }

    /// How long a card may play nothing before it is opened again, nanoseconds.
    private static let standstill: UInt64 = 1_000_000_000
    /// How often a muted card's mixer is looked at, nanoseconds.
    private static let look: UInt64 = 10_000_000_000

    let player: CardPlayer
    var mixer: Mixer
    /// Strikes in the mixer of which no frame was handed to a card yet.
    var begun: [Order] = []

    private var pace: Pace?
    private var fading = false
    /// The latest strike: milliseconds from when it was asked for to when it was heard, and those of them in the card.
    private var heard: (after: UInt64, inCard: UInt64)?
    /// Whether `heard` has not been told yet.
    private var hasNews = false
    /// Frames of silence still to be written before the stream may rest.
    private var tail = 0

    init(player: CardPlayer, mixer: Mixer) {
        self.player = player
        self.mixer = mixer
    }

    /// The next card is another one, or the same one opened again.
    mutating func changeCard() {
        pace = nil
        heard = nil
    }

    /// Keeps `card` fed until the player stops or a better card may be tried.
    mutating func feed(_ card: any Card, unless list: DeviceList, at index: Int) throws(SoundError) -> End {
        let shape = card.shape
        var period = [Int16](repeating: 0, count: 2 * shape.period)
        var pace = if let known = self.pace { known } else { try Self.prime(card, &period) }
        self.pace = pace
        var underruns = -1
        var taken = MonotonicClock.now()
        var looked = taken
        let retry = list.retry(betterThan: index)
        while !hasEnded {
            if !card.muted.isEmpty, MonotonicClock.now() > looked + Self.look {
                card.unmute()
                looked = MonotonicClock.now()
                underruns = -1
            }
            if card.underruns != underruns || hasNews {
                (underruns, hasNews) = (card.underruns, false)
                tell(card, list, index)
            }
            if try wait(for: card, pace, retry) { player.wake.clear() }
            begin()
            if isQuiet, begun.isEmpty, let retry, MonotonicClock.now() >= retry { return .better }

            switch pace {
            case .card:
                while try card.available() >= (begun.isEmpty ? 2 : 1) * shape.period {
                    try write(&period, to: card)
                    taken = MonotonicClock.now()
                }
                if MonotonicClock.now() > taken + Self.standstill {
                    throw SoundError(operation: "poll", code: ETIME, text: "nothing was played for a second")
                }
            case .clock(let next):
                let now = MonotonicClock.now()
                guard !isQuiet, now >= next || !begun.isEmpty else { continue }
                try write(&period, to: card)
                pace = .clock(next: max(next, now) + Self.duration(of: shape.period))
            }
        }
        return .stopped
    }

    /// Fills the card with silence, and learns whether it plays in real time or takes whatever it is given.
    private static func prime(_ card: any Card, _ period: inout [Int16]) throws(SoundError) -> Pace {
        let shape = card.shape
        let start = MonotonicClock.now()
        var frames = 0
        for index in period.indices { period[index] = 0 }
        while frames < 4 * shape.buffer, try card.available() >= 2 * shape.period {
            try card.write(period)
            frames += shape.period
        }
        let now = MonotonicClock.now()
        let takesAll = frames >= 4 * shape.buffer && now - start < duration(of: 2 * shape.buffer)
        return takesAll ? .clock(next: now) : .card
    }

    private static func duration(of frames: Int) -> UInt64 {
        UInt64(frames) * 1_000_000_000 / UInt64(Sample.rate)
    }

    /// Nothing sounds, and the last sound has left the card.
    private var isQuiet: Bool { mixer.isIdle && tail <= 0 }

    private var hasEnded: Bool { fading && isQuiet }

    /// - Returns: whether the player was woken.
    private func wait(for card: any Card, _ pace: Pace, _ retry: UInt64?) throws(SoundError) -> Bool {
        switch pace {
        case .card:
            return try card.wait(alongside: player.wake.descriptor, milliseconds: 500) == .woken
        case .clock(let next):
            return player.wake.wait(until: isQuiet ? retry : next)
        }
    }

    /// Takes what was ordered into the mixer, or lets it fade when the player stops.
    private mutating func begin() {
        if let sample = player.takeSample() { mixer.sample = sample }
        for order in player.takeOrders() where !order.answer.isKept {
            mixer.strike(decibels: order.loudness.decibels)
            begun.append(order)
        }
        if isQuiet, begun.isEmpty { player.fallQuiet() }
        if player.isStopping, !fading {
            mixer.fade(over: CardPlayer.farewell)
            fading = true
        }
    }

    /// Hands the next period to the card and answers the strikes that begin in it.
    private mutating func write(_ period: inout [Int16], to card: any Card) throws(SoundError) {
        // What was written last still has to leave the card.
        tail = mixer.isIdle ? tail - period.count / 2 : card.shape.buffer + period.count / 2
        let before = mixer
        mixer.render(into: &period)
        do throws(SoundError) {
            try card.write(period)
        } catch {
            // The next card begins where this one broke off.
            mixer = before
            throw error
        }
        for order in begun { order.sounds() }
        // A card that cannot tell its delay plays all the same. What it tells includes this period.
        if let first = begun.first, let delay = try? card.delay() {
            note(first, ahead: max(0, delay - period.count / 2))
        }
        begun = []
        if isQuiet { player.fallQuiet() }
    }

    private mutating func note(_ order: Order, ahead: Int) {
        let inCard = UInt64(ahead * 1_000 / Sample.rate)
        heard = ((BootClock.now() - order.asked) / 1_000_000 + inCard, inCard)
        hasNews = true
    }

    private func tell(_ card: any Card, _ list: DeviceList, _ index: Int) {
        let shape = card.shape
        var sentence =
            "Plays on \(list[index]): \(shape.rate) Hz, period \(shape.period), buffer \(shape.buffer) frames"
        sentence += card.underruns > 0 ? ", ran dry \(card.underruns) times." : "."
        if let heard {
            sentence +=
                " The last strike was heard \(heard.after) ms after it was asked for, \(heard.inCard) ms of them in the card."
        }
        var troubles = list.troubles(before: index)
        if !card.muted.isEmpty { troubles.insert(CardTrouble.muted(list[index], card.muted), at: 0) }
        player.tell(
            works: card.muted.isEmpty, accepting: true, ([sentence] + troubles).joined(separator: " "))
    }
}
