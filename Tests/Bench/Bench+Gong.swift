import Glibc
import LiveBox

extension Bench {
    /// `tap_to_first_frame_p99`: from a committed mastery to the first audio frame that the card is handed, by the box's own
    /// clock, while all students ask for pages.
    func strikes() throws {
        let box = try serve()
        let pupils = room.conferences.prefix(plan.strikes)
        let desk = try Desk(room, box)
        _ = try master(pupils, desk, box)
        tell("tap_to_first_frame_p99", try desk.latenesses(of: pupils, voice: "sound").p99, "ms", limit: 20)
        try box.stop()
    }

    /// `tap_to_pin_p99`: from a committed mastery to the line high, by the box's own clock, while all students ask for pages.
    /// `tap_to_pin_with_commit_p99`: from the moment when the teacher's request is sent. `pulse_error_p99`: how much longer or
    /// shorter the line was high than asked for. The last two are taken from the record of the fake pins.
    func pulses() throws {
        let pins = try FakePins(in: folder)
        let box = try serve(
            gong: [
                "--card", "none", "--voice", "striker", "--line", "\(FakePins.chip):GPIO17", "--pulse", "35",
                "--arm-switch", "GPIO27",
            ], preload: pins.library)
        let pupils = room.conferences.suffix(plan.strikes)
        let desk = try Desk(room, box)
        let taps = try master(pupils, desk, box)
        let pulses = try pins.pulses(on: 17)
        guard pulses.count == taps.count else {
            throw Failed(description: "\(taps.count) masteries made \(pulses.count) pulses.")
        }
        let errors = pulses.map { abs(Double($0.fell - $0.rose) / 1e6 - 35) }
        tell("pulse_error_p99", errors.p99, "ms", limit: 1)
        tell("tap_to_pin_p99", try desk.latenesses(of: pupils, voice: "striker").p99, "ms", limit: 10)
        let whole = zip(taps, pulses).map { (Double($1.rose) - Double($0)) / 1e6 }
        tell("tap_to_pin_with_commit_p99", whole.p99, "ms")
        try box.stop()
    }

    /// Taps Mastered for one pupil after the other while all students ask for pages.
    ///
    /// - Returns: when each tap was sent, nanoseconds of CLOCK_MONOTONIC.
    private func master(_ pupils: ArraySlice<Pupil>, _ desk: Desk, _ box: BoxProcess) throws -> [UInt64] {
        let file = try folder.write("load.lua", LoadScript.pages(room.pupils[...]).text(after: 0).utf8)
        let load = try Load(file, port: box.port, connections: Plan.everybody, seconds: 2 + plan.strikes * 5 / 4)
        usleep(500_000)
        var taps: [UInt64] = []
        for pupil in pupils {
            taps.append(monotonicNow())
            try desk.master(pupil)
            // Past the second in which strikes share a ring.
            usleep(1_100_000)
        }
        _ = try load.result()
        return taps
    }
}

private func monotonicNow() -> UInt64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
}
