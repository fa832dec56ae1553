import Assessment
import SQLite
import Synchronization

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Decoded items by variant; when it is full it starts afresh.
///
/// A variant changes only when its key is repaired. From before that change until after its commit the variant is *held*: it
/// is not in here, and everybody reads what their own connection sees.
final class ItemCache: Sendable {
    private struct State {
        var items: [Int: Item] = [:]
        /// By variant, how many changes are under way.
        var held: [Int: Int] = [:]
        /// Grows whenever something that was read before may be out of date.
        var generation = 0
    }

    private static let most = 2_000
    private let state = Mutex(State())

    /// The item of a variant; an item that cannot be read is a database error.
    func item(_ variant: Int, in connection: Connection) throws -> Item {
        let (known, generation) = state.withLock { ($0.items[variant], $0.generation) }
        if let known { return known }
        guard let text = try connection.first("SELECT item FROM variant WHERE id = \(variant)", { $0.text(0) }) else {
            throw Refusal.notFound
        }
        let item = try Self.decode(text)
        state.withLock { state in
            guard state.generation == generation, state.held[variant] == nil else { return }
            if state.items.count >= Self.most { state.items.removeAll(keepingCapacity: true) }
            state.items[variant] = item
        }
        return item
    }

    /// Before variants change, within the transaction that changes them.
    func hold(_ variants: [Int]) {
        state.withLock { state in
            state.generation += 1
            for variant in variants {
                state.items[variant] = nil
                state.held[variant, default: 0] += 1
            }
        }
    }

    /// After that transaction has been committed or has failed.
    func release(_ variants: [Int]) {
        state.withLock { state in
            state.generation += 1
            for variant in variants {
                let others = (state.held[variant] ?? 1) - 1
                state.held[variant] = others > 0 ? others : nil
            }
        }
    }

    /// Forgets everything.
    func forget() {
        state.withLock { state in
            state.generation += 1
            state.items.removeAll()
        }
    }

    static func decode(_ text: String) throws -> Item { try JSONDecoder().decode(Item.self, from: Data(text.utf8)) }

    /// The stored form: JSON with sorted keys, so that equal items have equal texts.
    static func encode(_ item: Item) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(item), as: UTF8.self)
    }
}
