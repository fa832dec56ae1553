internal import CMicroHTTPD

/// Reads a form body, URL-encoded or multipart, through libmicrohttpd's post processor, and counts what it costs.
final class BodyReader {
    let limit: Int
    private(set) var isTooLarge = false
    private(set) var form = Fields()
    private(set) var uploads: [Upload] = []

    private var received = 0
    private var processor: OpaquePointer?
    private var name = ""
    private var value: [UInt8] = []
    private var upload: Upload?

    /// More fields than this is not a form of ours.
    private static let mostFields = 2_000

    init(connection: OpaquePointer, limit: Int) {
        self.limit = limit
        processor = MHD_create_post_processor(connection, 4096, onPart, Unmanaged.passUnretained(self).toOpaque())
    }

    deinit { _ = processor.map { MHD_destroy_post_processor($0) } }

    /// What is past the limit is read and thrown away, so that the browser gets to see the refusal.
    func receive(_ bytes: UnsafePointer<CChar>, _ count: Int) {
        received += count
        if received > limit {
            isTooLarge = true
            value = []
            upload = nil
            uploads = []
        } else if let processor {
            _ = MHD_post_process(processor, bytes, count)
        }
    }

    /// Far past the limit the connection is closed instead of being read to its end.
    var isHopeless: Bool { received > limit + (8 << 20) }

    func finish() {
        // Destroying the processor hands over the last part.
        _ = processor.map { MHD_destroy_post_processor($0) }
        processor = nil
        endPart()
    }

    fileprivate func part(_ key: String, fileName: String?, _ bytes: UnsafeBufferPointer<UInt8>, isNew: Bool) -> Bool {
        if isNew {
            endPart()
            name = key
            if let fileName { upload = Upload(field: key, fileName: fileName, bytes: []) }
        }
        if upload == nil { value += bytes } else { upload?.bytes += bytes }
        return form.fields.count + uploads.count < Self.mostFields
    }

    private func endPart() {
        if let upload {
            uploads.append(upload)
        } else if !name.isEmpty {
            form.append(name, String(decoding: value, as: UTF8.self))
        }
        upload = nil
        name = ""
        value = []
    }
}

private let onPart: MHD_PostDataIterator = { context, _, key, fileName, _, _, data, offset, count in
    guard let context, let key else { return .NO }
    let reader = Unmanaged<BodyReader>.fromOpaque(context).takeUnretainedValue()
    let bytes = UnsafeRawBufferPointer(start: data, count: count).withMemoryRebound(to: UInt8.self) { $0 }
    let isAccepted = reader.part(
        String(cString: key), fileName: fileName.map { String(cString: $0) }, bytes, isNew: offset == 0)
    return isAccepted ? .YES : .NO
}
