internal import XML

/// Mends a key whose identifiers are its options' but for zeros: `answer_003` for `answer_3`. A writer of packages that counts in two ways
/// leaves them behind by the thousand, and no other option can be meant.
enum QTIKeyMending {
    /// What to tell; nil where there was nothing to mend.
    static func mend(_ declaration: inout QTIDeclaration, in root: XMLElement) -> String? {
        guard declaration.role == .response, declaration.baseType == "identifier", !declaration.correct.isNull else {
            return nil
        }
        let name = declaration.identifier
        let options = root.descendants { $0["responseIdentifier"] == name }
            .flatMap { $0.descendants { $0["identifier"] != nil } }.compactMap { $0["identifier"] }
        let key = declaration.correct.items.map(\.words)
        guard !options.isEmpty, !key.contains(where: options.contains) else { return nil }
        let plain = Dictionary(options.map { (withoutZeros($0), [$0]) }) { $0 + $1 }
        let meant = key.compactMap { plain[withoutZeros($0)] }
        guard meant.count == key.count, meant.allSatisfy({ $0.count == 1 }) else { return nil }
        declaration.correct.items = meant.compactMap { QTIScalar($0[0], type: "identifier") }
        return
            "The key names \(key[0]), which no option is called. \(meant[0][0]) was taken to be meant. Check the key."
    }

    /// The number at the end without the zeros before it.
    private static func withoutZeros(_ identifier: String) -> String {
        let stem = identifier.reversed().drop { $0.isASCII && $0.isNumber }.reversed()
        let digits = identifier.dropFirst(stem.count)
        let number = digits.drop { $0 == "0" }
        return String(stem) + (number.isEmpty && !digits.isEmpty ? "0" : String(number))
    }
}
