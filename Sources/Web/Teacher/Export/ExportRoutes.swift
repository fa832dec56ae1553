import Classroom
import Formats
import HTTP

/// A unit's questions as files for other programs, and what each format would leave out.
enum ExportRoutes {
    static let all: [Route] = [
        .work("/teacher/units/:unit/export", for: .teacher) { visit in
            let unit = try unit(visit)
            // Two variants tell what a format makes of a question, and that it has several.
            let families = try visit.classroom.families(ofUnit: unit.title, variants: 2)
            let offers = BankFormat.allCases.map { format in
                ExportView.Offer(format: format, bank: visit.classroom.export(families, as: format))
            }
            return ExportView.page(visit, unit, questions: families.count, offers).response(visit)
        },
        .work("/teacher/units/:unit/export/:format", for: .teacher) { visit in
            let unit = try unit(visit)
            guard let format = BankFormat(rawValue: visit.parameter(1)) else { throw Refusal.notFound }
            let bank = visit.classroom.export(try visit.classroom.families(ofUnit: unit.title), as: format)
            return Response(
                headers: [
                    .init("Content-Type", format.type), .init("X-Content-Type-Options", "nosniff"),
                    .init("Cache-Control", "no-store"),
                    .init("Content-Disposition", disposition(unit.title, ending: format.ending)),
                ], body: bank.bytes)
        },
    ]

    private static func unit(_ visit: Visit) throws -> UnitRecord {
        let number = try visit.number(0)
        guard let unit = try visit.classroom.units.first(where: { $0.id == number }) else { throw Refusal.notFound }
        return unit
    }

    /// The file's name in ASCII for old browsers, then in UTF-8 (RFC 6266). Only letters, digits, blanks, `-` and `_` stay, so
    /// that any file system takes it.
    static func disposition(_ title: String, ending: String) -> String {
        func name(_ isKept: (Character) -> Bool) -> String {
            let kept = title.map { isKept($0) || " -_".contains($0) ? String($0) : "-" }.joined()
            let name = kept.split(separator: " ").joined(separator: " ").prefix(80)
            return "\(name.allSatisfy { $0 == "-" } ? "questions" : String(name)).\(ending)"
        }
        let plain = name { $0.isASCII && ($0.isLetter || $0.isNumber) }
        let full = name { $0.isLetter || $0.isNumber }
        let encoded = full.utf8.reduce(into: "") { text, byte in
            let character = Character(UnicodeScalar(byte))
            let isPlain = byte < 0x80 && (character.isLetter || character.isNumber || "-_.".contains(character))
            text += isPlain ? String(character) : "%" + hexadecimal(byte)
        }
        return "attachment; filename=\"\(plain)\"; filename*=UTF-8''\(encoded)"
    }

    private static func hexadecimal(_ byte: UInt8) -> String {
        let digits = String(byte, radix: 16, uppercase: true)
        return digits.count < 2 ? "0" + digits : digits
    }
}
