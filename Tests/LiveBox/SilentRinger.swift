import Gong

/// A box without a gong, to prepare records with.
struct SilentRinger: Ringer {
    func ring(_ strike: Strike) async -> Sounding {
        Sounding(outcome: .silent(reason: "There is no gong here."), lateness: 0)
    }

    func health() -> [VoiceHealth] { [] }
}
