/// How often, with how many, and from which random numbers.
struct Plan {
    static let usage = """
        killtest [--rounds N] [--students N] [--seed N] [--box PROGRAM]

        Students save answers and the teacher decides, while the box is killed at random moments and started again. Whatever
        was acknowledged must be there afterwards, and no strike may sound twice. Exit status 1 when something is wrong.

          --rounds N      how often the box is killed (50)
          --students N    how many save answers at once (300)
          --seed N        makes the same choices again; the kernel still decides what each kill meets
          --box PROGRAM   what is killed (.build/release/gongbox)
        """

    var rounds = 50
    var students = 300
    var seed = UInt64.random(in: 1..<1_000_000)
    var program = ".build/release/gongbox"

    /// Nil where a word is not understood.
    init?(_ words: [String]) {
        var rest = words[...]
        while let word = rest.popFirst() {
            guard let value = rest.popFirst() else { return nil }
            switch word {
            case "--rounds": rounds = Int(value) ?? 0
            case "--students": students = Int(value) ?? 0
            case "--seed": seed = UInt64(value) ?? 0
            case "--box": program = value
            default: return nil
            }
        }
        if rounds < 1 || students < 1 || seed == 0 { return nil }
    }
}
