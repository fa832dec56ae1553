/// Why an act was not done. Nothing changed; what a person reads is in the language catalogue under `refusal.` and this name.
public enum Refusal: Error, Hashable, Sendable {
    /// The PIN, card, password or code does not match.
    case wrongSecret
    /// Too many wrong tries: wait this many seconds.
    case backOff(seconds: Int)
    /// A PIN is four to eight digits.
    case badPIN
    /// A teacher's password has at least eight characters.
    case shortPassword
    case roomClosed
    case notFound
    /// The state of the attempt does not permit it: somebody was faster, or the page is old.
    case notNow
    /// The unit has no questions, or an earlier unit comes first.
    case notReady
    /// A mark was changed without saying why.
    case reasonMissing
    /// An essay has no mark yet.
    case unmarked
    case titleMissing
    /// A check has at least one question, and at most sixty.
    case badLength
    /// Another unit has this title.
    case titleTaken
    /// A corrected key does not fit its question, or says what it said before.
    case badKey
    /// Examination mode is on, so nothing sounds.
    case examination
}
