import Classroom
import Formats
import SQLite
import TestSupport
import Testing

@Suite struct ImportTests {
    private let bank = """
        $CATEGORY: Course/Unit/Objective

        // [id:q1]
        ::One::Is this one? {=yes ~no}

        ::Two::Is this two? {=yes ~no}
        """

    private func take(_ text: String, into room: TestRoom) async throws -> ImportReport {
        try await ImportReport.bank(Array(text.utf8), named: "bank.gift", into: room.classroom)
    }

    @Test("categories become units and objectives") func categories() async throws {
        let room = try TestRoom()
        let report = try await take(bank, into: room)
        #expect(report.taken == 2 && report.known == 0 && report.isComplete)
        let unit = try #require(try room.classroom.units.first)
        #expect(unit.title == "Unit" && unit.objectives.map(\.title) == ["Objective"] && unit.length == 2)
    }

    @Test("the report says how many variants the questions have in all") func variants() async throws {
        let text = bank + "\n\n// $a: 2..8\n::Three::What is <<a>> + 1? {#=a+1}"
        #expect(try await take(text, into: try TestRoom()).variants == 9)
        let roster = try await ImportReport.roster([("class.csv", Array("Name\nJo Roe\n".utf8))], into: nil)
        #expect(roster.variants == nil)
    }

    @Test("the same bank again adds nothing; a changed question with the same id replaces the old one") func again()
        async throws
    {
        let room = try TestRoom()
        _ = try await take(bank, into: room)
        #expect(try await take(bank, into: room).known == 2)
        #expect(try room.classroom.units[0].families == 2)
        let changed = bank.replacing("Is this one?", with: "Is this really one?")
        #expect(try await take(changed, into: room).known == 1)
        #expect(try room.classroom.units[0].families == 2)
    }

    @Test("a bank without categories is one unit named for its file") func plain() async throws {
        let room = try TestRoom()
        _ = try await take("Is it? {T}", into: room)
        #expect(try room.classroom.units.map(\.title) == ["bank"])
    }

    @Test("checking writes nothing") func check() async throws {
        let room = try TestRoom()
        let report = try await ImportReport.bank(Array(bank.utf8), named: "bank.gift", into: nil)
        #expect(report.taken == 2)
        #expect(try room.classroom.units.isEmpty)
    }

    @Test("a roster again changes names and adds nobody") func roster() async throws {
        let room = try TestRoom()
        let take = { (text: String) in
            try await ImportReport.roster([("list.csv", Array(text.utf8))], into: room.classroom)
        }
        #expect(try await take("ID,First name,Last name,Class\n1,Ada,Ahn,7A\n2,Bo,Berg,7A\n").known == 0)
        #expect(
            try await take("ID,First name,Last name,Class\n1,Ada,Ahn-Lee,7A\n2,Bo,Berg,7A\n3,Cy,Cole,7A\n").known == 2)
        let members = try #require(try room.classroom.members.first)
        #expect(members.title == "7A")
        #expect(members.students.map(\.familyName) == ["Ahn-Lee", "Berg", "Cole"])
        #expect(Set(members.students.map(\.cardCode)).count == 3)
    }

    @Test("nothing can be made of a picture, and the error says what it is") func picture() async throws {
        let room = try TestRoom()
        await #expect(throws: UnreadableFile.self) {
            try await ImportReport.bank(
                [0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10], named: "scan.png", into: room.classroom)
        }
    }

    @Test("what was imported is exported, one unit or all, and a family with variables as it was written")
    func export() async throws {
        let room = try TestRoom()
        let text = """
            $CATEGORY: Unit/Objective

            // [id:q1]
            // $a: 1..4
            ::Sum::<<a>> + 1? {#=a+1}

            ::Two::[html]Is this two? {
            =yes
            ~no
            }


            """
        _ = try await take(text, into: room)
        let families = try room.classroom.families(ofUnit: "Unit")
        #expect(families.map(\.variants.count) == [4, 1])
        #expect(families[0].variants.flatMap(\.parameters).map(\.name) == ["a", "a", "a", "a"])
        #expect(String(decoding: exportBank(families, as: .gift).bytes, as: UTF8.self) == text)
        #expect(try room.classroom.families(ofUnit: "Other").isEmpty)
        #expect(try room.classroom.families() == families)
    }
}
