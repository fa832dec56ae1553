import Assessment
import Foundation
import Testing

@Suite(.enabled(if: Corpus.folder != nil, "The corpus is not beside the repository."))
struct MoodleFormulaCorpusTests {
    @Test("Each formula of real Moodle questions is read and gives a number for every row of its data")
    func formulas() throws {
        var formulas = 0
        var values = 0
        for file in Corpus.files(in: "moodlexml") {
            let xml = String(decoding: try Data(contentsOf: file), as: UTF8.self)
            for question in xml.matches(of: /(?s)<question type="calculated\w*">(.*?)<\/question>/) {
                let rows = Self.rows(of: question.1)
                for source in Self.formulas(of: question.1) {
                    formulas += 1
                    let expression = try Expression(source, dialect: .moodle)
                    // What has no data is a pair of braces of the text around it.
                    #expect(rows.isEmpty || expression.variables.isSubset(of: rows[0].keys), "\(source)")
                    for row in rows {
                        values += 1
                        let value = try expression.evaluate(in: row)
                        #expect(value.number != nil, "\(file.lastPathComponent): \(source) with \(row)")
                    }
                }
            }
        }
        print("Moodle's formulas: \(formulas), evaluated for \(values) rows")
        #expect(values > 0)
    }

    /// Whole answers, and what stands between `{=` and its brace in any text.
    private static func formulas(of question: Substring) -> Set<String> {
        var found: Set<String> = []
        for embedded in question.matches(of: /\{=((?:[^{}]|\{[^{}]*\})*)\}/) { found.insert(plain(embedded.1)) }
        for answer in question.matches(of: /<answer [^>]*>\s*<text>([^<]*)<\/text>/)
        where !answer.1.contains("{=") && answer.1.contains("{") {
            found.insert(plain(answer.1))
        }
        return found
    }

    private static func plain(_ text: Substring) -> String {
        String(text).replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&amp;", with: "&")
    }

    /// Row k takes the item with the number k from every set of data; a number that some set lacks makes no row.
    private static func rows(of question: Substring) -> [[String: Value]] {
        let sets = question.matches(of: /(?s)<dataset_definition>(.*?)<\/dataset_definition>/)
        var rows: [String: [String: Value]] = [:]
        for set in sets {
            guard let name = set.1.firstMatch(of: /<name>\s*<text>(.*?)<\/text>/)?.1 else { continue }
            for item in set.1.matches(of: /<number>(\d+)<\/number>\s*<value>(.*?)<\/value>/) {
                rows[String(item.1), default: [:]][String(name)] = Number(item.2).map { .number($0) }
            }
        }
        return rows.values.filter { $0.count == sets.count }
    }
}
