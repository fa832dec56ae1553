/// The one table of permitted transitions, with who may make each. Nothing else changes an attempt.
public struct Transition: Sendable, Hashable {
    public let from: AttemptState
    public let act: Act
    public let to: AttemptState
    public let roles: Set<Role>

    public static let table: [Transition] = [
        .init(.open, .submit, .waiting, [.student]),
        .init(.waiting, .call, .called, [.teacher]),
        .init(.parked, .call, .called, [.teacher]),
        .init(.held, .call, .called, [.teacher]),
        // A student who stands at the desk already needs no call.
        .init(.waiting, .arrive, .conferring, [.teacher]),
        .init(.called, .arrive, .conferring, [.teacher]),
        .init(.called, .miss, .waiting, [.teacher]),
        .init(.called, .release, .waiting, [.teacher]),
        .init(.conferring, .release, .waiting, [.teacher]),
        .init(.conferring, .hold, .held, [.teacher]),
        .init(.called, .park, .parked, [.teacher]),
        .init(.waiting, .park, .parked, [.teacher]),
        .init(.held, .park, .parked, [.teacher]),
        .init(.conferring, .park, .parked, [.teacher]),
        .init(.held, .requeue, .waiting, [.student, .teacher]),
        .init(.parked, .requeue, .waiting, [.student, .teacher]),
        .init(.conferring, .master, .mastered, [.teacher]),
        .init(.conferring, .notYet, .notYet, [.teacher]),
        .init(.conferring, .void, .void, [.teacher]),
        .init(.open, .void, .void, [.teacher]),
        .init(.mastered, .undo, .conferring, [.teacher]),
        .init(.notYet, .undo, .conferring, [.teacher]),
        .init(.void, .undo, .conferring, [.teacher]),
        .init(.notYet, .repairMaster, .mastered, [.teacher]),
        .init(.mastered, .repairNotYet, .notYet, [.teacher]),
    ]

    private init(_ from: AttemptState, _ act: Act, _ to: AttemptState, _ roles: Set<Role>) {
        self.from = from
        self.act = act
        self.to = to
        self.roles = roles
    }
}

extension AttemptState {
    /// Where this act by this role leads, or nil where it is not permitted.
    public func after(_ act: Act, by role: Role) -> AttemptState? {
        Transition.table.first { $0.from == self && $0.act == act && $0.roles.contains(role) }?.to
    }
}
