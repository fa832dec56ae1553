internal import Assessment

/// Reads Numbas exams: choices, numbers, texts, gaps and matches. Each part of a question is a family of its own, below the question's
/// statement, with as many variants as its variables bring.
///
/// What is judged as a formula, or calculated by programs or with complex numbers, needs Numbas itself, and is left out by name.
enum NumbasReader {
    static func read(_ bytes: [UInt8], from source: BankSource, into draft: inout BankDraft) {
        var parser = NumbasParser(bytes)
        guard let exam = parser.value() else {
            draft.omit("The exam cannot be read. Export it from Numbas again.", line: 1)
            return
        }
        let category = [ProseReader.plain(exam["name"]?.text ?? "", .moodle)].filter { !$0.isEmpty }
        let groups = exam["question_groups"]?.list ?? []
        let questions = groups.flatMap { $0["questions"]?.list ?? [] } + (exam["questions"]?.list ?? [])
        for question in questions where question.line != nil {
            let parts = question["parts"]?.list ?? []
            if parts.isEmpty {
                draft.omit("The question has no parts, so nothing to answer.", line: question.line ?? 1)
            }
            for (number, part) in parts.enumerated() {
                let line = part.line ?? question.line ?? 1
                do throws(Rejection) {
                    let name = ProseReader.plain(question["name"]?.text ?? "", .moodle)
                    let family = try NumbasFamily(part, number, of: question, name: name, source: source)
                    let title = name.isEmpty ? Title.of(family.variants[0].item.stem.plain) : name
                    draft.take(
                        Family(
                            title: parts.count > 1 ? "\(title), part \(number + 1)" : title, category: category,
                            variants: family.variants),
                        line: line, notices: family.notices, media: family.media)
                } catch {
                    draft.omit(error.reason, line: line)
                }
            }
        }
        if draft.bank.questionsFound == 0 { draft.omit("The exam has no questions.", line: 1) }
    }
}
