internal import CArchive

/// A zip archive, unpacked in memory. Nothing is ever written to disk.
public struct ZipArchive: Sendable {
    public struct Limits: Sendable {
        public var entries = 5_000
        /// In bytes, unpacked.
        public var entrySize = 64 << 20
        public var wholeSize = 256 << 20
        /// How many times its packed size an archive of more than 16 MB may unpack to. Text packs to a twentieth or so.
        public var ratio = 200

        public init() {}
    }

    /// The files, in the archive's order. Where two have one name, the later counts.
    public private(set) var entries: [ZipEntry] = []
    /// The names of entries that were not unpacked: links, devices, absolute paths, paths that climb out, encrypted files and
    /// files that are broken.
    public private(set) var refused: [String] = []

    private static let smallestBomb = 16 << 20

    public init(_ bytes: [UInt8], limits: Limits = Limits()) throws(ZipError) {
        var before: locale_t?
        let utf8 = gb_archive_enter_utf8(&before)
        defer { gb_archive_leave_utf8(utf8, before) }
        guard let archive = archive_read_new() else { throw ZipError("Memory is short.") }
        defer { archive_read_free(archive) }
        archive_read_support_format_zip(archive)
        let failure = bytes.withUnsafeBytes { buffer -> ZipError? in
            guard archive_read_open_memory(archive, buffer.baseAddress, buffer.count) == ARCHIVE_OK else {
                return Self.error(archive)
            }
            return read(archive, limits: limits, packed: buffer.count)
        }
        if let failure { throw failure }
    }

    private mutating func read(_ archive: OpaquePointer, limits: Limits, packed: Int) -> ZipError? {
        var places: [String: Int] = [:]
        var whole = 0
        var count = 0
        while true {
            var header: OpaquePointer?
            let status = archive_read_next_header(archive, &header)
            if status == ARCHIVE_EOF { return nil }
            // What was read before the archive breaks off counts.
            guard status >= ARCHIVE_WARN, let header else { return entries.isEmpty ? Self.error(archive) : nil }
            count += 1
            guard count <= limits.entries else { return ZipError("It holds more than \(limits.entries) files.") }
            if gb_archive_is_directory(header) != 0 { continue }
            let written = archive_entry_pathname(header).map { String(cString: $0) } ?? ""
            guard gb_archive_is_regular(header) != 0, archive_entry_is_encrypted(header) == 0,
                let name = Self.path(written)
            else {
                refused.append(written)
                continue
            }
            var bytes: [UInt8] = []
            switch Self.unpack(archive, into: &bytes, limit: min(limits.entrySize, limits.wholeSize - whole)) {
            case .whole: break
            case .broken:
                refused.append(written)
                continue
            case .tooLarge:
                return ZipError("It unpacks to more than it may: a file to 64 MB, all together to 256 MB.")
            }
            whole += bytes.count
            if whole > Self.smallestBomb, whole / limits.ratio > packed {
                return ZipError("It unpacks to more than \(limits.ratio) times its size, which no honest package does.")
            }
            if let place = places[name] {
                entries[place] = ZipEntry(name: name, bytes: bytes)
            } else {
                places[name] = entries.count
                entries.append(ZipEntry(name: name, bytes: bytes))
            }
        }
    }

    private enum Unpacking { case whole, broken, tooLarge }

    private static func unpack(_ archive: OpaquePointer, into bytes: inout [UInt8], limit: Int) -> Unpacking {
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = chunk.withUnsafeMutableBytes { archive_read_data(archive, $0.baseAddress, $0.count) }
            if count == 0 { return .whole }
            guard count > 0 else { return .broken }
            guard bytes.count + count <= limit else { return .tooLarge }
            bytes += chunk[..<count]
        }
    }

    /// Nil for a path that is absolute or climbs. Windows writes `\`.
    private static func path(_ written: String) -> String? {
        let slashed = String(written.map { $0 == "\\" ? "/" : $0 })
        guard !slashed.hasPrefix("/"), !slashed.dropFirst().hasPrefix(":") else { return nil }
        let parts = slashed.split(separator: "/").filter { $0 != "." }
        return parts.isEmpty || parts.contains("..") ? nil : parts.joined(separator: "/")
    }

    private static func error(_ archive: OpaquePointer) -> ZipError {
        ZipError(
            "It is no zip that can be read: \(archive_error_string(archive).map { String(cString: $0) } ?? "unknown").")
    }
}
