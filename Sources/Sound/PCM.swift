internal import CALSA
import Glibc

/// A card's playback stream, opened by name: 16-bit stereo, interleaved, never blocking.
///
/// Belongs to one thread. It closes itself. `snd_pcm_drain` is never called: it hangs for seconds on some cards.
public final class PCM {
    /// The stream's measures, as wished for or as the card gave them.
    public struct Shape: Hashable, Sendable {
        /// Frames a second.
        public var rate: Int
        /// Frames from one wake-up of the card to the next.
        public var period: Int
        /// Frames that the card holds.
        public var buffer: Int

        public init(rate: Int, period: Int, buffer: Int) {
            self.rate = rate
            self.period = period
            self.buffer = buffer
        }
    }

    /// What the stream did when it was last waited for.
    public enum Readiness: Hashable, Sendable {
        /// The card takes at least two periods.
        case card
        /// The other descriptor became readable.
        case woken
        case neither
    }

    public let device: String
    /// What the card gave, read back from it.
    public let shape: Shape
    /// How often the card ran dry.
    public private(set) var underruns = 0
    /// The mixer's controls that keep the card silent although `unmute` tried to open them.
    public internal(set) var muted: [String] = []

    let handle: OpaquePointer

    /// Opens and configures the card. Fails at once when another program has it.
    ///
    /// - Parameter wish: the nearest that the card can do is taken, see `shape`. The rate may be resampled by ALSA when the card
    ///   has no such rate.
    public init(device: String, wish: Shape) throws(SoundError) {
        gb_alsa_keep_silent()
        var opened: OpaquePointer?
        try Self.check("snd_pcm_open", snd_pcm_open(&opened, device, SND_PCM_STREAM_PLAYBACK, Int32(SND_PCM_NONBLOCK)))
        guard let opened else { throw SoundError(operation: "snd_pcm_open", code: ENODEV, text: "no handle") }
        do {
            shape = try Self.configure(opened, wish)
        } catch {
            snd_pcm_close(opened)
            throw error
        }
        handle = opened
        self.device = device
    }

    deinit {
        snd_pcm_close(handle)
    }

    /// Frames that can be written now. An underrun or a suspend is mended first.
    public func available() throws(SoundError) -> Int {
        let frames = snd_pcm_avail_update(handle)
        if frames >= 0 { return frames }
        try recover(from: Int32(frames), in: "snd_pcm_avail_update")
        return try Self.check("snd_pcm_avail_update", snd_pcm_avail_update(handle))
    }

    /// Frames from what is heard now to what is written next; `snd_pcm_delay`, which knows of what the driver itself holds back.
    public func delay() throws(SoundError) -> Int {
        var frames: snd_pcm_sframes_t = 0
        try Self.check("snd_pcm_delay", snd_pcm_delay(handle, &frames))
        return frames
    }

    /// Hands all of `samples` (interleaved, two to a frame) to the card, in as many writes as it wants.
    ///
    /// Waits when the card is full, and throws ETIME when it takes nothing for a second.
    public func write(_ samples: UnsafeBufferPointer<Int16>) throws(SoundError) {
        guard var next = samples.baseAddress else { return }
        var left = samples.count / 2
        var idle = 0
        while left > 0 {
            let written = snd_pcm_writei(handle, next, snd_pcm_uframes_t(left))
            if written > 0 {
                next += written * 2
                left -= written
                idle = 0
                continue
            }
            idle += 1
            guard idle < 10 else { throw Self.error("snd_pcm_writei", -ETIME) }
            if written == 0 || written == -Int(EAGAIN) {
                _ = snd_pcm_wait(handle, 100)
            } else {
                try recover(from: Int32(written), in: "snd_pcm_writei")
            }
        }
    }

    /// Waits until the card wants frames, `descriptor` can be read, or the time is over.
    ///
    /// - Parameter milliseconds: -1 waits for ever.
    public func wait(alongside descriptor: Int32, milliseconds: Int32) throws(SoundError) -> Readiness {
        let count = Int(max(0, snd_pcm_poll_descriptors_count(handle)))
        var descriptors = [pollfd](repeating: pollfd(), count: count + 1)
        snd_pcm_poll_descriptors(handle, &descriptors, UInt32(count))
        descriptors[count] = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        guard poll(&descriptors, nfds_t(count + 1), milliseconds) > 0 else { return .neither }
        if descriptors[count].revents != 0 { return .woken }
        var events: UInt16 = 0
        snd_pcm_poll_descriptors_revents(handle, &descriptors, UInt32(count), &events)
        // POLLERR is an underrun, a suspend or an unplugged card: `available` tells which.
        if events & UInt16(POLLERR) != 0 { _ = try available() }
        if events & UInt16(POLLHUP | POLLNVAL) != 0 { throw Self.error("poll", -ENODEV) }
        return events & UInt16(POLLOUT) != 0 ? .card : .neither
    }

    /// Mends an underrun and wakes a suspended card. Everything else, an unplugged card above all, is thrown.
    ///
    /// `snd_pcm_recover` does the same but waits for ever for a card that does not wake.
    private func recover(from code: Int32, in operation: String) throws(SoundError) {
        switch code {
        case -EINTR: return
        case -EPIPE: underruns += 1
        case -ESTRPIPE:
            let resumed = snd_pcm_resume(handle)
            if resumed == -EAGAIN { throw Self.error("snd_pcm_resume", code) }
            // Most drivers cannot resume and are prepared anew; some say that they did and did not.
            if resumed == 0, snd_pcm_state(handle) != SND_PCM_STATE_SUSPENDED { return }
        default: throw Self.error(operation, code)
        }
        try Self.check("snd_pcm_prepare", snd_pcm_prepare(handle))
    }
}
