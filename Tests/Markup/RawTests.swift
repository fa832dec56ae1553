import Foundation
import Testing

/// What must not compile: a `String` as raw markup.
@Suite struct RawTests {
    @Test(
        "raw markup is a literal and nothing else",
        arguments: [("Raw(\"<b>fine</b>\")", true), ("Raw(String(\"<b>\"))", false), ("Raw(\"<b>\\(1)</b>\")", false)])
    func compiles(_ expression: String, _ isAccepted: Bool) throws {
        let modules = try #require(Modules.folder)
        let file = FileManager.default.temporaryDirectory.appending(path: "raw-\(UUID().uuidString).swift")
        defer { try? FileManager.default.removeItem(at: file) }
        try "import Markup\nlet piece = \(expression)\n".write(to: file, atomically: true, encoding: .utf8)
        let compiler = Process()
        compiler.executableURL = URL(filePath: "/usr/bin/env")
        compiler.arguments = ["swiftc", "-typecheck", "-swift-version", "6", "-I", modules, file.path]
        compiler.standardError = FileHandle.nullDevice
        try compiler.run()
        compiler.waitUntilExit()
        #expect((compiler.terminationStatus == 0) == isAccepted)
    }
}

/// Where the compiler left the module under test.
private enum Modules {
    static var folder: String? {
        let program = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        return program.map { URL(filePath: $0).deletingLastPathComponent().path + "/Modules" }
    }
}
