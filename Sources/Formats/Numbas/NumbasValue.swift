/// A value of a Numbas exam file.
indirect enum NumbasValue {
    /// A string, a number or a word, as it is written.
    case text(String)
    case list([NumbasValue])
    /// By name, lower case; and the line where it begins, from 1.
    case object([String: NumbasValue], line: Int)

    subscript(name: String) -> NumbasValue? {
        if case .object(let members, _) = self { return members[name] }
        return nil
    }

    var text: String? {
        if case .text(let text) = self { return text }
        return nil
    }

    var list: [NumbasValue] {
        if case .list(let list) = self { return list }
        return []
    }

    var members: [String: NumbasValue] {
        if case .object(let members, _) = self { return members }
        return [:]
    }

    var line: Int? {
        if case .object(_, let line) = self { return line }
        return nil
    }
}
