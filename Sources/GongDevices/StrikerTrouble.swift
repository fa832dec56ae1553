import Gong
import Pin

/// Says in a sentence why the striker does not strike, and what to do.
enum StrikerTrouble {
    static func opening(_ striker: GongConfiguration.Striker, _ failure: OutputLine.Failure) -> String {
        let line = striker.line
        return switch failure {
        case .noChip:
            "This machine has no GPIO pins (/dev/gpiochip0 is missing), so the striker on \(line) cannot work. "
                + "Use the sound, or a board that has them."
        case .noSuchChip(let present):
            "There is no GPIO chip called \(striker.chip ?? ""). Choose one that is here: "
                + present.joined(separator: ", ") + "."
        case .noSuchLine:
            "No GPIO line is called \(line)\(striker.chip.map { " on the chip \($0)" } ?? ""). "
                + "The command gpioinfo lists the names; choose one of them."
        case .busy:
            "The GPIO line \(line) is in use by another program or driver. "
                + "The command gpioinfo tells which; stop it or choose another line."
        case .forbidden(let path):
            "The GPIO chip \(path) may not be opened by this user. Add the user to the group gpio and start again."
        case .failed(let error):
            "The GPIO line \(line) cannot be used (\(error)). Choose another line."
        }
    }

    static func resting(_ limit: StrikerLimits.Limit?, seconds: UInt64) -> String {
        switch limit {
        case .hour:
            "The striker has struck \(StrikerLimits.hourly) times within an hour and rests for \(seconds) seconds, "
                + "so that its coil stays cool."
        default:
            "The striker has struck \(StrikerLimits.burst) times within ten seconds and rests for \(seconds) seconds, "
                + "so that its coil stays cool."
        }
    }

    static func failed(_ line: String, _ error: PinError) -> String {
        "The striker's GPIO line \(line) failed (\(error)). It is opened again within 10 seconds."
    }

    static func stuck(_ line: String) -> String {
        "THE STRIKER IS DISARMED: its GPIO line \(line) did not fall after a pulse. Switch off the striker's power now, "
            + "check the driver stage, and start Gongbox again."
    }
}
