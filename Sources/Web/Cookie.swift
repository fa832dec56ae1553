import Crypto
import HTTP

/// The two cookies: a signed-in session, and the token of a browser that has not signed in.
enum Cookie {
    static let session = "gongbox"
    static let visit = "gongbox_visit"
    /// A school day: a shared tablet does not stay signed in overnight.
    private static let seconds = 12 * 3600

    static func set(_ name: String, _ token: Token) -> Response.Header {
        .init("Set-Cookie", "\(name)=\(token.text); Path=/; Max-Age=\(seconds); HttpOnly; SameSite=Lax")
    }

    static func clear(_ name: String) -> Response.Header {
        .init("Set-Cookie", "\(name)=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax")
    }
}
