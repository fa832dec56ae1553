import Glibc

/// A thread's place before all ordinary ones, for the one that must let a line fall in time on a busy core.
enum Precedence {
    /// Gives the calling thread the lowest real-time priority: enough to go before every page that is being served.
    ///
    /// - Returns: false where the user may not have it (RLIMIT_RTPRIO; `LimitRTPRIO=` in systemd's unit).
    static func take() -> Bool {
        var parameters = sched_param()
        parameters.sched_priority = sched_get_priority_min(SCHED_FIFO)
        return pthread_setschedparam(pthread_self(), SCHED_FIFO, &parameters) == 0
    }
}
