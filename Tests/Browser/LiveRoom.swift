import Assessment
import Dispatch
import Formats
import HTTP
import TestSupport
import Testing

@testable import Classroom

/// A classroom with items of the test's own making, served on the loopback: for kinds of items that few files hold.
final class LiveRoom: Sendable {
    private let room: TestRoom
    private let server: Server
    let address: String

    /// One unit whose check asks every item.
    init(_ items: [Item]) async throws {
        room = try TestRoom()
        let families = items.enumerated().map { Family(title: "Item \($0)", category: ["Kinds", "All"], item: $1) }
        _ = try await room.classroom.store(
            BankImport(format: "Test", families: families), named: "kinds.test", by: "test")
        _ = try await room.gather()
        server = try Server(
            socket: ListeningSocket(port: 0, loopbackOnly: true), responder: try TestSite.make(room))
        address = "http://127.0.0.1:\(server.port)"
    }

    /// A student who has come in, with the check begun. The sheet is the attempt.
    func begin(_ name: String, in browser: Session) async throws -> String {
        try await browser.open("/")
        try await browser.press(name)
        try await browser.fill("pin", "1234")
        try await browser.press("Come in")
        try await browser.arrive(at: "/door")
        let register = try room.classroom.register
        let student = try #require(register?.names.first { $0.givenName == name })
        try await room.classroom.admit(student.id, by: "test")
        let unit = try #require(try room.classroom.path(of: student.id).first)
        return try await room.classroom.start(unit.id, by: student.id)
    }

    /// Blocks for a moment, so not on the cooperative pool.
    func stop() async {
        await withCheckedContinuation { continuation in
            DispatchQueue(label: "live-room.stop").async { [server] in
                server.stop()
                continuation.resume()
            }
        }
    }
}
