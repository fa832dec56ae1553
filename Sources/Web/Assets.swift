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

    /// The name under which KaTeX is served.
    static let katex = "katex.min.js"

    /// Whether the box can show TeX.
    var hasKaTeX: Bool { assets[Self.katex] != nil }

    /// `katex` is where Debian's package has it; the box works without.
    init(folder: String, katex: String = Mathematics.katex) throws {
        var assets: [String: Asset] = [:]
        for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
            assets[name] = try Self.asset(name, at: "\(folder)/\(name)")
        }
        if FileManager.default.fileExists(atPath: katex) {
            assets[Self.katex] = try Self.asset(Self.katex, at: katex)
        }
        self.assets = assets
    }

    /// Nil for a file of no kind that is served.
    private static func asset(_ name: String, at path: String) throws -> Asset? {
        guard let type = types.first(where: { name.hasSuffix($0.key) })?.value else { return nil }
        let bytes = [UInt8](try Data(contentsOf: URL(filePath: path)))
        return Asset(
            type: type, tag: Fingerprint.short(bytes), plain: bytes, compressed: Gzip.compress(bytes, level: 9))
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
