#if canImport(Glibc)
    import Glibc
#endif

// A client that hangs up must not end the program.
signal(SIGPIPE, SIG_IGN)

exit(await CommandLineTool.run(Array(CommandLine.arguments.dropFirst())))
