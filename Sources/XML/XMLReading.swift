internal import CXML2

/// An XML file as it was read.
///
/// Nothing outside the file is ever loaded, and an entity is replaced at most so often that the text cannot grow by more than
/// a megabyte. A file that is not well-formed gives what can be read up to there and beyond, with the first thing that is wrong.
public struct XMLReading: Sendable {
    public let root: XMLElement
    /// What keeps it from being well-formed, in the library's words, and where; nil for a sound file.
    public let problem: XMLProblem?

    /// Throws when nothing can be read at all.
    public init(_ bytes: [UInt8]) throws(XMLProblem) {
        let body = bytes.drop { $0 <= 0x20 }
        guard !body.isEmpty, body.count <= Int(Int32.max) else {
            throw XMLProblem(line: 1, message: "The file is empty.")
        }
        let lead = bytes[..<body.startIndex].count { $0 == 10 }
        let strict = Self.parse(body, recovering: false)
        if let root = strict.root {
            self.root = root
            problem = nil
            return
        }
        let found = strict.problem ?? XMLProblem(line: 1, message: "This is not XML.")
        let recovered = Self.parse(body, recovering: true)
        let placed = XMLProblem(line: found.line + lead, message: found.message)
        guard let root = recovered.root else { throw placed }
        self.root = root
        problem = placed
    }

    private static let library: Void = xmlInitParser()

    private static func parse(_ bytes: ArraySlice<UInt8>, recovering: Bool) -> (root: XMLElement?, problem: XMLProblem?)
    {
        _ = library
        var line: Int32 = 0
        var message: UnsafeMutablePointer<xmlChar>?
        let document = bytes.withUnsafeBytes { buffer -> xmlDocPtr? in
            guard let base = buffer.bindMemory(to: CChar.self).baseAddress else { return nil }
            return gb_xml_read(base, Int32(buffer.count), nil, recovering ? 1 : 0, &line, &message)
        }
        var problem: XMLProblem?
        if let message {
            let text = String(cString: message).split(whereSeparator: \.isWhitespace).joined(separator: " ")
            problem = XMLProblem(line: Int(line), message: text)
            gb_xml_free(message)
        }
        guard let document else { return (nil, problem) }
        defer { xmlFreeDoc(document) }
        var reader = XMLTreeReader()
        return (xmlDocGetRootElement(document).map { reader.element($0) }, problem)
    }
}

/// Why a file is not well-formed XML.
public struct XMLProblem: Error, Hashable, Sendable {
    /// From 1.
    public let line: Int
    public let message: String

    public init(line: Int, message: String) {
        self.line = line
        self.message = message
    }
}
