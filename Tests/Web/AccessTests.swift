import Classroom
import Foundation
import HTTP
import TestSupport
import Testing

@testable import Web

/// Every route as nobody, a student, another student, and the teacher. A new route joins by itself.
@Suite struct AccessTests {
    private enum Who: String, CaseIterable, Sendable {
        case nobody, student, otherStudent, teacher
    }

    @Test("every route admits whom it names and nobody else") func walk() async throws {
        let room = try TestRoom()
        let teacher = try await room.furnish()
        let site = try TestSite.make(room)
        let people = try await signIn(site, room, teacher)
        // An attempt of the first student that waits in line: every address that takes an attempt gets this one.
        let ada = try await room.classroom.visitorNamed("Ada")
        let attempt = try await room.handIn(ada, right: true)
        // Whom the teacher may do things to: nobody who walks.
        let cy = try #require(try room.classroom.register?.names.first { $0.givenName == "Cy" })
        var walked = 0
        for route in Site.routes {
            for who in Who.allCases {
                let client = try #require(people[who])
                let path =
                    "/" + route.pattern.map { Self.value($0, attempt: attempt, student: cy.id) }.joined(separator: "/")
                if path.hasSuffix("/events") { continue }
                if path == "/leave" || path == "/teacher/sign-out" { continue }
                let status =
                    route.isAct ? await client.post(path, follows: false) : await client.get(path, follows: false)
                expect(status, route, who, path)
                walked += 1
            }
        }
        #expect(walked > 150)
    }

    private func expect(_ status: Int, _ route: Route, _ who: Who, _ path: String) {
        let place = Comment("\(route.isAct ? "POST" : "GET") \(path) as \(who): \(status)")
        #expect(status != 500 && status != 507, place)
        switch (route.audience, who) {
        case (.everybody, _), (.teacher, .teacher), (.student, .student):
            return
        case (.member, .student), (.member, .otherStudent), (.member, .teacher):
            // Let in; there is no picture of the name.
            #expect(status == 404, place)
        case (.student, .otherStudent):
            // The route is for students, the attempt is somebody else's: it is as if it were not there.
            if path.contains("/path") { return }
            #expect(status == 404, place)
        case (_, .nobody):
            // Pages send to the sign-in, acts are refused.
            #expect(status == (route.isAct ? 403 : 303), place)
        default:
            #expect(status == 403, place)
        }
    }

    private static func value(_ segment: Substring, attempt: String, student: String) -> String {
        switch segment {
        case ":attempt", ":strike": attempt
        case ":student", ":person": student
        case ":place", ":unit", ":objective", ":family", ":variant", ":bank": "1"
        case ":name": "gongbox.css"
        default: String(segment)
        }
    }

    private func signIn(_ site: Site, _ room: TestRoom, _ teacher: Visitor) async throws -> [Who: PageClient] {
        var people: [Who: PageClient] = [:]
        for who in Who.allCases { people[who] = PageClient(site, client: "10.0.0.\(people.count + 2)") }
        for (who, name) in [(Who.student, "Ada"), (.otherStudent, "Bo")] {
            let client = try #require(people[who])
            let student = try #require(try room.classroom.register?.names.first { $0.givenName == name })
            await client.get("/join/\(student.id)")
            await client.post("/join/\(student.id)", ["pin": "1234"])
            #expect(client.path == "/door")
            try await room.classroom.admit(student.id, by: teacher.id)
            await client.get("/path")
            #expect(client.path == "/path" && client.status == 200)
        }
        let desk = try #require(people[.teacher])
        await desk.get("/teacher/sign-in")
        await desk.post("/teacher/sign-in", ["password": TestRoom.teacherPassword])
        #expect(desk.path == "/teacher" && desk.status == 200)
        await people[.nobody]?.get("/")
        return people
    }

    @Test("whoever waits at the door is nobody yet") func pending() async throws {
        let room = try TestRoom()
        _ = try await room.furnish()
        let client = PageClient(try TestSite.make(room))
        let student = try #require(try room.classroom.register?.names.first)
        await client.get("/join/\(student.id)")
        await client.post("/join/\(student.id)", ["pin": "1234"])
        #expect(client.path == "/door")
        await client.get("/path")
        #expect(client.path == "/door")
    }
}

extension Classroom {
    fileprivate func visitorNamed(_ name: String) async throws -> Visitor {
        let student = try #require(try register?.names.first { $0.givenName == name })
        let joined = try await join(student.id, pin: "1234", card: "", device: "a second device")
        guard case .signedIn(let token) = joined else { throw TestRoom.Missing(name) }
        return try #require(try visitor(token))
    }
}
