import Foundation

/// Which core serves and which makes the load, so that neither takes the other's time.
enum Cores {
    /// The numbers in the kernel's list of the cores that this process may use, such as `0-3`.
    private static let usable: [Int] = {
        let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix("Cpus_allowed_list:") } ?? ""
        return line.split { !$0.isNumber }.compactMap { Int($0) }
    }()

    static let server = usable.first ?? 0
    static let load = usable.last ?? 0

    static var areTwo: Bool { server != load }
}
