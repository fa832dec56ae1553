/// Where a student stands with one unit of the path.
public enum UnitStanding: String, Sendable, Hashable {
    /// An earlier unit comes first.
    case later
    /// The check can be started.
    case ready
    /// A check is under way.
    case open
    /// Submitted: waiting for, called to, or in the conference, or parked.
    case conference
    /// Decided "not yet", and the corrective is still to be done.
    case corrective
    case mastered
}

/// The path: units in order, each opened by the one before it.
public enum Path {
    /// One unit and what is known of a student's attempts at it.
    public struct Unit: Sendable {
        /// The state of the student's latest attempt that is not void; nil when there is none.
        public let latest: AttemptState?
        public let hasMastered: Bool
        /// Whether a corrective of the latest attempt is still to be done.
        public let owesCorrective: Bool

        public init(latest: AttemptState?, hasMastered: Bool, owesCorrective: Bool) {
            self.latest = latest
            self.hasMastered = hasMastered
            self.owesCorrective = owesCorrective
        }
    }

    /// The standing of each unit. A unit that has been begun is never closed again by the order.
    public static func standings(_ units: [Unit]) -> [UnitStanding] {
        var isReached = true
        return units.map { unit in
            defer { isReached = isReached && unit.hasMastered }
            if unit.hasMastered { return .mastered }
            switch unit.latest {
            case .open: return .open
            case .waiting, .called, .conferring, .held, .parked: return .conference
            case .notYet: return unit.owesCorrective ? .corrective : .ready
            case .mastered, .void, nil: return isReached ? .ready : .later
            }
        }
    }
}
