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

    /// Decodes a WAV, FLAC, Ogg or MP3 file, or whatever else libsndfile reads. One channel becomes two; other rates are
    /// resampled.
    ///
    /// - Throws: `sf_open` with libsndfile's words when the file is missing or is no sound; `sf_readf_float` with a sentence of
    ///   our own when it is empty, longer than a minute, has more than two channels or a rate that no recording has.
    public init(path: String) throws(SoundError) {
        var info = SF_INFO()
        do throws(UnfitSample) {
            try self.init(stereo: Self.decode(sf_open(path, Int32(SFM_READ), &info), info, longest: Self.longest))
        } catch {
            throw error.asError
        }
    }

    /// Makes a gong of somebody's file: decoded as from a path, begins at once, ends with its sound, and is as loud as the
    /// supplied ones.
    ///
    /// - Parameter longest: seconds of the file as it came.
    public init(own file: [UInt8], longest: Int) throws(UnfitSample) {
        let stereo = try Self.decode(file, longest: longest)
        guard let levelled = Self.levelled(stereo) else { throw .silent }
        self.init(stereo: levelled)
    }

    init(stereo: [Float]) {
        values = stereo.map(Self.integer)
    }

    static func integer(_ value: Float) -> Int16 {
        Int16(min(max((value * 32_768).rounded(), -32_768), 32_767))
    }
}
