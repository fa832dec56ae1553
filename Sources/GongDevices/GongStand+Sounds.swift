import Dispatch
import Gong

extension GongStand {
    public var sounds: [GongSound] { card?.sound.sounds ?? [] }

    public var chosenSound: GongSound.ID? { card?.sound.chosen }

    /// Before the start this only notes the choice, and the player's own thread decodes it.
    public func choose(_ sound: GongSound.ID) async {
        guard let card, card.sound.choose(sound), card.player.isRunning else { return }
        await Self.offThePool {
            // What cannot be loaded is in the gong's health already.
            if let loaded = try? card.sound.load() { card.player.change(to: loaded) }
        }
    }

    public func keepOwn(_ file: [UInt8]) async throws(UnfitSound) {
        guard let card else { throw .noCard }
        let result = await Self.offThePool { () -> Result<Void, UnfitSound> in
            do throws(UnfitSound) {
                return .success(try card.sound.keepOwn(file))
            } catch {
                return .failure(error)
            }
        }
        try result.get()
    }

    /// Decoding takes seconds on a small board, and Swift's own threads answer everybody.
    private static func offThePool<Value: Sendable>(_ work: @escaping @Sendable () -> Value) async -> Value {
        await withCheckedContinuation { continuation in
            DispatchQueue.global(qos: .utility).async { continuation.resume(returning: work()) }
        }
    }
}
