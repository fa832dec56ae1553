import Assessment
import SQLite
import Synchronization

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Decoded items by variant. A variant never changes, so nothing here goes stale; when it is full it starts afresh.
final class ItemCache: Sendable {
    private static let most = 2_000
    private let items = Mutex<[Int: Item]>([:])

    /// The item of a variant; an item that cannot be read is a database error.
    func item(_ variant: Int, in connection: Connection) throws -> Item {
        if let known = items.withLock({ $0[variant] }) { return known }
        guard let text = try connection.first("SELECT item FROM variant WHERE id = \(variant)", { $0.text(0) }) else {
            throw Refusal.notFound
        }
        let item = try Self.decode(text)
        items.withLock { items in
            if items.count >= Self.most { items.removeAll(keepingCapacity: true) }
            items[variant] = item
        }
        return item
    }

    static func decode(_ text: String) throws -> Item { try JSONDecoder().decode(Item.self, from: Data(text.utf8)) }

    /// The stored form: JSON with sorted keys, so that equal items have equal texts.
    static func encode(_ item: Item) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(item), as: UTF8.self)
    }
}
