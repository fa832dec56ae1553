/// Why a question is left out: a whole plain sentence that says what to do.
struct Rejection: Error, CustomStringConvertible {
    var reason: String

    init(_ reason: String) { self.reason = reason }

    var description: String { reason }
}
