import Assessment
import Markup
import TestSupport
import Testing

@testable import Classroom
@testable import Web

/// What a student sees of an item of each kind, and what the page posts.
@Suite struct ItemBodyTests {
    private let text: Catalogue

    init() throws { text = try Languages(folder: Resources.path("Languages", of: "Web")).preferred("en") }

    private func body(_ item: FormItem) -> String {
        String(decoding: ItemBody(item: item, text: text).rendered(), as: UTF8.self)
    }

    private func stem(_ item: FormItem) -> String { String(decoding: StemView(item: item).rendered(), as: UTF8.self) }

    @Test("what the page shows as answered, it posts as it was answered", arguments: ItemKind.all)
    func roundTrip(_ kind: ItemKind) {
        for isAnswered in [true, false] {
            let shown = kind.shown(answered: isAnswered)
            let posted = PostedAnswer(ShownForm.fields(in: body(shown)))
            #expect(kind.item.response(posted.encoded(kind.presentation)) == shown.response)
        }
    }

    @Test("no page shows the marks of a gap, and what is read has nothing to fill in", arguments: ItemKind.all)
    func gaps(_ kind: ItemKind) {
        let read = stem(kind.shown())
        for page in [body(kind.shown()), read] {
            #expect(!page.unicodeScalars.contains { (0xF8F0...0xF8F1).contains($0.value) })
        }
        #expect(!read.contains("<input") && !read.contains("<select"))
    }

    @Test("a list at a gap within a paragraph stands below the stem, its place numbered") func listAtGap() throws {
        let page = body(ItemKind.composite.shown())
        let stem = try #require(page.firstMatch(of: /<div class="stem">(.*?)<\/div>/)).1
        #expect(stem.contains("name=\"t0\"") && stem.contains("name=\"r1\""))
        #expect(stem.contains("<span class=\"gap\">3</span>") && !stem.contains("name=\"r2\""))
        #expect(page.contains("<legend>3: Choose all that are right.</legend>"))
    }

    @Test("a hot text is a box in its place, and a word in its place where it is read") func hotText() throws {
        let kind = try #require(ItemKind.all.first { $0.name == "hot text" })
        #expect(body(kind.shown()).contains("value=\"1\"><span>wolfes</span></label> and <label"))
        #expect(stem(kind.shown()).contains("saw <span class=\"hot\">wolfes</span> and"))
        #expect(kind.item.question == "The foxes saw wolfes and beares.")
    }

    @Test("places on a picture are lettered as the list beside it, in the order shown") func hotSpot() throws {
        let kind = try #require(ItemKind.all.first { $0.name == "hot spot" })
        let page = body(kind.shown())
        // The bank's last option is shown first, so its region is A and its box has the value 0.
        #expect(
            page.contains("data-field=\"r\" data-value=\"0\"><polygon points=\"150,10 190,10 170,60.5\"></polygon>"))
        #expect(page.contains("value=\"0\" checked><span><strong>A </strong>beares"))
        #expect(page.contains("class=\"region chosen\"") && !page.contains("style="))
        #expect(stem(kind.shown()).contains("A beares · B wolfes · C foxes"))
    }

    @Test("a legend says how many may be chosen, a hint which units are known, sorted") func words() throws {
        let several = try #require(ItemKind.all.first { $0.name == "several choices" })
        #expect(body(several.shown()).contains("Choose at most 2."))
        let number = try #require(ItemKind.all.first { $0.name == "number with unit" })
        #expect(body(number.shown()).contains("Write the unit too: cm, m."))
        let scale = try #require(ItemKind.all.first { $0.name == "scale" })
        #expect(body(scale.shown()).contains("type=\"number\" min=\"0.0\" max=\"10.0\" step=\"0.5\""))
    }

    @Test("the parts of an item are gone through one by one, with the key where it was missed") func parts() {
        let page = String(decoding: PartList(item: ItemKind.composite.shown(), text: text).rendered(), as: UTF8.self)
        #expect(
            page.contains("<li class=\"wrong\"><span class=\"given\">cold</span> <span class=\"key-text\">→ H2O</span>")
        )
        #expect(page.matches(of: /<li\b/).count == 6)
        let blank = ItemKind.all.first { $0.name == "blank" }
        #expect(blank.map { PartList(item: $0.shown(), text: text).rendered().isEmpty } == true)
    }

    @Test("fields of parts that cannot be are dropped") func strangeParts() {
        #expect(PostedAnswer(["r200": "1", "t-1": "x", "p9999999999999999999": "1", "real": "3"]) == .choices([]))
        #expect(PostedAnswer(["t1": "x", "t1": "y"]) == .parts([.choices([]), .text("x")]))
    }
}
