#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Where the class's records are kept.
struct DataFolder {
    /// Why the folder cannot be used, with what to do.
    struct Unusable: Error, CustomStringConvertible {
        let path: String
        let reason: String
        var description: String {
            "The data folder \(path) cannot be used: \(reason). Give another with --data DIR, or let this user write there."
        }
    }

    let path: String
    var database: String { "\(path)/gongbox.sqlite" }
    /// A gong of the teacher's own, where there is one.
    var ownSound: String { "\(path)/own-gong.flac" }

    /// `--data`, or systemd's state folder, or the user's own data folder. Made where it is missing, for its owner only.
    init(_ given: String?) throws {
        let environment = ProcessInfo.processInfo.environment
        let home = environment["XDG_DATA_HOME"] ?? environment["HOME"].map { "\($0)/.local/share" } ?? "."
        path = given ?? environment["STATE_DIRECTORY"] ?? "\(home)/gongbox"
        do {
            try FileManager.default.createDirectory(
                atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw Unusable(path: path, reason: "it cannot be made")
        }
        guard FileManager.default.isWritableFile(atPath: path) else {
            throw Unusable(path: path, reason: "it is read-only")
        }
    }
}
