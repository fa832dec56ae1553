internal import CGPIOD
import Glibc

/// A GPIO controller. It closes itself.
public final class Chip {
    public let path: String
    /// The driver's name for it, such as "pinctrl-bcm2711"; unlike its number it does not change with the kernel.
    public let label: String

    let handle: OpaquePointer

    public init(path: String) throws(PinError) {
        errno = 0
        guard let opened = gpiod_chip_open(path) else { throw PinError(operation: "gpiod_chip_open", code: errno) }
        var text = [CChar](repeating: 0, count: 64)
        guard gb_chip_label(opened, &text, text.count) == 0 else {
            let error = PinError(operation: "gpiod_chip_get_info", code: errno)
            gpiod_chip_close(opened)
            throw error
        }
        handle = opened
        label = text.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } ?? "" }
        self.path = path
    }

    deinit {
        gpiod_chip_close(handle)
    }

    /// The offset of the line that the board calls `name`, or nil where it has none.
    public func offset(ofLine name: String) throws(PinError) -> UInt32? {
        let offset = gb_chip_find_line(handle, name)
        if offset >= 0 { return UInt32(offset) }
        guard errno == ENOENT else { throw PinError(operation: "gpiod_chip_find_line", code: errno) }
        return nil
    }

    /// The name that the present user of a line gave; empty where there is none or it gave none.
    func consumer(ofLine offset: UInt32) -> String {
        var name = [CChar](repeating: 0, count: 64)
        gb_line_consumer(handle, offset, &name, name.count)
        return name.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } ?? "" }
    }

    /// The paths of all chips in `folder`, in the order of their numbers.
    public static func paths(in folder: String = "/dev") -> [String] {
        guard let directory = opendir(folder) else { return [] }
        defer { closedir(directory) }
        var numbers: [Int] = []
        while let entry = readdir(directory) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name.hasPrefix("gpiochip"), let number = Int(name.dropFirst(8)) { numbers.append(number) }
        }
        return numbers.sorted().map { "\(folder)/gpiochip\($0)" }
    }
}
