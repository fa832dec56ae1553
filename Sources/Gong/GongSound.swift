/// A sound that the gong of this room can have.
public struct GongSound: Hashable, Sendable, Identifiable {
    /// Names it in the settings and in the language catalogue.
    public let id: String

    public init(id: String) {
        self.id = id
    }

    /// The teacher's own.
    public static let own = GongSound(id: "own")
}
