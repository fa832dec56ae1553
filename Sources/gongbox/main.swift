#if canImport(Glibc)
    import Glibc
#endif

// A client that hangs up must not end the program.
signal(SIGPIPE, SIG_IGN)
// The other commands end at Ctrl-C as programs do; a box finishes what is under way.
if CommandLine.arguments.dropFirst().first == ServeCommand.name { StopSignal.listen() }

exit(await CommandLineTool.run(Array(CommandLine.arguments.dropFirst())))
