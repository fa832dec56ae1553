import Gong

/// How the gong of this room is heard.
public struct GongConfiguration: Hashable, Sendable {
    /// Who sounds a strike. The other takes over where the chosen one cannot.
    public enum Choice: String, CaseIterable, Hashable, Sendable {
        case sound
        case striker
        case both
    }

    /// A solenoid on a GPIO line.
    public struct Striker: Hashable, Sendable {
        /// The chip's label, such as "pinctrl-bcm2711"; nil takes the first chip that has the line.
        public var chip: String?
        /// The line's name, such as "GPIO17".
        public var line: String
        public var pulse: Pulse

        public init(chip: String? = nil, line: String = "GPIO17", pulse: Pulse = .standard) {
            self.chip = chip
            self.line = line
            self.pulse = pulse
        }
    }

    public var choice: Choice
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
        choice: Choice = .sound, soundDevices: [String] = ["default"], samplePath: String, decibels: Double = 0,
        striker: Striker? = nil
    ) {
        self.choice = choice
        self.soundDevices = soundDevices
        self.samplePath = samplePath
        self.decibels = decibels
        self.striker = striker
    }
}
