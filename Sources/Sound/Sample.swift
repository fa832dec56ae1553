internal import CSndFile

/// A sound in memory: 48,000 frames a second, 16-bit stereo, interleaved.
///
/// This is the one form in which gongs are kept, because every card and television takes it.
public struct Sample: Hashable, Sendable {
    /// Frames a second.
    public static let rate = 48_000
    /// A gong longer than this is a mistake, and would fill the memory of a small box: seconds.
    public static let longest = 60

    /// Two to a frame, left first.
    public let values: [Int16]

    public var frameCount: Int { values.count / 2 }

    public init(values: [Int16]) {
        self.values = values
    }

    /// Decodes a WAV, FLAC or Ogg file, or whatever else libsndfile reads. One channel becomes two; other rates are resampled.
    ///
    /// - Throws: `sf_open` with libsndfile's words when the file is missing or is no sound; `sf_readf_float` with a sentence of
    ///   our own when it is empty, longer than a minute or has more than two channels.
    public init(path: String) throws(SoundError) {
        var info = SF_INFO()
        guard let file = sf_open(path, Int32(SFM_READ), &info) else {
            throw SoundError(operation: "sf_open", code: sf_error(nil), text: String(cString: sf_strerror(nil)))
        }
        defer { sf_close(file) }

        let channels = Int(info.channels)
        let rate = Int(info.samplerate)
        guard (1...2).contains(channels), rate > 0 else {
            throw Self.unfit("it has \(channels) channels; one or two are needed")
        }
        guard info.frames <= sf_count_t(Self.longest * rate) else {
            throw Self.unfit("it is longer than \(Self.longest) seconds")
        }
        var decoded = [Float](repeating: 0, count: Int(info.frames) * channels)
        let read = Int(sf_readf_float(file, &decoded, info.frames))
        guard read > 0 else { throw Self.unfit("it holds no sound") }
        decoded.removeLast(decoded.count - read * channels)

        let stereo = channels == 2 ? decoded : decoded.flatMap { [$0, $0] }
        self.init(values: Resampler.resample(stereo, from: rate, to: Self.rate).map(Self.integer))
    }

    static func integer(_ value: Float) -> Int16 {
        Int16(min(max((value * 32_768).rounded(), -32_768), 32_767))
    }

    private static func unfit(_ text: String) -> SoundError {
        SoundError(operation: "sf_readf_float", code: 0, text: text)
    }
}
