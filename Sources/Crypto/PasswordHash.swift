internal import CSodium
import Dispatch
import Synchronization

/// argon2id, sized for a Pi with 512 MB: 8 MiB a hash and at most two hashes at a time. A class that arrives at once waits
/// its turn instead of taking the memory.
public final class PasswordHash: Sendable {
    /// How many passes: a teacher's password gets more than a four-digit PIN, which back-off guards and not the hash.
    public enum Strength: UInt64, Sendable {
        case pin = 2
        case password = 4
    }

    /// Too many hashes are waiting, or there is no memory for one.
    public struct Overloaded: Error, CustomStringConvertible {
        public let description = "Too many people are signing in at this moment. Wait ten seconds and try again."
    }

    private static let memory = 8 << 20
    private static let longestQueue = 1_000

    /// One serial queue for each hash that may run: what waits costs no thread.
    private let queues: [DispatchQueue]
    private let waiting = Atomic<Int>(0)
    private let turn = Atomic<Int>(0)

    public init(atOnce: Int = 2) {
        queues = (0..<max(1, atOnce)).map { DispatchQueue(label: "gongbox.password-hash.\($0)") }
    }

    /// A self-describing hash with its own salt, as `crypto_pwhash_str` writes it.
    public func hash(_ secret: String, strength: Strength) async throws -> String {
        try await work {
            var text = [CChar](repeating: 0, count: Int(crypto_pwhash_STRBYTES))
            let bytes = Array(secret.utf8CString)
            let code = crypto_pwhash_str_alg(
                &text, bytes, UInt64(bytes.count - 1), strength.rawValue, Self.memory, crypto_pwhash_ALG_ARGON2ID13)
            return code == 0
                ? String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self) : nil
        }
    }

    public func verify(_ secret: String, against hash: String) async throws -> Bool {
        try await work {
            let bytes = Array(secret.utf8CString)
            return crypto_pwhash_str_verify(hash, bytes, UInt64(bytes.count - 1)) == 0
        }
    }

    private func work<T: Sendable>(_ body: @escaping @Sendable () -> T?) async throws -> T {
        guard Sodium.isReady, waiting.add(1, ordering: .relaxed).newValue <= Self.longestQueue else {
            waiting.subtract(1, ordering: .relaxed)
            throw Overloaded()
        }
        defer { waiting.subtract(1, ordering: .relaxed) }
        let queue = queues[Int(turn.wrappingAdd(1, ordering: .relaxed).newValue.magnitude % UInt(queues.count))]
        let value: T? = await withCheckedContinuation { continuation in
            queue.async { continuation.resume(returning: body()) }
        }
        guard let value else { throw Overloaded() }
        return value
    }
}
