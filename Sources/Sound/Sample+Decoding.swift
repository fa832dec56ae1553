internal import CSndFile
import Glibc

extension Sample {
    /// Rates outside are no recording of a gong, and a file may claim any.
    static let rates = 8_000...192_000

    /// Reads and closes what `sf_open` or its like gave.
    ///
    /// - Parameter longest: seconds.
    /// - Returns: 48,000 frames a second, two values to a frame, full scale at 1.
    static func decode(_ opened: OpaquePointer?, _ info: SF_INFO, longest: Int) throws(UnfitSample) -> [Float] {
        guard let file = opened else { throw .noSound(code: sf_error(nil), text: String(cString: sf_strerror(nil))) }
        defer { sf_close(file) }

        let channels = Int(info.channels)
        let rate = Int(info.samplerate)
        guard (1...2).contains(channels) else { throw .channels(channels) }
        guard rates.contains(rate) else { throw .rate(rate) }
        guard info.frames <= sf_count_t(longest * rate) else { throw .tooLong(limit: longest) }
        var decoded = [Float](repeating: 0, count: Int(info.frames) * channels)
        let read = Int(sf_readf_float(file, &decoded, info.frames))
        guard read > 0 else { throw .silent }
        decoded.removeLast(decoded.count - read * channels)
        // A file of floating point may hold what is no number.
        for index in decoded.indices where !decoded[index].isFinite { decoded[index] = 0 }

        let stereo = channels == 2 ? decoded : decoded.flatMap { [$0, $0] }
        return Resampler.resample(stereo, from: rate, to: Sample.rate)
    }

    /// Reads a whole file in memory.
    static func decode(_ bytes: [UInt8], longest: Int) throws(UnfitSample) -> [Float] {
        let reader = MemoryFile(bytes)
        var access = SF_VIRTUAL_IO(
            get_filelen: { context in MemoryFile.of(context)?.length ?? 0 },
            seek: { offset, whence, context in MemoryFile.of(context)?.seek(Int(offset), whence) ?? -1 },
            read: { target, count, context in MemoryFile.of(context)?.read(Int(count), into: target) ?? 0 },
            write: { _, _, _ in 0 },
            tell: { context in MemoryFile.of(context)?.place ?? 0 })
        // Swift 6.0 carries no typed error out of `withExtendedLifetime`, so the result comes out as a value.
        let result = withExtendedLifetime(reader) { () -> Result<[Float], UnfitSample> in
            var info = SF_INFO()
            let context = Unmanaged.passUnretained(reader).toOpaque()
            let opened = sf_open_virtual(&access, Int32(SFM_READ), &info, context)
            do throws(UnfitSample) {
                return .success(try decode(opened, info, longest: longest))
            } catch {
                return .failure(error)
            }
        }
        return try result.get()
    }
}

/// Bytes that libsndfile reads like a file.
private final class MemoryFile {
    private let bytes: [UInt8]
    private(set) var place: sf_count_t = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    static func of(_ context: UnsafeMutableRawPointer?) -> MemoryFile? {
        context.map { Unmanaged<MemoryFile>.fromOpaque($0).takeUnretainedValue() }
    }

    var length: sf_count_t { sf_count_t(bytes.count) }

    func seek(_ offset: Int, _ whence: Int32) -> sf_count_t {
        let base =
            switch whence {
            case SEEK_CUR: Int(place)
            case SEEK_END: bytes.count
            default: 0
            }
        let (target, overflows) = base.addingReportingOverflow(offset)
        guard !overflows, (0...bytes.count).contains(target) else { return -1 }
        place = sf_count_t(target)
        return place
    }

    func read(_ count: Int, into target: UnsafeMutableRawPointer?) -> sf_count_t {
        let taken = min(max(0, count), bytes.count - Int(place))
        guard taken > 0, let target else { return 0 }
        let part = bytes[Int(place)..<Int(place) + taken]
        UnsafeMutableRawBufferPointer(start: target, count: taken).copyBytes(from: part)
        place += sf_count_t(taken)
        return sf_count_t(taken)
    }
}
