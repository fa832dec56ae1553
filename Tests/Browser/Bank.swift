import Foundation

/// A question bank for the tests that need one of more than twice as many questions as a check has.
enum Bank {
    /// A file that the project did not write, where the corpus lies beside the repository or where GONGBOX_CORPUS says;
    /// otherwise the first unit of the project's own demonstration.
    static let file: String = {
        let beside = root.deletingLastPathComponent().appendingPathComponent("shared/corpus").path
        let corpus = ProcessInfo.processInfo.environment["GONGBOX_CORPUS"] ?? beside
        let foreign = "\(corpus)/gift/tsugi__04-SQL.txt"
        return FileManager.default.fileExists(atPath: foreign) ? foreign : demonstration
    }()

    /// Has feedback on its answers, which no student may see before the decision.
    static let demonstration = root.appendingPathComponent("Sources/gongbox/Demonstration/1-matter.gift").path

    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
}
