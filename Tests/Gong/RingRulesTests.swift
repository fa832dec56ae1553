import Testing

@testable import Gong

@Suite("When it rings and how loud")
struct RingRulesTests {
    private static let everyMinute = (0..<TimeOfDay.minutesADay).compactMap { TimeOfDay(minute: $0) }

    private func time(_ text: String) throws -> TimeOfDay { try #require(TimeOfDay(text)) }
    private func hours(_ from: String, _ to: String) throws -> Hours { Hours(from: try time(from), to: try time(to)) }

    @Test("Without a rule it rings at full loudness at every minute")
    func noRules() {
        #expect(Self.everyMinute.allSatisfy { RingRules().ruling(at: $0) == .ring(.full) })
    }

    @Test(
        "A period begins with its first minute and ends before the minute named last; one that passes midnight holds on both sides"
    )
    func bounds() throws {
        var rules = RingRules()
        rules.periods = [.init(try hours("08:00", "09:30"), .soft)]
        rules.night = try hours("20:00", "06:30")
        for (text, expected) in [
            ("07:59", RingRules.Ruling.ring(.full)), ("08:00", .ring(.soft)), ("09:29", .ring(.soft)),
            ("09:30", .ring(.full)), ("19:59", .ring(.full)), ("20:00", .silent(.night)), ("00:00", .silent(.night)),
            ("06:29", .silent(.night)), ("06:30", .ring(.full)),
        ] {
            #expect(rules.ruling(at: try time(text)) == expected, "\(text)")
        }
    }

    @Test("An examination silences even what the teacher asks for by hand; quiet times only make that soft")
    func byHand() throws {
        var rules = RingRules()
        rules.periods = [.init(try hours("10:00", "11:00"), nil), .init(try hours("12:00", "13:00"), .medium)]
        rules.night = try hours("20:00", "06:00")
        for (text, expected) in [("10:30", Loudness.soft), ("21:00", .soft), ("12:30", .medium), ("15:00", .full)] {
            #expect(rules.rulingByHand(at: try time(text)) == .ring(expected), "\(text)")
        }
        rules.isExamination = true
        #expect(Self.everyMinute.allSatisfy { rules.rulingByHand(at: $0) == .silent(.examination) })
    }

    /// Rules made up by chance, held against what they say, minute by minute and rule by rule.
    @Test(
        "Whatever the rules, each minute's answer is the strictest of those that hold, in any order", arguments: 0..<60)
    func strictest(seed: UInt64) throws {
        var chance = Chance(seed: seed)
        var rules = RingRules()
        rules.usual = Loudness.allCases[Int(chance.below(3))]
        for _ in 0..<chance.below(5) {
            let level = [Loudness?.none, .soft, .medium, .full][Int(chance.below(4))]
            rules.periods.append(.init(try span(&chance), level))
        }
        if chance.below(2) == 0 { rules.night = try span(&chance) }
        rules.isExamination = chance.below(4) == 0
        let wantsGong = chance.below(4) > 0
        var turned = rules
        turned.periods.reverse()

        for now in Self.everyMinute {
            let holding = rules.periods.filter { covers($0.hours, now) }
            let expected: RingRules.Ruling =
                if rules.isExamination {
                    .silent(.examination)
                } else if !wantsGong {
                    .silent(.student)
                } else if let night = rules.night, covers(night, now) {
                    .silent(.night)
                } else if holding.contains(where: { $0.loudness == nil }) {
                    .silent(.quietHours)
                } else {
                    .ring(holding.compactMap(\.loudness).min { $0.decibels < $1.decibels } ?? rules.usual)
                }
            #expect(rules.ruling(at: now, wantsGong: wantsGong) == expected, "\(now) \(rules)")
            #expect(turned.ruling(at: now, wantsGong: wantsGong) == expected, "\(now) \(turned)")
        }
    }

    /// By walking from the first minute, not by comparing.
    private func covers(_ hours: Hours, _ time: TimeOfDay) -> Bool {
        var minute = hours.from.minute
        repeat {
            if minute == time.minute { return true }
            minute = (minute + 1) % TimeOfDay.minutesADay
        } while minute != hours.to.minute
        return false
    }

    private func span(_ chance: inout Chance) throws -> Hours {
        let minute = { (chance: inout Chance) in Int(chance.below(UInt64(TimeOfDay.minutesADay))) }
        return Hours(
            from: try #require(TimeOfDay(minute: minute(&chance))), to: try #require(TimeOfDay(minute: minute(&chance)))
        )
    }

    @Test(
        "A time is read as a browser's field gives it and written the same way", arguments: ["00:00", "08:05", "23:59"])
    func times(text: String) {
        #expect(TimeOfDay(text)?.description == text)
        #expect(TimeOfDay(text + ":00")?.description == text)
    }

    @Test(
        "What is no time is refused", arguments: ["", "8:05", "24:00", "12:60", "12", "12:00:00:00", "-1:00", "ab:cd"])
    func noTimes(text: String) {
        #expect(TimeOfDay(text) == nil)
    }
}
