import Glibc
import Sound
import Testing

@Suite("Samples")
struct SampleTests {
    @Test("A sample comes back from FLAC unchanged")
    func roundTrip() throws {
        let file = TemporaryFile(".flac")
        let sample = Sample(values: (0..<9_600).map { Int16(truncatingIfNeeded: $0 &* 2_654_435_761) })
        try sample.writeFLAC(to: file.path)
        #expect(try Sample(path: file.path) == sample)
    }

    @Test("A mono file sounds the same on both sides")
    func mono() throws {
        let file = TemporaryFile(".wav")
        let values: [Int16] = [0, 100, -200, 32_767, -32_768]
        try file.writeWAV(values, channels: 1, rate: 48_000)
        #expect(try Sample(path: file.path).values == values.flatMap { [$0, $0] })
    }

    @Test("A file of another rate keeps its length, pitch and level", arguments: [22_050, 44_100, 96_000])
    func resampled(rate: Int) throws {
        let file = TemporaryFile(".wav")
        let tone = (0..<rate).map { Int16(16_000 * sin(2 * Double.pi * 1_000 * Double($0) / Double(rate))) }
        try file.writeWAV(tone, channels: 1, rate: rate)
        let sample = try Sample(path: file.path)
        #expect(abs(sample.frameCount - 48_000) <= 1)
        // Away from the ends, where the filter has all it needs.
        for frame in stride(from: 4_800, to: 43_200, by: 7) {
            let expected = 16_000 * sin(2 * Double.pi * 1_000 * Double(frame) / 48_000)
            #expect(abs(Double(sample.values[2 * frame]) - expected) < 160, "frame \(frame)")
        }
    }

    @Test(
        "A file without sound, with three channels, or of more than a minute is refused in words",
        arguments: [
            (frames: 0, channels: 2, words: "no sound"), (frames: 10, channels: 3, words: "3 channels"),
            (frames: 8_000 * 61, channels: 1, words: "longer than 60 seconds"),
        ])
    func unfit(frames: Int, channels: Int, words: String) throws {
        let file = TemporaryFile(".wav")
        try file.writeWAV([Int16](repeating: 1, count: frames * channels), channels: channels, rate: 8_000)
        let error = #expect(throws: SoundError.self) { try Sample(path: file.path) }
        #expect(error?.text.contains(words) == true)
    }

    @Test("What is missing or is no sound is refused by sf_open")
    func undecodable() throws {
        let missing = #expect(throws: SoundError.self) { try Sample(path: "/nonexistent/gong.flac") }
        #expect(missing?.operation == "sf_open")
        let file = TemporaryFile(".flac")
        try file.write(Array("This is not a sound.".utf8))
        let error = #expect(throws: SoundError.self) { try Sample(path: file.path) }
        #expect(error?.operation == "sf_open")
        #expect(error?.text.isEmpty == false)
    }
}
