#if canImport(Glibc)
    import Glibc
#endif

/// One of the program's commands.
protocol Command: Sendable {
    static var name: String { get }
    /// One line for `gongbox help`.
    static var summary: String { get }
    /// The whole of `gongbox help NAME`.
    static var usage: String { get }
    /// Runs with the words after the command's name; returns the exit status.
    static func run(_ words: [String]) async throws -> Int32
}

/// Finds the command and runs it.
enum CommandLineTool {
    static let commands: [any Command.Type] = [
        ServeCommand.self, ImportCommand.self, ExportCommand.self, DryRunCommand.self, GongCommand.self,
        DoctorCommand.self,
    ]

    static func run(_ words: [String]) async -> Int32 {
        guard let name = words.first else {
            print(HelpText.overview)
            return 2
        }
        if ["help", "--help", "-h"].contains(name) { return help(words.dropFirst().first) }
        guard let command = commands.first(where: { $0.name == name }) else {
            Terminal.complain("There is no command \"\(name)\". `gongbox help` lists them.")
            return 2
        }
        if words.contains("--help") || words.contains("-h") { return help(name) }
        do {
            return try await command.run(Array(words.dropFirst()))
        } catch let error as UsageError {
            Terminal.complain("\(error.description) `gongbox help \(name)` tells how it is used.")
            return 2
        } catch {
            Terminal.complain("\(error)")
            return 1
        }
    }

    private static func help(_ name: String?) -> Int32 {
        guard let name else {
            print(HelpText.overview)
            return 0
        }
        guard let command = commands.first(where: { $0.name == name }) else {
            Terminal.complain("There is no command \"\(name)\". `gongbox help` lists them.")
            return 2
        }
        print(command.usage)
        return 0
    }
}

enum HelpText {
    static var overview: String {
        """
        Gongbox serves mastery checks to a classroom and rings the gong.

        gongbox COMMAND [OPTION...]

        \(CommandLineTool.commands.map { "  \($0.name.padded(to: 10))\($0.summary)" }.joined(separator: "\n"))
          help      this overview; `gongbox help COMMAND` tells the rest
        """
    }
}

extension String {
    func padded(to width: Int) -> String { self + String(repeating: " ", count: max(1, width - count)) }
}

/// What goes to the person at the terminal.
enum Terminal {
    /// Written at once, whether a person or a file reads it.
    static func say(_ text: String) {
        print(text)
        fflush(nil)
    }

    static func complain(_ text: String) {
        let line = Array("gongbox: \(text)\n".utf8)
        _ = write(STDERR_FILENO, line, line.count)
    }
}
