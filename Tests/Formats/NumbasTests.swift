import Assessment
import Formats
import Testing

struct NumbasTests {
    private func exam(_ parts: String, variables: String = "{}") -> String {
        numbasExam(parts, variables: variables, statement: "<p>About $\\frac{1}{2}$ and {k}.</p>")
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
                "{type: m_n_x, choices: [one, two], answers: [\"$1 \\times 10^{-3}$\", 2], matrix: [[1,0],[0,1]]}",
                "match one→1 × 10⁻³ two→2 of 2"
            ),
            ("{type: jme, answer: \"{k}/2\", checkingtype: absdiff, checkingaccuracy: 0.01}", "number +3.5±0.01"),
            ("{type: jme, answer: \"10^(-{k})\"}", "number +1e-07±1e-11"),
            (
                "{type: numberentry, answer: \"siground(k/3, 3)\", precisiontype: sigfig, precision: 2}",
                "number +2.3±0.0"
            ),
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
        #expect(family.variants[0].item.stem.html.contains("\\(\\frac{1}{2}\\) and 7."))
    }

    @Test(
        "what needs Numbas is left out by name",
        arguments: [
            ("{type: jme\nanswer: x^2}", "{}", "formula"), ("{type: extension}", "{}", "extension"),
            ("{type: jme\nanswer: \"{k}x+1\"}", "{k: \"random(1..5)\"}", "formula"),
            ("{type: jme\nanswer: \"{1+3i}\"}", "{}", "complex"),
            ("{type: jme\nanswer: \"sqrt({k})\"}", "{k: 2}", "root"),
            ("{type: numberentry\nminvalue: a*2\nmaxvalue: a*2}", "{}", "no variable “a”"),
            ("{type: numberentry\nanswer: 1\nprompt: \"\\var{f(1)}\"}", "{}", "The function “f”"),
            ("{type: numberentry\nanswer: 1\nprompt: \"\\simplify{frobnicate(x)}\"}", "{}", "frobnicate"),
            ("{type: numberentry\nanswer: 1\nprompt: \"<jsxgraph>A(1,1)</jsxgraph>\"}", "{}", "JSXGraph"),
            ("{type: 1_n_2\nchoices: [a, b]\nmatrix: [1, 1]}", "{}", "Every choice is right"),
            ("{type: m_n_x\nchoices: [a, b]\nanswers: [c, d]\nmatrix: [[1, 1], [1, 0]]}", "{}", "several"),
            (
                "{type: m_n_x\nchoices: [a, b]\nanswers: [\"$\\frac{1}{2}$\", d]\nmatrix: [[1, 0], [0, 1]]}", "{}",
                "a menu"
            ),
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
