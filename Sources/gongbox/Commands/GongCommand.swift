import Gong
import GongDevices

/// `gongbox gong`: try the gong, or make sure that the striker is off.
enum GongCommand: Command {
    static let name = "gong"
    static let summary = "try the gong, or switch the striker off"
    static let usage = """
        gongbox gong test [--sound | --striker] [OPTION...]
        gongbox gong off [--line LINE]

        test rings once and says what sounded and how late, or why nothing did. off requests the striker's line, sets it to 0,
        releases it and ends.

        \(GongOptions.help)
        """

    static func run(_ words: [String]) async throws -> Int32 {
        let options = try Options(words, flags: ["--sound", "--striker"], valued: GongOptions.valued)
        let configuration = try GongOptions.configuration(options)
        switch options.operands {
        case ["test"]:
            return await test(configuration, options)
        case ["off"]:
            let health = Striker.off(configuration.striker ?? .init())
            print(health.sentence)
            return health.works ? 0 : 1
        default:
            throw UsageError("Say what to do: test or off.")
        }
    }

    private static func test(_ configuration: GongConfiguration, _ options: Options) async -> Int32 {
        let gong = GongStand(configuration)
        gong.start()
        defer { gong.stop() }
        let sounding =
            options.has("--sound")
            ? await gong.testSound()
            : options.has("--striker") ? await gong.testStriker() : await gong.ring(Strike(id: "test", name: ""))
        await gong.soundedOut()
        switch sounding.outcome {
        case .sounded(let voice):
            print("The \(voice) rang, \(sounding.lateness / 1_000_000) ms after it was asked to.")
            return 0
        case .joined:
            print("The gong was ringing already.")
            return 0
        case .silent(let reason):
            print("The gong was silent. \(reason)")
            return 1
        }
    }
}
