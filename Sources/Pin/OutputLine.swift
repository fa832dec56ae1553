internal import CGPIOD
import Glibc

/// A GPIO line that this process drives. It begins low, and goes low before it is given back.
///
/// Whether the pin keeps its level after that is the kernel's affair; Raspberry Pi's keeps it, so low comes first.
public final class OutputLine {
    public let chip: Chip
    public let name: String
    public let offset: UInt32

    private let handle: OpaquePointer

    /// - Throws: EBUSY when another program or driver has the line.
    public init(chip: Chip, offset: UInt32, name: String, consumer: String) throws(PinError) {
        errno = 0
        guard let line = gb_line_request(chip.handle, offset, consumer, GB_OUTPUT_LOW) else {
            throw PinError(operation: "gpiod_line_request_output", code: errno)
        }
        handle = line
        self.chip = chip
        self.offset = offset
        self.name = name
    }

    deinit {
        _ = gb_line_set(handle, offset, 0)
        gb_line_release(handle)
    }

    /// Requests the line called `line` on the chip labelled `label`, or on the first chip that has such a line.
    public static func find(
        label: String?, line: String, consumer: String, in folder: String = "/dev"
    ) throws(LineFailure) -> OutputLine {
        try Chip.find(label: label, line: line, in: folder) { (chip, offset) throws(PinError) in
            try OutputLine(chip: chip, offset: offset, name: line, consumer: consumer)
        }
    }

    public func set(high: Bool) throws(PinError) {
        guard gb_line_set(handle, offset, high ? 1 : 0) == 0 else {
            throw PinError(operation: "gpiod_line_set_value", code: errno)
        }
    }

    /// Reads the level back from the pin.
    public func isHigh() throws(PinError) -> Bool {
        let level = gb_line_get(handle, offset)
        guard level >= 0 else { throw PinError(operation: "gpiod_line_get_value", code: errno) }
        return level == 1
    }
}
