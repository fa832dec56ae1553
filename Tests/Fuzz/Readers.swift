import Assessment
import Formats
import XML

/// Whatever is read is written and read again to the same tree, in every dialect, and has a finite value or none.
func readExpression(_ bytes: [UInt8]) {
    let source = String(decoding: bytes, as: UTF8.self)
    for dialect in Dialect.allCases {
        guard let expression = try? Expression(source, dialect: dialect) else { continue }
        let text = expression.description
        // What is read is at most 10,000 bytes long; spaces around operators may make its text longer than that.
        if text.utf8.count <= Expression.longestSource {
            do throws(ExpressionError) {
                let again = try Expression(text, dialect: dialect)
                claim(again == expression, "\(dialect): \(text) is another tree")
            } catch {
                // Its parentheses may go deeper than what was read: then it says so, and nothing else.
                claim(error.reason.contains("nested"), "\(dialect): \(text) cannot be read: \(error.reason)")
            }
        }
        for filler in [Value(3), .number(.approximate(-0.7)), .nothing, .text("x")] {
            let values = Dictionary(expression.variables.map { ($0, filler) }) { first, _ in first }
            guard case .number(let number)? = try? expression.evaluate(in: values) else { continue }
            claim(number.double.isFinite, "\(text) is infinite")
            for format in [
                NumberFormat.plain, .decimalPlaces(4), .significantFigures(3), .moodleSignificantFigures(3),
            ] {
                claim(format.text(number).utf8.count < 1_000, "\(number) is long as \(format)")
            }
        }
    }
}

/// Every question that comes in has a note, and a mark for any response, between 0 and 1.
func readQuestions(_ bytes: [UInt8], named name: String) {
    guard let bank = try? readBank(bytes, named: name) else { return }
    for family in bank.families { for variant in family.variants { mark(variant.item, bytes) } }
    for omission in bank.omissions + bank.notices {
        claim(omission.line >= 1 && !omission.reason.isEmpty, "\(omission) says nothing")
    }
}

/// What was made fit to be shown loses nothing when it is made fit again: its text and its pictures were all allowed. (Its
/// elements may move: `<a><h><a>` leaves a link in a link, which no reader of HTML keeps so.)
func sanitise(_ bytes: [UInt8]) {
    let once = HTMLSanitiser.sanitise(String(decoding: bytes, as: UTF8.self))
    guard !once.isTruncated else { return }
    let again = HTMLSanitiser.sanitise(once.html)
    let (first, second) = (HTMLSanitiser.plainText(once.html), HTMLSanitiser.plainText(again.html))
    claim(again.isTruncated || first == second, "\(once.html) became \(again.html)")
    claim(again.omittedImages == 0, "\(once.html) still loses pictures")
    claim(!once.html.lowercased().contains("<script"), once.html)
}

/// The first zero byte parts two files, so that exports of several tables are read too.
func readNames(_ bytes: [UInt8]) {
    let files = bytes.split(separator: 0, maxSplits: 3, omittingEmptySubsequences: false).map(Array.init)
    _ = try? readRoster(files: files.enumerated().map { ("\($0.offset).csv", $0.element) })
}

/// One item of each kind answers any stored response.
func markResponse(_ bytes: [UInt8]) {
    let entries = ["a", "b", "c"].map { RichText(plain: $0) }
    let interactions: [Interaction] = [
        .choice(.init(options: entries.map { .init(text: $0, fraction: 0.5) }, isMultiple: true)),
        .choice(.init(options: entries.map { .init(text: $0, fraction: -0.5) }, isMultiple: false)),
        .textEntry(.init(accepted: [.init(pattern: "*a\\*b*", fraction: 1)])),
        .numericEntry(.init(accepted: [.init(value: 1e300, tolerance: 1e300, fraction: 1)])),
        .match(.init(sources: entries, targets: ["1", "2"], key: [0, 1, 0])),
        .order(.init(entries: entries, grading: .longestOrderedSubset)), .extendedText(.init()), .description,
        .associate(.init(entries: ["1", "2", "3"], key: [[0, 1]])),
        .numericEntry(
            .init(
                accepted: [.init(value: 2, tolerance: 1, fraction: 1)], units: [.init(name: "m", multiplier: 0.1)],
                unitPenalty: 0.5, figures: .init(count: 2))),
        .composite(
            .init(parts: [
                .init(.textEntry(.init(accepted: [.init(pattern: "a", fraction: 1)]))),
                .init(
                    .choice(.init(options: entries.map { .init(text: $0, fraction: 1) }, isMultiple: false)), weight: 2),
            ])),
    ]
    for interaction in interactions { mark(Item(stem: RichText(plain: "?"), interaction: interaction), bytes) }
}

private func mark(_ item: Item, _ bytes: [UInt8]) {
    let response = item.response(String(decoding: bytes.prefix(2_000), as: UTF8.self))
    claim((0...1).contains(item.mark(response).fraction), "\(item) with \(response)")
    claim(item.response(response.encoded).encoded == response.encoded, "\(response) is read otherwise")
    _ = item.text(of: response)
    _ = item.note
}

/// `fatalError` says its message in a release build too; libFuzzer then keeps the input.
private func claim(_ isTrue: Bool, _ message: @autoclosure () -> String) {
    if !isTrue { fatalError(message()) }
}
