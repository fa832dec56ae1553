import Classroom
import HTTP
import Markup
import SQLite

/// Pages that say what went wrong, what that means, and where to go.
enum ErrorPage {
    static func notFound(_ visit: Visit) -> Response {
        page(visit, 404, "error.not_found", back: home(visit))
    }

    /// Nobody is sent to the sign-in; who is signed in as somebody else is told so.
    static func denied(_ visit: Visit, _ audience: Audience) -> Response {
        if visit.visitor == nil || visit.visitor?.kind == .pending {
            if visit.request.method == .post { return page(visit, 403, "error.signed_out", back: home(visit)) }
            return .seeOther(audience == .teacher ? "/teacher/sign-in" : "/")
        }
        return page(visit, 403, "error.denied", back: home(visit))
    }

    /// A form of another session, or of an old page: nothing was done, and going back loses nothing.
    static func stale(_ visit: Visit) -> Response {
        page(visit, 403, "error.stale", back: backAddress(visit))
    }

    static func refused(_ refusal: Refusal, _ visit: Visit) -> Response {
        let status =
            switch refusal {
            case .notFound: 404
            case .backOff: 429
            case .notNow, .notReady, .roomClosed, .examination: 409
            case .wrongSecret: 403
            case .badPIN, .shortPassword, .reasonMissing, .unmarked, .titleMissing, .titleTaken, .badLength, .badKey:
                422
            }
        return message(
            visit, status, title: visit.text("error.refused"), RefusalText.of(refusal, visit.text),
            back: backAddress(visit))
    }

    /// The disk or the program failed. A full disk says that nothing was saved; anything else has an id that the log has too.
    static func broken(_ error: any Error, id: String, _ text: Catalogue) -> Response {
        if let error = error as? DatabaseError, error.isDiskFull || error.isStorageFailure {
            return bare(507, text("error.disk_title"), text("error.disk", ["id": id]), text)
        }
        return bare(500, text("error.broken_title"), text("error.broken", ["id": id]), text)
    }

    static func plain(_ status: Int, _ text: Catalogue) -> Response {
        bare(status, text("error.\(status)_title"), text("error.\(status)"), text)
    }

    /// A page that needs no visitor, so that it can be made whatever is broken.
    private static func bare(_ status: Int, _ title: String, _ message: String, _ text: Catalogue) -> Response {
        var output = Output(capacity: 1024)
        output.write("<!DOCTYPE html>\n")
        html(.lang(text.language)) {
            head {
                Raw("<meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
                Markup.title { title }
                link(Attribute("rel", "stylesheet"), .href("/assets/gongbox.css"))
            }
            body {
                main {
                    h1 { title }
                    p { message }
                    p { a(.href("/")) { text("error.start") } }
                }
            }
        }.render(into: &output)
        return Response(status: status, headers: PageHeaders.all, body: output.bytes)
    }

    private static func page(_ visit: Visit, _ status: Int, _ key: String, back: String) -> Response {
        message(visit, status, title: visit.text("\(key)_title"), visit.text(key), back: back)
    }

    private static func message(_ visit: Visit, _ status: Int, title: String, _ text: String, back: String) -> Response
    {
        Page(title, kind: visit.visitor?.kind == .teacher ? "teacher" : "student") {
            section(.class("card problem")) {
                h1 { title }
                p(.role("alert")) { text }
                p { a(.href(back), .class("button")) { visit.text("error.back") } }
            }
        }.response(visit, status: status)
    }

    private static func home(_ visit: Visit) -> String {
        switch visit.visitor?.kind {
        case .teacher: "/teacher"
        case .student: "/path"
        case .pending, nil: "/"
        }
    }

    /// The page that the form was on, when the browser says so and it is one of ours.
    private static func backAddress(_ visit: Visit) -> String {
        guard let referer = visit.request[.referer], let host = visit.request[.host],
            let start = referer.range(of: "://\(host)/")
        else { return home(visit) }
        return "/" + referer[start.upperBound...]
    }
}

/// A refusal in the visitor's language.
enum RefusalText {
    static func of(_ refusal: Refusal, _ text: Catalogue) -> String {
        switch refusal {
        case .wrongSecret: text("refusal.wrong_secret")
        case .backOff(let seconds): text("refusal.back_off", count: seconds)
        case .badPIN: text("refusal.bad_pin")
        case .shortPassword: text("refusal.short_password")
        case .roomClosed: text("refusal.room_closed")
        case .notFound: text("refusal.not_found")
        case .notNow: text("refusal.not_now")
        case .notReady: text("refusal.not_ready")
        case .reasonMissing: text("refusal.reason_missing")
        case .unmarked: text("refusal.unmarked")
        case .titleMissing: text("refusal.title_missing")
        case .titleTaken: text("refusal.title_taken")
        case .examination: text("refusal.examination")
        case .badLength: text("refusal.bad_length")
        case .badKey: text("refusal.bad_key")
        }
    }
}
