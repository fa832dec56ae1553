import CFuzzer
import Glibc

/// `FUZZ_TARGET=<name> fuzz <libFuzzer's arguments>` runs one target; without a name it lists them, each with the folders of
/// its seeds. The name is no argument because libFuzzer starts itself again with its own arguments, to minimise what it found.
@main
enum Fuzz {
    private static let chosen = getenv("FUZZ_TARGET").flatMap { name in
        FuzzTarget.all.first { $0.name == String(cString: name) }
    }

    static func main() {
        guard chosen != nil else {
            for target in FuzzTarget.all { print(target.name, target.seeds.joined(separator: " ")) }
            exit(getenv("FUZZ_TARGET") == nil ? 0 : 2)
        }
        var count = CommandLine.argc
        var arguments = CommandLine.unsafeArgv
        exit(
            LLVMFuzzerRunDriver(&count, &arguments) { data, size in
                Fuzz.chosen?.run(Array(UnsafeBufferPointer(start: data, count: size)))
                return 0
            })
    }
}
