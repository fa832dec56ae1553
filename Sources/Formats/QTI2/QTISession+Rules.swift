extension QTISession {
    enum Flow { case onward, exit, restart }

    mutating func run(_ rules: [QTIRule]) throws(QTIRejection) -> Flow {
        for rule in rules {
            let flow = try run(rule)
            if flow != .onward { return flow }
        }
        return .onward
    }

    private mutating func run(_ rule: QTIRule) throws(QTIRejection) -> Flow {
        switch rule {
        case .set(let target, let name, let expression):
            let value = shaped(try evaluate(expression), for: name)
            switch target {
            case .outcome, .template: values[name] = value
            case .correctResponse: correct[name] = value
            case .defaultValue: defaults[name] = value
            }
        case .lookup(let name, let expression):
            let number = try evaluate(expression).number
            let found = number.flatMap { declarations[name]?.lookup?.value(of: $0) }
            values[name] = QTIValue(found.map { [$0] } ?? [])
        case .condition(let branches):
            for branch in branches {
                if let test = branch.test, try evaluate(test).boolean != true { continue }
                return try run(branch.rules)
            }
        case .exit: return .exit
        case .constraint(let test):
            if try evaluate(test).boolean != true { return .restart }
        case .group(let rules): return try run(rules)
        case .unknown(let name, let line):
            throw .unsupported("the rule \(name)", line: line)
        }
        return .onward
    }

    /// The value as its variable keeps it: a whole number stays one, and a container has its own kind.
    private func shaped(_ value: QTIValue, for name: String) -> QTIValue {
        guard let declaration = declarations[name] else { return value }
        var shaped = QTIValue(value.items, declaration.cardinality)
        if declaration.baseType == "float" {
            shaped.items = shaped.items.map { item in item.number.map { .float($0) } ?? item }
        } else if declaration.baseType == "integer" {
            shaped.items = shaped.items.map { item in
                guard case .float(let number) = item, number == number.rounded(), abs(number) < 1e15 else {
                    return item
                }
                return .integer(Int(number))
            }
        }
        return shaped
    }
}
