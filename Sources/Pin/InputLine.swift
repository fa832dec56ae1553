internal import CGPIOD
import Glibc

/// A GPIO line that this process reads, such as one with a switch. It gives itself back.
public final class InputLine {
    /// Where the line rests while its switch is open: the controller's own resistor pulls it there.
    public enum Pull: Hashable, Sendable {
        case up
        case down
    }

    private let chip: Chip
    private let offset: UInt32
    private let handle: OpaquePointer

    /// - Throws: EBUSY when another program or driver has the line; an error too where the controller has no such resistor.
    init(chip: Chip, offset: UInt32, pull: Pull, consumer: String) throws(PinError) {
        errno = 0
        let use = pull == .up ? GB_INPUT_PULL_UP : GB_INPUT_PULL_DOWN
        guard let line = gb_line_request(chip.handle, offset, consumer, use) else {
            throw PinError(operation: "gpiod_line_request_input", code: errno)
        }
        handle = line
        self.chip = chip
        self.offset = offset
    }

    deinit {
        gb_line_release(handle)
    }

    /// Requests the line called `line` on the chip labelled `label`, or on the first chip that has such a line.
    public static func find(
        label: String?, line: String, pull: Pull, consumer: String, in folder: String = "/dev"
    ) throws(LineFailure) -> InputLine {
        try Chip.find(label: label, line: line, in: folder) { (chip, offset) throws(PinError) in
            try InputLine(chip: chip, offset: offset, pull: pull, consumer: consumer)
        }
    }

    public func isHigh() throws(PinError) -> Bool {
        let level = gb_line_get(handle, offset)
        guard level >= 0 else { throw PinError(operation: "gpiod_line_get_value", code: errno) }
        return level == 1
    }
}
