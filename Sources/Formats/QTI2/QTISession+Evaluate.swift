extension QTISession {
    /// QTI's expressions, each total: what makes no sense is NULL, and an operator that is unknown is an error.
    mutating func evaluate(_ expression: QTIExpression) throws(QTIRejection) -> QTIValue {
        try step(expression.line)
        let name = expression.attributes["identifier"] ?? ""
        switch expression.name {
        case "baseValue": return expression.constant
        case "null": return .null
        case "variable": return value(name)
        case "correct": return key(name)
        case "default": return defaults[name] ?? declarations[name]?.defaultValue ?? .null
        case "mapResponse":
            guard let mapping = declarations[name]?.mapping else { return .null }
            if compares { compared += mapping.entries.compactMap(\.key.number) }
            return .float(mapping.value(of: value(name)))
        case "randomInteger": return randomInteger(expression)
        case "randomFloat":
            let lower = attribute("min", of: expression) ?? 0
            guard let upper = attribute("max", of: expression), upper >= lower else { return .null }
            return .float(lower + (upper - lower) * Double(random.next() >> 11) * 0x1p-53)
        case "mathConstant":
            switch expression.attributes["name"] {
            case "pi": return .float(.pi)
            case "e": return .float(2.718281828459045)
            default: return .null
            }
        case "and", "or", "anyN", "isNull", "not": return try logic(expression)
        case "repeat": return try repeated(expression)
        default: break
        }
        var operands: [QTIValue] = []
        for operand in expression.operands { operands.append(try evaluate(operand)) }
        if let value = comparison(expression, operands) ?? container(expression, operands)
            ?? number(expression, operands)
        {
            return value
        }
        if let value = try text(expression, operands) { return value }
        throw .unsupported("the operator \(expression.name)", line: expression.line)
    }

    private mutating func randomInteger(_ expression: QTIExpression) -> QTIValue {
        let lower = attribute("min", of: expression) ?? 0
        let step = attribute("step", of: expression) ?? 1
        guard let upper = attribute("max", of: expression), upper >= lower, step >= 1, step < 1e15, abs(lower) < 1e15,
            upper < 1e15
        else { return .null }
        let count = Int(((upper - lower) / step).rounded(.down)) + 1
        return .integer(Int(lower) + Int(step) * below(count))
    }

    /// Three-valued: what NULL could still change is NULL.
    private mutating func logic(_ expression: QTIExpression) throws(QTIRejection) -> QTIValue {
        if expression.name == "isNull" {
            guard let operand = expression.operands.first else { return .null }
            let value = try evaluate(operand)
            return .boolean(value.items.allSatisfy { $0 == .text("") })
        }
        var values: [Bool?] = []
        for operand in expression.operands { values.append(try evaluate(operand).boolean) }
        let yes = values.count { $0 == true }
        let open = values.count { $0 == nil }
        switch expression.name {
        case "not": return .boolean((values.first ?? nil).map { !$0 })
        case "and": return .boolean(yes + open < values.count ? false : open > 0 ? nil : true)
        case "or": return .boolean(yes > 0 ? true : open > 0 ? nil : false)
        default:
            let least = attribute("min", of: expression) ?? 0
            let most = attribute("max", of: expression) ?? .infinity
            if Double(yes) >= least, Double(yes + open) <= most { return .boolean(true) }
            if Double(yes + open) < least || Double(yes) > most { return .boolean(false) }
            return .null
        }
    }

    /// The operand evaluated so often, each with its own random numbers.
    private mutating func repeated(_ expression: QTIExpression) throws(QTIRejection) -> QTIValue {
        let count = Int(min(max(attribute("numberRepeats", of: expression) ?? 0, 0), 1_000))
        var items: [QTIScalar] = []
        for _ in 0..<count {
            for operand in expression.operands { items += try evaluate(operand).items }
        }
        return QTIValue(items, .ordered)
    }
}
