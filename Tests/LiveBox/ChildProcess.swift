import Glibc

/// A program that was started here: its standard output, its memory and its end.
public final class ChildProcess {
    public struct CannotStart: Error, CustomStringConvertible {
        let program: String
        let code: Int32
        public var description: String { "\(program) cannot be started: \(String(cString: strerror(code)))." }
    }

    public let identifier: pid_t
    private let output: UnsafeMutablePointer<FILE>?
    private var status: Int32?
    /// The most memory that it ever had, megabytes of a million bytes; 0 before `wait` has seen its end.
    public private(set) var peakMegabytes = 0.0

    /// `words` is the program, looked for in PATH, and its arguments. With `core`, it may only run there.
    public init(_ words: [String], environment: [String: String] = [:], core: Int? = nil) throws(CannotStart) {
        // `taskset` and `env` become the program that they start, so the process is the program's own.
        let pinned = core.map { ["taskset", "--cpu-list", String($0)] } ?? []
        let settings = environment.isEmpty ? [] : ["env"] + environment.map { "\($0.key)=\($0.value)" }
        let all = pinned + settings + words
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { throw CannotStart(program: words[0], code: errno) }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO)
        defer { posix_spawn_file_actions_destroy(&actions) }
        var arguments = all.map { strdup($0) } + [nil]
        defer { for argument in arguments { free(argument) } }
        var child: pid_t = 0
        let code = posix_spawnp(&child, all[0], &actions, nil, &arguments, environ)
        close(ends[1])
        guard code == 0 else {
            close(ends[0])
            throw CannotStart(program: all[0], code: code)
        }
        identifier = child
        output = fdopen(ends[0], "r")
    }

    deinit {
        end(with: SIGKILL)
        if let output { fclose(output) }
    }

    /// The next line of its output without the line feed, or nil at the end.
    public func readLine() -> String? {
        var line: UnsafeMutablePointer<CChar>?
        var capacity = 0
        defer { free(line) }
        guard let output, getline(&line, &capacity, output) > 0, let line else { return nil }
        let text = String(cString: line)
        return text.hasSuffix("\n") ? String(text.dropLast()) : text
    }

    /// Sends a signal unless the program has ended, and waits for the end; returns the exit status, or minus the signal.
    @discardableResult
    public func end(with signal: Int32) -> Int32 {
        if status == nil { kill(identifier, signal) }
        return wait()
    }

    /// Whether it has ended, or does so within some seconds.
    public func ends(within seconds: Int) -> Bool {
        for _ in 0..<(seconds * 100) where status == nil {
            var raw: Int32 = 0
            if waitpid(identifier, &raw, WNOHANG) == identifier { status = Self.code(raw) } else { usleep(10_000) }
        }
        return status != nil
    }

    @discardableResult
    public func wait() -> Int32 {
        if let status { return status }
        var raw: Int32 = 0
        var usage = rusage()
        while wait4(identifier, &raw, 0, &usage) < 0, errno == EINTR {}
        peakMegabytes = Double(usage.ru_maxrss) * 1024 / 1e6
        let code = Self.code(raw)
        status = code
        return code
    }

    private static func code(_ raw: Int32) -> Int32 { raw & 0x7f == 0 ? (raw >> 8) & 0xff : -(raw & 0x7f) }

    /// Processor time that all its threads have taken, seconds; 0 once it has ended.
    public var processorSeconds: Double {
        var clock = clockid_t()
        var time = timespec()
        guard clock_getcpuclockid(identifier, &clock) == 0, clock_gettime(clock, &time) == 0 else { return 0 }
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    /// Resident memory at this moment (VmRSS), megabytes of a million bytes; 0 once it has ended.
    public var residentMegabytes: Double {
        guard let file = fopen("/proc/\(identifier)/status", "r") else { return 0 }
        defer { fclose(file) }
        var line = [CChar](repeating: 0, count: 256)
        while fgets(&line, Int32(line.count), file) != nil {
            let words = String(decoding: line.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
                .split(whereSeparator: \.isWhitespace)
            if words.first == "VmRSS:", words.count > 1, let kibibytes = Double(words[1]) {
                return kibibytes * 1024 / 1e6
            }
        }
        return 0
    }
}
