import Gong
import Testing

/// A striker alone in a room, from the decision to the pulse, with a clock and a thread that are only counted: policy, queue and
/// limits are the real ones.
private struct Room {
    enum Fate {
        case struck
        case refused
    }

    private var chance: Chance
    private var policy = StrikePolicy()
    private var queue = StrikerQueue<Strike.ID>()
    private let width: UInt64
    private var armed = true
    private var now: UInt64 = 0
    /// When the thread has time again.
    private var free: UInt64 = 0
    /// Who shares a ring that has no fate yet, by its first strike.
    private var rings: [Strike.ID: [Strike.ID]] = [:]

    private(set) var pulses: [(began: UInt64, width: UInt64)] = []
    /// Strikes that were admitted and told nothing yet.
    private(set) var waiting: Set<Strike.ID> = []
    /// Strikes that were told that they sounded.
    private(set) var struck: Set<Strike.ID> = []
    /// Strikes that were told last that they did not.
    private(set) var refused: Set<Strike.ID> = []
    private(set) var refusals = 0

    init(seed: UInt64) {
        chance = Chance(seed: seed)
        width = 10_000_000 + chance.below(71) * 1_000_000
    }

    /// One decision, or one that is asked for again, some time after the last.
    mutating func decide(_ number: Int) {
        // Taps in a row, the pace of a class, a quiet quarter of an hour.
        let pauses: [UInt64] = [50_000_000, 1_500_000_000, 1_500_000_000, 10_000_000_000]
        now += chance.below(chance.below(100) == 0 ? 900_000_000_000 : pauses[Int(chance.below(4))])
        run(until: now)
        if chance.below(40) == 0 { armed.toggle() }
        if chance.below(10) == 0 { free += chance.below(3_000_000_000) }
        // A teacher asks again for what was just silent.
        let id = "\(chance.below(3) == 0 ? number - Int(chance.below(UInt64(min(number, 8) + 1))) : number)"
        switch policy.admit(Strike(id: id, name: ""), at: now) {
        case .sound:
            begin(id)
            rings[id] = [id]
            if queue.add(id, at: now) != nil { end(id, .refused) }
        case .join(let first):
            begin(id)
            // The ring may have sounded already: who joins it is told so at once.
            if rings[first]?.append(id) == nil { tell(id, .struck) }
        case .alreadyRung:
            #expect(waiting.contains(id) || struck.contains(id), "A strike that was refused may be asked for again.")
        }
    }

    /// A strike is admitted: never while it waits, never after it was heard.
    private mutating func begin(_ id: Strike.ID) {
        #expect(!struck.contains(id), "A strike is struck once.")
        #expect(waiting.insert(id).inserted, "A strike that waits is not admitted again.")
        refused.remove(id)
    }

    private mutating func tell(_ id: Strike.ID, _ fate: Fate) {
        #expect(waiting.remove(id) != nil, "A strike is told its fate once.")
        if fate == .struck { struck.insert(id) } else { refused.insert(id) }
    }

    private mutating func end(_ first: Strike.ID, _ fate: Fate) {
        switch fate {
        case .struck: policy.sounded(ringOf: first)
        case .refused:
            policy.takeBack(ringOf: first)
            refusals += 1
        }
        for id in rings.removeValue(forKey: first) ?? [] { tell(id, fate) }
    }

    /// Lets the thread do what it can before `time`. Now and then the computer holds it up.
    mutating func run(until time: UInt64) {
        while free <= time {
            switch queue.step(at: free, for: width) {
            case .nothing:
                free = time + 1
            case .wait(let until):
                free = until + chance.below(chance.below(20) == 0 ? 2_500_000_000 : 3_000_000)
            case .refuse(let id, _):
                end(id, .refused)
            case .strike(let id):
                guard armed else {
                    end(id, .refused)
                    continue
                }
                let lasted = width + chance.below(Strikes.slack)
                pulses.append((free, lasted))
                queue.struck(at: free, for: lasted)
                free += lasted
                end(id, .struck)
            }
        }
        free = max(free, time)
    }
}

@Suite("Strikes, from the decision to the pulse")
struct Strikes {
    /// How much too long a pulse is at most in these tests.
    static let slack: UInt64 = 2_000_000

    @Test("Of any sequence of decisions, none is struck too soon, twice, or lost without a word", arguments: 1...60)
    func anySequence(seed: UInt64) {
        var room = Room(seed: seed)
        for number in 0..<500 { room.decide(number) }
        room.run(until: .max / 2)
        expectPermitted(room.pulses, slack: Self.slack)
        #expect(room.waiting.isEmpty)
        #expect(room.struck.isDisjoint(with: room.refused))
        // Both happen often, or nothing was shown.
        #expect(room.pulses.count > 20)
        #expect(room.refusals > 10)
    }
}
