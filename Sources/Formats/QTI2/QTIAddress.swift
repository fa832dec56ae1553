/// Addresses of files beside a file.
enum QTIAddress {
    static func folder(of address: String) -> String {
        address.lastIndex(of: "/").map { String(address[...$0]) } ?? ""
    }

    static func join(_ folder: String, _ address: String) -> String {
        folder.isEmpty || address.hasPrefix("/") || address.contains(":") ? address : folder + address
    }
}
