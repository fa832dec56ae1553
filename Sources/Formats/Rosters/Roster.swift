/// Who is in which class, as a file has it. PINs and passwords are never read.
public struct Roster: Sendable {
    /// `CSV` or `OneRoster`.
    public var format: String
    public var classes: [RosterClass] = []
    public var students: [RosterStudent] = []
    /// Rows that did not come in.
    public var omissions: [Omission] = []
    /// What was read otherwise than it stands in the file, or passed over on purpose.
    public var notices: [Omission] = []

    /// Every row about a student is either in or left out.
    public var studentsFound: Int { students.count + omissions.count }

    public init(format: String) {
        self.format = format
    }
}
