import Dispatch

#if canImport(Glibc)
    import Glibc
#endif

/// SIGINT and SIGTERM, as something to wait for.
///
/// A handler that posts a semaphore is in place before anything else happens, so that no signal is lost, however early it comes.
/// Blocking the signals and waiting with sigwait would not do: Dispatch's main thread lifts every block.
enum StopSignal {
    /// To be called first of all.
    static func listen() {
        sem_init(stops, 0, 0)
        for number in [SIGINT, SIGTERM] { signal(number, onStop) }
    }

    /// Returns at the first of them.
    static func wait() async {
        await withCheckedContinuation { continuation in
            DispatchQueue(label: "gongbox.stop-signal").async {
                while sem_wait(stops) != 0 {}
                continuation.resume()
            }
        }
    }
}

// Unsafe only to the compiler: the pointer never changes, and semaphores are made to be posted from anywhere.
nonisolated(unsafe) private let stops = UnsafeMutablePointer<sem_t>.allocate(capacity: 1)

/// sem_post is one of the few calls that a handler may make (signal-safety(7)). `listen` has made the semaphore by then.
private let onStop: @convention(c) (Int32) -> Void = { _ in sem_post(stops) }
