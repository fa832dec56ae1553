#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Finds a module's resource folder beside the program, where `swift build` and the Debian package put it.
///
/// `Bundle.module` would do the same but needs all of Foundation, which costs the box memory.
public enum Resources {
    public struct Missing: Error, CustomStringConvertible {
        let folder: String
        public var description: String {
            "The folder \(folder) is missing beside the program. Install Gongbox again, or run it from its build folder."
        }
    }

    /// The path of `folder` in the resources of `module`.
    public static func path(_ folder: String, of module: String) throws -> String {
        let program = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        let home = program.split(separator: "/").dropLast().joined(separator: "/")
        let path = "/\(home)/gongbox_\(module).resources/\(folder)"
        guard FileManager.default.fileExists(atPath: path) else { throw Missing(folder: path) }
        return path
    }
}
