import Classroom
import Crypto
import TestSupport
import Testing

@Suite struct JoinTests {
    @Test("the card proves a first join without the teacher; a wrong card does not") func card() async throws {
        let room = try TestRoom()
        _ = try await room.furnish()
        let member = try #require(try room.classroom.members.first?.students.first)
        await #expect(throws: Refusal.wrongSecret) {
            try await room.classroom.join(member.id, pin: "4711", card: "WRONGONE", device: "phone")
        }
        let joined = try await room.classroom.join(
            member.id, pin: "4711", card: member.cardCode.lowercased(), device: "phone")
        guard case .signedIn(let token) = joined else {
            Issue.record("the card did not admit")
            return
        }
        #expect(try room.classroom.visitor(token)?.kind == .student)
        let again = try await room.classroom.join(member.id, pin: "4711", card: "", device: "tablet")
        guard case .signedIn = again else {
            Issue.record("the PIN did not admit")
            return
        }
    }

    @Test("whoever waits at the door is nobody until admitted; other claims to the name go") func door() async throws {
        let room = try TestRoom()
        let teacher = try await room.furnish()
        let name = try #require(try room.classroom.register?.names.first)
        var tokens: [Token] = []
        for device in ["impostor", "owner"] {
            guard
                case .awaitsTeacher(let token) = try await room.classroom.join(
                    name.id, pin: "1111", card: "", device: device)
            else { continue }
            tokens.append(token)
            room.clock.advance(seconds: 1)
        }
        #expect(try room.classroom.visitor(tokens[0])?.kind == .pending)
        #expect(try room.classroom.doorQueue.map(\.id) == [name.id])
        try await room.classroom.admit(name.id, by: teacher.id)
        #expect(try room.classroom.visitor(tokens[0]) == nil)
        #expect(try room.classroom.visitor(tokens[1])?.kind == .student)
        #expect(try room.classroom.doorQueue.isEmpty)
    }

    @Test("guessing a PIN is slowed on that device and does not lock the student out elsewhere") func guessing()
        async throws
    {
        let room = try TestRoom()
        let teacher = try await room.furnish()
        let ada = try await room.join("Ada", admittedBy: teacher)
        for _ in 0..<5 {
            await #expect(throws: Refusal.wrongSecret) {
                try await room.classroom.join(ada.id, pin: "9999", card: "", device: "thief")
            }
        }
        await #expect(throws: Refusal.backOff(seconds: 5)) {
            try await room.classroom.join(ada.id, pin: "1234", card: "", device: "thief")
        }
        guard case .signedIn = try await room.classroom.join(ada.id, pin: "1234", card: "", device: "tablet") else {
            Issue.record("locked out")
            return
        }
        room.clock.advance(seconds: 6)
        guard case .signedIn = try await room.classroom.join(ada.id, pin: "1234", card: "", device: "thief") else {
            Issue.record("the wait did not end")
            return
        }
    }

    @Test("guessing many names from one device is slowed too") func manyNames() async throws {
        let room = try TestRoom()
        let teacher = try await room.furnish()
        for name in ["Ada", "Bo", "Cy"] { _ = try await room.join(name, admittedBy: teacher) }
        let names = try #require(try room.classroom.register).names
        for round in 0..<20 {
            // Longer than any name's own wait by then.
            room.clock.advance(seconds: 60)
            await #expect(throws: Refusal.wrongSecret) {
                try await room.classroom.join(names[round % 3].id, pin: "0000", card: "", device: "thief")
            }
        }
        await #expect(throws: Refusal.backOff(seconds: 5)) {
            try await room.classroom.join(names[2].id, pin: "1234", card: "", device: "thief")
        }
    }

    @Test("a PIN is four to eight digits", arguments: ["", "123", "123456789", "12a4", "１２３４"]) func badPIN(
        _ pin: String
    ) async throws {
        let room = try TestRoom()
        _ = try await room.furnish()
        let name = try #require(try room.classroom.register?.names.first)
        await #expect(throws: Refusal.badPIN) {
            try await room.classroom.join(name.id, pin: pin, card: "", device: "phone")
        }
    }

    @Test("a reset PIN signs out and lets the student choose anew") func reset() async throws {
        let room = try TestRoom()
        let teacher = try await room.furnish()
        let ada = try await room.join("Ada", admittedBy: teacher)
        try await room.classroom.resetPIN(of: ada.id, by: teacher.id)
        guard case .awaitsTeacher = try await room.classroom.join(ada.id, pin: "8888", card: "", device: "phone") else {
            Issue.record("admitted without the teacher")
            return
        }
    }

    @Test("the set-up code works once") func setUp() async throws {
        let room = try TestRoom()
        let code = try #require(try room.classroom.setUpCode)
        await #expect(throws: Refusal.wrongSecret) {
            try await room.classroom.setUp(code: "AAAAAAAA", name: "", password: "long enough", device: "desk")
        }
        await #expect(throws: Refusal.shortPassword) {
            try await room.classroom.setUp(code: code, name: "", password: "short", device: "desk")
        }
        _ = try await room.classroom.setUp(code: code, name: "", password: "long enough", device: "desk")
        #expect(try room.classroom.setUpCode == nil)
        await #expect(throws: Refusal.notNow) {
            try await room.classroom.setUp(code: code, name: "", password: "another one", device: "desk")
        }
        await #expect(throws: Refusal.wrongSecret) {
            try await room.classroom.signInTeacher(password: "guess", device: "x")
        }
        _ = try await room.classroom.signInTeacher(password: "long enough", device: "desk")
    }
}
