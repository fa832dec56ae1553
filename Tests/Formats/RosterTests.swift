import Formats
import Foundation
import Testing

struct RosterTests {
    private func roster(_ files: (String, String)...) throws -> Roster {
        try readRoster(files: files.map { ($0.0, Array($0.1.utf8)) })
    }

    /// `id|given|family|display|user|classes`
    private func sketch(_ roster: Roster) -> [String] {
        roster.students.map { student in
            [
                student.sourceID ?? "", student.givenName, student.familyName, student.displayName ?? "",
                student.username ?? "", student.classes.map { roster.classes[$0].name }.joined(separator: "+"),
            ].joined(separator: "|")
        }
    }

    @Test(
        "A table of names is read",
        arguments: [
            ("First name,Last name\nJane,Doe\n", ["|Jane|Doe|||"]),
            ("last_name;FIRST NAME;Student ID;User name;Class\nDoe;Jane;7;jd;4b\n", ["7|Jane|Doe||jd|4b"]),
            ("Name\tSection\nJane van Doe\tA\n", ["|Jane van|Doe|Jane van Doe||A"]),
            ("Name\n\"Doe, Jane\"\nDoe, John\n", ["|Jane|Doe|||", "|John|Doe|||"]),
            ("Student,ID,SIS Login ID,Section\n\"Doe, Jane\",7,jd,\"1;2\"\n", ["7|Jane|Doe||jd|1+2"]),
            ("Name,Vorname,Klasse\nMüller,Jörg,7a\n", ["|Jörg|Müller|||7a"]),
            ("Nom;Prénom;Groupe\nDupont;Zoé;G1\n", ["|Zoé|Dupont|||G1"]),
            ("Nombre,Apellidos,Grupo\nAna,García López,2\n", ["|Ana|García López|||2"]),
            ("Vorname;Nachname;Rufname\nJörg;Müller;Jojo\n", ["|Jörg|Müller|Jojo||"]),
            ("sep=;\nName;Class\nJane Doe;A,B\n", ["|Jane|Doe|Jane Doe||A,B"]),
            ("Class list 2026,,\n\nFirst,Last,PIN\nJane,Doe,1234\n", ["|Jane|Doe|||"]),
            (
                "First,Last\n\"Jane \"\"JJ\"\"\n Ann\",Doe\n,\n,,\nJohn,Roe",
                ["|Jane \"JJ\"\n Ann|Doe|||", "|John|Roe|||"]
            ),
            ("\u{FEFF}Jane Doe\nMadonna\n", ["|Jane|Doe|Jane Doe||", "|Madonna||||"]),
            ("ID,Name,Class\n1,Jane Doe,A\n1,Jane Doe,B\n", ["1|Jane|Doe|Jane Doe||A+B"]),
            ("Name\n\"Jane Doe\nJohn Roe\n", ["|\"Jane|Doe|\"Jane Doe||", "|John|Roe|John Roe||"]),
        ])
    func aTableOfNamesIsRead(text: String, students: [String]) throws {
        let roster = try roster(("class.csv", text))
        #expect(sketch(roster) == students)
        #expect(roster.omissions == [])
        #expect(roster.format == "CSV")
    }

    @Test("A list without column names says what it was taken for") func aListWithoutColumnNamesSaysWhat() throws {
        #expect(try roster(("x", "Jane Doe\nJohn Roe")).notices.map(\.line) == [1])
    }

    @Test("Rows that say nothing new, clash or have no name are named with their lines")
    func rowsThatSayNothingNewClashOr() throws {
        let text = "ID,First,Last\n1,Jane,Doe\n\n1,Jane,Doe\n1,John,Roe\n2,,\n3,\"two\nlines\",X\n,Ann,Lee\n,Ann,Lee\n"
        let roster = try roster(("class.csv", text))
        #expect(roster.students.count == 3)
        #expect(roster.omissions.map(\.line) == [4, 5, 6, 10])
        #expect(roster.omissions.allSatisfy { $0.file == "class.csv" })
        #expect(roster.studentsFound == 7)
    }

    @Test(
        "What names no students is refused",
        arguments: ["Jane,Doe\nJohn,Roe\n", "", "Date,Amount\n1,2\n", "{\"a\": 1}"])
    func whatNamesNoStudentsIsRefused(text: String) {
        #expect(throws: UnreadableFile.self) { try roster(("x.csv", text)) }
    }

    private let users = """
        sourcedId,status,enabledUser,givenName,familyName,role,username,ext_x
        u1,,TRUE,Jane,Doe,student,jane,
        u2,active,,John,Roe,Student,,z
        u3,tobedeleted,,Gone,Away,student,,
        u4,,,Mary,Teacher,teacher,,
        u5,,false,No,Account,student,,
        u2,,,John,Again,student,,
        ,,,No,Id,student,,
        """
    private let classes = "sourcedId,title,courseSourcedId,status\nc1,Chemistry,k,active\nc2,Old,k,inactive\n"
    private let enrollments = """
        sourcedId,classSourcedId,userSourcedId,role,status
        e1,c1,u1,student,
        e2,c1,u2,,active
        e3,c1,u4,teacher,
        e4,c1,u9,student,
        e5,c2,u1,student,
        """

    @Test("OneRoster joins users to classes") func onerosterJoinsUsersToClasses() throws {
        let roster = try roster(("Enrollments.CSV", enrollments), ("users.csv", users), ("classes.csv", classes))
        #expect(roster.format == "OneRoster")
        #expect(roster.classes == [RosterClass(sourceID: "c1", name: "Chemistry")])
        #expect(sketch(roster) == ["u1|Jane|Doe||jane|Chemistry", "u2|John|Roe|||Chemistry"])
        #expect(
            roster.omissions.map { "\($0.file ?? "") \($0.line)" } == [
                "users.csv 7", "users.csv 8", "Enrollments.CSV 5", "Enrollments.CSV 6",
            ])
        #expect(roster.notices.count == 3)
    }

    @Test("Users alone are one class") func usersAloneAreOneClass() throws {
        let roster = try roster(("users.csv", users))
        #expect(roster.classes.count == 1)
        #expect(roster.students.map(\.classes) == [[0], [0]])
    }

    @Test("Version 1.2 keeps roles in a file of their own") func version12KeepsRolesInA() throws {
        let users = "sourcedId,status,givenName,familyName,preferredFirstName\nu1,,Jane,Doe,JJ\nu2,,Mary,Teacher,\n"
        let roles =
            "sourcedId,userSourcedId,roleType,role,orgSourcedId\nr1,u1,primary,student,o\nr2,u2,primary,teacher,o\n"
        let roster = try roster(("users.csv", users), ("roles.csv", roles))
        #expect(sketch(roster) == ["u1|Jane|Doe|JJ Doe||Class"])
    }

    @Test("OneRoster without users is refused") func onerosterWithoutUsersIsRefused() {
        #expect(throws: UnreadableFile.self) { try roster(("classes.csv", classes), ("enrollments.csv", enrollments)) }
    }

    @Test(
        "Real OneRoster exports come in whole",
        .enabled(if: Corpus.folder != nil, "The corpus is not beside the repository."))
    func realOnerosterExportsComeInWhole() throws {
        let folders = Corpus.files(in: "oneroster")
        #expect(!folders.isEmpty)
        for folder in folders {
            let files = Corpus.files(in: "oneroster/\(folder.lastPathComponent)")
            let roster = try readRoster(files: files.map { ($0.lastPathComponent, Array(try Data(contentsOf: $0))) })
            #expect(roster.omissions == [])
            #expect(
                sketch(roster) == [
                    "user1|ionut|padurariu||ionut|Class 1 title+Class 2 title",
                    "user2|ionut2|padurariu||ionut2|Class 3 title",
                ])
        }
    }
}
