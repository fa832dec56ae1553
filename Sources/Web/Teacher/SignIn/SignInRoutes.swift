import Classroom
import HTTP

/// The first set-up with the printed code, signing in, signing out.
enum SignInRoutes {
    static let all: [Route] = [
        .page("/teacher/set-up", for: .everybody) { visit in
            guard try !visit.classroom.isSetUp else { return .seeOther("/teacher/sign-in") }
            return SignInView.setUp(visit, problem: nil).response(visit)
        },
        .act("/teacher/set-up", for: .everybody) { visit in
            do {
                let token = try await visit.classroom.setUp(
                    code: visit.form["code"] ?? "", name: visit.form["name"] ?? "",
                    password: visit.form["password"] ?? "",
                    device: visit.request.client)
                return Response.seeOther("/teacher").with(Cookie.set(Cookie.session, token))
            } catch let refusal as Refusal {
                return SignInView.setUp(visit, problem: RefusalText.of(refusal, visit.text)).response(
                    visit, status: 403)
            }
        },
        .page("/teacher/sign-in", for: .everybody) { visit in
            guard try visit.classroom.isSetUp else { return .seeOther("/teacher/set-up") }
            if visit.visitor?.kind == .teacher { return .seeOther("/teacher") }
            return SignInView.signIn(visit, problem: nil).response(visit)
        },
        .act("/teacher/sign-in", for: .everybody) { visit in
            do {
                let token = try await visit.classroom.signInTeacher(
                    password: visit.form["password"] ?? "", device: visit.request.client)
                return Response.seeOther("/teacher").with(Cookie.set(Cookie.session, token))
            } catch let refusal as Refusal {
                return SignInView.signIn(visit, problem: RefusalText.of(refusal, visit.text)).response(
                    visit, status: 403)
            }
        },
        .act("/teacher/sign-out", for: .teacher) { visit in
            try await visit.classroom.signOut(visit.token)
            return Response.seeOther("/teacher/sign-in").with(Cookie.clear(Cookie.session))
        },
    ]
}
