/// A reference to an element of the page that a session shows.
struct Element: Codable, Hashable, Sendable {
    let id: String

    private enum CodingKeys: String, CodingKey {
        // The web element identifier, W3C WebDriver, 12.
        case id = "element-6066-11e4-a52e-4f735466cecf"
    }
}
