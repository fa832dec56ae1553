import Archive
import Testing

struct ZipArchiveTests {
    private static let files = [
        ZipEntry(name: "imsmanifest.xml", bytes: Array("<manifest/>".utf8)),
        ZipEntry(name: "Ordner/Übung – 1.xml", bytes: Array(String(repeating: "text ", count: 20_000).utf8)),
        ZipEntry(name: "empty", bytes: []),
    ]

    @Test("What is packed comes out again, and equal files make equal bytes")
    func whatIsPackedComesOut() throws {
        let packed = try ZipArchive.packed(Self.files)
        let archive = try ZipArchive(packed)
        #expect(archive.entries == Self.files)
        #expect(archive.refused == [])
        #expect(packed.count < 2_000)
        #expect(try ZipArchive.packed(Self.files) == packed)
    }

    @Test("Noise that does not shrink is packed too") func noiseIsPacked() throws {
        var state: UInt64 = 1
        let noise = (0..<300_000).map { _ in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return UInt8(state >> 56)
        }
        let entry = ZipEntry(name: "noise", bytes: noise)
        #expect(try ZipArchive(ZipArchive.packed([entry])).entries == [entry])
    }

    @Test(
        "Paths that lead out of the archive are refused",
        arguments: ["../up", "a/../../up", "/etc/passwd", "C:\\x", "..\\up"])
    func pathsThatLeadOut(name: String) throws {
        let archive = try ZipArchive(ZipArchive.packed([ZipEntry(name: name, bytes: [1])] + Self.files))
        #expect(archive.entries == Self.files)
        #expect(archive.refused.count == 1)
    }

    @Test("A link is refused") func aLinkIsRefused() throws {
        var packed = try ZipArchive.packed([ZipEntry(name: "link", bytes: Array("/etc/passwd".utf8))])
        // The Unix mode stands in the upper half of the central directory's external attributes, 38 bytes from its sign.
        let sign: [UInt8] = [0x50, 0x4B, 1, 2]
        let central = try #require(packed.indices.first { packed[$0...].starts(with: sign) })
        packed[central + 41] = 0xA1
        let archive = try ZipArchive(packed)
        #expect(archive.entries == [])
        #expect(archive.refused == ["link"])
    }

    @Test("A bomb ends with a plain error") func aBombEnds() throws {
        let zeros = [UInt8](repeating: 0, count: 40 << 20)
        let bomb = try ZipArchive.packed([ZipEntry(name: "a", bytes: zeros)])
        #expect(throws: ZipError.self) { try ZipArchive(bomb) }
        var limits = ZipArchive.Limits()
        limits.entrySize = 1 << 20
        #expect(throws: ZipError.self) { try ZipArchive(bomb, limits: limits) }
        limits = ZipArchive.Limits()
        limits.entries = 2
        let files = try ZipArchive.packed(Self.files)
        #expect(throws: ZipError.self) { try ZipArchive(files, limits: limits) }
    }

    @Test("Bytes that are no zip, and zips cut anywhere, end in an error or in what was sound")
    func brokenBytes() throws {
        let packed = try ZipArchive.packed(Self.files)
        for length in stride(from: 0, to: packed.count, by: 7) {
            guard let archive = try? ZipArchive(Array(packed[..<length])) else { continue }
            #expect(archive.entries.count <= Self.files.count)
        }
        #expect(throws: ZipError.self) { try ZipArchive(Array("no zip at all".utf8)) }
    }
}
