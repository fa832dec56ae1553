/// Counts what the rules of one item have cost, in all its variants and for all answers that were tried.
final class QTIMeter {
    private var steps = 0

    /// Twice what the dearest item of real banks takes, and two seconds on a computer of an office.
    private static let mostSteps = 8_000_000

    func step(_ line: Int) throws(QTIRejection) {
        steps += 1
        guard steps <= Self.mostSteps else {
            throw QTIRejection(
                "The question's rules do not come to an end in reasonable time. Simplify them.", line: line)
        }
    }
}
