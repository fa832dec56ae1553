extension Dialect {
    /// The names that can be called. Where a name stands twice, the number of arguments decides. The first name of a function
    /// is the one that is printed.
    var functions: [(name: String, function: Function)] {
        switch self {
        case .gongbox: Self.gongboxFunctions
        case .moodle: Self.moodleFunctions
        case .brightspace: Self.brightspaceFunctions
        case .canvas: Self.canvasFunctions
        }
    }

    private static let shared: [(name: String, function: Function)] = named([
        .absolute, .squareRoot, .sin, .cos, .tan, .asin, .acos, .atan, .floor, .ceiling, .round, .minimum, .maximum,
        .pi,
    ])

    private static let gongboxFunctions =
        shared
        + named([
            .sign, .cubeRoot, .root, .exponential, .expm1, .log1p, .naturalLogarithm, .logarithm, .atan2, .sinh, .cosh,
            .tanh, .asinh, .acosh, .atanh, .secant, .cosecant, .cotangent, .radians, .degrees, .truncate,
            .significantFigures, .sum, .mean, .median, .greatestCommonDivisor, .leastCommonMultiple, .factorial,
            .binomial, .permutations, .e,
        ]) + [
            ("div", .quotient), ("mod", .modulo), ("pow", .power), ("log10", .logarithm), ("π", .pi),
        ]

    private static let moodleFunctions =
        shared
        + named([
            .exponential, .expm1, .log1p, .atan2, .sinh, .cosh, .tanh, .asinh, .acosh, .atanh, .bindec, .decbin,
            .octdec, .decoct,
        ]) + [
            ("log", .naturalLogarithm), ("log", .logarithm), ("log10", .logarithm), ("pow", .power),
            ("fmod", .remainder), ("deg2rad", .radians), ("rad2deg", .degrees),
        ]

    private static let brightspaceFunctions =
        shared
        + named([.exponential, .naturalLogarithm, .logarithm, .secant, .factorial, .e]) + [
            ("sqr", .squareRoot), ("cosec", .cosecant), ("cotan", .cotangent),
        ]

    /// Canvas's lists (`sort`, `reverse`, `at`, `first`, `last`) and its random numbers have no place in a bounded formula.
    private static let canvasFunctions =
        shared.filter { $0.function != .round }
        + named([.naturalLogarithm, .logarithm, .secant, .sum, .mean, .median, .range, .count, .e]) + [
            ("round", .roundHalfUp), ("e", .exponential), ("cosec", .cosecant), ("cotan", .cotangent),
            ("deg_to_rad", .radians), ("rad_to_deg", .degrees), ("fact", .factorial), ("perm", .permutations),
            ("comb", .binomial), ("length", .count),
        ]

    /// By the names that they have in the table.
    private static func named(_ functions: [Function]) -> [(name: String, function: Function)] {
        functions.map { ($0.rawValue, $0) }
    }
}
