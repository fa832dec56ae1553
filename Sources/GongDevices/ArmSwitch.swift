import Pin

/// The arm switch of a striker: read before each strike. One that cannot be read counts as open.
struct ArmSwitch {
    private let line: any SwitchLine
    private let settings: GongConfiguration.ArmSwitch

    /// Nil where the striker has none.
    init?(_ settings: GongConfiguration.ArmSwitch?, line: (any SwitchLine)?) {
        guard let settings, let line else { return nil }
        self.settings = settings
        self.line = line
    }

    /// Why the striker must not strike now, and what to do; nil while the switch is closed.
    func trouble() -> String? {
        do throws(PinError) {
            let closed = settings.contact == .supply
            return try line.isHigh() == closed ? nil : StrikerTrouble.disarmed(settings.line)
        } catch {
            return StrikerTrouble.unreadable(settings.line, error)
        }
    }
}
