import Crypto
import HTTP

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Style, script and pictures, read once, compressed once, named by their content so that browsers may keep them for a year.
struct Assets: Sendable {
    private struct Asset: Sendable {
        let type: String
        let tag: String
        let plain: [UInt8]
        let compressed: [UInt8]?
    }

    private let assets: [String: Asset]

    init(folder: String) throws {
        var assets: [String: Asset] = [:]
        for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
            guard let type = Self.types.first(where: { name.hasSuffix($0.key) })?.value else { continue }
            let bytes = [UInt8](try Data(contentsOf: URL(filePath: "\(folder)/\(name)")))
            assets[name] = Asset(
                type: type, tag: Fingerprint.short(bytes), plain: bytes, compressed: Gzip.compress(bytes, level: 9))
        }
        self.assets = assets
    }

    private static let types: KeyValuePairs = [
        ".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".svg": "image/svg+xml",
        ".txt": "text/plain; charset=utf-8",
    ]

    /// The address of an asset, with the mark of its content.
    func address(_ name: String) -> String { "/assets/\(name)?\(assets[name]?.tag ?? "")" }

    func response(_ name: String, to request: Request) -> Response? {
        guard let asset = assets[name] else { return nil }
        let tag = "\"\(asset.tag)\""
        var headers: [Response.Header] = [
            .init("Content-Type", asset.type), .init("ETag", tag),
            .init("Cache-Control", "public, max-age=31536000, immutable"),
            .init("X-Content-Type-Options", "nosniff"), .init("Vary", "Accept-Encoding"),
        ]
        if request[.ifNoneMatch] == tag { return Response(status: 304, headers: headers) }
        guard let compressed = asset.compressed, request[.acceptEncoding]?.contains("gzip") == true else {
            return Response(headers: headers, body: asset.plain)
        }
        headers.append(.init("Content-Encoding", "gzip"))
        return Response(headers: headers, body: compressed)
    }
}
