import Foundation

/// GPIO lines for a machine that has none: a library that answers in libgpiod's place, to be put before it in a box.
///
/// The box's own program runs unchanged down to the calls of libgpiod; each level that it sets is written down with the moment,
/// as is seen from inside that call. What the kernel's driver and the pin would add is not in it: some microseconds on a board,
/// and whatever a wire does. Every line is an output that obeys or an input that is high; no call fails.
public struct FakePins {
    public struct CannotBuild: Error, CustomStringConvertible {
        public let description = "The fake pins cannot be built; are a C compiler (cc) and libgpiod-dev installed?"
    }

    /// One time that a line was high, nanoseconds of CLOCK_MONOTONIC.
    public struct Pulse {
        public let rose: UInt64
        public let fell: UInt64
    }

    /// The name of the chip. Its lines are GPIO0 to GPIO53.
    public static let chip = "pinctrl-fake"

    /// The path of the library, for `BoxProcess`.
    public let library: String
    private let record: String

    public init(in folder: TemporaryFolder) throws {
        let source = try folder.write("fake-pins.c", Self.source.utf8)
        // What is looked for in /dev is found here.
        let devices = "\(folder.path)/pins"
        try FileManager.default.createDirectory(atPath: devices, withIntermediateDirectories: true)
        _ = try folder.write("pins/gpiochip0", "".utf8)
        record = try folder.write("pins/record", "".utf8)
        library = "\(folder.path)/fake-pins.so"
        let compiler = try ChildProcess([
            "cc", "-shared", "-fPIC", "-O2", "-DDEVICES=\"\(devices)\"", "-DRECORD=\"\(record)\"",
            "-DCHIP=\"\(Self.chip)\"", "-o", library, source, "-ldl",
        ])
        guard compiler.wait() == 0 else { throw CannotBuild() }
    }

    /// Every pulse of `line` that has ended, in order.
    public func pulses(on line: Int) throws -> [Pulse] {
        var pulses: [Pulse] = []
        var rose: UInt64?
        for entry in try String(contentsOfFile: record, encoding: .utf8).split(separator: "\n") {
            let words = entry.split(separator: " ").compactMap { UInt64($0) }
            guard words.count == 3, words[1] == line else { continue }
            if words[2] == 1 {
                rose = rose ?? words[0]
            } else if let begun = rose {
                pulses.append(Pulse(rose: begun, fell: words[0]))
                rose = nil
            }
        }
        return pulses
    }

    private static let source = """
        #define _GNU_SOURCE
        #include <dirent.h>
        #include <dlfcn.h>
        #include <errno.h>
        #include <fcntl.h>
        #include <gpiod.h>
        #include <stdio.h>
        #include <stdlib.h>
        #include <string.h>
        #include <time.h>
        #include <unistd.h>
        struct gpiod_chip { int none; };
        static struct gpiod_chip the_chip;
        static int levels[54];
        static int offset_of(const char *name) {
            int offset = strncmp(name, "GPIO", 4) ? -1 : atoi(name + 4);
            if (offset >= 0 && offset < 54) return offset;
            errno = ENOENT;
            return -1;
        }
        static int set(unsigned offset, int level) {
            static int record = -1;
            if (record < 0) record = open(RECORD, O_WRONLY | O_APPEND | O_CLOEXEC);
            struct timespec now;
            clock_gettime(CLOCK_MONOTONIC, &now);
            levels[offset] = level;
            return dprintf(record, "%lld %u %d\\n", now.tv_sec * 1000000000LL + now.tv_nsec, offset, level) > 0 ? 0 : -1;
        }
        DIR *opendir(const char *path) {
            return ((__typeof__(&opendir))dlsym(RTLD_NEXT, "opendir"))(strcmp(path, "/dev") ? path : DEVICES);
        }
        struct gpiod_chip *gpiod_chip_open(const char *path) { (void)path; return &the_chip; }
        void gpiod_chip_close(struct gpiod_chip *chip) { (void)chip; }
        #ifdef GPIOD_LINE_BULK_MAX_LINES
        struct gpiod_line { unsigned offset; };
        static struct gpiod_line lines[54];
        const char *gpiod_chip_label(struct gpiod_chip *chip) { (void)chip; return CHIP; }
        struct gpiod_line *gpiod_chip_get_line(struct gpiod_chip *chip, unsigned offset) {
            (void)chip;
            lines[offset].offset = offset;
            return &lines[offset];
        }
        struct gpiod_line *gpiod_chip_find_line(struct gpiod_chip *chip, const char *name) {
            int offset = offset_of(name);
            return offset < 0 ? NULL : gpiod_chip_get_line(chip, offset);
        }
        unsigned gpiod_line_offset(struct gpiod_line *line) { return line->offset; }
        int gpiod_line_request_output(struct gpiod_line *line, const char *user, int level) {
            (void)user;
            return set(line->offset, level);
        }
        int gpiod_line_request_input_flags(struct gpiod_line *line, const char *user, int flags) {
            (void)user, (void)flags;
            levels[line->offset] = 1;
            return 0;
        }
        int gpiod_line_set_value(struct gpiod_line *line, int level) { return set(line->offset, level); }
        int gpiod_line_get_value(struct gpiod_line *line) { return levels[line->offset]; }
        void gpiod_line_release(struct gpiod_line *line) { (void)line; }
        #else
        struct gpiod_chip_info { int none; };
        struct gpiod_line_request { unsigned offset; };
        static struct gpiod_chip_info the_info;
        static struct gpiod_line_request lines[54];
        struct gpiod_chip_info *gpiod_chip_get_info(struct gpiod_chip *chip) { (void)chip; return &the_info; }
        const char *gpiod_chip_info_get_label(struct gpiod_chip_info *info) { (void)info; return CHIP; }
        void gpiod_chip_info_free(struct gpiod_chip_info *info) { (void)info; }
        int gpiod_chip_get_line_offset_from_name(struct gpiod_chip *chip, const char *name) {
            (void)chip;
            return offset_of(name);
        }
        // Settings and configurations are libgpiod's own: they are plain memory.
        struct gpiod_line_request *gpiod_chip_request_lines(
            struct gpiod_chip *chip, struct gpiod_request_config *request, struct gpiod_line_config *config) {
            (void)chip, (void)request;
            unsigned offset;
            if (gpiod_line_config_get_configured_offsets(config, &offset, 1) != 1) return NULL;
            struct gpiod_line_settings *settings = gpiod_line_config_get_line_settings(config, offset);
            int is_output = gpiod_line_settings_get_direction(settings) == GPIOD_LINE_DIRECTION_OUTPUT;
            gpiod_line_settings_free(settings);
            levels[offset] = !is_output;
            lines[offset].offset = offset;
            return &lines[offset];
        }
        int gpiod_line_request_set_value(
            struct gpiod_line_request *line, unsigned offset, enum gpiod_line_value level) {
            (void)line;
            return set(offset, level);
        }
        enum gpiod_line_value gpiod_line_request_get_value(struct gpiod_line_request *line, unsigned offset) {
            (void)line;
            return levels[offset];
        }
        void gpiod_line_request_release(struct gpiod_line_request *line) { (void)line; }
        #endif
        """
}
