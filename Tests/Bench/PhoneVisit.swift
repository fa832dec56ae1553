import Crypto
import LiveBox

/// A page and all that its links make a browser fetch, with nothing cached.
struct PhoneVisit {
    private(set) var requests = 0
    /// Heads and bodies of all replies.
    private(set) var bytes = 0

    init(port: UInt16, session: Token, path: String) throws {
        let phone = try Browser(port: port, session: session)
        phone.takesGzip = true
        // Gets the same uncompressed, to look for links.
        let reader = try Browser(port: port, session: session)
        var waiting = [path]
        var known: Set<String> = [path]
        while let next = waiting.popLast() {
            let reply = try phone.get(next)
            requests += 1
            bytes += reply.wireBytes
            let found =
                switch reply.status {
                case 200: Self.links(try reader.get(next))
                case 303: [reply.headers["location"] ?? "/"]
                default: throw Bench.Failed(description: "\(next) answers \(reply.status).")
                }
            waiting += found.filter { known.insert($0).inserted }
        }
    }

    /// What a browser fetches unasked: style, icon, script, pictures, and what a style sheet names.
    private static func links(_ reply: Browser.Reply) -> [String] {
        let text = reply.text
        switch reply.headers["content-type"]?.prefix(while: { $0 != ";" }) {
        case "text/html":
            let tags = text.matches(of: /<(?:link|script|img|source)\b[^>]*?\b(?:href|src)="([^"]+)"/)
            return tags.map { String($0.output.1).replacing("&amp;", with: "&") }.filter { !$0.hasPrefix("data:") }
        case "text/css":
            return text.matches(of: /url\(["']?([^"')]+)["']?\)/).map { String($0.output.1) }.filter {
                !$0.hasPrefix("data:")
            }
        default:
            return []
        }
    }
}
