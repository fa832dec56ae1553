/// How long and how often things are measured, and on what.
struct Plan {
    var isShort = false
    var program = ".build/release/gongbox"

    /// Nil where a word is unknown.
    init?(_ words: [String]) {
        var rest = words[...]
        while let word = rest.popFirst() {
            switch word {
            case "--short": isShort = true
            case "--box":
                guard let path = rest.popFirst() else { return nil }
                program = path
            default: return nil
            }
        }
    }

    /// How many runs give a median.
    var runs: Int { isShort ? 1 : 3 }
    /// One run, seconds.
    var seconds: Int { isShort ? 1 : 3 }
    /// How many masteries are timed, a second apart.
    var strikes: Int { isShort ? 5 : 60 }

    /// A class, and ten classes.
    static let sizes = [1, 30, 300]
    static let everybody = 300
}
