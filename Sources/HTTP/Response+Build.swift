internal import CMicroHTTPD

extension Response {
    /// libmicrohttpd's form of this response; the caller destroys it. nil when there is no memory.
    func build(for connection: OpaquePointer, streams: OpenStreams) -> OpaquePointer? {
        let built: OpaquePointer?
        switch body {
        case .bytes(let bytes):
            built = bytes.withUnsafeBytes { buffer in
                MHD_create_response_from_buffer(
                    buffer.count, UnsafeMutableRawPointer(mutating: buffer.baseAddress), .RESPMEM_MUST_COPY)
            }
        case .events(let stream):
            let context = Unmanaged.passRetained(
                StreamContext(stream: stream, connection: connection, streams: streams)
            ).toOpaque()
            built = MHD_create_response_from_callback(gb_size_unknown(), 4096, readStream, context, endStream)
            if built == nil { Unmanaged<StreamContext>.fromOpaque(context).release() }
            streams.add(stream)
        }
        guard let built else { return nil }
        for header in headers { MHD_add_response_header(built, header.name, header.value) }
        return built
    }
}

/// A stream and the connection that it writes to.
private final class StreamContext {
    let stream: EventStream
    let connection: OpaquePointer
    let streams: OpenStreams

    init(stream: EventStream, connection: OpaquePointer, streams: OpenStreams) {
        self.stream = stream
        self.connection = connection
        self.streams = streams
    }
}

private let readStream: MHD_ContentReaderCallback = { context, _, buffer, size in
    guard let context, let buffer else { return gb_end_of_stream() }
    let stream = Unmanaged<StreamContext>.fromOpaque(context).takeUnretainedValue()
    let space = UnsafeMutableRawBufferPointer(start: buffer, count: size)
    return stream.stream.read(into: space, connection: stream.connection) ?? gb_end_of_stream()
}

private let endStream: MHD_ContentReaderFreeCallback = { context in
    guard let context else { return }
    let ended = Unmanaged<StreamContext>.fromOpaque(context).takeRetainedValue()
    ended.streams.remove(ended.stream)
    ended.stream.ended()
}
