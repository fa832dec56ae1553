import Gong
import GongDevices

/// The options that tell how the gong is heard, the same for every command that has a gong.
enum GongOptions {
    static let valued: Set<String> = ["--voice", "--card", "--sample", "--volume", "--line", "--pulse", "--arm-switch"]

    static let help = """
          --voice VOICE     what sounds: sound, striker or both (sound; the other steps in where one fails)
          --card DEVICE     an ALSA device by card name, such as plughw:CARD=Headphones; more than one in order
                            of preference (default); "none" for no card
          --sample SAMPLE   a WAV, FLAC, Ogg or MP3 file, or one that comes with Gongbox (tam-tam):
        \(sounds)
          --volume DB       louder or softer than recorded, from -60 to 12 decibels (0)
          --line LINE       the striker's GPIO line, such as GPIO17 or pinctrl-bcm2711:GPIO17 (no striker)
          --pulse MS        how long the striker is driven, from 10 to 80 ms (35)
          --arm-switch LINE a key on a GPIO line of the same chip, such as GPIO27, that must be closed to strike: it connects
                            the line to 3.3 V, or to ground in GPIO27:ground (no switch: always armed)
        """

    private static let sounds = SuppliedSound.allCases.map { sound in
        String(repeating: " ", count: 22) + sound.rawValue.padded(to: 13) + sound.summary
    }.joined(separator: "\n")

    static func configuration(_ options: Options) throws -> GongConfiguration {
        let devices = options.all("--card")
        var configuration = GongConfiguration(
            soundDevices: devices.isEmpty ? ["default"] : devices.filter { $0 != "none" },
            samplePath: try sample(options.last("--sample") ?? SuppliedSound.tamTam.rawValue))
        if let name = options.last("--voice") {
            guard let choice = VoiceChoice(rawValue: name) else {
                throw UsageError("--voice takes sound, striker or both, not \"\(name)\".")
            }
            configuration.choice = choice
        }
        configuration.decibels = Double(try options.number("--volume", in: -60...12) ?? 0)
        let pulse = try options.number("--pulse", in: Pulse.settings)
        if let line = options.last("--line") {
            let parts = line.split(separator: ":", maxSplits: 1).map(String.init)
            guard let name = parts.last else { throw UsageError("--line takes a line's name, such as GPIO17.") }
            configuration.striker = .init(
                chip: parts.count == 2 ? parts[0] : nil, line: name, pulse: pulse.map(Pulse.init) ?? .standard,
                armSwitch: try options.last("--arm-switch").map(armSwitch))
        }
        return configuration
    }

    private static func armSwitch(_ text: String) throws(UsageError) -> GongConfiguration.ArmSwitch {
        let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
        let contact = parts.count == 2 ? GongConfiguration.ArmSwitch.Contact(rawValue: parts[1]) : .supply
        guard let line = parts.first, let contact else {
            throw UsageError("--arm-switch takes a line's name, such as GPIO27, GPIO27:3v3 or GPIO27:ground.")
        }
        return .init(line: line, contact: contact)
    }

    /// A path as it stands; a bare name is that of a sound that comes with Gongbox.
    private static func sample(_ name: String) throws(UsageError) -> String {
        if name.contains("/") || name.contains(".") { return name }
        guard let sound = SuppliedSound(rawValue: name) else {
            let names = SuppliedSound.allCases.map(\.rawValue).joined(separator: ", ")
            throw UsageError("--sample takes a file or one of \(names), not \"\(name)\".")
        }
        // Where it is not installed, the gong itself reports the missing file, and the class goes on.
        return sound.path ?? "Sounds/\(name).flac"
    }
}
