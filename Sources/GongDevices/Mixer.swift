import Glibc
import Sound

/// Sums the gongs that sound at the moment: two at most, for a third lets the oldest fade first.
struct Mixer {
    /// A gong in the air.
    private struct Playing {
        /// Its own: the teacher may choose another sound while this one is in the air.
        let sample: Sample
        let gain: Float
        var frame = 0
        var level: Float = 1
        /// What `level` loses each frame; above zero while it fades away.
        var fall: Float = 0
    }

    static let voices = 2
    /// Frames in which a gong makes room for a third: short, yet no click.
    static let steal = 2_400

    /// What the next strike sounds like.
    var sample: Sample

    private let decibels: Double
    private var playing: [Playing] = []
    private var limiter = Limiter()

    /// - Parameter decibels: how much louder than recorded; below zero is softer.
    init(sample: Sample, decibels: Double = 0) {
        self.sample = sample
        self.decibels = decibels
    }

    var isIdle: Bool { playing.isEmpty }

    /// - Parameter decibels: how much louder than the mixer's own level; below zero is softer.
    mutating func strike(decibels: Double = 0) {
        let steady = playing.indices.filter { playing[$0].fall == 0 }
        if steady.count >= Self.voices, let oldest = steady.first { fade(oldest, over: Self.steal) }
        playing.append(Playing(sample: sample, gain: Float(pow(10, (self.decibels + decibels) / 20))))
    }

    /// Lets all that sounds fade away.
    mutating func fade(over frames: Int) {
        for index in playing.indices { fade(index, over: frames) }
    }

    mutating func silence() {
        playing = []
    }

    /// Fills `period` (interleaved, two to a frame) with what comes next.
    mutating func render(into period: inout [Int16]) {
        if playing.isEmpty, limiter.isOpen {
            for index in period.indices { period[index] = 0 }
            return
        }
        for frame in 0..<period.count / 2 {
            var left: Float = 0
            var right: Float = 0
            for index in playing.indices where playing[index].frame < playing[index].sample.frameCount {
                let value = 2 * playing[index].frame
                let level = playing[index].level * playing[index].gain
                left += Float(playing[index].sample.values[value]) * level
                right += Float(playing[index].sample.values[value + 1]) * level
                playing[index].frame += 1
                playing[index].level = max(0, playing[index].level - playing[index].fall)
            }
            let limited = limiter.limit(left: left, right: right)
            period[2 * frame] = limited.left
            period[2 * frame + 1] = limited.right
        }
        playing.removeAll { $0.frame >= $0.sample.frameCount || $0.level == 0 }
    }

    private mutating func fade(_ index: Int, over frames: Int) {
        playing[index].fall = max(playing[index].fall, playing[index].level / Float(frames))
    }
}
