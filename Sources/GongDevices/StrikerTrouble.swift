import Gong
import Pin

/// Says in a sentence why the striker does not strike, and what to do.
enum StrikerTrouble {
    static func opening(_ line: String, of chip: String?, _ failure: LineFailure) -> String {
        switch failure {
        case .noChip:
            return "This machine has no GPIO pins (/dev/gpiochip0 is missing), so the striker on \(line) cannot work. "
                + "Use the sound, or a board that has them."
        case .noSuchChip(let present):
            return "There is no GPIO chip called \(chip ?? ""). Choose one that is here: "
                + present.joined(separator: ", ") + "."
        case .noSuchLine:
            return "No GPIO line is called \(line)\(chip.map { " on the chip \($0)" } ?? ""). "
                + "The command gpioinfo lists the names; choose one of them."
        case .busy(let user):
            let who = user.isEmpty ? "another program or driver" : "\"\(user)\""
            return "The GPIO line \(line) is in use by \(who). Stop that program, or choose another line."
        case .forbidden(let path):
            return
                "The GPIO chip \(path) may not be opened by this user. Add the user to the group gpio and start again."
        case .failed(let error):
            return "The GPIO line \(line) cannot be used (\(error)). Choose another line."
        }
    }

    static func openingSwitch(_ line: String, of chip: String?, _ failure: LineFailure) -> String {
        "The striker is disarmed, because its arm switch cannot be read. " + opening(line, of: chip, failure)
    }

    static func disarmed(_ line: String) -> String {
        "The striker is disarmed: the arm switch on the GPIO line \(line) is open. Close it, and the gong is struck again."
    }

    static func unreadable(_ line: String, _ error: PinError) -> String {
        "The striker is disarmed, because its arm switch on the GPIO line \(line) cannot be read (\(error)). "
            + "Check its wire, and start Gongbox again."
    }

    static func refusal<Order>(_ refusal: StrikerQueue<Order>.Refusal) -> String {
        switch refusal {
        case .full:
            return
                "The striker has \(StrikerQueue<Order>.capacity) strikes waiting and takes no more for a few seconds."
        case .late:
            return "The striker was held up for more than two seconds and let this strike be. "
                + "If this stays, start Gongbox again."
        case .resting(let limit, let nanoseconds):
            let why =
                switch limit {
                case .rest: "has just struck"
                case .burst: "has struck \(StrikerLimits.burst) times within ten seconds"
                case .hour: "has struck \(StrikerLimits.hourly) times within an hour"
                case .duty: "has been driven for as long as its coil stands"
                }
            return "The striker \(why) and rests for \(nanoseconds / 1_000_000_000 + 1) seconds, "
                + "so that its coil stays cool. It strikes again by itself."
        }
    }

    static func failed(_ line: String, _ error: PinError) -> String {
        "The striker's GPIO line \(line) failed (\(error)). It is opened again within 10 seconds."
    }

    static func hangs(_ line: String) -> String {
        "The striker did not answer within three seconds: the driver of its GPIO line \(line) hangs. Start Gongbox again."
    }

    static func stuck(_ line: String) -> String {
        "THE STRIKER IS DISARMED: its GPIO line \(line) did not fall after a pulse. Switch off the striker's power now, "
            + "check the driver stage, and start Gongbox again."
    }

    static let noPrecedence =
        "This user has no real-time priority, so a pulse can last some milliseconds longer while many pages are served: "
        + "start Gongbox with systemd's LimitRTPRIO=1."

    static let overlong =
        "That was too long, because the computer was too busy to end it: close other programs, and feel the coil."
}
