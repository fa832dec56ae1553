import Assessment
import Dispatch
import Formats
import HTTP
import Synchronization
import TestSupport
import Testing
import Web

@testable import Classroom

/// A classroom with items of the test's own making, served on the loopback: for kinds of items that few files hold.
final class LiveRoom: Sendable {
    private let room: TestRoom
    private let site: Site
    private let server: Mutex<Server>
    let address: String

    /// One unit whose check asks every item.
    init(_ items: [Item]) async throws {
        room = try TestRoom()
        let families = items.enumerated().map { Family(title: "Item \($0)", category: ["Kinds", "All"], item: $1) }
        _ = try await room.classroom.store(
            BankImport(format: "Test", families: families), named: "kinds.test", by: "test")
        _ = try await room.gather()
        site = try TestSite.make(room)
        let first = try Self.serve(site, port: 0)
        server = Mutex(first)
        address = "http://127.0.0.1:\(first.port)"
    }

    /// Lets a student come in and begins the check; returns the attempt.
    func begin(_ name: String, in browser: Session) async throws -> String {
        try await browser.open("/")
        try await browser.press(name)
        try await browser.fill("pin", "1234")
        try await browser.press("Come in")
        try await browser.arrive(at: "/door")
        let register = try room.classroom.register
        let student = try #require(register?.names.first { $0.givenName == name })
        try await room.classroom.admit(student.id, by: "test")
        // The page at the door goes on by itself; nothing is opened until it has.
        try await browser.arrive(at: "/path")
        let unit = try #require(try room.classroom.path(of: student.id).first)
        return try await room.classroom.start(unit.id, by: student.id)
    }

    /// Serves again, at the same address.
    func resume() throws {
        try server.withLock { $0 = try Self.serve(site, port: $0.port) }
    }

    private static func serve(_ site: Site, port: UInt16) throws -> Server {
        try Server(socket: ListeningSocket(port: port, loopbackOnly: true), responder: site)
    }

    /// Blocks for a moment, so not on the cooperative pool.
    func stop() async {
        await withCheckedContinuation { continuation in
            DispatchQueue(label: "live-room.stop").async { [self] in
                server.withLock(\.self).stop()
                continuation.resume()
            }
        }
    }
}
