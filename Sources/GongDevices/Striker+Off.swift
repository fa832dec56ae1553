import Gong
import Pin

/// `gongbox gong off`.
extension Striker {
    /// What became of an attempt to make sure that the line is low.
    public enum Off: Hashable, Sendable {
        case low(sentence: String)
        /// There is no such line on this machine, so no striker can be driven.
        case absent(sentence: String)
        /// Another program holds the line, perhaps Gongbox itself, and answers for it.
        case busy(sentence: String)
        /// The line is high, or nobody can tell.
        case unknown(sentence: String)
    }

    /// Requests the line, lets it fall and gives it back: safe before the start, after a crash, and by hand.
    public static func off(_ settings: GongConfiguration.Striker) -> Off {
        off(settings, Lines(settings))
    }

    static func off(_ settings: GongConfiguration.Striker, _ lines: Lines) -> Off {
        let line: any StrikerLine
        do throws(LineFailure) {
            line = try lines.striker()
        } catch {
            let sentence = StrikerTrouble.opening(settings.line, of: settings.chip, error)
            return switch error {
            case .noChip, .noSuchChip, .noSuchLine: .absent(sentence: sentence)
            case .busy: .busy(sentence: sentence)
            case .forbidden, .failed: .unknown(sentence: sentence)
            }
        }
        do throws(PinError) {
            try line.set(high: false)
            return try line.isHigh()
                ? .unknown(sentence: StrikerTrouble.stuck(settings.line))
                : .low(sentence: "The striker's GPIO line \(settings.line) is low.")
        } catch {
            return .unknown(
                sentence:
                    "The GPIO line \(settings.line) cannot be made low (\(error)). Switch off the striker's power.")
        }
    }
}
