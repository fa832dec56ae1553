import Formats
import Foundation
import LiveBox

extension Bench {
    /// `import_10000_*`: ten thousand questions of five kinds in one GIFT file, from the start of `gongbox import` to its end, into
    /// an empty box on the disk of the temporary folder.
    func imports() throws {
        let file = "\(folder.path)/questions.gift"
        try Self.questions(10_000).write(toFile: file, atomically: false, encoding: .utf8)
        var seconds: [Double] = []
        var peak = 0.0
        for run in 0..<plan.runs {
            let begin = ContinuousClock.now
            let command = try ChildProcess(
                [plan.program, "import", "bank", "--data", "\(folder.path)/import\(run)", file], core: Cores.server)
            while command.readLine() != nil {}
            guard command.wait() == 0 else { throw Failed(description: "The import of 10,000 questions fails.") }
            seconds.append((ContinuousClock.now - begin) / .seconds(1))
            peak = max(peak, command.peakMegabytes)
        }
        tell("import_10000_seconds", seconds.median, "s", limit: 2)
        tell("import_10000_mb", peak, "MB", limit: 100)
    }

    /// `variants_deployed`: variants a second that one core draws, fills in, reads and tests; two hundred questions, two hundred
    /// variants each, without a disk.
    func deployment() throws {
        let bank = Array((0..<200).map(Self.family).joined().utf8)
        var rates: [Double] = []
        for _ in 0..<plan.runs {
            let begin = ContinuousClock.now
            let families = try readBank(bank, named: "families.gift").families
            let seconds = (ContinuousClock.now - begin) / .seconds(1)
            let variants = families.reduce(0) { $0 + $1.variants.count }
            guard variants == 40_000 else {
                throw Failed(description: "\(variants) variants, not 40,000, are deployed.")
            }
            rates.append(Double(variants) / seconds)
        }
        tell("variants_deployed", rates.median, "/s")
    }

    /// A question with three variables, a condition, a unit, a misconception and a solution.
    private static func family(_ number: Int) -> String {
        """
        // $m: 12..60 step 0.5
        // $V: 2..19
        // $rho: = m / V
        // $where: m > V
        // $units: g/cm³ | kg/m³ = 0.001
        ::Density \(number):: A stone has a mass of <<m>> g and a volume of <<V>> cm³. What is its density? {#
        =rho:2%
        =%0%m*V:1%#You multiplied.
        ####<<m>> g ÷ <<V>> cm³ is <<rho | 3 sf>> g/cm³
        }


        """
    }

    /// One question in five of each kind, in fifty categories.
    private static func questions(_ count: Int) -> String {
        var text = ""
        for number in 0..<count {
            if number % 200 == 0 { text += "$CATEGORY: Unit \(number / 1_000)/Objective \(number / 200)\n\n" }
            let answer =
                switch number % 5 {
                case 0: "{=right \(number)#Yes. ~wrong one#No, since \(number) is even. ~wrong two ~wrong three}"
                case 1: "{#\(number):0.5}"
                case 2: "{=cat -> meows \(number) =dog -> barks =bird -> sings}"
                case 3: "{=answer \(number) =%50%nearly \(number)}"
                default: "{TRUE#No.#Yes.####Explained at length for question \(number).}"
                }
            text += "::Question \(number):: What is asked in <b>question</b> \(number), and why? \(answer)\n\n"
        }
        return text
    }
}
