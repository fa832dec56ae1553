internal import XML

/// One file that holds questions, and the files that lie beside it.
struct BankSource {
    let bytes: [UInt8]
    /// Finds another file of the same package, by an address relative to this one; nil when it is not there, or when this file
    /// came alone.
    let find: (String) -> [UInt8]?

    init(_ bytes: [UInt8], find: @escaping (String) -> [UInt8]? = { _ in nil }) {
        self.bytes = bytes
        self.find = find
    }

    /// The file as XML. Where it is broken, the draft says so, and what can be read is read.
    func xml(telling draft: inout BankDraft) -> XMLElement? {
        let reading: XMLReading
        do throws(XMLProblem) {
            reading = try XMLReading(bytes)
        } catch {
            // Files that say UTF-8 and are not are common.
            guard let again = try? XMLReading(PlainTextFile(bytes).bytes) else {
                draft.omit("The file is not XML: \(error.message)", line: error.line)
                return nil
            }
            reading = again
        }
        if let problem = reading.problem {
            draft.notice(
                "The file is broken here: \(problem.message). What can be read of it was read; export it again if questions are missing.",
                line: problem.line)
        }
        return reading.root
    }
}
