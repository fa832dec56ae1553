/// How long somebody in line will wait: honest, as a range, or unknown.
public struct WaitEstimate: Hashable, Sendable {
    /// Whole minutes, multiples of five; `shortest` may be 0.
    public let shortest: Int
    public let longest: Int

    /// From the lengths of the last conferences, in seconds, and how many are ahead (a conference under way counts as one).
    /// nil with fewer than three conferences to tell from.
    public init?(ahead: Int, lastConferences: [Int]) {
        let last = lastConferences.suffix(8).sorted()
        guard last.count >= 3, ahead >= 0 else { return nil }
        let median = last[last.count / 2]
        let minutes = Double(ahead * median) / 60
        shortest = Int(minutes / 5) * 5
        longest = shortest + 5
    }
}
