import CMicroHTTPD

/// The same bytes to everybody, out of memory: `bench raw-http BYTES`.
enum RawPages {
    static func serve(bytes: Int) throws {
        let page = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes, alignment: 1)
        page.initializeMemory(as: UInt8.self, repeating: UInt8(ascii: "x"))
        guard let response = MHD_create_response_from_buffer(bytes, page.baseAddress, .RESPMEM_PERSISTENT) else {
            return
        }
        try RawServer.serve(UnsafeMutableRawPointer(response)) { context, connection, _, _, _, _, _, slot in
            guard let context, let connection, let slot else { return .NO }
            // libmicrohttpd calls once for the head, again for the answer.
            if slot.pointee == nil {
                slot.pointee = context
                return .YES
            }
            return MHD_queue_response(connection, 200, OpaquePointer(context))
        }
    }
}
