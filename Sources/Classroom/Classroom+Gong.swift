import Gong
import SQLite

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension Classroom {
    /// When the gong may sound and how loud.
    public var ringRules: RingRules {
        get throws { try readers.read { connection in try Self.ringRules(in: connection) } }
    }

    static func ringRules(in connection: Connection) throws -> RingRules {
        guard let text = try Settings.value(.ringRules, in: connection) else { return RingRules() }
        return try JSONDecoder().decode(RingRules.self, from: Data(text.utf8))
    }

    /// Sets the loudness by time of day and the night; examination mode stays as it is.
    public func setHours(_ rules: RingRules, by teacher: String) async throws {
        try await changeRules("gong_hours", by: teacher) { old in
            old.usual = rules.usual
            old.periods = rules.periods
            old.night = rules.night
        }
    }

    /// While it is on nothing sounds; what is mastered meanwhile is kept for the teacher to ring afterwards.
    public func setExamination(_ isOn: Bool, by teacher: String) async throws {
        try await changeRules(isOn ? "examination_on" : "examination_off", by: teacher) { $0.isExamination = isOn }
    }

    private func changeRules(
        _ act: String, by teacher: String, _ change: @escaping @Sendable (inout RingRules) -> Void
    ) async throws {
        try await writer.write { [self] connection in
            var rules = try Self.ringRules(in: connection)
            let before = rules
            change(&rules)
            if rules == before { return }
            let encoder = JSONEncoder()
            encoder.outputFormatting = .sortedKeys
            let text = String(decoding: try encoder.encode(rules), as: UTF8.self)
            try Settings.set(.ringRules, text, in: connection)
            try Journal.write(act, by: teacher, on: "gong", text, at: clock.now(), in: connection)
        }
        changes.tell(.room)
    }

    /// Everything that the page about the gong shows.
    public var gongOverview: GongOverview {
        get throws {
            let now = clock.now()
            return GongOverview(
                rules: try ringRules, time: now.timeOfDay, isSynchronised: now.isSynchronised, sounds: ringer.sounds,
                chosen: ringer.chosenSound, voiceChoice: ringer.voiceChoice, voices: voices, test: recentTest,
                strikes: try latestStrikes(12))
        }
    }

    // MARK: Voices and sounds

    /// Tells the gong which voices and which sound the teacher chose last; to be called before the gong is started.
    public func restoreGong() async throws {
        let (voices, sound) = try readers.read { connection in
            (try Settings.value(.gongVoices, in: connection), try Settings.value(.gongSound, in: connection))
        }
        if let voices = voices.flatMap(VoiceChoice.init) { ringer.choose(voices) }
        if let sound { await ringer.choose(sound) }
    }

    public func chooseVoices(_ voices: VoiceChoice, by teacher: String) async throws {
        guard ringer.voiceChoice != nil else { throw Refusal.notFound }
        try await writer.write { [self] connection in
            try Settings.set(.gongVoices, voices.rawValue, in: connection)
            try Journal.write("gong_voices", by: teacher, on: "gong", voices.rawValue, at: clock.now(), in: connection)
        }
        ringer.choose(voices)
        changes.tell(.room)
    }

    public func chooseSound(_ sound: GongSound.ID, by teacher: String) async throws {
        guard ringer.sounds.contains(where: { $0.id == sound }) else { throw Refusal.notFound }
        try await writer.write { [self] connection in
            try Settings.set(.gongSound, sound, in: connection)
            try Journal.write("gong_sound", by: teacher, on: "gong", sound, at: clock.now(), in: connection)
        }
        await ringer.choose(sound)
        changes.tell(.room)
    }

    /// Makes the teacher's file the gong's sound, or throws `UnfitSound` and changes nothing.
    public func keepOwnSound(_ file: [UInt8], by teacher: String) async throws {
        try await ringer.keepOwn(file)
        try await chooseSound(GongSound.own.id, by: teacher)
    }
}
