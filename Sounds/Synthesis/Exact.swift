/// Elementary functions from additions and multiplications alone, so that every machine and C library renders the same bits.
enum Exact {
    /// e to the power of `x`: argument halved until small, Taylor series, squared back.
    static func exp(_ x: Double) -> Double {
        var halvings = 0
        var small = x
        while small.magnitude > 0.5 {
            small /= 2
            halvings += 1
        }
        var term = 1.0
        var sum = 1.0
        for n in 1...18 {
            term *= small / Double(n)
            sum += term
        }
        for _ in 0..<halvings { sum *= sum }
        return sum
    }

    /// Sine and cosine of `turns` full circles.
    static func circle(_ turns: Double) -> (sin: Double, cos: Double) {
        let angle = (turns - turns.rounded()) * 2 * Double.pi
        var term = 1.0
        var sine = 0.0
        var cosine = 1.0
        for n in 1...30 {
            term *= angle / Double(n)
            switch n % 4 {
            case 1: sine += term
            case 2: cosine -= term
            case 3: sine -= term
            default: cosine += term
            }
        }
        return (sine, cosine)
    }

    /// `base` (above zero) to the power of `exponent`.
    static func power(_ base: Double, _ exponent: Double) -> Double {
        exp(exponent * log(base))
    }

    /// The natural logarithm, by Newton's steps on `exp`.
    private static func log(_ x: Double) -> Double {
        var y = 0.0
        for _ in 0..<60 {
            let e = exp(y)
            y += 2 * (x - e) / (x + e)
        }
        return y
    }
}
