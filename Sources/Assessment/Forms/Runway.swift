/// How long a bank lasts: how many forms of families that they have not met each student of a class still gets.
///
/// A form lasts as long as its shortest slot: with m families for one question, m attempts go without a repeat.
public struct Runway: Sendable {
    public let slots: [FormAssembler.Slot]
    /// For each student, by slot, families that the student has not met.
    public let unseen: [[Int]]

    /// `slots` that ask for at least one question each.
    public init(_ slots: [FormAssembler.Slot], unseen: [[Int]]) {
        self.slots = slots
        self.unseen = unseen
    }

    /// Whole forms without a repeat that a student still gets.
    public func forms(_ student: Int) -> Int { forms(unseen[student]) }

    /// Places of the slots that end a student's runway.
    public func short(_ student: Int) -> [Int] {
        slots.indices.filter { unseen[student][$0] / slots[$0].count == forms(student) }
    }

    /// Places of the slots that are short for most of the class, at least one where there are slots and students.
    public var shortForMost: [Int] {
        let times = slots.indices.map { slot in unseen.indices.count { short($0).contains(slot) } }
        guard let most = times.max(), most > 0 else { return [] }
        return slots.indices.filter { times[$0] == most }
    }

    /// How many attempts without a repeat the class gains when each of these slots' objectives gets so many families more.
    public func gain(_ families: Int, in short: [Int]) -> Int {
        unseen.reduce(0) { sum, student in
            var richer = student
            for slot in short { richer[slot] += families }
            return sum + forms(richer) - forms(student)
        }
    }

    private func forms(_ unseen: [Int]) -> Int {
        zip(unseen, slots).map { $0 / $1.count }.min() ?? 0
    }
}
