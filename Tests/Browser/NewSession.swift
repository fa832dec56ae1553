/// What is asked of a new browser: Chromium without a window, as it runs on a machine without a desktop.
struct NewSession: Encodable {
    struct Opened: Decodable {
        let sessionId: String
    }

    private let capabilities = Capabilities()

    private struct Capabilities: Encodable {
        let alwaysMatch = Wanted()
    }

    private struct Wanted: Encodable {
        let browserName = "chrome"
        let options = Options()

        enum CodingKeys: String, CodingKey {
            case browserName
            case options = "goog:chromeOptions"
        }
    }

    private struct Options: Encodable {
        let binary = Driver.browser
        let args = [
            "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--lang=en",
            "--disable-extensions", "--disable-background-networking", "--disable-component-update",
            "--window-size=1000,1400",
        ]
    }
}
