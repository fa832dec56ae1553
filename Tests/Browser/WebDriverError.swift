/// A command that the driver refused.
struct WebDriverError: Error, CustomStringConvertible {
    let command: String
    /// One of the protocol's error codes (W3C WebDriver, 6.6), such as `stale element reference`.
    let code: String
    let text: String

    /// The page changed between finding an element and using it: worth another look.
    var isPassing: Bool {
        [
            "stale element reference", "no such element", "element click intercepted", "element not interactable",
            "detached shadow root", "no such window",
        ].contains(code)
    }

    var description: String { "\(command): \(code): \(text.prefix(300))" }
}
