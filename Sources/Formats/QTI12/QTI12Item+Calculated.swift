internal import Assessment
internal import XML

extension QTI12Item {
    /// Canvas's formula questions: each set of values that the file holds is a variant, with the answer that stands beside it.
    mutating func calculated() throws(Rejection) -> [Variant] {
        guard let rule = element.descendants(where: { $0.name == "calculated" }).first,
            let sets = rule.first("var_sets")?.all("var_set"), !sets.isEmpty
        else {
            throw Rejection("The file holds no values for the question's variables. Generate them and export again.")
        }
        let html = element.first("presentation").map { QTI12Material.html($0) } ?? ""
        let tolerance = rule.first("answer_tolerance")
        let margin = (tolerance?.text ?? "0").trimmedText
        let isPercent = margin.hasSuffix("%") || tolerance?["margin_type"] == "percent"
        let size = abs(GIFTNumber.number(Substring(margin.filter { $0 != "%" })) ?? 0)
        var variants: [Variant] = []
        for set in sets {
            var text = html
            var parameters: [Variant.Parameter] = []
            for variable in set.all("var") {
                let value = variable.text.trimmedText
                guard let name = variable["name"], !name.isEmpty else { continue }
                text = text.replacing("[\(name)]", with: MarkupText.escaped(value))
                parameters.append(.init(name: name, value: value))
            }
            let written = set.first("answer")?.text.trimmedText ?? ""
            guard let answer = Self.number(written) else {
                throw Rejection(
                    "The answer “\(written.prefix(40))” of a set of values is not a number. Generate them again.")
            }
            let stem = try visible(text, "The question has no text. Write it and export again.")
            let accepted = NumericEntryInteraction.Accepted(
                value: answer, tolerance: isPercent ? abs(answer) * size / 100 : size, fraction: 1)
            variants.append(
                Variant(try item(.numericEntry(.init(accepted: [accepted])), stem: stem), parameters: parameters))
        }
        return variants.uniqued(by: \.item)
    }

    /// `82.58`, or `1.5*10^3`.
    private static func number(_ text: String) -> Double? {
        if let power = text.firstRange(of: "*10^") {
            return Double("\(text[..<power.lowerBound])e\(text[power.upperBound...])")
        }
        return GIFTNumber.number(Substring(text))
    }
}
