internal import Assessment
internal import Crypto

/// Reads a whole GIFT file, after Moodle's own parser (`question/format/gift/format.php`, 4.5).
///
/// What Moodle imports without complaint comes in alike. Where it fails though the meaning is plain, or would show what nobody
/// means (markup as answers, a tag's name as an empty option), this reader goes on. Nothing is guessed: a question that cannot
/// be mapped is left out with its line. As in Moodle, so is one whose right options add up to less than 100 %: nobody could
/// master it. Time is linear in the length of the file, whatever it holds.
struct GIFTReader {
    private var draft = BankDraft(format: "GIFT")
    private var category: [String] = []

    static func read(_ bytes: [UInt8]) -> BankImport {
        var reader = GIFTReader()
        let isGIFT = showsSigns(bytes)
        for block in GIFTBlocks(bytes) {
            if let path = block.category {
                reader.category = GIFTCategory.path(path)
            } else if isGIFT {
                reader.take(block)
            } else {
                reader.draft.omit("This is not a GIFT question. Put its answers in braces: { }.", line: block.line)
            }
        }
        return reader.draft.bank
    }

    /// Whether anything in the file is GIFT: braces, a name, a category or a text format. Plain prose would otherwise come in as
    /// descriptions.
    private static func showsSigns(_ bytes: [UInt8]) -> Bool {
        var isLineStart = true
        for index in bytes.indices {
            let byte = bytes[index]
            if byte == UInt8(ascii: "{") || byte == UInt8(ascii: "}") { return true }
            if isLineStart, byte > 0x20 {
                let signs = ["::", "$CATEGORY:", "[html]", "[moodle]", "[plain]", "[markdown]"]
                if signs.contains(where: { bytes[index...].starts(with: $0.utf8) }) { return true }
            }
            isLineStart = byte == 10 || (isLineStart && byte <= 0x20)
        }
        return false
    }

    private mutating func take(_ block: GIFTBlock) {
        do {
            let head = try GIFTHead(block.comments)
            if let head, head.hasVariables {
                try take(block, drawingFrom: head)
                return
            }
            for var part in try GIFTQuestion.parts(of: block) {
                part.formula = head.map { GIFTFormula(head: $0, values: [:]) }
                take(part)
            }
        } catch {
            draft.omit(error.reason, line: block.line)
        }
    }

    /// A question with variables becomes a family of many variants.
    private mutating func take(_ block: GIFTBlock, drawingFrom head: GIFTHead) throws(Rejection) {
        let template = try GIFTTemplate(block.text, in: head.space)
        let seed = Fingerprint.seed(Array(block.source))
        var first: (family: Family, notices: [String], media: [Media])?
        let category = category
        let deployment: Deployment
        do {
            deployment = try Deployment(head.space, seed: seed) { values in
                var filled = block
                filled.text = try template.filled(values)
                var questions = try GIFTQuestion.parts(of: filled)
                guard questions.count == 1 else {
                    throw Rejection("Variables belong to one question. Put a blank line between questions.")
                }
                questions[0].formula = GIFTFormula(head: head, values: values)
                let family = try questions[0].family(category: category)
                if first == nil { first = (family, questions[0].notices, questions[0].prose.media.shown) }
                return family.variants[0].item
            }
        } catch {
            throw Rejection(error.description)
        }
        guard let first else { return }
        var family = first.family
        family.variants = deployment.variants
        family.template = String(decoding: block.source, as: UTF8.self)
        draft.take(
            family, line: block.line, notices: [deployment.summary] + first.notices, media: first.media)
    }

    private mutating func take(_ part: GIFTQuestion) {
        var question = part
        if question.isRule {
            draft.notice("The line belongs to no question and was passed over.", line: question.line)
            return
        }
        do {
            let family = try question.family(category: category)
            draft.take(family, line: question.line, notices: question.notices, media: question.prose.media.shown)
        } catch {
            draft.omit(error.reason, line: question.line)
        }
    }
}
