/// One part of a composite item in words, as teacher and student go through it.
public struct PartNote: Hashable, Sendable {
    /// What was answered; empty where nothing was.
    public let given: String
    /// The right answer.
    public let key: String
    /// What it is worth before the teacher has looked.
    public let mark: Mark
}

extension Item {
    /// The parts of a composite item with a response to it, in order; none for an item that is one part.
    public func notes(on response: Response) -> [PartNote] {
        guard case .composite(let composite) = interaction else { return [] }
        return composite.parts.enumerated().map { number, part in
            let response = response.part(number)
            return PartNote(
                given: part.interaction.text(of: response), key: part.interaction.keyText,
                mark: part.interaction.mark(response))
        }
    }
}
