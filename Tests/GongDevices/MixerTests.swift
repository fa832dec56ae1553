import Sound
import Testing

@testable import GongDevices

@Suite("Mixer and limiter")
struct MixerTests {
    private func render(_ mixer: inout Mixer, frames: Int) -> [Int16] {
        var period = [Int16](repeating: 99, count: 2 * frames)
        mixer.render(into: &period)
        return period
    }

    @Test("Nothing sounds until it is struck, and then the sample as it is, and then nothing")
    func once() {
        let sample = Sample(values: [1, -2, 3, -4, 5, -6])
        var mixer = Mixer(sample: sample)
        #expect(render(&mixer, frames: 2) == [0, 0, 0, 0])
        mixer.strike()
        #expect(render(&mixer, frames: 2) == [1, -2, 3, -4])
        #expect(!mixer.isIdle)
        #expect(render(&mixer, frames: 3) == [5, -6, 0, 0, 0, 0])
        #expect(mixer.isIdle)
    }

    @Test("Two strikes are added where they overlap")
    func two() {
        var mixer = Mixer(sample: Sample(values: [100, 10, 200, 20, 300, 30]))
        mixer.strike()
        _ = render(&mixer, frames: 1)
        mixer.strike()
        #expect(render(&mixer, frames: 3) == [300, 30, 500, 50, 300, 30])
    }

    @Test("A third strike fades the oldest away within 50 ms and leaves two")
    func third() {
        let long = Sample(values: [Int16](repeating: 1_000, count: 96_000))
        var mixer = Mixer(sample: long)
        for _ in 0..<3 { mixer.strike() }
        let period = render(&mixer, frames: Mixer.steal + 1)
        #expect(period.first == 3_000)
        #expect(period.last == 2_000)
        let steps = zip(period.dropFirst(2), period).map { abs(Int($0) - Int($1)) }
        #expect(steps.allSatisfy { $0 <= 1 })
    }

    @Test("Gain is in decibels", arguments: [(-20.0, 1_000), (-6.0206, 5_000), (0, 10_000), (6.0206, 20_000)])
    func gain(decibels: Double, expected: Int16) {
        var mixer = Mixer(sample: Sample(values: [10_000, -10_000]), decibels: decibels)
        mixer.strike()
        #expect(render(&mixer, frames: 1) == [expected, -expected])
    }

    @Test("A mix above full scale is turned down, not clipped, and comes back up")
    func limiter() {
        var limiter = Limiter()
        let loud = limiter.limit(left: 65_536, right: -32_768)
        #expect(abs(Float(loud.left) - Limiter.ceiling) <= 1)
        // Both sides are turned down alike, so that the gong stays where it is in the room.
        #expect(abs(Float(loud.right) + Limiter.ceiling / 2) <= 1)
        let soft = limiter.limit(left: 1_000, right: 0)
        #expect(soft.left < 500)
        for _ in 0..<96_000 { _ = limiter.limit(left: 0, right: 0) }
        #expect(limiter.limit(left: 1_000, right: 0).left == 1_000)
    }

    @Test("Nothing leaves the limiter above its ceiling", arguments: [0.5, 1, 1.5, 2, 8] as [Float])
    func ceiling(level: Float) {
        var limiter = Limiter()
        for frame in 0..<20_000 {
            let value = Float(frame % 200 - 100) * 327 * level
            let out = limiter.limit(left: value, right: -value)
            #expect(abs(Float(out.left)) <= Limiter.ceiling + 1)
        }
    }

    @Test("A fade ends what sounds")
    func fade() {
        var mixer = Mixer(sample: Sample(values: [Int16](repeating: 1_000, count: 96_000)))
        mixer.strike()
        mixer.fade(over: 100)
        let period = render(&mixer, frames: 110)
        #expect(period.first == 1_000)
        #expect(period.last == 0)
        #expect(mixer.isIdle)
    }
}
