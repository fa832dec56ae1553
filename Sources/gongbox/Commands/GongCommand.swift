import Gong
import GongDevices

/// `gongbox gong`: try the gong, or make sure that the striker is off.
enum GongCommand: Command {
    static let name = "gong"
    static let summary = "try the gong, or switch the striker off"
    static let usage = """
        gongbox gong test [--sound | --striker] [OPTION...]
        gongbox gong off [--line LINE]

        test rings once and says what sounded and how late, or why nothing did; exit status 0 or 1.

        off requests the striker's line, sets it to 0, reads it back, releases it and ends. Exit status: 0 when the line is low,
        1 when it is not or nobody can tell, 3 when this machine has no such line, 4 when another program holds it.

        \(GongOptions.help)
        """

    static func run(_ words: [String]) async throws -> Int32 {
        let options = try Options(words, flags: ["--sound", "--striker"], valued: GongOptions.valued)
        let configuration = try GongOptions.configuration(options)
        switch options.operands {
        case ["test"]:
            return await test(configuration, options)
        case ["off"]:
            return off(configuration.striker ?? .init())
        default:
            throw UsageError("Say what to do: test or off.")
        }
    }

    private static func off(_ striker: GongConfiguration.Striker) -> Int32 {
        let (sentence, status): (String, Int32) =
            switch Striker.off(striker) {
            case .low(let sentence): (sentence, 0)
            case .unknown(let sentence): (sentence, 1)
            case .absent(let sentence): (sentence, 3)
            case .busy(let sentence): (sentence, 4)
            }
        print(sentence)
        return status
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
            if let missed = sounding.missed { print(missed) }
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
