internal import CZlib

/// gzip (RFC 1952) by zlib.
public enum Gzip {
    /// nil when zlib has no memory, or when the result would not be smaller.
    public static func compress(_ bytes: [UInt8], level: Int32 = 1) -> [UInt8]? {
        var stream = z_stream()
        let version = ZLIB_VERSION
        // A page fits in a window of 4 KiB, or nearly; clearing zlib's usual quarter of a megabyte for each would cost more than
        // the compression. 16 stands for gzip's wrapper.
        let isSmall = bytes.count <= 16 << 10 && level == 1
        let (windowBits, memoryLevel): (Int32, Int32) = isSmall ? (12, 5) : (15, 8)
        guard
            deflateInit2_(
                &stream, level, Z_DEFLATED, windowBits + 16, memoryLevel, Z_DEFAULT_STRATEGY, version,
                Int32(MemoryLayout<z_stream>.size))
                == Z_OK
        else { return nil }
        defer { deflateEnd(&stream) }
        var input = bytes
        let count = bytes.count
        let compressed = [UInt8](unsafeUninitializedCapacity: count) { output, used in
            input.withUnsafeMutableBufferPointer { input in
                stream.next_in = input.baseAddress
                stream.avail_in = UInt32(clamping: input.count)
                stream.next_out = output.baseAddress
                stream.avail_out = UInt32(clamping: output.count)
                used = deflate(&stream, Z_FINISH) == Z_STREAM_END ? Int(stream.total_out) : 0
            }
        }
        return compressed.isEmpty ? nil : compressed
    }
}
