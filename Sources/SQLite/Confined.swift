/// Carries a connection between threads that take turns.
///
/// Unchecked because the compiler cannot see the turns: the writer's is touched on its queue alone after `init`, a reader's
/// by whoever took it out of the pool's list.
struct Confined: @unchecked Sendable {
    let value: Connection
}
