import Glibc

extension Chip {
    /// The drivers of the Raspberry Pi's 40-pin header: 1 to 3 and Zero, 4, 5. Where no label is asked for, they come before
    /// any expander whose lines have the same names.
    static let headers = ["pinctrl-bcm2835", "pinctrl-bcm2711", "pinctrl-rp1"]

    /// Requests the line called `line` on the chip labelled `label`, or on the first chip that has such a line.
    ///
    /// - Parameters:
    ///   - folder: where the device files are; tests name an empty one.
    ///   - request: makes a line of a chip and an offset; EBUSY means that another program has it.
    static func find<Line>(
        label: String?, line: String, in folder: String,
        request: (Chip, _ offset: UInt32) throws(PinError) -> Line
    ) throws(LineFailure) -> Line {
        let paths = Chip.paths(in: folder)
        guard !paths.isEmpty else { throw .noChip }
        var chips: [Chip] = []
        // A chip that fails is only told of when no other has the line.
        var failure: LineFailure?
        for path in paths {
            do throws(PinError) {
                chips.append(try Chip(path: path))
            } catch {
                let forbidden = error.code == EACCES || error.code == EPERM
                failure = failure ?? (forbidden ? .forbidden(path: path) : .failed(error))
            }
        }
        let eligible = label.map { label in chips.filter { $0.label == label } } ?? headersFirst(chips, by: \.label)
        for chip in eligible {
            let found: UInt32?
            do throws(PinError) {
                found = try chip.offset(ofLine: line)
            } catch {
                failure = failure ?? .failed(error)
                continue
            }
            guard let offset = found else { continue }
            do throws(PinError) {
                return try request(chip, offset)
            } catch {
                throw error.code == EBUSY ? .busy(by: chip.consumer(ofLine: offset)) : .failed(error)
            }
        }
        if let failure { throw failure }
        throw eligible.isEmpty ? .noSuchChip(present: chips.map(\.label)) : .noSuchLine
    }

    /// The header's chips before all others, each in the order in which it was found.
    static func headersFirst<Found>(_ chips: [Found], by label: (Found) -> String) -> [Found] {
        chips.filter { headers.contains(label($0)) } + chips.filter { !headers.contains(label($0)) }
    }
}
