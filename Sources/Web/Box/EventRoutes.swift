import Classroom
import HTTP

/// The stream that tells a page to look again.
enum EventRoutes {
    /// Sends `change` for each change that concerns the page. The event carries nothing: the page asks anew, with its own rights.
    static func stream(_ visit: Visit, _ concerns: @escaping @Sendable (Changes.Change) -> Bool) -> Response {
        let stream = EventStream()
        let changes = visit.classroom.changes
        let listener = changes.listen { change in
            if concerns(change) { stream.send(event: "change", data: "") }
        }
        stream.onEnd { changes.cancel(listener) }
        return .events(stream)
    }
}
