import Classroom
import HTTP

extension PostedAnswer {
    /// Reads what the question page posts: `t` is a text, `p` a menu for each source or place, `r` a chosen option. The fields
    /// of a composite item have the number of their part behind the letter; a part without any is empty.
    init(_ form: Fields) {
        var whole = PostedPart()
        var parts: [PostedPart] = []
        for field in form.fields {
            guard let kind = field.name.utf8.first.flatMap(PostedPart.Kind.init) else { continue }
            if field.name.utf8.count == 1 {
                whole.add(kind, field.value)
            } else if let number = Int(field.name.dropFirst()), (0..<Self.mostParts).contains(number) {
                while parts.count <= number { parts.append(PostedPart()) }
                parts[number].add(kind, field.value)
            }
        }
        self = parts.isEmpty ? whole.answer : .parts(parts.map(\.answer))
    }

    /// What is posted beyond is dropped.
    private static let mostParts = 200
}

/// The fields of one part as they come in.
private struct PostedPart {
    enum Kind {
        case option, text, place

        init?(_ letter: UInt8) {
            switch letter {
            case UInt8(ascii: "r"): self = .option
            case UInt8(ascii: "t"): self = .text
            case UInt8(ascii: "p"): self = .place
            default: return nil
            }
        }
    }

    private var text: String?
    private var places: [Int?] = []
    private var choices: [Int] = []

    mutating func add(_ kind: Kind, _ value: String) {
        switch kind {
        case .option: if let place = Int(value) { choices.append(place) }
        case .text: if text == nil { text = value }
        case .place: places.append(Int(value))
        }
    }

    var answer: PostedAnswer {
        if let text { return .text(text) }
        return places.isEmpty ? .choices(choices) : .places(places)
    }
}
