internal import Archive

/// The files of a package, found by the addresses that texts have for them.
final class PackageFiles {
    let entries: [ZipEntry]
    private var places: [String: Int] = [:]
    private var namesakes: [String: [Int]] = [:]
    /// What was asked for so far: a test's items need not be read again by themselves.
    private(set) var visited: Set<String> = []

    init(_ entries: [ZipEntry]) {
        self.entries = entries
        for (place, entry) in entries.enumerated() {
            let name = entry.name.lowercased()
            places[name] = place
            namesakes[Self.lastPart(name), default: []].append(place)
        }
    }

    /// A file by its address in another file of the package: relative, from the top, or by Canvas's and Common Cartridge's names for
    /// where files lie. As a last resort, the only file of that name.
    func bytes(_ address: String, from file: String) -> [UInt8]? {
        var path = PercentEncoding.decode(address).lowercased()
        for base in ["$ims-cc-filebase$", "$ims_cc_file_base$", "$ims_cc_filebase$"] {
            if let range = path.firstRange(of: base) { path = String(path[range.upperBound...]) }
        }
        guard !path.hasPrefix("data:"), !path.hasPrefix("http:"), !path.hasPrefix("https:") else { return nil }
        let bare = String(path.prefix { $0 != "?" && $0 != "#" })
        let folder = Self.folder(of: file.lowercased())
        for path in path == bare ? [path] : [path, bare] {
            for start in [folder, "", "web_resources/", folder + "web_resources/", folder + "../web_resources/"] {
                if let place = places[Self.normalised(start + path)] { return visit(place) }
            }
        }
        let name = Self.lastPart(bare)
        if let only = namesakes[name], only.count == 1 { return visit(only[0]) }
        // Blackboard ends a file's name with the identifier by which its texts know it.
        guard name.hasPrefix("xid-") else { return nil }
        return entries.firstIndex { entry in
            let stem = Self.lastPart(entry.name.lowercased()).prefix { $0 != "." }
            return stem.hasSuffix("__" + name) || stem == name
        }.map(visit)
    }

    private func visit(_ place: Int) -> [UInt8] {
        visited.insert(entries[place].name)
        return entries[place].bytes
    }

    func contains(_ name: String) -> Bool { places[name.lowercased()] != nil }

    static func lastPart(_ path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }

    /// With its slash; empty at the top.
    static func folder(of path: String) -> String {
        path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    }

    /// Without `.`, `..` and empty parts.
    private static func normalised(_ path: String) -> String {
        var parts: [Substring] = []
        for part in path.split(whereSeparator: { $0 == "/" || $0 == "\\" }) where part != "." {
            if part == ".." { _ = parts.popLast() } else { parts.append(part) }
        }
        return parts.joined(separator: "/")
    }
}
