/// The files that came along with a question or a bank, and those of them that its texts show.
final class MediaCase {
    private let find: (String) -> [UInt8]?
    /// What was shown so far, each file once.
    private(set) var shown: [Media] = []

    /// `find` gives the bytes of a file by the address that a text has for it, or nil when it did not come along.
    init(find: @escaping (String) -> [UInt8]? = { _ in nil }) {
        self.find = find
    }

    /// The file's address in the box; nil when there is none, or when it is of no kind that a page shows.
    func address(for source: String) -> String? { media(for: source)?.address }

    func media(for source: String) -> Media? {
        guard let bytes = find(source) ?? DataAddress.bytes(source), let media = Media(bytes) else { return nil }
        if !shown.contains(where: { $0.name == media.name }) { shown.append(media) }
        return media
    }
}
