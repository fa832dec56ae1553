import Glibc
import Synchronization

/// A thread that belongs to one device. Signals are none of its business: all are blocked in it.
///
/// It asks for no priority of its own: the unit file grants that to the whole program.
final class DeviceThread: Sendable {
    private let thread: Mutex<pthread_t?>
    private let ended = WakeUp()

    /// - Parameter name: what `top -H` shows, 15 bytes at most.
    init(_ name: StaticString = "gong", _ run: @escaping @Sendable () -> Void) {
        var all = sigset_t()
        var before = sigset_t()
        sigfillset(&all)
        // The new thread inherits the mask.
        pthread_sigmask(SIG_SETMASK, &all, &before)
        defer { pthread_sigmask(SIG_SETMASK, &before, nil) }

        var created = pthread_t()
        let context = Unmanaged.passRetained(Body(name: name, run: run, ended: ended))
        let code = pthread_create(
            &created, nil,
            { context in
                guard let context else { return nil }
                let body = Unmanaged<Body>.fromOpaque(context).takeRetainedValue()
                body.takeName()
                body.run()
                body.ended.signal()
                return nil
            }, context.toOpaque())
        if code != 0 { context.release() }
        thread = Mutex(code == 0 ? created : nil)
    }

    /// Whether the system gave a thread at all.
    var exists: Bool { thread.withLock { $0 != nil } }

    /// Waits for the end of the thread, or leaves it behind when a driver holds it longer than `seconds`.
    func join(within seconds: UInt64) {
        guard let thread = thread.withLock({ $0.take() }) else { return }
        if ended.wait(until: MonotonicClock.now() + seconds * 1_000_000_000) {
            pthread_join(thread, nil)
        } else {
            pthread_detach(thread)
        }
    }

    private final class Body: Sendable {
        let name: StaticString
        let run: @Sendable () -> Void
        let ended: WakeUp

        init(name: StaticString, run: @escaping @Sendable () -> Void, ended: WakeUp) {
            self.name = name
            self.run = run
            self.ended = ended
        }

        /// The kernel's own file for it: Swift does not see `pthread_setname_np`.
        func takeName() {
            let file = open("/proc/thread-self/comm", O_WRONLY | O_CLOEXEC)
            guard file >= 0 else { return }
            _ = write(file, name.utf8Start, name.utf8CodeUnitCount)
            close(file)
        }
    }
}
