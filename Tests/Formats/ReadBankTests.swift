import Assessment
import Formats
import Testing

struct ReadBankTests {
    @Test(
        "A file of another kind is named",
        arguments: [
            ("<?xml version=\"1.0\"?><other/>", "XML of an unknown kind"),
            ("<!DOCTYPE html><html>", "a web page"),
            ("GIF89a", "a picture"),
            ("%PDF-1.7", "a PDF document"),
            ("{\"questions\": []}", "JSON"),
            ("{\\rtf1 text}", "an RTF document"),
            ("\u{1}\u{2}\u{3}abc\u{4}", "not a text"),
            (" \n\n ", "empty"),
            ("", "empty"),
        ])
    func aFileOfAnotherKindIsNamed(text: String, kind: String) throws {
        let reason = refusal(Array(text.utf8))
        #expect(reason.hasPrefix("bank.txt is \(kind)"), "\(reason)")
    }

    @Test("A picture and UTF-16 XML are told by their bytes") func aPictureAndUtf16XmlAre() throws {
        #expect(refusal([0x89, 0x50, 0x4E, 0x47, 13, 10]).contains("a picture"))
        let quiz = "\u{FEFF}<?xml version=\"1.0\" encoding=\"UTF-16\"?><quiz><question type=\"description\"/></quiz>"
        #expect(try readBank(utf16(quiz, isBigEndian: false), named: "bank.txt").format == "Moodle XML")
    }

    /// Why a file is refused; empty when it is not.
    private func refusal(_ bytes: [UInt8]) -> String {
        do {
            _ = try readBank(bytes, named: "bank.txt")
            return ""
        } catch {
            return error.reason
        }
    }

    private func utf16(_ text: String, isBigEndian: Bool) -> [UInt8] {
        text.utf16.flatMap { unit -> [UInt8] in
            let bytes = [UInt8(unit & 0xFF), UInt8(unit >> 8)]
            return isBigEndian ? bytes.reversed() : bytes
        }
    }

    @Test("Unicode is read in its usual encodings") func unicodeIsReadInItsUsualEncodings() throws {
        let text = "Größe → ∞ {=ja ~nein}"
        let marked = "\u{FEFF}" + text
        let encodings = [
            Array(text.utf8), Array(marked.utf8), utf16(marked, isBigEndian: false), utf16(marked, isBigEndian: true),
        ]
        for bytes in encodings {
            let bank = try readBank(bytes, named: "x")
            #expect(bank.families.first?.title == "Größe → ∞")
            #expect(bank.notices.isEmpty)
        }
    }

    @Test("UTF-16 without a mark is known by its zeros") func utf16WithoutAMarkIsKnown() throws {
        let bytes = utf16("Is it so? {TRUE}", isBigEndian: false)
        #expect(try readBank(bytes, named: "x").families.first?.title == "Is it so?")
    }

    @Test("Anything else is Windows-1252, and says so") func anythingElseIsWindows1252AndSays() throws {
        let bank = try readBank(
            Array("Gr\u{0}".utf8) + [0xF6, 0xDF, 0x80] + Array("e {T} // a remark".utf8), named: "x")
        #expect(bank.families.first?.title == "Größ€e")
        #expect(bank.notices.count == 2)
    }

    @Test("A file beyond the limit is refused") func aFileBeyondTheLimitIsRefused() {
        let bytes = [UInt8](repeating: 0x20, count: 64 << 20 + 1)
        #expect(refusal(bytes).contains("64 MB"))
    }
}
