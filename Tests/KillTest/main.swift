import Glibc

// A box that is killed while something is sent to it must not end the program.
signal(SIGPIPE, SIG_IGN)

guard let plan = Plan(Array(CommandLine.arguments.dropFirst())) else {
    print(Plan.usage)
    exit(2)
}
do {
    var test = try await KillTest(plan)
    exit(try test.run() ? 0 : 1)
} catch {
    print("killtest: \(error)")
    exit(1)
}
