/// How easy families are, from what was answered.
public enum Facility {
    /// As many answers as the average of all families weighs against a family's own.
    private static let caution = 10.0

    /// The share of points that each family earns, from 0 to 1. A family with few answers is taken to be much like the average,
    /// and without any answers all are alike.
    public static func estimates(_ records: [(answers: Int, earned: Double)]) -> [Double] {
        let answers = records.reduce(0) { $0 + $1.answers }
        let average = answers == 0 ? 0.5 : records.reduce(0) { $0 + $1.earned } / Double(answers)
        return records.map { ($0.earned + caution * average) / (Double($0.answers) + caution) }
    }
}
