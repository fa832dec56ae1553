import Assessment
import Foundation
import TestSupport
import Testing

/// Items of several parts, pictures and mathematics in a real browser, under the page's real policy.
@Suite("Items in a browser", .enabled(if: Driver.isThere, "Chromium and its driver are not installed."))
struct ItemTests {
    @Test("Blanks, menus, hot spots and a scale are answered in one item, and a reload shows them kept")
    func composite() async throws {
        let room = try await LiveRoom([Self.composite])
        try await Driver.run { driver in
            let browser = try await driver.session(at: room.address)
            let attempt = try await room.begin("Ada", in: browser)
            try await browser.open("/check/\(attempt)/1")
            try await answer(browser)
            try await browser.see("Saved")
            let given = try await given(browser)
            // Of three places the third was one too many; a click in the middle of the scale is its mean.
            #expect(given.filter { $0.hasPrefix("r2") } == ["r2 0", "r2 1"])
            #expect(given.contains("t0 solid") && given.contains("t3 50") && given.contains("t5 Because."))
            #expect(try await browser.elements(Self.chosenPlaces).count == 2)
            try await browser.reload()
            #expect(try await self.given(browser) == given)
            #expect(try await browser.elements(Self.chosenPlaces).count == 2)
        }
        await room.stop()
    }

    @Test("What was answered while the box was away comes back into every kind of field")
    func unsent() async throws {
        let room = try await LiveRoom([Self.composite])
        try await Driver.run { driver in
            let browser = try await driver.session(at: room.address)
            let attempt = try await room.begin("Ada", in: browser)
            try await browser.open("/check/\(attempt)/1")
            await room.stop()
            try await answer(browser)
            try await browser.see("Not saved yet.")
            let given = try await given(browser)
            try await browser.open("about:blank")
            try room.resume()
            // The page comes without these answers: only the browser has them.
            try await browser.open("/check/\(attempt)/1")
            #expect(try await self.given(browser) == given)
            #expect(try await browser.elements(Self.chosenPlaces).count == 2)
            try await browser.see("Saved")
        }
        await room.stop()
    }

    @Test(
        "TeX is shown as mathematics where the box has KaTeX; money stays money",
        .enabled(
            if: FileManager.default.fileExists(atPath: "/usr/share/javascript/katex/katex.min.js"),
            "libjs-katex is not installed."))
    func mathematics() async throws {
        let stem = #"<p>What is \(\frac{1}{2}\sqrt{x}\) of $5 or $6?</p><p>$$\sum_{i=1}^n i$$</p><p>\(\frac{\)</p>"#
        let room = try await LiveRoom([
            Item(stem: RichText(sanitised: stem), interaction: .textEntry(.init(accepted: [])))
        ])
        try await Driver.run { driver in
            let browser = try await driver.session(at: room.address)
            let attempt = try await room.begin("Ada", in: browser)
            try await browser.open("/check/\(attempt)/1")
            try await browser.act(on: "//*[local-name()='mfrac']", "fraction") { _ in true }
            #expect(try await browser.elements("//*[local-name()='math']").count == 2)
            #expect(try await browser.elements("//main//*[@style]").isEmpty)
            try await browser.see("of $5 or $6?")
            try await browser.see(#"\(\frac{\)"#)
        }
        await room.stop()
    }

    private static let chosenPlaces = "//*[local-name()='g'][@class='region chosen']"

    private func answer(_ browser: Session) async throws {
        try await browser.fill("t0", "solid")
        try await choose(browser, "//select[@name='r1']/option[normalize-space()='melts']")
        for place in 0...2 {
            try await choose(browser, "//*[local-name()='g'][@data-field='r2'][@data-value='\(place)']")
        }
        try await choose(browser, "//input[@type='range']")
        try await choose(browser, "(//select[@name='p4'])[2]/option[3]")
        try await browser.fill("t5", "Because.")
    }

    private func choose(_ browser: Session, _ xpath: String) async throws {
        try await browser.act(on: xpath, xpath) { try await browser.click($0) }
    }

    /// What the fields hold now, by name.
    private func given(_ browser: Session) async throws -> [String] {
        var given: [String] = []
        for name in ["t0", "r1", "r2", "t3", "p4", "t5"] {
            for field in try await browser.elements("//*[@name='\(name)']") {
                let value = try await browser.value(of: field)
                if name == "r2", try await !browser.isSelected(field) { continue }
                given.append("\(name) \(value)")
            }
        }
        return given
    }

    private static let composite = Item(
        stem: RichText(
            sanitised: "<p>Ice is \(RichText.gap(0)). At 0 °C it \(RichText.gap(1)). Find it: \(RichText.gap(2))</p>"),
        interaction: .composite(
            CompositeInteraction(parts: [
                .init(.textEntry(.init(accepted: [.init(pattern: "solid", fraction: 1)]))),
                .init(.choice(choice(["melts", "boils"], display: .menu))),
                .init(
                    .choice(
                        choice(
                            ["the upper left", "the middle", "the lower right"], isMultiple: true, mostChoices: 2,
                            image: ImageMap(
                                source: "/assets/gong.svg", text: "Three places", width: 300, height: 200,
                                regions: [
                                    .rectangle(10, 10, 90, 70), .circle(150, 100, 30),
                                    .polygon([210, 130, 290, 130, 250, 195]),
                                ])))),
                .init(
                    .numericEntry(
                        .init(
                            accepted: [.init(value: 50, fraction: 1)], scale: .init(lower: 0, upper: 100, step: 10)))),
                .init(
                    .match(
                        .init(
                            sources: ["ice", "steam"].map(RichText.init(plain:)), targets: ["cold", "hot"], key: [0, 1])
                    )
                ),
                .init(.extendedText(.init())),
            ])))

    private static func choice(
        _ options: [String], isMultiple: Bool = false, display: ChoiceInteraction.Display = .list,
        mostChoices: Int? = nil, image: ImageMap? = nil
    ) -> ChoiceInteraction {
        ChoiceInteraction(
            options: options.map { .init(text: RichText(plain: $0), fraction: 1) }, isMultiple: isMultiple,
            shuffles: false, display: display, mostChoices: mostChoices, image: image)
    }
}
