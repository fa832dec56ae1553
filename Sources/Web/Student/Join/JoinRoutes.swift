import Classroom
import HTTP

/// Picking one's name, the PIN, the door, and the way out.
enum JoinRoutes {
    static let all: [Route] = [
        .page("/", for: .everybody) { visit in
            switch visit.visitor?.kind {
            case .student: return .seeOther("/path")
            case .teacher: return .seeOther("/teacher")
            case .pending: return .seeOther("/door")
            case nil: break
            }
            guard try visit.classroom.isSetUp else { return JoinView.notSetUp(visit).response(visit) }
            guard let register = try visit.classroom.register else { return JoinView.closed(visit).response(visit) }
            return JoinView.names(visit, register.title, register.names).response(visit)
        },
        .page("/join/:person", for: .everybody) { visit in
            try PINView.page(visit, name(visit), problem: nil).response(visit)
        },
        .act("/join/:person", for: .everybody) { visit in
            let name = try name(visit)
            do {
                let joined = try await visit.classroom.join(
                    name.id, pin: visit.form["pin"] ?? "", card: visit.form["card"] ?? "", device: visit.request.client)
                switch joined {
                case .signedIn(let token): return Response.seeOther("/path").with(Cookie.set(Cookie.session, token))
                case .awaitsTeacher(let token):
                    return Response.seeOther("/door").with(Cookie.set(Cookie.session, token))
                }
            } catch let refusal as Refusal {
                return PINView.page(visit, name, problem: RefusalText.of(refusal, visit.text)).response(
                    visit, status: 403)
            }
        },
        .page("/door", for: .everybody) { visit in
            guard visit.visitor?.kind == .pending else { return .seeOther("/") }
            return DoorView.page(visit).response(visit)
        },
        .act("/leave", for: .everybody) { visit in
            try await visit.classroom.signOut(visit.token)
            return Response.seeOther("/").with(Cookie.clear(Cookie.session))
        },
    ]

    /// The name in the address, if it is in the open class.
    private static func name(_ visit: Visit) throws -> RosterName {
        guard let register = try visit.classroom.register else { throw Refusal.roomClosed }
        guard let name = register.names.first(where: { $0.id == visit.parameter(0) }) else { throw Refusal.notFound }
        return name
    }
}

extension Response {
    func with(_ header: Header) -> Response {
        var response = self
        response.headers.append(header)
        return response
    }
}
