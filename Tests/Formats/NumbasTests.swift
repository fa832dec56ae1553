import Assessment
import Formats
import Testing

struct NumbasTests {
    private func exam(_ parts: String, variables: String = "{}") -> String {
        """
        {
            name: Exam
            percentpass: 50
            // a remark
            questions: [
                {
                    name: First
                    statement: "<p>About $\\frac{1}{2}$ and {k}.</p>"
                    variables: \(variables)
                    parts: [
                        \(parts)
                    ]
                }
            ]
        }
        """
    }

    @Test(
        "constant parts come in",
        arguments: [
            (
                "{type: 1_n_2\nprompt: \"Pick\"\nchoices: [Red, Blue]\nmatrix: [0, 2]\ndistractors: [no, '']}",
                "one -Red#no +Blue"
            ),
            (
                "{type: m_n_2, prompt: \"Pick\", choices: [\"a\"\n\"b\"\n'c'], matrix: [1,[1],-1], shufflechoices: False}",
                "many 50:a 50:b -50:c fixed"
            ),
            ("{type: numberentry\nprompt: n\nminvalue: 0.5\nmaxvalue: 0.5}", "number +0.5±0.0"),
            ("{type: numberentry\nprompt: n\nminvalue: k\nmaxvalue: k}", "number +7.0±0.0"),
            ("{type: patternmatch\nprompt: \"\"\"say \"hi\" \"\"\"\nanswer: hi|hello}", "text +hi +hello"),
            ("{type: information\nprompt: read}", "description"),
            (
                "{type: gapfill\nprompt: \"[[0]] and [[1]]\"\ngaps: [{type: numberentry, answer: 1}\n{type: numberentry, answer: 2}]}",
                "parts 2"
            ),
        ])
    func parts(part: String, sketch: String) throws {
        let family = try family(exam(part, variables: "{k: 7}"))
        #expect(family.title == "First")
        #expect(family.category == ["Exam"])
        #expect(family.variants[0].item.sketch == sketch)
        #expect(family.variants[0].item.stem.html.contains("$\\frac{1}{2}$ and 7."))
    }

    @Test(
        "what needs Numbas is left out by name",
        arguments: [
            ("{type: jme\nanswer: x^2}", "{}", "formula"), ("{type: m_n_x}", "{}", "m_n_x"),
            ("{type: numberentry\nminvalue: a*2\nmaxvalue: a*2}", "{}", "random variables"),
            ("{type: numberentry\nanswer: 1\nprompt: \"\\var{k}\"}", "{k: \"random(1..5)\"}", "variables"),
        ])
    func refusals(part: String, variables: String, reason: String) throws {
        let bank = try bank(exam(part, variables: variables))
        #expect(bank.omissions.count == 1)
        #expect(bank.omissions.first?.line == 11)
        #expect(bank.omissions.first?.reason.contains(reason) == true, "\(bank.omissions)")
    }

    @Test("JSON of later versions is read") func json() throws {
        let text =
            "// Numbas version: exam_results_page_options\n{\"name\": \"E\", \"question_groups\": [{\"questions\": [{\"name\": \"Q\", \"statement\": \"<p>a\\nb \\\\(x\\\\) \\u00e9</p>\", \"parts\": [{\"type\": \"numberentry\", \"minValue\": \"3\", \"maxValue\": \"4\"}]}]}]}"
        let item = try item(text)
        #expect(item.stem.html == "<p>a\nb \\(x\\) é</p>")
        #expect(["2.9", "3", "4"].map { item.mark(.text($0)).fraction } == [0, 1, 1])
    }

    @Test(
        "broken and deep files end", .timeLimit(.minutes(1)),
        arguments: ["[", "{a:", "{", "\"", "a b\n", "}", "]", ":"])
    func broken(piece: String) {
        let text = "// Numbas\n{questions: [" + String(repeating: piece, count: 60_000)
        _ = try? bank(text)
    }
}
