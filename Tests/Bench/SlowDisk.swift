import LiveBox

/// A library that makes each flush ten milliseconds slower, as an SD card does; to be preloaded.
enum SlowDisk {
    struct CannotBuild: Error, CustomStringConvertible {
        let description = "The slow disk cannot be built; is a C compiler (cc) installed?"
    }

    private static let source = """
        #define _GNU_SOURCE
        #include <dlfcn.h>
        #include <unistd.h>
        int fsync(int file) { usleep(10000); return ((int (*)(int))dlsym(RTLD_NEXT, "fsync"))(file); }
        int fdatasync(int file) { usleep(10000); return ((int (*)(int))dlsym(RTLD_NEXT, "fdatasync"))(file); }
        """

    /// The path of the library.
    static func build(in folder: TemporaryFolder) throws -> String {
        let source = try folder.write("slow-disk.c", Self.source.utf8)
        let library = "\(folder.path)/slow-disk.so"
        guard try ChildProcess(["cc", "-shared", "-fPIC", "-O2", "-o", library, source, "-ldl"]).wait() == 0 else {
            throw CannotBuild()
        }
        return library
    }
}
