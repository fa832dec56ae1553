internal import Assessment
internal import XML

/// The files of the box that one item shows, by their names in the package.
final class QTIFilesOut {
    private let find: (String) -> [UInt8]?
    /// Each once, in the order in which they were met.
    private(set) var files: [Media] = []

    init(find: @escaping (String) -> [UInt8]?) { self.find = find }

    /// The file's address beside the item, and its kind.
    func file(_ source: String) throws(Rejection) -> (address: String, type: String) {
        let name = String(source.split(separator: "/").last ?? "")
        let bytes = source.hasPrefix("/media/") ? find(name) : DataAddress.bytes(source)
        guard let bytes, let media = Media(bytes) else {
            throw Rejection("Its picture, sound or film is not in the box. Import its bank again with its files.")
        }
        if !files.contains(where: { $0.name == media.name }) { files.append(media) }
        return (Self.path(media), media.type)
    }

    /// The picture that regions lie on.
    func picture(_ image: ImageMap) throws(Rejection) -> XMLElement {
        let (address, type) = try file(image.source)
        return .new(
            "object",
            [
                "data": address, "type": type, "width": String(Int(image.width.rounded())),
                "height": String(Int(image.height.rounded())),
            ], nodes: image.text.isEmpty ? [] : [.text(image.text)])
    }

    static func path(_ media: Media) -> String { "media/\(media.name)" }
}
