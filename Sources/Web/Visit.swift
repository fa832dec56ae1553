import Classroom
import Crypto
import HTTP

/// One request in the light of who asks.
struct Visit: Sendable {
    let request: Request
    var parameters: [Substring]
    let visitor: Visitor?
    /// The session's token, or the one that an anonymous browser got with its first form.
    let token: Token
    /// Whether `token` is new and must be set.
    let isNewToken: Bool
    let text: Catalogue
    let site: Site

    var classroom: Classroom { site.classroom }
    var form: Fields { request.form }

    /// The `index`-th segment that takes any value.
    func parameter(_ index: Int) -> String { String(parameters[index]) }

    func number(_ index: Int) throws -> Int {
        guard let number = Int(parameters[index]) else { throw Refusal.notFound }
        return number
    }

    /// The id of the signed-in person; a route for everybody must not ask.
    var person: String { visitor?.id ?? "" }

    /// What every form carries: it proves that the form was made for this browser.
    let csrf: String
}
