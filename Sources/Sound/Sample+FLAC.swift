internal import CSndFile

extension Sample {
    /// Writes a 16-bit FLAC file, packed as tightly as libsndfile can.
    public func writeFLAC(to path: String) throws(SoundError) {
        var info = SF_INFO()
        info.samplerate = Int32(Self.rate)
        info.channels = 2
        info.format = Int32(SF_FORMAT_FLAC | SF_FORMAT_PCM_16)
        guard let file = sf_open(path, Int32(SFM_WRITE), &info) else {
            throw SoundError(operation: "sf_open", code: sf_error(nil), text: String(cString: sf_strerror(nil)))
        }
        defer { sf_close(file) }
        var level = 1.0
        sf_command(file, Int32(SFC_SET_COMPRESSION_LEVEL), &level, Int32(MemoryLayout<Double>.size))
        guard sf_writef_short(file, values, sf_count_t(frameCount)) == frameCount else {
            throw SoundError(
                operation: "sf_writef_short", code: sf_error(file), text: String(cString: sf_strerror(file)))
        }
    }
}
