import Classroom

/// Who may use a route. Everything is denied unless the route names who may.
enum Audience: Sendable, CaseIterable {
    case everybody
    case student
    case teacher
    /// Students and teachers who are signed in.
    case member

    func admits(_ visitor: Visitor?) -> Bool {
        switch self {
        case .everybody: true
        case .student: visitor?.kind == .student
        case .teacher: visitor?.kind == .teacher
        case .member: visitor?.kind == .student || visitor?.kind == .teacher
        }
    }
}
