import Foundation
import TestSupport

/// What a person does at a page. Each act waits until the page offers it, for as long as a person would.
extension Session {
    /// Presses the button or follows the link of that name.
    ///
    /// - Parameter row: a text that stands in the same row of a list, where several have such a button.
    func press(_ label: String, beside row: String? = nil, reloading: Bool = false) async throws {
        let own = "[normalize-space()=\(Self.quoted(label))]"
        let place = row.map { "//li[contains(normalize-space(), \(Self.quoted($0)))]" } ?? ""
        let xpath = "(\(place)//button\(own) | \(place)//a\(own) | \(place)//summary\(own))[last()]"
        try await act(on: xpath, "“\(label)” to press", reloading: reloading) { try await self.click($0) }
    }

    /// Writes into the field of that name, in place of what stood there.
    func fill(_ name: String, _ text: String, beside xpath: String = "") async throws {
        try await act(on: "\(xpath)//*[@name='\(name)'][not(@type='hidden')]", "field “\(name)”") {
            try await self.clear($0)
            try await self.type(text, into: $0)
        }
    }

    /// Chooses files in the form that posts to `action`.
    func choose(_ files: [String], for action: String) async throws {
        try await act(on: "//form[@action='\(action)']//input[@type='file']", "file field of \(action)") {
            try await self.type(files.joined(separator: "\n"), into: $0)
        }
    }

    /// Waits until the main part of the page has the text.
    ///
    /// - Parameter part: an XPath.
    /// - Parameter reloading: whether the page may be asked for again meanwhile. A page that keeps itself fresh shows it
    ///   sooner; one without script is asked again, as its reader or its own refresh would do.
    func see(_ text: String, in part: String = "//main", reloading: Bool = false) async throws {
        let xpath = "\(part)[contains(normalize-space(), \(Self.quoted(text)))]"
        try await act(on: xpath, "“\(text)”", reloading: reloading) { _ in }
    }

    /// The texts of the elements that are there now.
    func texts(_ xpath: String) async throws -> [String] {
        try await eventually("steady page", insight: excerpt) {
            try await passing {
                var texts: [String] = []
                for element in try await elements(xpath) { texts.append(try await text(of: element)) }
                return texts
            }
        }
    }

    /// Waits until the page has this path, or with a slash at the end one that begins so; returns the path. `reloading` as
    /// with `see`.
    @discardableResult
    func arrive(at place: String, reloading: Bool = false) async throws -> String {
        try await act(on: "//main", "page \(place)", reloading: reloading) { _ in
            let path = try await path
            return path == place || (place.hasSuffix("/") && path.hasPrefix(place)) ? path : nil
        }
    }

    /// Waits until the board celebrates somebody.
    func seeCelebration(of name: String) async throws {
        try await see("Mastered!", in: "//section[contains(., \(Self.quoted(name)))]", reloading: true)
    }

    /// Does something to the first such element as soon as there is one.
    ///
    /// - Parameter act: nil where it is not to be done yet.
    @discardableResult
    func act<Value>(
        on xpath: String, _ what: String, reloading: Bool = false, _ act: (Element) async throws -> Value?
    ) async throws -> Value {
        let clock = ContinuousClock()
        var asked = clock.now
        return try await eventually(what, insight: excerpt) {
            let outcome = try await passing {
                if let element = try await elements(xpath).first { try await act(element) } else { nil }
            }
            if outcome == nil, reloading, clock.now - asked > .milliseconds(500) {
                try await reload()
                asked = clock.now
            }
            return outcome
        }
    }

    /// Nil where the page changed while it was looked at.
    private func passing<Value>(_ look: () async throws -> Value?) async throws -> Value? {
        do {
            return try await look()
        } catch let error as WebDriverError where error.isPassing {
            return nil
        }
    }

    /// Where the session is and how its page reads, for the message of a test that failed.
    func excerpt() async -> String {
        let path = try? await path
        guard let body = try? await elements("//body").first, let text = try? await text(of: body) else {
            return "No page."
        }
        return "At \(path ?? "?"): \(text.prefix(600))"
    }

    /// A string literal of XPath 1.0, which has no escapes.
    private static func quoted(_ text: String) -> String {
        text.contains("'") ? "\"\(text)\"" : "'\(text)'"
    }
}
