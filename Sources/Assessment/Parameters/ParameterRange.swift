/// Numbers at equal steps, such as 0.5 to 2.5 by 0.1: exact, so that 0.3 is 0.3.
public struct ParameterRange: Hashable, Sendable {
    /// A range of more values says nothing that one of a coarser step does not.
    public static let mostValues = 1_000_000

    public let lower: Number
    public let step: Number
    /// 1 to `mostValues`.
    public let count: Int

    /// The last value is the largest one that is not above `upper`.
    public init(_ lower: Number, to upper: Number, step: Number) throws(ParameterError) {
        guard !step.isZero, !step.isNegative else {
            throw ParameterError("The step must be above 0. Write it as 2..12 step 0.5.")
        }
        guard !(upper < lower) else {
            throw ParameterError("The range ends before it begins. Write the smaller number first.")
        }
        let steps = try? Function.floor.apply([
            Function.divide.apply([Function.subtract.apply([.number(upper), .number(lower)]), .number(step)])
        ])
        guard let last = steps?.number?.whole, last < Self.mostValues else {
            throw ParameterError("The range has more than a million values. Make its step larger.")
        }
        self.lower = lower
        self.step = step
        count = Int(last) + 1
    }

    /// The value at a place from 0 to `count` − 1.
    func value(at place: Int) throws(EvaluationError) -> Value {
        try Function.add.apply([.number(lower), Function.multiply.apply([.number(step), Value(place)])])
    }
}
