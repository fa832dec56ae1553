import Gong

/// For commands that ring nothing.
struct NoGong: Ringer {
    func ring(_ strike: Strike) async -> Sounding {
        Sounding(outcome: .silent(reason: "This command has no gong."), lateness: 0)
    }
    func health() -> [VoiceHealth] { [] }
}
