import Glibc

extension OutputLine {
    /// Why a line could not be had.
    public enum Failure: Error, Hashable, Sendable {
        /// This machine has no GPIO chip at all.
        case noChip
        /// None of the chips has this label; `present` are the labels there are.
        case noSuchChip(present: [String])
        /// The chip, or none of the chips, has a line of this name.
        case noSuchLine
        /// Another program or driver holds the line.
        case busy
        /// The device file at `path` may not be opened by this user.
        case forbidden(path: String)
        case failed(PinError)
    }

    /// Requests the line called `line` on the chip labelled `label`, or on the first chip that has such a line.
    ///
    /// - Parameter folder: where the device files are; tests name an empty one.
    public static func find(
        label: String?, line: String, consumer: String, in folder: String = "/dev"
    ) throws(Failure) -> OutputLine {
        let paths = Chip.paths(in: folder)
        guard !paths.isEmpty else { throw .noChip }
        var present: [String] = []
        var forbidden: String?
        for path in paths {
            do throws(PinError) {
                let chip = try Chip(path: path)
                present.append(chip.label)
                guard label == nil || label == chip.label, let offset = try chip.offset(ofLine: line) else { continue }
                return try OutputLine(chip: chip, offset: offset, name: line, consumer: consumer)
            } catch {
                switch error.code {
                case EBUSY: throw .busy
                // Another chip may be the one that is meant, and open to this user.
                case EACCES, EPERM: forbidden = forbidden ?? path
                default: throw .failed(error)
                }
            }
        }
        if let forbidden { throw .forbidden(path: forbidden) }
        guard let label, !present.contains(label) else { throw .noSuchLine }
        throw .noSuchChip(present: present)
    }
}
