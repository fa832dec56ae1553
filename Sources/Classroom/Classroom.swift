import Assessment
import Crypto
import Gong
import Mastery
import SQLite
import Synchronization

/// What people do in the room. One method an act, one transaction an act; each writes the journal in that transaction.
///
/// Reads answer at once from a read-only connection; acts return when their change is on the disk.
public final class Classroom: Sendable {
    let writer: Writer
    let readers: ReaderPool
    let clock: any Clock
    let passwords: PasswordHash
    let backOff = Mutex(BackOff())
    let items = ItemCache()
    let ringer: any Ringer
    let lastTest = Mutex<GongTest?>(nil)
    /// The last dry run of each unit: kept for the page that shows it, lost when the box stops.
    let dryRuns = Mutex<[Int: DryRunReport]>([:])

    /// What open pages listen to.
    public let changes: Changes

    /// Opens the database in `path`, making or migrating it as needed.
    ///
    /// - Parameter changes: given where something besides the classroom has changes to tell, as the gong has.
    public init(
        path: String, ringer: any Ringer, changes: Changes = Changes(), clock: any Clock = SystemClock(),
        passwords: PasswordHash = PasswordHash()
    ) throws {
        writer = try Writer(path: path)
        try writer.migrate(Schema.migrations)
        readers = ReaderPool(path: path)
        self.ringer = ringer
        self.changes = changes
        self.clock = clock
        self.passwords = passwords
        try writer.exclusively { connection in
            try Settings.ensure(.boxID, Identifier.make(), in: connection)
            try Settings.ensure(.setUpCode, Code.make(8), in: connection)
        }
    }

    /// One sentence a voice of the gong.
    public var voices: [VoiceHealth] { ringer.health() }
}
