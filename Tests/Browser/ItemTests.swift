import Assessment
import Foundation
import TestSupport
import Testing

/// Items of several parts, pictures and mathematics in a real browser, under the page's real policy.
@Suite("Items in a browser", .enabled(if: Driver.isThere, "Chromium and its driver are not installed."))
struct ItemTests {
    @Test("Blanks, a menu, hot spots and a scale are answered in one item, and a reload shows them kept")
    func composite() async throws {
        let room = try await LiveRoom([Self.composite])
        try await Driver.run { driver in
            let browser = try await driver.session(at: room.address)
            let attempt = try await room.begin("Ada", in: browser)
            try await browser.open("/check/\(attempt)/1")
            try await browser.fill("t0", "solid")
            try await choose(browser, "//select[@name='r1']/option[normalize-space()='melts']")
            try await choose(browser, "//*[local-name()='g'][@data-field='r2'][@data-value='1']")
            try await choose(browser, "//*[local-name()='g'][@data-field='r2'][@data-value='0']")
            // One place too many: two may be chosen.
            try await choose(browser, "//*[local-name()='g'][@data-field='r2'][@data-value='2']")
            // A click in the middle of the scale.
            try await choose(browser, "//input[@type='range']")
            try await browser.see("Saved")

            try await browser.reload()
            #expect(try await value(browser, "//input[@name='t0']") == "solid")
            let places = try await browser.elements("//input[@name='r2']")
            var ticked: [Bool] = []
            for place in places { ticked.append(try await browser.isSelected(place)) }
            #expect(ticked == [true, true, false])
            #expect(try await browser.elements("//*[local-name()='g'][@class='region chosen']").count == 2)
            #expect(try await value(browser, "//select[@name='r1']/option[@selected]") != "")
            #expect(try await value(browser, "//input[@name='t3']") == "50")
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

    private func choose(_ browser: Session, _ xpath: String) async throws {
        try await browser.act(on: xpath, xpath) { try await browser.click($0) }
    }

    private func value(_ browser: Session, _ xpath: String) async throws -> String {
        try await browser.value(of: try #require(try await browser.elements(xpath).first))
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
