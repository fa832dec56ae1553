import Assessment
import Formats
import Testing

/// Reads a bank that is written in the test.
func bank(_ text: String) throws -> BankImport { try readBank(Array(text.utf8), named: "test.gift") }

/// The only question of a bank, and nothing left out.
func family(_ text: String) throws -> Family {
    let bank = try bank(text)
    #expect(bank.omissions == [])
    return try #require(bank.families.count == 1 ? bank.families[0] : nil)
}

func item(_ text: String) throws -> Item { try #require(family(text).variants.first?.item) }

extension Item {
    /// The interaction in one line, so that tables can say what they expect: options as `+text` (right), `-text` (wrong) or
    /// `50:text`, feedback after `#`.
    var sketch: String {
        func answer(_ fraction: Double, _ text: String, _ feedback: RichText?) -> String {
            let percent = (fraction * 100).rounded()
            let sign = percent == 100 ? "+" : percent == 0 ? "-" : "\(Int(percent)):"
            return sign + text + (feedback.map { "#" + $0.html } ?? "")
        }
        switch interaction {
        case .choice(let choice):
            let options = choice.options.map { answer($0.fraction, $0.text.html, $0.feedback) }
            return (choice.isMultiple ? "many " : "one ") + options.joined(separator: " ")
                + (choice.shuffles ? "" : " fixed")
        case .textEntry(let entry):
            return "text " + entry.accepted.map { answer($0.fraction, $0.pattern, $0.feedback) }.joined(separator: " ")
        case .numericEntry(let entry):
            let accepted = entry.accepted.map { accepted in
                let value = accepted.value.map { "\($0)±\(accepted.tolerance)" } ?? "*"
                return answer(accepted.fraction, value, accepted.feedback)
            }
            return "number " + accepted.joined(separator: " ")
        case .match(let match):
            let pairs = zip(match.sources, match.key).map { "\($0.html)→\(match.targets[$1])" }
            return "match " + (pairs + ["of \(match.targets.count)"]).joined(separator: " ")
        case .order(let order):
            return "order " + order.entries.map(\.html).joined(separator: " ")
                + (order.grading == .absolutePosition ? "" : " whole")
        case .associate(let associate): return "associate \(associate.key)"
        case .composite(let composite): return "parts \(composite.parts.count)"
        case .extendedText: return "essay"
        case .description: return "description"
        }
    }
}

/// A Numbas exam in its old syntax, with one question; its parts begin in line 11.
func numbasExam(_ parts: String, variables: String = "{}", statement: String = "Work out.", more: String = "") -> String
{
    """
    {
        name: Exam
        percentpass: 50
        // a remark
        questions: [
            {
                name: First
                statement: \"""\(statement)\"""
                variables: \(variables)
                parts: [
                    \(parts)
                ]
                \(more)
            }
        ]
    }
    """
}
