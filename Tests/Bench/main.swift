import Glibc

// A server that closes a connection must not end the program.
signal(SIGPIPE, SIG_IGN)

let words = Array(CommandLine.arguments.dropFirst())
let usage = """
    bench [--short] [--box PROGRAM]

    Measures the box and prints a line for each figure: name, value, unit, limit, and value over limit.

      --short         one short run each instead of the median of three: shows that all works, measures little
      --box PROGRAM   what is measured (.build/release/gongbox)
    """

do {
    switch (words.first, words.count) {
    case ("raw-http", 2): try RawPages.serve(bytes: Int(words[1]) ?? 0)
    case ("raw-commit", 2): try RawCommits.serve(path: words[1])
    default:
        guard let plan = Plan(words) else {
            print(usage)
            exit(2)
        }
        var bench = try await Bench(plan)
        exit(bench.run() ? 0 : 1)
    }
} catch {
    complain("\(error)")
    exit(1)
}
