import TestSupport
import Testing

@testable import Web

/// The page on how questions are written.
@Suite struct GuideTests {
    @Test("the guide is a page with its ten examples, and nothing of its markup shows") func page() async throws {
        let room = try TestRoom()
        _ = try await room.furnish()
        let desk = PageClient(try TestSite.make(room))
        await desk.get("/teacher/sign-in")
        await desk.post("/teacher/sign-in", ["password": TestRoom.teacherPassword])
        await desk.get("/teacher/import")
        #expect(desk.addresses.contains("/teacher/import/writing"))
        #expect(await desk.get("/teacher/import/writing") == 200)
        #expect(desk.page.components(separatedBy: "<pre>").count == 11)
        #expect(desk.page.contains("<h1>Writing questions</h1>") && desk.page.contains("<em>family</em>"))
        #expect(!desk.page.contains("```") && !desk.page.contains("| ---") && !desk.page.contains("docs.moodle.org"))
    }

    @Test(
        "the guide's Markdown",
        arguments: [
            ("# A\n\n## B\n\nOne\ntwo.", [.title("A"), .heading("B"), .paragraph([.words("One two.")])]),
            ("a `b*c*` *d*", [.paragraph([.words("a "), .code("b*c*"), .words(" "), .emphasis("d"), .words("")])]),
            ("[x](https://y.example) `", [.paragraph([.words("x "), .code("")])]),
            ("```gift\n# no title\n\n```", [.code("# no title\n")]),
            (
                "| a | b |\n| --- | --- |\n| `x \\| y` | z |",
                [
                    .table([
                        [[.words("a ")], [.words("b ")]],
                        [[.words(""), .code("x | y"), .words(" ")], [.words("z ")]],
                    ])
                ]
            ),
        ] as [(String, [Guide.Block])]) func markdown(_ text: String, _ blocks: [Guide.Block])
    {
        #expect(Guide(text).blocks == blocks)
    }
}
