/// Why an expression has no value.
public enum EvaluationError: Error, Hashable, Sendable {
    case unknownVariable(String)
    case divisionByZero
    /// There is no such real number: the square root of −1, the logarithm of 0.
    case undefined(Function)
    /// Larger than about 1.8 × 10^308.
    case tooLarge(Function)
    /// An argument is not of the kind that is asked for: a text where a number is needed, a fraction where a whole number is.
    case unfit(Function, needs: Kind)
    case wrongNumberOfArguments(Function)
    /// The condition of a choice, or a side of "and" or "or", is a text.
    case conditionIsText

    public enum Kind: String, Hashable, Sendable {
        case number = "a number"
        case wholeNumber = "a whole number"
        case naturalNumber = "a whole number that is not negative"
        case comparable = "two values of the same kind"
        case binary = "a whole number written in 0 and 1"
        case octal = "a whole number written in 0 to 7"
        case places = "a whole number between −30 and 30"
        case figures = "a whole number between 1 and 30"
    }
}

extension EvaluationError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .unknownVariable(let name): "There is no variable “\(name)”. Define it, or correct its name."
        case .divisionByZero: "It divides by zero. Exclude that value of the variables."
        case .undefined(let function): "“\(function.rawValue)” has no value here. Exclude such values of the variables."
        case .tooLarge(let function): "The result of “\(function.rawValue)” is too large. Use smaller values."
        case .unfit(let function, let kind): "“\(function.rawValue)” needs \(kind.rawValue)."
        case .wrongNumberOfArguments(let function): "“\(function.rawValue)” has the wrong number of arguments."
        case .conditionIsText: "A condition must be true or false, not a text. Compare the text with ==."
        }
    }
}
