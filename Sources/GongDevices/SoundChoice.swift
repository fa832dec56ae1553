import Glibc
import Gong
import Sound
import Synchronization

/// Which sound the gong has: one that comes with Gongbox, the teacher's own, or the file that the box was started with.
final class SoundChoice: Sendable {
    /// Seconds of the teacher's own sound: long enough for any gong, short enough to live with.
    static let longestOwn = 20

    private struct State {
        var chosen: GongSound.ID?
        /// Why the chosen sound is not the one that sounds.
        var trouble: String?
    }

    /// The file that the box was started with.
    private let standard: String
    /// Where the teacher's own sound is kept; nil where there is no such place.
    private let own: String?
    private let state = Mutex(State())

    init(standard: String, own: String?) {
        self.standard = standard
        self.own = own
    }

    var sounds: [GongSound] {
        let supplied = SuppliedSound.allCases.filter { $0.path != nil }
            .map { GongSound(id: $0.rawValue) }
        guard let own, access(own, R_OK) == 0 else { return supplied }
        return supplied + [.own]
    }

    /// What is chosen; before any choice, the supplied sound that the box was started with.
    var chosen: GongSound.ID? {
        state.withLock(\.chosen) ?? SuppliedSound.allCases.first { $0.path == standard }?.rawValue
    }

    /// Says why the chosen sound is not the one that sounds, and what to do. Nil when it is.
    var trouble: String? { state.withLock(\.trouble) }

    /// - Returns: whether there is such a sound.
    func choose(_ sound: GongSound.ID) -> Bool {
        guard path(of: sound) != nil else { return false }
        state.withLock { $0 = State(chosen: sound) }
        return true
    }

    /// Decodes what is chosen. Where that cannot be, the gong sounds as it did when the box was started.
    func load() throws(Silence) -> Sample {
        let chosen = state.withLock(\.chosen).flatMap(path) ?? standard
        do throws(SoundError) {
            return try Sample(path: chosen)
        } catch {
            let trouble = CardTrouble.sample(chosen, error)
            guard chosen != standard else { throw Silence(trouble) }
            state.withLock { $0.trouble = trouble }
        }
        do throws(SoundError) {
            return try Sample(path: standard)
        } catch {
            throw Silence(CardTrouble.sample(standard, error))
        }
    }

    /// Makes a gong of a teacher's file and keeps it, whole or not at all.
    func keepOwn(_ file: [UInt8]) throws(UnfitSound) {
        guard let own else { throw .noCard }
        let sample: Sample
        do throws(UnfitSample) {
            sample = try Sample(own: file, longest: Self.longestOwn)
        } catch {
            throw UnfitSound(error)
        }
        // Beside it, so that the new name takes the place of the old file at once.
        let fresh = own + ".fresh"
        do throws(SoundError) {
            try sample.writeFLAC(to: fresh)
        } catch {
            unlink(fresh)
            throw .notKept(error.text)
        }
        guard Self.flush(fresh), rename(fresh, own) == 0 else {
            let code = errno
            unlink(fresh)
            throw .notKept(String(cString: strerror(code)))
        }
    }

    /// A name that survives a power cut must not lead to a file that did not.
    private static func flush(_ path: String) -> Bool {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return false }
        defer { close(file) }
        return fsync(file) == 0
    }

    private func path(of sound: GongSound.ID) -> String? {
        if sound == GongSound.own.id { return own.flatMap { access($0, R_OK) == 0 ? $0 : nil } }
        return SuppliedSound(rawValue: sound)?.path
    }
}

extension UnfitSound {
    init(_ sample: UnfitSample) {
        self =
            switch sample {
            case .noSound: .noSound
            case .silent: .silent
            case .tooLong(let limit): .tooLong(limit: limit)
            case .channels(let count): .channels(count)
            case .rate(let rate): .rate(rate)
            }
    }
}
