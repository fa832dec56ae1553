/// Which addresses a link or a picture may keep. Both are judged without the white space and controls that browsers ignore.
enum HTMLAddress {
    /// A web address, or one inside this box.
    static func link(_ value: String) -> String? {
        let address = stripped(value)
        switch scheme(of: address) {
        case nil: return isLocal(address) && !address.isEmpty ? address : nil
        case "http", "https": return address
        default: return nil
        }
    }

    /// A picture inside this box, or inside the text itself. Moodle's `@@PLUGINFILE@@` names one that did not come along.
    static func image(_ value: String) -> String? {
        let address = stripped(value)
        switch scheme(of: address) {
        case nil: return isLocal(address) && !address.hasPrefix("@@") && !address.isEmpty ? address : nil
        case "data":
            let kinds = ["png", "jpeg", "gif", "webp"]
            let head = address.prefix(24).lowercased()
            return kinds.contains { head.hasPrefix("data:image/\($0);base64,") } ? address : nil
        default: return nil
        }
    }

    /// Relative, and not `//host`, which is another machine; browsers read `\` as `/`.
    private static func isLocal(_ address: String) -> Bool {
        !address.hasPrefix("//") && !address.utf8.contains(UInt8(ascii: "\\"))
    }

    /// What stands before the first colon, lower case, unless a path, query or fragment has begun by then.
    private static func scheme(of address: String) -> String? {
        for (offset, byte) in address.utf8.enumerated() {
            switch byte {
            case UInt8(ascii: ":"): return String(decoding: address.utf8.prefix(offset), as: UTF8.self).lowercased()
            case UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"): return nil
            default: continue
            }
        }
        return nil
    }

    private static func stripped(_ value: String) -> String {
        String(
            String.UnicodeScalarView(
                value.unicodeScalars.filter { $0.value > 0x20 && !(0x7F...0x9F).contains($0.value) }))
    }
}
