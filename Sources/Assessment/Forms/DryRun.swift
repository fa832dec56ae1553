/// Forms drawn for classes that are not there, to see before the first check what a bank is good for.
///
/// Every class has the same seats, and each of its students takes as many attempts. Classes are drawn one by one, so that who
/// asks for many can let others have a turn in between.
public struct DryRun: Sendable {
    /// How forms are drawn.
    public enum Rule: Sendable {
        /// Any families, whatever anybody has met: for comparison.
        case independent
        /// As for students without a seat: unseen first, what neighbours have is avoided one by one.
        case unseated
        /// As the box does it.
        case seated
    }

    /// When students take their attempts.
    public enum Pace: Sendable {
        /// All are on the same attempt; who begins first is chance.
        case together
        /// Each begins the next attempt whenever it comes to it.
        case mixed
    }

    private let slots: [FormAssembler.Slot]
    private let families: [FormAssembler.Candidate]
    private let places: [Int: Int]
    private let seats: [Seat]
    /// For each seat, the places in `seats` of those next to it.
    private let neighbours: [[Int]]
    private let attempts: Int
    private let rule: Rule
    private let pace: Pace
    private var generator: SeededGenerator
    /// Sets of families that were drawn.
    private var kinds: Set<[Int]> = []
    /// What has come of it so far.
    public private(set) var outcome: Outcome

    /// `families` are in the order of their ids; of each only id, objective and facility count.
    public init(
        _ slots: [FormAssembler.Slot], families: [FormAssembler.Candidate], seats: [Seat], attempts: Int = 3,
        rule: Rule = .seated, pace: Pace = .together, seed: UInt64 = 1
    ) {
        self.slots = slots
        self.families = families.map { .init(family: $0.family, objective: $0.objective, facility: $0.facility) }
        places = Dictionary(uniqueKeysWithValues: families.enumerated().map { ($1.family, $0) })
        self.seats = seats
        neighbours = seats.map { seat in seats.indices.filter { seats[$0].isNext(to: seat) } }
        self.attempts = attempts
        self.rule = rule
        self.pace = pace
        generator = SeededGenerator(seed: seed)
        outcome = Outcome(families: families.map(\.family))
    }

    /// Draws classes until there are `forms` or more.
    public mutating func draw(_ forms: Int) {
        while outcome.forms < forms { drawClass() }
    }

    /// One class takes all its attempts.
    public mutating func drawClass() {
        var room = Room(students: seats.count, families: families.count, attempts: attempts)
        let plan = generator.next()
        let turns =
            switch pace {
            case .together: (0..<attempts).flatMap { _ in generator.shuffled(seats.count) }
            case .mixed: generator.shuffled(seats.count * attempts).map { $0 % seats.count }
            }
        for (number, student) in turns.enumerated() {
            if pace == .together, number % seats.count == 0 { room.endAttempts() }
            let form = rule == .independent ? independentForm() : form(for: student, in: room, plan: plan)
            outcome.count(
                form, isNew: kinds.insert(form).inserted, seen: form.count { room.seen[student][$0] > 0 },
                neighbours: neighbours[student],
                others: room.current,
                points: form.reduce(0) { $0 + families[$1].facility })
            room.give(form, to: student)
        }
    }

    /// Places in `families`, ascending.
    private mutating func form(for student: Int, in room: Room, plan: UInt64) -> [Int] {
        let attempt = room.taken[student] + 1
        var candidates = families
        for index in candidates.indices {
            candidates[index].seen = room.seen[student][index]
            candidates[index].exposure = room.exposure[attempt - 1][index]
        }
        for neighbour in neighbours[student] {
            for index in room.current[neighbour] { candidates[index].near += 1 }
            for index in room.earlier[neighbour] { candidates[index].before += 1 }
        }
        var assembler = FormAssembler(seed: generator.next())
        let awaiting = neighbours[student].filter { room.taken[$0] < attempt }.map { seats[$0] }
        let place = FormAssembler.Place(seat: seats[student], awaiting: awaiting, plan: plan, attempt: attempt)
        let drawn = assembler.draw(slots, from: candidates, at: rule == .seated ? place : nil)
        return drawn.compactMap { places[$0] }.sorted()
    }

    private mutating func independentForm() -> [Int] {
        slots.flatMap { slot in
            let pool = families.indices.filter { families[$0].objective == slot.objective }
            return generator.shuffled(pool.count).prefix(slot.count).map { pool[$0] }
        }.sorted()
    }
}

extension DryRun {
    /// A class while it takes its attempts. Families are known by their places, students by their seats'.
    private struct Room {
        /// How many attempts each student has begun.
        private(set) var taken: [Int]
        /// The form that each student has before them, or had on the attempt that all are on.
        private(set) var current: [[Int]]
        private(set) var earlier: [[Int]]
        /// How often each student has met each family.
        private(set) var seen: [[Int]]
        /// How many have had each family on each attempt.
        private(set) var exposure: [[Int]]

        init(students: Int, families: Int, attempts: Int) {
            taken = Array(repeating: 0, count: students)
            current = Array(repeating: [], count: students)
            earlier = current
            seen = Array(repeating: Array(repeating: 0, count: families), count: students)
            exposure = Array(repeating: Array(repeating: 0, count: families), count: attempts)
        }

        /// What all have before them is over.
        mutating func endAttempts() {
            for student in current.indices {
                earlier[student] += current[student]
                current[student] = []
            }
        }

        mutating func give(_ form: [Int], to student: Int) {
            earlier[student] += current[student]
            current[student] = form
            for family in form {
                seen[student][family] += 1
                exposure[taken[student]][family] += 1
            }
            taken[student] += 1
        }
    }
}
