/// Something that was awaited and did not come about.
public struct NeverHappened: Error, CustomStringConvertible {
    public let description: String

    public init(_ description: String) { self.description = description }
}

/// Looks again and again until `look` finds something, and returns that.
///
/// - Parameter what: completes the sentence "Within 15 seconds there was no …".
/// - Throws: `NeverHappened` with what `insight` tells of the state at the end; whatever `look` throws, at once.
@discardableResult
public func eventually<Value>(
    _ what: String, within limit: Duration = .seconds(15), insight: () async -> String = { "" },
    _ look: () async throws -> Value?
) async throws -> Value {
    let clock = ContinuousClock()
    let deadline = clock.now + limit
    while true {
        if let found = try await look() { return found }
        guard clock.now < deadline else {
            throw NeverHappened("Within \(limit.components.seconds) seconds there was no \(what). \(await insight())")
        }
        try await Task.sleep(for: .milliseconds(30))
    }
}
