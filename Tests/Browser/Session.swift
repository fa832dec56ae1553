import Foundation

/// One browser. Its commands are the protocol's; what a person does is in `Session+Acts.swift`.
final class Session: Sendable {
    let address: String
    let wire: Wire

    init(address: String, wire: Wire) {
        self.address = address
        self.wire = wire
    }

    /// Goes to a path of the site, or to a whole address.
    func open(_ path: String) async throws {
        try await wire.post("url", ["url": path.hasPrefix("/") ? address + path : path])
    }

    func reload() async throws { try await wire.post("refresh") }

    func back() async throws { try await wire.post("back") }

    /// The path of the page that is shown.
    var path: String {
        get async throws {
            let url = try await wire.get("url", as: String.self)
            return URLComponents(string: url)?.path ?? url
        }
    }

    /// The page's markup as it stands now, hidden parts and all.
    var source: String {
        get async throws { try await wire.get("source") }
    }

    func elements(_ xpath: String) async throws -> [Element] {
        try await wire.post("elements", ["using": "xpath", "value": xpath], as: [Element].self)
    }

    func click(_ element: Element) async throws { try await wire.post("element/\(element.id)/click") }

    func clear(_ element: Element) async throws { try await wire.post("element/\(element.id)/clear") }

    /// Types into a field; into a file field, the paths of the files, one a line.
    func type(_ text: String, into element: Element) async throws {
        try await wire.post("element/\(element.id)/value", ["text": text])
    }

    func isSelected(_ element: Element) async throws -> Bool { try await wire.get("element/\(element.id)/selected") }

    /// What a field holds now.
    func value(of element: Element) async throws -> String {
        try await wire.get("element/\(element.id)/property/value")
    }

    /// All text in the element, whether it can be seen or not, with single spaces.
    func text(of element: Element) async throws -> String {
        let text = try await wire.get("element/\(element.id)/property/textContent", as: String?.self) ?? ""
        return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// A second tab with the same cookies; the session goes on in it.
    func openTab() async throws -> Tab {
        let tab = try await wire.post("window/new", ["type": "tab"], as: Tab.self)
        try await show(tab)
        return tab
    }

    var tab: Tab {
        get async throws { Tab(handle: try await wire.get("window")) }
    }

    func show(_ tab: Tab) async throws { try await wire.post("window", ["handle": tab.handle]) }

    /// Closes the browser; cookies and profile are gone. For the driver, which knows what is open.
    func close() async throws { try await wire.delete() }
}

/// A tab of a session.
struct Tab: Decodable {
    let handle: String
}
