import Gong

/// How the gong of this room is heard.
public struct GongConfiguration: Hashable, Sendable {
    /// A solenoid on a GPIO line.
    public struct Striker: Hashable, Sendable {
        /// The chip's label, such as "pinctrl-bcm2711"; nil takes the first chip that has the line.
        public var chip: String?
        /// The line's name, such as "GPIO17".
        public var line: String
        public var pulse: Pulse
        /// Nil where the striker has none and is always armed.
        public var armSwitch: ArmSwitch?

        public init(
            chip: String? = nil, line: String = "GPIO17", pulse: Pulse = .standard, armSwitch: ArmSwitch? = nil
        ) {
            self.chip = chip
            self.line = line
            self.pulse = pulse
            self.armSwitch = armSwitch
        }
    }

    /// A key or a link on the striker's box, on a GPIO line of the same chip. While it is open, or its wire is broken, the
    /// striker does not strike.
    public struct ArmSwitch: Hashable, Sendable {
        /// What the closed switch connects the line to; while it is open the controller pulls the line to the other.
        public enum Contact: String, CaseIterable, Hashable, Sendable {
            case supply = "3v3"
            case ground
        }

        public var line: String
        public var contact: Contact

        public init(line: String = "GPIO27", contact: Contact = .supply) {
            self.line = line
            self.contact = contact
        }
    }

    /// Until the teacher chooses otherwise.
    public var choice: VoiceChoice
    /// ALSA names of the cards to play on, best first, such as "plughw:CARD=Headphones,DEV=0". None: no sound.
    public var soundDevices: [String]
    /// The gong's sound until the teacher chooses another one: WAV, FLAC, Ogg or MP3.
    public var samplePath: String
    /// Where the teacher's own sound is kept, as FLAC; nil where it cannot be.
    public var ownSoundPath: String?
    /// How much louder than recorded, decibels; below zero is softer.
    public var decibels: Double
    /// Nil where the gong has no striker.
    public var striker: Striker?

    public init(
        choice: VoiceChoice = .sound, soundDevices: [String] = ["default"], samplePath: String, decibels: Double = 0,
        striker: Striker? = nil
    ) {
        self.choice = choice
        self.soundDevices = soundDevices
        self.samplePath = samplePath
        self.decibels = decibels
        self.striker = striker
    }
}
