import Classroom
import HTTP

/// Pictures, sounds and films of the questions, for everybody who is signed in.
enum MediaRoutes {
    static let all: [Route] = [
        .page("/media/:name", for: .member) { visit in
            let name = visit.parameter(0)
            let tag = "\"\(name)\""
            var headers: [Response.Header] = [
                // A name is made of the content, which therefore never changes.
                .init("ETag", tag), .init("Cache-Control", "private, max-age=31536000, immutable"),
                .init("X-Content-Type-Options", "nosniff"),
                // A drawing (SVG) that is opened by itself may style itself and do nothing else.
                .init("Content-Security-Policy", "sandbox; default-src 'none'; style-src 'unsafe-inline'"),
            ]
            if visit.request[.ifNoneMatch] == tag { return Response(status: 304, headers: headers) }
            let media = try visit.classroom.media(name)
            headers += [.init("Content-Type", media.type), .init("Accept-Ranges", "bytes")]
            guard let range = ByteRange(visit.request[.range], size: media.bytes.count) else {
                return Response(headers: headers, body: media.bytes)
            }
            headers.append(.init("Content-Range", range.header))
            return Response(status: 206, headers: headers, body: Array(media.bytes[range.bytes]))
        }
    ]
}

/// The one range of bytes that a request asks for (RFC 9110, 14.2). Safari plays no sound from a box that ignores it.
struct ByteRange {
    let bytes: Range<Int>
    private let size: Int

    /// Nil for no range, for several, and for one that cannot be: then the whole is sent, as the standard allows.
    init?(_ header: String?, size: Int) {
        guard let header, header.hasPrefix("bytes=") else { return nil }
        let ends = header.dropFirst(6).split(separator: "-", omittingEmptySubsequences: false)
        guard ends.count == 2 else { return nil }
        switch (Int(ends[0]), Int(ends[1])) {
        case (let first?, let last?) where first <= last && first < size:
            bytes = first..<min(last, size - 1) + 1
        case (let first?, nil) where ends[1].isEmpty && first < size:
            bytes = first..<size
        case (nil, let count?) where ends[0].isEmpty && count > 0 && size > 0:
            bytes = max(0, size - count)..<size
        default:
            return nil
        }
        self.size = size
    }

    var header: String { "bytes \(bytes.lowerBound)-\(bytes.upperBound - 1)/\(size)" }
}
