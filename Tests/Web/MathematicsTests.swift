import Classroom
import TestSupport
import Testing

@testable import Web

/// Which pages get the script that shows TeX.
@Suite struct MathematicsTests {
    @Test(
        "TeX is what stands between its marks; a single dollar is money",
        arguments: [
            (#"\(x\)"#, true), (#"so \[x\]"#, true), ("$$x$$", true), ("$5 or $6", false), (#"C:\temp \ (x)"#, false),
            ("$ $", false), ("", false), (#"\"#, false), ("$", false), (#"\\("#, true),
        ])
    func found(_ page: String, _ expected: Bool) {
        #expect(Mathematics.isIn(Array(page.utf8)) == expected)
    }

    @Test("a box without KaTeX has no script for it and works") func withoutKaTeX() throws {
        let folder = try Resources.path("Assets", of: "Web")
        #expect(try !Assets(folder: folder, katex: "/nowhere/katex.min.js").hasKaTeX)
        // Any script stands in for KaTeX here.
        #expect(try Assets(folder: folder, katex: "\(folder)/gongbox.js").hasKaTeX)
    }

    @Test("only a page with TeX asks for the script") func pages() async throws {
        let room = try TestRoom()
        let teacher = try await room.furnish()
        let bank = "$CATEGORY: Course/Sounds/Third\n\n" + #"::Half::Is \\(x\\) a half? {T}"#
        _ = try await ImportReport.bank(Array(bank.utf8), named: "more.gift", into: room.classroom)
        let site = try TestSite.make(room)
        let client = PageClient(site)
        let student = try #require(try room.classroom.register?.names.first)
        await client.get("/join/\(student.id)")
        await client.post("/join/\(student.id)", ["pin": "1234"])
        try await room.classroom.admit(student.id, by: teacher.id)
        await client.get("/path")
        await client.post("/path/1/start")
        let attempt = String(client.path.split(separator: "/")[1])
        var withTeX = 0
        for place in 1...6 {
            await client.get("/check/\(attempt)/\(place)")
            let hasTeX = client.page.contains(#"\(x\)"#)
            if hasTeX { withTeX += 1 }
            #expect(client.page.contains("mathematics.js") == (hasTeX && site.assets.hasKaTeX))
        }
        #expect(withTeX == 1)
    }
}
