import Dispatch

#if canImport(Glibc)
    import Glibc
#endif

/// SIGINT and SIGTERM, as something to wait for.
struct StopSignal {
    private let signals: AsyncStream<Void>

    init() {
        signals = AsyncStream { continuation in
            for number in [SIGINT, SIGTERM] {
                signal(number, SIG_IGN)
                let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
                source.setEventHandler {
                    continuation.yield()
                    // Holds the source for as long as it may fire.
                    _ = source
                }
                source.activate()
            }
        }
    }

    /// Returns at the first of them.
    func wait() async {
        for await _ in signals { return }
    }
}
