import Glibc
import Pin
import Testing

@Suite("Finding a GPIO line")
struct OutputLineFindingTests {
    private func folder() throws -> String {
        var template = Array("/tmp/gongbox-pin-XXXXXX".utf8CString)
        try #require(mkdtemp(&template) != nil)
        return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    @Test("A machine without chips says so")
    func noChip() throws {
        let folder = try folder()
        defer { rmdir(folder) }
        #expect(throws: LineFailure.noChip) {
            _ = try OutputLine.find(label: nil, line: "GPIO17", consumer: "test", in: folder)
        }
    }

    @Test("Chips are tried in the order of their numbers, and other files are passed over")
    func order() throws {
        let folder = try folder()
        let names = ["gpiochip10", "gpiochip2", "gpiochip", "gpiochip1x", "gpio3", "mem"]
        for name in names { close(creat("\(folder)/\(name)", 0o600)) }
        defer {
            for name in names { unlink("\(folder)/\(name)") }
            rmdir(folder)
        }
        #expect(Chip.paths(in: folder) == ["\(folder)/gpiochip2", "\(folder)/gpiochip10"])
    }

    @Test("A file that is no chip is an error that names the function, not a crash")
    func noDevice() throws {
        let folder = try folder()
        close(creat("\(folder)/gpiochip0", 0o600))
        defer {
            unlink("\(folder)/gpiochip0")
            rmdir(folder)
        }
        let error = #expect(throws: PinError.self) { _ = try Chip(path: "\(folder)/gpiochip0") }
        #expect(error?.operation == "gpiod_chip_open")
        #expect(error?.code != 0)
    }
}
