import Classroom
import Crypto
import HTTP
import Synchronization

/// Answers every request: finds the route, asks who is there, lets in or turns away.
public final class Site: Responder {
    let classroom: Classroom
    let languages: Languages
    let guide: Guide
    let assets: Assets
    let log: @Sendable (String) -> Void
    private let table: RouteTable
    private let hosts: Set<String>
    /// How the board tells people to come: an address that a phone can open.
    let address: String

    /// `hosts` are the names by which the box may be called, beside any IP address; `address` is shown on the board.
    public init(
        classroom: Classroom, address: String, hosts: Set<String>, resources: (assets: String, languages: String),
        log: @escaping @Sendable (String) -> Void
    ) throws {
        self.classroom = classroom
        self.address = address
        self.hosts = hosts
        self.log = log
        languages = try Languages(folder: resources.languages)
        guide = try Guide(path: "\(resources.languages)/writing.en.md")
        assets = try Assets(folder: resources.assets)
        table = RouteTable(Self.routes)
    }

    /// Every route of the site; the access test walks them all.
    static let routes: [Route] =
        StudentRoutes.all + TeacherRoutes.all + BoardRoutes.all + BoxRoutes.all + MediaRoutes.all

    public func answer(_ request: Request) -> Answer {
        guard isOurs(request[.host]) else { return .now(.text(421, "This box does not go by that name.\n")) }
        guard request.method != .other else { return .now(refusal(405)) }
        do {
            let visit = try visit(request)
            guard let (route, parameters) = table.find(request.method, request.path) else {
                return .now(ErrorPage.notFound(visit))
            }
            return answer(visit.with(parameters), route)
        } catch {
            return .now(failure(error, request))
        }
    }

    private func answer(_ visit: Visit, _ route: Route) -> Answer {
        guard route.audience.admits(visit.visitor) else { return .now(ErrorPage.denied(visit, route.audience)) }
        switch route.action {
        case .page(let page):
            do {
                return .now(finish(try page(visit), visit))
            } catch {
                return .now(failure(error, visit))
            }
        case .work(let work): return later(visit, work)
        case .act(let act):
            // The signature of the form, and where the browser tells it, of the page that it came from.
            guard let token = visit.form["csrf"], Secret.areEqual(token, visit.csrf), isSameOrigin(visit.request) else {
                return .now(ErrorPage.stale(visit))
            }
            return later(visit, act)
        }
    }

    private func later(_ visit: Visit, _ work: @escaping @Sendable (Visit) async throws -> Response) -> Answer {
        .later(deadline: .seconds(30)) {
            do {
                return self.finish(try await work(visit), visit)
            } catch {
                return self.failure(error, visit)
            }
        }
    }

    private func visit(_ request: Request) throws -> Visit {
        var token: Token?
        var visitor: Visitor?
        if let session = request.cookie(Cookie.session).flatMap({ Token($0) }) {
            visitor = try classroom.visitor(session)
            if visitor != nil { token = session }
        }
        let known = token ?? request.cookie(Cookie.visit).flatMap { Token($0) }
        let own = known ?? Token()
        return Visit(
            request: request, parameters: [], visitor: visitor, token: own, isNewToken: known == nil,
            text: languages.preferred(request[.acceptLanguage]), site: self, csrf: own.derived("form"))
    }

    /// Headers that every page has.
    private func finish(_ response: Response, _ visit: Visit) -> Response {
        var response = response
        if visit.isNewToken, response["Set-Cookie"] == nil, response["ETag"] == nil {
            response.headers.append(Cookie.set(Cookie.visit, visit.token))
        }
        return response
    }

    public func bodyLimit(_ path: String) -> Int {
        table.find(.post, path)?.0.bodyLimit ?? 0
    }

    public func refusal(_ status: Int) -> Response {
        ErrorPage.plain(status, languages.preferred(nil))
    }

    /// An act that did not come off: a refusal is explained, anything else is logged under a short id.
    private func failure(_ error: any Error, _ visit: Visit) -> Response {
        if let refusal = error as? Refusal { return ErrorPage.refused(refusal, visit) }
        return failure(error, visit.request)
    }

    private func failure(_ error: any Error, _ request: Request) -> Response {
        let id = Code.make(6)
        log("error \(id): \(request.method.rawValue) \(request.path): \(error)")
        return ErrorPage.broken(error, id: id, languages.preferred(request[.acceptLanguage]))
    }

    /// A name that the box goes by, or any IP address: a foreign name that resolves to the box is a rebinding attack.
    private func isOurs(_ host: String?) -> Bool {
        guard let host else { return false }
        let name = HostName.withoutPort(host)
        return HostName.isAddress(name) || hosts.contains(name.lowercased())
    }

    private func isSameOrigin(_ request: Request) -> Bool {
        guard let origin = request[.origin], origin != "null" else { return true }
        return origin.split(separator: "/").last.map(String.init) == request[.host]
    }
}

extension Visit {
    fileprivate func with(_ parameters: [Substring]) -> Visit {
        var visit = self
        visit.parameters = parameters
        return visit
    }
}
