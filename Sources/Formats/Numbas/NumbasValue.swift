/// A value of a Numbas exam file.
indirect enum NumbasValue {
    /// A string, a number or a word, as it is written.
    case text(String)
    case list([NumbasValue])
    case object([String: NumbasValue])

    /// The line where an object's or a list's member begins is not kept; only questions are told by line.
    subscript(name: String) -> NumbasValue? {
        if case .object(let members) = self { return members[name.lowercased()] }
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
        if case .object(let members) = self { return members }
        return [:]
    }
}
