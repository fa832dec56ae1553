/// Answers requests. A page answers `.now`, on the server's own thread; an act answers `.later`, after its commit.
public protocol Responder: Sendable {
    func answer(_ request: Request) -> Answer
    /// The largest body, in bytes, that is read for a POST to this path; a larger one gets 413.
    func bodyLimit(_ path: String) -> Int
    /// Sent to those whose request was too large or took too long: 413 and 503.
    func refusal(_ status: Int) -> Response
}

public enum Answer: Sendable {
    case now(Response)
    /// Runs `work` while the connection is suspended. At the deadline the client gets 503, whatever `work` does afterwards.
    case later(deadline: Duration, work: @Sendable () async -> Response)
}
