import Glibc
import Sound
import Synchronization

@testable import GongDevices

/// A card that plays in real time, or takes all like a file, and fails when it is told to. It knows nothing of ALSA's states: underruns are only counted.
final class FakeCard: Card, Sendable {
    fileprivate struct State {
        var written: [Int16] = []
        var began: UInt64?
        var failure: SoundError?
        var framesUntilFailure: Int?
    }

    let shape = PCM.Shape(rate: 48_000, period: 480, buffer: 1_920)
    let underruns = 0
    let muted: [String]
    private let takesAll: Bool
    private let state = Mutex(State())

    /// - Parameter takesAll: like a file, it has room whatever was written.
    init(takesAll: Bool = false, muted: [String] = []) {
        self.takesAll = takesAll
        self.muted = muted
    }

    /// Whether sound was taken that has not been played yet.
    var isSounding: Bool {
        state.withLock { state in
            let waiting = max(0, shape.buffer - state.free(shape))
            return state.written.suffix(2 * waiting).contains { $0 != 0 }
        }
    }

    /// The values other than silence, in the order in which they were taken.
    var sound: [Int16] { state.withLock { $0.written.filter { $0 != 0 } } }

    /// Fails each write with `code` from now on; with `frames`, when so many frames of sound were taken.
    func fail(_ code: Int32, afterSounding frames: Int = 0) {
        state.withLock {
            $0.failure = SoundError(operation: "snd_pcm_writei", code: code, text: "told to fail")
            $0.framesUntilFailure = frames
        }
    }

    func unmute() {}

    func available() throws(SoundError) -> Int {
        takesAll ? shape.buffer : state.withLock { $0.free(shape) }
    }

    func delay() throws(SoundError) -> Int {
        takesAll ? 0 : state.withLock { shape.buffer - $0.free(shape) }
    }

    func write(_ samples: UnsafeBufferPointer<Int16>) throws(SoundError) {
        let failure = state.withLock { state -> SoundError? in
            if let failure = state.due { return failure }
            if state.began == nil { state.began = MonotonicClock.now() }
            state.written += samples
            if samples.contains(where: { $0 != 0 }) { state.framesUntilFailure? -= samples.count / 2 }
            return nil
        }
        if let failure { throw failure }
    }

    func wait(alongside descriptor: Int32, milliseconds: Int32) throws(SoundError) -> PCM.Readiness {
        let missing = try 2 * shape.period - available()
        let time = min(milliseconds, Int32(max(0, missing) * 1_000 / shape.rate + 1))
        var descriptors = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        if poll(&descriptors, 1, time) > 0 { return .woken }
        return try available() >= 2 * shape.period ? .card : .neither
    }
}

extension FakeCard.State {
    fileprivate var due: SoundError? { (framesUntilFailure ?? 1) <= 0 ? failure : nil }

    fileprivate func free(_ shape: PCM.Shape) -> Int {
        let elapsed = began.map { MonotonicClock.now() - $0 } ?? 0
        let played = Int(elapsed / 1_000) * shape.rate / 1_000_000
        return min(shape.buffer, shape.buffer - (written.count / 2 - played))
    }
}
