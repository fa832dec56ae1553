/// Why a file cannot be a gong.
public enum UnfitSample: Error, Hashable, Sendable {
    /// libsndfile cannot read it: its own number and words.
    case noSound(code: Int32, text: String)
    /// It has no frame, or nothing in it can be heard.
    case silent
    /// Seconds that are permitted.
    case tooLong(limit: Int)
    /// One or two are needed.
    case channels(Int)
    /// A rate that no recording has; frames a second.
    case rate(Int)
}

extension UnfitSample {
    var asError: SoundError {
        let (code, text): (Int32, String) =
            switch self {
            case .noSound(let code, let text): (code, text)
            case .silent: (0, "it holds no sound")
            case .tooLong(let limit): (0, "it is longer than \(limit) seconds")
            case .channels(let count): (0, "it has \(count) channels; one or two are needed")
            case .rate(let rate): (0, "it has \(rate) frames a second, which no recording has")
            }
        if case .noSound = self { return SoundError(operation: "sf_open", code: code, text: text) }
        return SoundError(operation: "sf_readf_float", code: code, text: text)
    }
}
