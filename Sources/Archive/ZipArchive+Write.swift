internal import CArchive

extension ZipArchive {
    /// Packs files in the order given. The same files make the same bytes: no entry has a time or an owner.
    public static func packed(_ files: [ZipEntry]) throws(ZipError) -> [UInt8] {
        var before: locale_t?
        let utf8 = gb_archive_enter_utf8(&before)
        defer { gb_archive_leave_utf8(utf8, before) }
        guard let archive = archive_write_new() else { throw ZipError("Memory is short.") }
        defer { archive_write_free(archive) }
        archive_write_set_format_zip(archive)
        archive_write_set_options(archive, "zip:hdrcharset=UTF-8")
        // What does not shrink grows by a few bytes in each 16 KB; headers have the name twice.
        let capacity = files.reduce(1 << 16) {
            $0 + $1.bytes.count + $1.bytes.count / 1_000 + 2 * $1.name.utf8.count + 512
        }
        var failure: ZipError?
        let packed = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
            // The library counts into this until it closes.
            withUnsafeMutablePointer(to: &count) { used in
                guard archive_write_open_memory(archive, buffer.baseAddress, buffer.count, used) == ARCHIVE_OK,
                    files.allSatisfy({ write($0, to: archive) }), archive_write_close(archive) == ARCHIVE_OK
                else {
                    failure = ZipError(
                        "The package cannot be written: \(archive_error_string(archive).map { String(cString: $0) } ?? "unknown")."
                    )
                    return
                }
            }
            if failure != nil { count = 0 }
        }
        if let failure { throw failure }
        return packed
    }

    private static func write(_ file: ZipEntry, to archive: OpaquePointer) -> Bool {
        guard let entry = archive_entry_new() else { return false }
        defer { archive_entry_free(entry) }
        archive_entry_set_pathname_utf8(entry, file.name)
        archive_entry_set_size(entry, Int64(file.bytes.count))
        gb_archive_set_regular(entry)
        guard archive_write_header(archive, entry) == ARCHIVE_OK else { return false }
        return file.bytes.withUnsafeBytes { buffer in
            buffer.isEmpty || archive_write_data(archive, buffer.baseAddress, buffer.count) == buffer.count
        }
    }
}
