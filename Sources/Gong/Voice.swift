/// Something that can be heard in the room: a card that plays, or a beater that strikes.
public protocol Voice: Sendable {
    /// The name that `doctor` and the journal show: "sound" or "striker".
    var name: String { get }

    /// Begins to work in the background and returns at once, with or without the hardware.
    func start()

    /// Returns when the hardware has been tried once, so that `health` tells something; after two seconds at most.
    func tried() async

    /// Lets what sounds end softly, silences the hardware and gives it back. Blocks for three seconds at most.
    func stop()

    /// Sounds once, at once.
    ///
    /// - Parameter asked: when the strike was asked for, nanoseconds of CLOCK_BOOTTIME.
    /// - Returns: nanoseconds from `asked` to the first frame handed to the card, or to the pin high.
    /// - Throws: the sentence that says why nothing was heard and what to do; nothing sounds afterwards.
    func sound(asked: UInt64) async throws(Silence) -> UInt64

    /// The same, as loud as the time of day permits.
    func sound(asked: UInt64, loudness: Loudness) async throws(Silence) -> UInt64

    /// Returns when what was sounded has ended, as far as the voice can end it: a struck gong rings on by itself.
    func soundedOut() async

    func health() -> VoiceHealth
}

extension Voice {
    /// A beater strikes as hard as it does: it is left out while the gong has to be softer.
    public func sound(asked: UInt64, loudness: Loudness) async throws(Silence) -> UInt64 {
        guard loudness == .full else {
            throw Silence(
                "The \(name) cannot strike softly, and the gong is not to be loud at this time of day. "
                    + "Change the volume on the page about the gong.")
        }
        return try await sound(asked: asked)
    }
}

/// Why a voice did not sound.
public struct Silence: Error, Hashable, Sendable {
    /// One or two whole sentences: what is wrong, and the remedy.
    public let reason: String

    public init(_ reason: String) {
        self.reason = reason
    }
}
