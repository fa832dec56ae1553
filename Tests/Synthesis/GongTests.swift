import GongDevices
import Sound
import Testing

@testable import render_sounds

/// What every gong promises, read from the files that are shipped; that the files are what Synthesis renders to their end is
/// checked by `make sounds`.
@Suite("Gongs")
struct GongTests {
    @Test("Every sound that the program offers is rendered here, and none besides")
    func names() {
        #expect(Gong.all.map(\.name) == SuppliedSound.allCases.map(\.rawValue))
    }

    @Test("The beginning of a file is rendered again bit for bit", arguments: SuppliedSound.allCases)
    func reproduced(sound: SuppliedSound) throws {
        let file = try Sample(path: #require(sound.path))
        let beginning = try #require(gong(sound).rendered(first: 0.1))
        #expect(beginning.frameCount == 4_800)
        #expect(file.values.prefix(beginning.values.count).elementsEqual(beginning.values))
    }

    @Test("A sound begins and ends at zero without a click", arguments: SuppliedSound.allCases)
    func ends(sound: SuppliedSound) throws {
        let values = try Sample(path: #require(sound.path)).values
        #expect(values.prefix(2).allSatisfy { $0 == 0 })
        #expect(values.suffix(2).allSatisfy { $0 == 0 })
        // In its first half millisecond it is 20 dB, and in its last 5 ms 60 dB, below its peak.
        let peak = loudest(values[...])
        #expect(loudest(values.prefix(2 * 24)) <= peak / 10)
        #expect(loudest(values.suffix(2 * 240)) <= peak / 1_000)
    }

    @Test("A sound stays clear of full scale, and rests on zero", arguments: SuppliedSound.allCases)
    func level(sound: SuppliedSound) throws {
        let values = try Sample(path: #require(sound.path)).values
        // A decibel below full scale, 32,768.
        #expect((100...29_204).contains(loudest(values[...])))
        let mean = Double(values.reduce(0) { $0 + Int($1) }) / Double(values.count)
        #expect(mean.magnitude < 1)
    }

    @Test("A sound is as long as it says, eight seconds at most", arguments: SuppliedSound.allCases)
    func length(sound: SuppliedSound) throws {
        let gong = try gong(sound)
        #expect(try Sample(path: #require(sound.path)).frameCount == Int(gong.seconds * Double(Sample.rate)))
        #expect(gong.seconds <= 8)
    }

    @Test("The sounds are graded: each is softer than the one before")
    func graded() throws {
        let levels = try SuppliedSound.allCases.map { sound in
            // The loudest 400 ms, as R 128 measures them, but without its weighting of frequencies.
            let values = try Sample(path: #require(sound.path)).values
            let block = 2 * 19_200
            return stride(from: 0, to: values.count, by: block / 4).map { start in
                values[start..<min(start + block, values.count)].reduce(0.0) { $0 + Double($1) * Double($1) }
            }.max() ?? 0
        }
        #expect(zip(levels, levels.dropFirst()).allSatisfy { $0 > $1 })
    }

    @Test("The wood block is over within a quarter of a second, and never above a quarter of full scale")
    func gentle() throws {
        let sample = try Sample(path: #require(SuppliedSound.woodBlock.path))
        #expect(sample.frameCount <= Sample.rate / 4)
        #expect(loudest(sample.values[...]) <= 8_192)
    }

    @Test("The tam-tam blooms: what is high comes later than the blow")
    func bloom() throws {
        let values = try Sample(path: #require(SuppliedSound.tamTam.path)).values
        // Differences of differences rise by 12 dB an octave: what is left is the top of the spectrum.
        let left = stride(from: 0, to: values.count, by: 2).map { Int(values[$0]) }
        let high = zip(zip(left, left.dropFirst()), left.dropFirst(2)).map { Double($0.0 - 2 * $0.1 + $1) }
        let power = { (seconds: Double) in
            high.dropFirst(Int(seconds * 48_000)).prefix(2_400).reduce(0) { $0 + $1 * $1 }
        }
        #expect(power(0.5) > 10 * power(0.05))
        #expect(power(0.5) > 10 * power(3))
    }

    @Test("A gong whose gain is too large is not rendered")
    func clipping() {
        let loud = Gong(name: "loud", seconds: 0.1, fade: 0.01, gain: 1.5) { rendering in
            Partial(frequency: 440, level: 1, decay: 10, onset: 0.001, pan: -1).add(to: &rendering)
        }
        #expect(loud.rendered() == nil)
    }

    private func gong(_ sound: SuppliedSound) throws -> Gong {
        try #require(Gong.all.first { $0.name == sound.rawValue })
    }

    private func loudest(_ values: ArraySlice<Int16>) -> Int {
        values.reduce(0) { max($0, abs(Int($1))) }
    }
}
