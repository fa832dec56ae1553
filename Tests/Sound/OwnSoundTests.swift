import Glibc
import Testing

@testable import Sound

@Suite("A teacher's own sound")
struct OwnSoundTests {
    /// A WAV file of a tone of 1 kHz in both channels.
    private func wave(
        seconds: Double, amplitude: Double = 8_000, silence: Double = 0, rate: Int = 48_000, channels: Int = 2
    ) throws -> [UInt8] {
        let file = TemporaryFile(".wav")
        let pause = [Int16](repeating: 0, count: Int(silence * Double(rate)) * channels)
        let tone = (0..<Int(seconds * Double(rate))).flatMap { frame in
            let value = Int16(amplitude * sin(2 * Double.pi * 1_000 * Double(frame) / Double(rate)))
            return [Int16](repeating: value, count: channels)
        }
        try file.writeWAV(pause + tone + pause, channels: channels, rate: rate)
        return try file.read()
    }

    /// The standard's own check: 997 Hz in one channel at full scale is -3.01 LUFS, so in both channels 0.0 (BS.1770-4, annex 1).
    @Test("The loudness of a sine is what ITU-R BS.1770 says", arguments: [(channels: 1, expected: -3.01), (2, 0.0)])
    func standard(channels: Int, expected: Double) throws {
        let stereo = (0..<96_000).flatMap { frame -> [Float] in
            let value = Float(sin(2 * Double.pi * 997 * Double(frame) / 48_000))
            return [value, channels == 2 ? value : 0]
        }
        #expect(abs(try #require(LoudnessMeter.loudness(of: stereo)) - expected) < 0.02)
    }

    @Test("Silence has no loudness, and the pause after a sound does not make it softer")
    func gates() throws {
        #expect(LoudnessMeter.loudness(of: [Float](repeating: 0, count: 96_000)) == nil)
        #expect(LoudnessMeter.loudness(of: []) == nil)
        let tone = (0..<96_000).flatMap { frame -> [Float] in
            let value = Float(0.1 * sin(2 * Double.pi * 997 * Double(frame) / 48_000))
            return [value, value]
        }
        let alone = try #require(LoudnessMeter.loudness(of: tone))
        let paused = try #require(LoudnessMeter.loudness(of: tone + [Float](repeating: 0, count: 960_000)))
        #expect(abs(alone - paused) < 0.5)
    }

    @Test("It is made as loud as the supplied ones, whatever it was", arguments: [300.0, 3_000, 30_000])
    func levelled(amplitude: Double) throws {
        let sample = try Sample(own: try wave(seconds: 1, amplitude: amplitude), longest: 20)
        let loudness = try #require(LoudnessMeter.loudness(of: sample.values.map { Float($0) / 32_768 }))
        #expect(abs(loudness - Sample.targetLoudness) < 0.2)
    }

    @Test("A sound with one high peak stays below full scale")
    func peaks() throws {
        let file = TemporaryFile(".wav")
        var values = (0..<96_000).map { Int16(300 * sin(Double($0))) }
        values[1_000] = 32_767
        try file.writeWAV(values, channels: 2, rate: 48_000)
        let sample = try Sample(own: try file.read(), longest: 20)
        let loudest = sample.values.map { abs(Int($0)) }.max() ?? 0
        #expect(loudest == Int((Sample.peak * 32_768).rounded()))
    }

    @Test("Silence before and after is cut, and the cut does not click")
    func trimmed() throws {
        let sample = try Sample(own: try wave(seconds: 1, silence: 2), longest: 20)
        #expect(abs(sample.frameCount - 48_000) < 50)
        #expect(abs(Int(sample.values[0])) < 2_000)
        #expect(sample.values.suffix(2).allSatisfy { $0 == 0 })
    }

    @Test("One channel becomes two and another rate 48,000")
    func converted() throws {
        let sample = try Sample(own: try wave(seconds: 0.5, rate: 44_100, channels: 1), longest: 20)
        #expect(abs(sample.frameCount - 24_000) < 50)
        #expect(
            stride(from: 0, to: sample.values.count, by: 2).allSatisfy { sample.values[$0] == sample.values[$0 + 1] })
    }

    @Test("Each thing that makes a file no gong is told apart")
    func refused() throws {
        #expect(throws: UnfitSample.silent) { try Sample(own: try wave(seconds: 1, amplitude: 0), longest: 20) }
        #expect(throws: UnfitSample.silent) { try Sample(own: try wave(seconds: 0), longest: 20) }
        #expect(throws: UnfitSample.tooLong(limit: 1)) { try Sample(own: try wave(seconds: 1.1), longest: 1) }
        #expect(throws: UnfitSample.channels(6)) { try Sample(own: try wave(seconds: 0.1, channels: 6), longest: 20) }
        #expect(throws: UnfitSample.rate(4_000)) { try Sample(own: try wave(seconds: 0.1, rate: 4_000), longest: 20) }
        for bytes in [[], Array("This is not a sound.".utf8), [UInt8](repeating: 0xff, count: 5_000)] {
            let error = #expect(throws: UnfitSample.self) { try Sample(own: bytes, longest: 20) }
            guard case .noSound = error else {
                Issue.record("\(String(describing: error))")
                continue
            }
        }
    }

    @Test("A file cut off or garbled anywhere is refused or played, and never ends the program", arguments: 0..<40)
    func garbled(seed: Int) throws {
        var bytes = try wave(seconds: 0.1)
        // The head decides most: every byte of it takes its turn.
        bytes[(seed * 7) % 44] ^= UInt8(truncatingIfNeeded: 1 << (seed % 8))
        bytes.removeLast(seed * 300)
        let sample = try? Sample(own: bytes, longest: 20)
        #expect((sample?.frameCount ?? 0) <= 20 * Sample.rate)
    }

    @Test("FLAC is read from memory as it is from a file")
    func flac() throws {
        let file = TemporaryFile(".flac")
        try Sample(values: (0..<9_600).map { Int16(10_000 * sin(Double($0))) }).writeFLAC(to: file.path)
        #expect(abs(try Sample(own: try file.read(), longest: 20).frameCount - 4_800) <= 2)
    }

    @Test("A mixer is muted when a gate is shut, or when every way to a loudspeaker is")
    func muted() {
        #expect(PCM.closed([("Master", true), ("Headphone", false), ("Speaker", true)]).isEmpty)
        #expect(PCM.closed([("Master", false), ("Speaker", true)]) == ["Master"])
        #expect(PCM.closed([("Master", true), ("Headphone", false), ("Speaker", false)]) == ["Headphone", "Speaker"])
        #expect(PCM.closed([("PCM", true)]).isEmpty)
        #expect(PCM.closed([]).isEmpty)
    }
}
