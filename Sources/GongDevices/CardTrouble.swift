import Glibc
import Sound

/// Says in a sentence what is wrong with a card or a sample, and what to do.
enum CardTrouble {
    /// - Parameters:
    ///   - cards: the ids of the cards that this machine has.
    ///   - forbidden: whether there are cards that this user may not open.
    static func opening(_ device: String, _ error: SoundError, cards: [String], forbidden: Bool) -> String {
        switch error.code {
        case EBUSY:
            return "The sound card \(device) is in use by another program. Stop that program or choose another card."
        case EACCES, EPERM:
            return forbiddenSentence(device)
        case ENODEV, ENOENT, ENXIO:
            if forbidden { return forbiddenSentence(device) }
            if cards.isEmpty {
                return "There is no sound card for \(device). Plug one in; it is found within 10 seconds."
            }
            let names = cards.map { "plughw:CARD=\($0)" }.joined(separator: ", ")
            return "There is no sound card called \(device). Plug it in, or choose one that is here: \(names)."
        default:
            return "The sound card \(device) cannot be used (\(error)). Choose another card."
        }
    }

    static func playing(_ device: String, _ error: SoundError) -> String {
        switch error.code {
        case ENODEV, ENXIO, EBADFD:
            return "The sound card \(device) was unplugged. Plug it in again; it is found within 10 seconds."
        case ESTRPIPE:
            return "The sound card \(device) sleeps and does not wake. It is opened again within 10 seconds; "
                + "if this stays, switch off the computer's power saving for it."
        case ETIME:
            return "The sound card \(device) stopped taking sound. It is opened again within 10 seconds; "
                + "if this stays, unplug it and plug it in."
        default:
            return "The sound card \(device) failed (\(error)). It is opened again within 10 seconds."
        }
    }

    static func muted(_ device: String, _ controls: [String]) -> String {
        "Its mixer is muted (\(controls.joined(separator: ", "))) and does not let Gongbox open it. "
            + "Open it with the command alsamixer, or choose another card."
    }

    static func sample(_ path: String, _ error: SoundError) -> String {
        guard access(path, F_OK) == 0 else {
            return "The gong's sound \(path) is missing. Put a WAV, FLAC, Ogg or MP3 file there or choose another one."
        }
        guard access(path, R_OK) == 0 else {
            return "The gong's sound \(path) may not be read by this user. Allow it: chmod a+r \(path)"
        }
        // libsndfile ends its sentences, ALSA does not.
        let reason = error.text.hasSuffix(".") ? String(error.text.dropLast()) : error.text
        return "The gong's sound \(path) cannot be played: \(reason). Choose a WAV, FLAC, Ogg or MP3 file."
    }

    private static func forbiddenSentence(_ device: String) -> String {
        "The sound card \(device) may not be opened by this user. Add the user to the group audio and start again."
    }
}
