import Assessment
import Formats
import Testing

struct NumbasVariableTests {
    @Test("a part has as many variants as its variables bring, the same every time") func variants() throws {
        let text = numbasExam(
            "{type: numberentry, prompt: \"$\\var{a} + \\var{b}$\", answer: \"{a+b}\"}",
            variables: "{b: \"a*random(1,2)\"\na: random(1..4)}")
        let found = try family(text)
        #expect(found.variants.count == 8)
        #expect(try family(text) == found)
        for variant in found.variants {
            let values = variant.item.stem.plain.split { !$0.isNumber }.compactMap { Int($0) }
            #expect(values.count == 2 && [1, 2].contains(values[1] / values[0]))
            #expect(variant.item.mark(.text("\(values[0] + values[1])")).isFull)
            #expect(variant.parameters.map(\.name) == ["a", "b"])
        }
    }

    @Test("a large space is sampled, and conditions hold") func conditions() throws {
        let found = try family(
            numbasExam(
                "{type: numberentry, prompt: \"{a} {b}\", answer: \"a-b\"}",
                variables: "{a: random(1..100)\nb: random(1..100)}", more: "variablesTest: {condition: \"a > b\"}"))
        #expect(found.variants.count == Deployment.mostVariants)
        for variant in found.variants {
            let values = variant.parameters.compactMap { Int($0.value) }
            #expect(values[0] > values[1])
        }
    }

    @Test(
        "formulas are worked out as Numbas does",
        arguments: [
            ("2^3^2", "512"), ("-2^2", "-4"), ("2(3+4)", "14"), ("7/2", "3.5"), ("1/3", "0.3333333333"),
            ("precround(2.345, 2)", "2.35"), ("siground(1234, 2)", "1200"), ("mod(-1, 5)", "4"), ("gcd(12, 18)", "6"),
            ("lcm(4, 6)", "12"), ("if(2|6, 'yes', 'no')", "yes"),
            ("switch(1=2, 'a', 3>2 and not (1=2), 'b', 'c')", "b"),
            ("abs(-3)+round(2.5)+floor(-1.5)", "4"), ("max([1,5,3])", "5"), ("[4,5,6][1]", "5"),
            ("sum(list(1..4))", "10"), ("len(1..9#2 except [3,5])", "3"), ("2 in [1,2]", "true"), ("'n = '+4", "n = 4"),
            ("root(27, 3)", "3"), ("fact(4)", "24"), ("4!", "24"), ("dpformat(2, 2)", "2.00"),
            ("if(precround(pi,2)=3.14,1,0)", "1"), ("'half of {k} is \\var{k/2}'", "half of 7 is 3.5"),
            ("if(k, 'some', 'none')", "some"), ("double(k)+1", "15"), ("tower(4)", "24"),
        ])
    func formulas(formula: String, value: String) throws {
        let functions =
            "functions: {double: {parameters: [[n, number]], type: number, definition: \"n*2\"}, "
            + "tower: {parameters: [[n, number]], type: number, definition: \"if(n=0,1,n*tower(n-1))\"}}"
        let stem = try item(
            numbasExam(
                "{type: information, prompt: \"value: \\var{x}.\"}", variables: "{k: 7, x: \"\(formula)\"}",
                more: functions)
        ).stem.plain
        #expect(stem == "Work out. value: \(value).")
    }

    @Test(
        "what is simplified is written as one would",
        arguments: [
            ("{1}x + {-3}", "x - 3"), ("{0}x^2 - {-2}x", "2 x"), ("{a}*x^{1}", "4 x"), ("({a}x-{-1})/{1}", "4 x + 1"),
            ("{6}/{-4}", "-\\frac{ 3 }{ 2 }"), ("{a}*{2}", "4 \\times 2"), ("({-3})^2", "\\left( -3 \\right)^{ 2 }"),
            ("x - (y - {a})", "x - \\left( y - 4 \\right)"), ("sqrt(x)*e^({a}x)", "\\sqrt{ x } e^{ 4 x }"),
            ("Diff(y,x,2) = f(x1)", "\\frac{d^{2} y}{d x^{2}} = f \\left( x_{1} \\right)"),
            ("{text}", "x + 1"), ("{1/3}x", "\\frac{1}{3} x"),
        ])
    func simplified(formula: String, tex: String) throws {
        let stem = try item(
            numbasExam(
                "{type: information, prompt: \"<p>$\\simplify{\(formula)}$</p>\"}",
                variables: "{a: 4, text: \"'x+'+1\"}")
        ).stem.html
        #expect(stem == "Work out.<br><p>\\(\(tex)\\)</p>")
    }

    @Test("TeX, headings and order of the file survive") func texts() throws {
        let stem = try item(
            numbasExam(
                "{type: numberentry, answer: 1, prompt: \"h4. One\n\n\t\t\\[ a_1 * b_1 * \\{c\\} \\\\ {x} < 2 \\]\n\n\t\t*now* {x}\"}",
                variables: "{x: 5}")
        ).stem.html
        #expect(
            stem
                == "Work out.<br><p><strong>One</strong></p><p>\\[ a_1 * b_1 * \\{c\\} \\\\ {x} &lt; 2 \\]</p><p><em>now</em> 5</p>"
        )
    }

    @Test("choices and marks may depend on variables") func choices() throws {
        let found = try family(
            numbasExam(
                "{type: 1_n_2, prompt: \"{a}?\", choices: [\"$\\var{a+1}$\", even, odd], matrix: [0, \"if(2|a,1,0)\", \"if(2|a,0,1)\"]}",
                variables: "{a: random(2..3)}"))
        #expect(Set(found.variants.map(\.item.sketch)) == ["one -\\(3\\) +even -odd", "one -\\(4\\) -even +odd"])
    }

    @Test(
        "endless and huge definitions end with the names", .timeLimit(.minutes(1)),
        arguments: [
            ("{a: b+1, b: \"random(1..3)*a\"}", "a, b need each other"), ("{a: a}", "a need"),
            ("{a: \"f(1)\"}", "(a) take too long"), ("{a: \"g(30)\"}", "(a) take too long"),
            ("{a: \"random(1..10^12)\"}", "more than a million values"), ("{a: \"random(0..1#0)\"}", "no steps"),
            ("{a: \"len(list(1..500000))\"}", "more than 10000 entries"), ("{a: \"9^9^9^9\"}", "cannot be worked out"),
            ("{a: \"1/0\"}", "divides by zero"), ("{a: \"random([])\"}", "nothing to draw"),
            ("{a: \"\(String(repeating: "(", count: 3_000))\"}", "nested too deeply"),
            ("{a: \"\(String(repeating: "-", count: 3_000))1\"}", "nested too deeply"),
            ("{a: \"\(String(repeating: "2+", count: 3_000))1\"}", "more than 2000 parts"),
            ("{a: \"\(String(repeating: "2", count: 11_000))\"}", "longer than"), ("{a: \"'open\"}", "never closed"),
            ("{a: \"fact(10^9)\"}", "cannot be worked out"), ("{a: \"h(1)\"}", "program (javascript)"),
        ])
    func hostile(variables: String, reason: String) throws {
        let functions =
            "functions: {f: {parameters: [[n, number]], definition: \"f(n+1)\"}, "
            + "g: {parameters: [[n, number]], definition: \"if(n<2,1,g(n-1)+g(n-2))\"}, "
            + "h: {parameters: [[n, number]], language: javascript, definition: \"return 1\"}}"
        let bank = try bank(
            numbasExam("{type: numberentry, prompt: \"\\var{a}\", answer: 1}", variables: variables, more: functions))
        #expect(bank.families.isEmpty)
        #expect(bank.omissions.first?.reason.contains(reason) == true, "\(bank.omissions)")
    }

    @Test("the work for one part is bounded, however dear its draws", .timeLimit(.minutes(1))) func dear() throws {
        let functions = "functions: {g: {parameters: [[n, number]], definition: \"if(n<2,1,g(n-1)+g(n-2))\"}}"
        let text = numbasExam(
            "{type: numberentry, prompt: \"{a} {b}\", answer: a}",
            variables: "{a: \"g(16)\", b: random(1..10000)}", more: functions)
        let count = try family(text).variants.count
        #expect((2..<Deployment.mostVariants).contains(count))
    }

    @Test("a formula that shows itself ends") func ouroboros() throws {
        let bank = try bank(
            numbasExam("{type: numberentry, prompt: \"$\\simplify{{a}}$\", answer: 1}", variables: "{a: \"'{'+'a}'\"}"))
        #expect(bank.omissions.first?.reason.contains("shows itself") == true, "\(bank.omissions)")
    }

    @Test("an exam of a later version has variables, conditions, precision and choices of strings") func later() throws
    {
        let text = #"""
            // Numbas version: exam_results_page_options
            {"name": "E", "question_groups": [{"pickingStrategy": "all-ordered", "questions": [{"name": "Speed",
            "statement": "<p>A train goes \\(\\var{s}\\) km in {t} h.</p>", "advice": "<p>\\[\\simplify{{s}/{t}} = \\var{v}\\]</p>",
            "variables": {"s": {"name": "s", "group": "g", "definition": "random(100..300#50)", "description": ""},
              "t": {"name": "t", "definition": "random(3, 7)"}, "v": {"name": "v", "definition": "s/t"}},
            "variablesTest": {"condition": "not (t|s)", "maxRuns": 100}, "functions": {}, "parts": [{"type": "gapfill",
            "marks": 0, "prompt": "<p>[[0]] km/h, which is [[1]].</p>", "gaps": [
              {"type": "numberentry", "marks": "2", "minValue": "v", "maxValue": "v", "precisionType": "dp", "precision": "1",
               "precisionPartialCredit": 0, "strictPrecision": false},
              {"type": "1_n_2", "marks": 1, "choices": ["<p>fast</p>", "<p>slow</p>"], "matrix": ["if(v>40,1,0)", "if(v>40,0,1)"],
               "shuffleChoices": true}]}]}]}]}
            """#
        let found = try family(text)
        #expect(found.variants.count == 8)
        for variant in found.variants {
            let values = Dictionary(uniqueKeysWithValues: variant.parameters.map { ($0.name, Double($0.value) ?? 0) })
            let speed = ((values["s"] ?? 0) / (values["t"] ?? 1) * 10).rounded() / 10
            #expect(values["s"].map { $0 / (values["t"] ?? 1) } != speed.rounded())
            #expect(
                variant.item.keyText
                    == "\(NumberFormat.plain.text(Number("\(speed)") ?? Number(0))) | \(speed > 40 ? "fast" : "slow")")
            #expect(variant.item.stem.gaps == [0, 1])
            #expect(variant.item.feedback?.plain.contains("frac") == true)
        }
    }

    @Test("a power of ten may be written as one", arguments: ["10^(-3)", "10^-3", "10⁻³", "1*10^(-3)", "0.001"])
    func powers(answer: String) throws {
        let item = try item(numbasExam("{type: jme, prompt: p, answer: \"10^({2}-5)\"}"))
        #expect(item.mark(.text(answer)).isFull)
        #expect(!item.mark(.text("10^3")).isFull)
    }
}
