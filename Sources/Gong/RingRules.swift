/// When the gong of this room may sound and how loud, as the teacher has set it. Every instant has exactly one answer.
///
/// The stricter rule wins: examination, then the student's wish, then the night, then the softest of the periods that hold.
public struct RingRules: Hashable, Sendable, Codable {
    /// What a strike gets.
    public enum Ruling: Hashable, Sendable {
        case ring(Loudness)
        case silent(Hush)
    }

    /// Why a strike is kept silent on purpose. The raw values stand in the records of the class.
    public enum Hush: String, CaseIterable, Hashable, Sendable {
        case examination
        /// The student wants to be celebrated without the gong.
        case student
        case night
        case quietHours = "quiet_hours"
    }

    /// A part of the day with a loudness of its own.
    public struct Period: Hashable, Sendable, Codable {
        public var hours: Hours
        /// Nil: quiet hours.
        public var loudness: Loudness?

        public init(_ hours: Hours, _ loudness: Loudness?) {
            self.hours = hours
            self.loudness = loudness
        }
    }

    /// Outside every period.
    public var usual = Loudness.full
    public var periods: [Period] = []
    /// When the school sleeps. Nil: no such time.
    public var night: Hours?
    /// Nothing sounds, whatever the time and whoever asks.
    public var isExamination = false

    public init() {}

    /// - Parameter wantsGong: false for a student who is celebrated without the gong.
    public func ruling(at time: TimeOfDay, wantsGong: Bool = true) -> Ruling {
        if isExamination { return .silent(.examination) }
        if !wantsGong { return .silent(.student) }
        if let night, night.contains(time) { return .silent(.night) }
        let levels = periods.filter { $0.hours.contains(time) }.map(\.loudness)
        if levels.contains(nil) { return .silent(.quietHours) }
        return .ring(levels.compactMap { $0 }.min() ?? usual)
    }

    /// For a ring that the teacher asks for by hand: quiet times make it soft, and only an examination forbids it.
    public func rulingByHand(at time: TimeOfDay) -> Ruling {
        switch ruling(at: time) {
        case .silent(.examination): .silent(.examination)
        case .silent: .ring(.soft)
        case .ring(let loudness): .ring(loudness)
        }
    }
}
