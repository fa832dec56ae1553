import Glibc

/// A gong that comes with Gongbox, by the name that `--sample` takes. `Sounds/README.md` tells how each is made.
public enum SuppliedSound: String, CaseIterable, Hashable, Sendable {
    case tamTam = "tam-tam"
    case templeGong = "temple-gong"
    case bowl
    case chime
    case woodBlock = "wood-block"
    case felt

    /// What it sounds like and where it fits, in a few words.
    public var summary: String {
        switch self {
        case .tamTam: "a large gong that blooms and shimmers, for the whole room"
        case .templeGong: "a deep gong with one note that swings, softer in colour"
        case .bowl: "a singing bowl, calm, with a slow onset"
        case .chime: "two bell tubes, a rising fourth, bright and short"
        case .woodBlock: "a soft knock, over at once, for rooms that are sensitive to sound"
        case .felt: "a felt mallet on a low bar, very quiet, for tests and night"
        }
    }

    /// Its file; nil where it was not installed with this program.
    ///
    /// Installed, it lies in `share/gongbox/Sounds` beside the program's `bin` or `lib`. A program in a build folder finds
    /// `Sounds` of the checkout above it.
    public var path: String? {
        var folders = Self.program.split(separator: "/").dropLast()
        while !folders.isEmpty {
            for home in ["Sounds", "share/gongbox/Sounds"] {
                let path = "/\(folders.joined(separator: "/"))/\(home)/\(rawValue).flac"
                if access(path, R_OK) == 0 { return path }
            }
            folders.removeLast()
        }
        return nil
    }

    /// Where the running program lies; empty where `/proc` is missing.
    private static var program: String {
        var bytes = [CChar](repeating: 0, count: Int(PATH_MAX))
        let count = readlink("/proc/self/exe", &bytes, bytes.count)
        return String(decoding: bytes.prefix(max(0, count)).map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
}
