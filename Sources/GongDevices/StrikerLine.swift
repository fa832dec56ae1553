import Pin

/// What the striker needs of a GPIO line, so that tests can record its pulses where there is no pin.
///
/// A fake proves order, widths asked for and the answers to failures. It proves nothing about the kernel's timing, about
/// libgpiod, or about what the pin does when the process dies: those need a board or its emulation.
protocol StrikerLine: AnyObject {
    func set(high: Bool) throws(PinError)
    func isHigh() throws(PinError) -> Bool
}

/// What the striker needs of the line with the arm switch.
protocol SwitchLine: AnyObject {
    func isHigh() throws(PinError) -> Bool
}

extension OutputLine: StrikerLine {}
extension InputLine: SwitchLine {}
