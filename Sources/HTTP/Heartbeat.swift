import Dispatch

/// Calls an action again and again on a queue of its own until it goes away.
///
/// Unchecked because Dispatch does not mark its sources Sendable; they may be used from any thread, and this one is only
/// cancelled after `init`.
final class Heartbeat: @unchecked Sendable {
    private let timer: any DispatchSourceTimer

    init(every seconds: Int, label: String, action: @escaping @Sendable () -> Void) {
        timer = DispatchSource.makeTimerSource(queue: DispatchQueue(label: label))
        timer.schedule(deadline: .now() + .seconds(seconds), repeating: .seconds(seconds), leeway: .milliseconds(200))
        timer.setEventHandler(handler: action)
        timer.activate()
    }

    deinit { timer.cancel() }
}
