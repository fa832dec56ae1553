/// A library that makes flushes or writes of files slower, to be put before the C library of a box.
public enum SlowDisk {
    public struct CannotBuild: Error, CustomStringConvertible {
        public let description = "The slow disk cannot be built; is a C compiler (cc) installed?"
    }

    private static let source = """
        #define _GNU_SOURCE
        #include <dlfcn.h>
        #include <sys/types.h>
        #include <unistd.h>
        #define NEXT(name, ...) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))(__VA_ARGS__)
        int fsync(int file) { if (FLUSH) usleep(FLUSH); return NEXT(fsync, file); }
        int fdatasync(int file) { if (FLUSH) usleep(FLUSH); return NEXT(fdatasync, file); }
        ssize_t pwrite(int file, const void *bytes, size_t count, off_t place) {
            if (WRITE) usleep(WRITE);
            return NEXT(pwrite, file, bytes, count, place);
        }
        ssize_t pwrite64(int file, const void *bytes, size_t count, off64_t place) {
            if (WRITE) usleep(WRITE);
            return NEXT(pwrite64, file, bytes, count, place);
        }
        """

    /// The path of the library, for `BoxProcess`.
    ///
    /// - Parameters:
    ///   - flush: how many microseconds each fsync and fdatasync takes longer.
    ///   - write: how many each pwrite takes longer.
    public static func build(in folder: TemporaryFolder, flush: Int = 0, write: Int = 0) throws -> String {
        let source = try folder.write("slow-disk.c", Self.source.utf8)
        let library = "\(folder.path)/slow-disk.so"
        let compiler = try ChildProcess([
            "cc", "-shared", "-fPIC", "-O2", "-DFLUSH=\(flush)", "-DWRITE=\(write)", "-o", library, source, "-ldl",
        ])
        guard compiler.wait() == 0 else { throw CannotBuild() }
        return library
    }
}
