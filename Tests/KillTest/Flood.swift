import Assessment
import Dispatch
import Glibc
import LiveBox

/// One life of the box: everybody saves at once, again and again, until it is killed.
struct Flood {
    private let room: PreparedRoom
    private let box: BoxProcess
    private var students: [(browser: Browser, pupil: Pupil)] = []
    private let teacher: Browser

    init(_ room: PreparedRoom, _ box: BoxProcess) throws {
        self.room = room
        self.box = box
        students = try room.pupils.map { (try Browser(port: box.port, session: $0.token), $0) }
        teacher = try Browser(port: box.port, session: room.teacher)
    }

    /// Goes on until the box has gone.
    ///
    /// - Parameters:
    ///   - delay: when the box is killed at the latest, milliseconds from now. With every third decision's answer it is killed
    ///     sooner: about when the gong is asked to sound.
    ///   - taps: the conferences on which the teacher taps Mastered in this life, one after the other.
    mutating func run(
        killAfter delay: Int, taps: ArraySlice<Pupil>, ledger: inout Ledger, generator: inout SeededGenerator
    ) throws {
        let process = box.process.identifier
        let queue = DispatchQueue(label: "kill")
        let killing = DispatchWorkItem { kill(process, SIGKILL) }
        queue.asyncAfter(deadline: .now() + .milliseconds(delay), execute: killing)
        var taps = taps
        while !students.isEmpty {
            students.shuffle(using: &generator)
            let decision = Int.random(in: 0..<3, using: &generator) == 0 ? taps.popFirst() : nil
            let questions = send(&ledger, &generator)
            if let decision {
                decide(decision, &ledger)
                if Int.random(in: 0..<3, using: &generator) == 0 { kill(process, SIGKILL) }
            }
            try receive(questions, &ledger)
        }
        // No kill may come after the wait: the process's number may be another's by then.
        killing.cancel()
        queue.sync {}
        box.process.wait()
    }

    /// Sends an answer for each student; forgets those whose connection has gone.
    private mutating func send(
        _ ledger: inout Ledger, _ generator: inout SeededGenerator
    ) -> [(question: Ledger.Question, sequence: Int)] {
        var sent: [(question: Ledger.Question, sequence: Int)] = []
        var living: [(browser: Browser, pupil: Pupil)] = []
        for (browser, pupil) in students {
            let place = pupil.places.randomElement(using: &generator) ?? pupil.choicePlace
            let question = Ledger.Question(attempt: pupil.attempt, place: place)
            let sequence = ledger.next(question)
            let form = "csrf=\(pupil.csrf)&t=\(Ledger.text(sequence).replacing(" ", with: "+"))&sequence=\(sequence)"
            guard (try? browser.send("POST", "/check/\(pupil.attempt)/\(place)", form)) != nil else { continue }
            sent.append((question, sequence))
            living.append((browser, pupil))
        }
        students = living
        return sent
    }

    private mutating func receive(
        _ sent: [(question: Ledger.Question, sequence: Int)], _ ledger: inout Ledger
    ) throws {
        var living: [(browser: Browser, pupil: Pupil)] = []
        for (student, (question, sequence)) in zip(students, sent) {
            guard let reply = try? student.browser.receive() else { continue }
            guard reply.status == 204 else { throw KillTest.Failed("An answer got \(reply.status).") }
            ledger.acknowledge(question, sequence)
            living.append(student)
        }
        students = living
    }

    private func decide(_ pupil: Pupil, _ ledger: inout Ledger) {
        let form = "csrf=\(room.teacher.derived("form"))&verdict=mastered&reason=killtest"
        let reply = try? teacher.post("/teacher/conference/\(pupil.attempt)/decide", form)
        if reply?.status == 303 { ledger.decided.insert(pupil.attempt) }
    }
}
