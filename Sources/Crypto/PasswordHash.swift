internal import CSodium
import Dispatch
import Synchronization

/// argon2id, sized for a Pi with 512 MB: 7 MiB at most, and one hash at a time. A class that arrives at once waits its turn
/// instead of taking the memory.
public final class PasswordHash: Sendable {
    /// A four-digit PIN is guarded by back-off and not by its hash, so its hash is small; a teacher's password gets what OWASP
    /// asks for at the least (Password Storage Cheat Sheet: 7 MiB, 5 passes).
    public enum Strength: Sendable {
        case pin
        case password

        /// Bytes.
        var memory: Int {
            switch self {
            case .pin: 4 << 20
            case .password: 7 << 20
            }
        }

        var passes: UInt64 {
            switch self {
            case .pin: 3
            case .password: 5
            }
        }
    }

    /// Too many hashes are waiting, or there is no memory for one.
    public struct Overloaded: Error, CustomStringConvertible {
        public let description = "Too many people are signing in at this moment. Wait ten seconds and try again."
    }

    private static let longestQueue = 1_000

    /// One serial queue for each hash that may run: what waits costs no thread.
    private let queues: [DispatchQueue]
    private let waiting = Atomic<Int>(0)
    private let turn = Atomic<Int>(0)

    public init(atOnce: Int = 1) {
        queues = (0..<max(1, atOnce)).map { DispatchQueue(label: "gongbox.password-hash.\($0)") }
    }

    /// A self-describing hash with its own salt, as `crypto_pwhash_str` writes it.
    public func hash(_ secret: String, strength: Strength) async throws -> String {
        try await work {
            var text = [CChar](repeating: 0, count: Int(crypto_pwhash_STRBYTES))
            let bytes = Array(secret.utf8CString)
            let code = crypto_pwhash_str_alg(
                &text, bytes, UInt64(bytes.count - 1), strength.passes, strength.memory, crypto_pwhash_ALG_ARGON2ID13)
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
