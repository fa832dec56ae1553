import HTTP
import SQLite
import TestSupport
import Testing

@testable import Classroom
@testable import Web

/// Pictures and sounds that came in with a bank.
@Suite struct MediaTests {
    /// A picture of one pixel in a question of Moodle's.
    private static let bank = """
        <quiz><question type="shortanswer"><name><text>Pixel</text></name><questiontext format="html">
        <text><![CDATA[<p><img src="@@PLUGINFILE@@/dot.gif" alt="A dot"> What is it?</p>]]></text>
        <file name="dot.gif" path="/" encoding="base64">R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7</file>
        </questiontext><answer fraction="100" format="plain_text"><text>a dot</text></answer></question></quiz>
        """

    @Test("a picture is kept for good, is what it says it is, and is sent again to nobody who has it") func picture()
        async throws
    {
        let room = try TestRoom()
        _ = try await room.furnish()
        _ = try await ImportReport.bank(Array(Self.bank.utf8), named: "dot.xml", into: room.classroom)
        let name = try room.classroom.readers.read { try $0.first("SELECT name FROM media") { $0.text(0) } }
        let address = "/media/\(try #require(name))"
        let site = try TestSite.make(room)
        let stranger = PageClient(site)
        #expect(await stranger.get(address, follows: false) == 303)
        let desk = PageClient(site)
        await desk.get("/teacher/sign-in")
        await desk.post("/teacher/sign-in", ["password": TestRoom.teacherPassword])
        #expect(await desk.get(address) == 200)
        #expect(desk.header("Content-Type") == "image/gif")
        #expect(desk.header("X-Content-Type-Options") == "nosniff")
        #expect(desk.header("Cache-Control") == "private, max-age=31536000, immutable")
        #expect(desk.header("Content-Security-Policy")?.hasPrefix("sandbox; default-src 'none'") == true)
        #expect(desk.bytes.starts(with: Array("GIF89a".utf8)))
        #expect(await desk.get(address, headers: [.range: "bytes=0-2"]) == 206)
        #expect(desk.bytes == Array("GIF".utf8) && desk.header("Content-Range") == "bytes 0-2/42")
        #expect(await desk.get(address, headers: [.ifNoneMatch: desk.header("ETag") ?? ""]) == 304)
        #expect(await desk.get("/media/none.gif") == 404)
    }

    @Test(
        "one range of bytes is understood, anything else means the whole",
        arguments: [
            ("bytes=0-1", 0..<2), ("bytes=8-", 8..<10), ("bytes=8-99", 8..<10), ("bytes=-3", 7..<10),
            ("bytes=-99", 0..<10), ("bytes=10-", nil), ("bytes=5-4", nil), ("bytes=0-1,4-5", nil), ("bytes=-0", nil),
            ("bytes=a-b", nil), ("lines=1-2", nil), ("bytes=-9223372036854775808", nil),
            ("bytes=0-9223372036854775807", 0..<10),
        ])
    func ranges(_ header: String, _ expected: Range<Int>?) {
        #expect(ByteRange(header, size: 10)?.bytes == expected)
    }
}
