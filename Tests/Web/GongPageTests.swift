import Gong
import HTTP
import TestSupport
import Testing

@testable import Classroom
@testable import Web

/// The page about the gong, as a browser without script uses it.
@Suite struct GongPageTests {
    let room: TestRoom
    let desk: PageClient

    init() async throws {
        room = try TestRoom()
        _ = try await room.furnish()
        desk = PageClient(try TestSite.make(room))
        await desk.get("/teacher/sign-in")
        await desk.post("/teacher/sign-in", ["password": TestRoom.teacherPassword])
    }

    @Test("the dashboard leads to it, and it shows the voices, the sounds and the hours") func shows() async {
        #expect(desk.addresses.contains("/teacher/gong"))
        #expect(await desk.get("/teacher/gong") == 200)
        for words in ["A test listens.", "Tam-tam", "Bowl", "Night", "no time server"] {
            #expect(desk.page.contains(words), "\(words)")
        }
        #expect(!desk.page.contains("sound.") && !desk.page.contains("hours."))
    }

    @Test("examination mode is one tap, shows on the dashboard while it is on, and takes the test away")
    func examination()
        async throws
    {
        await desk.get("/teacher/gong")
        await desk.post("/teacher/gong/examination", ["on": "1", "from": "gong"])
        #expect(desk.path == "/teacher/gong")
        #expect(!desk.addresses.contains("/teacher/gong/test"))
        await desk.get("/teacher")
        #expect(desk.page.contains("Examination mode is on"))
        #expect(!desk.addresses.contains("/teacher/gong/test"))
        #expect(await desk.post("/teacher/gong/test") == 409)
        #expect(room.gong.rung.isEmpty)
        await desk.post("/teacher/gong/examination", ["on": "0", "from": ""])
        #expect(desk.path == "/teacher" && !desk.page.contains("Examination mode is on"))
        await desk.post("/teacher/gong/test", ["from": "gong"])
        #expect(desk.path == "/teacher/gong" && desk.page.contains("Test: the gong rang (sound)."))
    }

    @Test("what was kept silent is told once, with the names, and rung from the dashboard") func kept() async throws {
        let teacher = try #require(
            try room.classroom.readers.read { connection in
                try connection.first("SELECT id FROM person WHERE role = 'teacher'") { $0.text(0) }
            })
        await desk.post("/teacher/gong/examination", ["on": "1"])
        let visitor = Visitor(id: teacher, kind: .teacher, givenName: "", familyName: "")
        for name in ["Ada", "Bo"] {
            let attempt = try await room.handIn(try await room.join(name, admittedBy: visitor), right: true)
            try await room.classroom.arrive(attempt, by: teacher)
            try await room.classroom.decide(attempt, .mastered(reason: ""), by: teacher)
        }
        await desk.get("/teacher")
        #expect(desk.page.contains("Kept silent (examination)"))
        #expect(desk.page.contains("Ada A.") && desk.page.contains("Bo B."))
        #expect(!desk.addresses.contains("/teacher/kept/ring"))
        await desk.post("/teacher/gong/examination", ["on": "0"])
        #expect(desk.addresses.contains("/teacher/kept/ring"))
        await desk.post("/teacher/kept/ring")
        #expect(!desk.page.contains("Kept silent"))
        _ = await room.gong.next()
        _ = await room.gong.next()
        #expect(Set(room.gong.rung.map(\.name)) == ["Ada A.", "Bo B."])
    }

    private func hours(_ rows: [(String, String, String)], night: (String, String) = ("", "")) -> Fields {
        var fields: Fields = ["usual": "medium", "night_from": night.0, "night_until": night.1]
        for (from, until, level) in rows {
            fields.append("from", from)
            fields.append("until", until)
            fields.append("level", level)
        }
        return fields
    }

    @Test("hours are saved, and shown again as they were typed") func savesHours() async throws {
        await desk.get("/teacher/gong")
        let rows = [("08:00", "09:30", "soft"), ("", "", "full"), ("12:00", "13:00", "quiet")]
        await desk.post("/teacher/gong/hours", hours(rows, night: ("20:00", "06:30")))
        #expect(desk.status == 200 && desk.path == "/teacher/gong")
        let rules = try room.classroom.ringRules
        #expect(rules.usual == .medium)
        #expect(rules.periods.map(\.loudness) == [.soft, nil])
        #expect(rules.periods.map(\.hours.description) == ["08:00 to 09:30", "12:00 to 13:00"])
        #expect(rules.night?.description == "20:00 to 06:30")
        for value in ["08:00", "09:30", "12:00", "13:00", "20:00", "06:30"] {
            #expect(desk.page.contains("value=\"\(value)\""), "\(value)")
        }
    }

    @Test(
        "hours that make no sense are refused in words, nothing is saved, and what was typed is still there",
        arguments: [
            (row: ("08:00", "", "soft"), words: "only one of its two times"),
            (row: ("late", "09:00", "soft"), words: "only one of its two times"),
            (row: ("09:00", "09:00", "soft"), words: "begins and ends at 09:00"),
        ])
    func refusesHours(row: (String, String, String), words: String) async throws {
        await desk.get("/teacher/gong")
        await desk.post("/teacher/gong/hours", hours([("07:15", "07:45", "full"), row]))
        #expect(desk.status == 422)
        #expect(desk.page.contains(words))
        #expect(desk.page.contains("value=\"07:15\"") && desk.page.contains("value=\"\(row.0)\""))
        #expect(try room.classroom.ringRules == RingRules())
    }

    @Test("a sound is chosen from the list; one that is not there is refused") func choosesSound() async throws {
        await desk.get("/teacher/gong")
        await desk.post("/teacher/gong/sound", ["sound": "bowl"])
        #expect(desk.path == "/teacher/gong" && room.gong.chosenSound == "bowl")
        #expect(desk.page.contains(#"value="bowl" required checked"#))
        #expect(await desk.post("/teacher/gong/sound", ["sound": "../../etc/passwd"]) == 404)
        #expect(room.gong.chosenSound == "bowl")
        // The next start takes it up again.
        await room.gong.choose("tam-tam")
        try await room.classroom.restoreGong()
        #expect(room.gong.chosenSound == "bowl")
    }

    @Test("the teacher chooses the card, the striker or both; the next start takes that up again") func voices()
        async throws
    {
        await desk.get("/teacher/gong")
        await desk.post("/teacher/gong/voices", ["voices": "both"])
        #expect(desk.path == "/teacher/gong" && room.gong.voiceChoice == .both)
        #expect(await desk.post("/teacher/gong/voices", ["voices": "trumpet"]) == 404)
        room.gong.choose(.sound)
        try await room.classroom.restoreGong()
        #expect(room.gong.voiceChoice == .both)
    }

    @Test("an own sound is used at once") func ownSound() async {
        await desk.get("/teacher/gong")
        #expect(await desk.upload("/teacher/gong/own", "mine.wav", [1, 2, 3]) == 200)
        #expect(room.gong.chosenSound == GongSound.own.id)
    }

    @Test(
        "each refusal of an own sound has its own sentence, and the sound stays as it was",
        arguments: [
            (unfit: UnfitSound.noSound, words: "no sound that this box can read"), (.silent, "Nothing can be heard"),
            (.tooLong(limit: 20), "longer than 20 seconds"), (.channels(6), "6 channels"),
            (.rate(7), "claims 7 samples"),
            (.notKept("No space left on device"), "No space left on device"), (.noCard, "no sound card"),
        ])
    func refusesSound(unfit: UnfitSound, words: String) async {
        room.gong.refuse(unfit)
        await desk.get("/teacher/gong")
        #expect(await desk.upload("/teacher/gong/own", "mine.wav", [1]) == 422)
        #expect(desk.page.contains(words))
        #expect(room.gong.chosenSound == nil)
        #expect(await desk.upload("/teacher/gong/own", "", []) == 422)
        #expect(desk.page.contains("No file was chosen"))
    }

    @Test("a sound's body is bounded") func bounded() throws {
        #expect(try TestSite.make(room).bodyLimit("/teacher/gong/own") == 12 << 20)
        #expect(try TestSite.make(room).bodyLimit("/teacher/gong/hours") <= 128 << 10)
    }

    @Test("the class list turns the gong off for a student and on again") func perStudent() async throws {
        let ada = try #require(try room.classroom.register?.names.first { $0.givenName == "Ada" })
        await desk.get("/teacher/class")
        await desk.post("/teacher/student/\(ada.id)/gong", ["gong": "0"])
        #expect(desk.page.contains("Celebrate with the gong"))
        await desk.post("/teacher/student/\(ada.id)/gong", ["gong": "1"])
        #expect(!desk.page.contains("Celebrate with the gong"))
    }
}

extension Hours {
    fileprivate var description: String { "\(from) to \(to)" }
}
