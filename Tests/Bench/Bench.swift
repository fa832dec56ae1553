import Glibc
import LiveBox

/// Measures one figure after the other, always in the same order, and prints each as soon as it is known.
struct Bench {
    struct Failed: Error, CustomStringConvertible {
        let description: String
    }

    let plan: Plan
    let folder: TemporaryFolder
    let room: PreparedRoom
    /// The most memory that the box had under the load of all students, megabytes.
    var resident = 0.0

    init(_ plan: Plan) async throws {
        self.plan = plan
        folder = try TemporaryFolder()
        if !Cores.areTwo { complain("There is one core only: the load takes time from the server.") }
        room = try await PreparedRoom(
            data: "\(folder.path)/year", program: plan.program, students: Plan.everybody, conferences: 2 * plan.strikes,
            history: Year.write)
    }

    private static let parts: [@Sendable (inout Bench) throws -> Void] = [
        { try $0.pages() }, { try $0.answers() }, { try $0.memory() }, { try $0.start() }, { try $0.firstQuestion() },
        { try $0.strikes() }, { try $0.pulses() }, { try $0.idle() }, { try $0.signIn() }, { try $0.slowCard() },
        { try $0.assembly() }, { try $0.imports() }, { try $0.deployment() },
    ]

    /// False when one of the parts could not be measured.
    mutating func run() -> Bool {
        var isWhole = true
        for part in Self.parts {
            do {
                try part(&self)
            } catch {
                complain("\(error)")
                isWhole = false
            }
        }
        return isWhole
    }

    func serve(
        _ data: String? = nil, gong: [String] = ["--card", "null"], preload: String? = nil
    ) throws -> BoxProcess {
        try BoxProcess(plan.program, data: data ?? room.data, options: gong, preload: preload, core: Cores.server)
    }

    func tell(_ name: String, _ value: Double, _ unit: String, limit: Double? = nil) {
        print(Figure(name: name, value: value, unit: unit, limit: limit).line)
        fflush(nil)
    }
}
