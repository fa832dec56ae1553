import Sound

/// What the player needs of a card, so that tests can give it one that fails in every way.
protocol Card: AnyObject {
    var shape: PCM.Shape { get }
    var underruns: Int { get }
    /// The mixer's controls that keep the card silent although `unmute` tried to open them.
    var muted: [String] { get }
    func unmute()
    func available() throws(SoundError) -> Int
    /// Frames from what is heard now to what is written next.
    func delay() throws(SoundError) -> Int
    func write(_ samples: UnsafeBufferPointer<Int16>) throws(SoundError)
    func wait(alongside descriptor: Int32, milliseconds: Int32) throws(SoundError) -> PCM.Readiness
}

extension PCM: Card {
    /// Opens a card and its mixer, so that it is heard.
    static let openLoud: CardPlayer.Open = { (device) throws(SoundError) in
        let card = try PCM(device: device, wish: .wish(for: device))
        card.unmute()
        return card
    }
}

extension Card {
    func write(_ samples: [Int16]) throws(SoundError) {
        // Swift 6.0's withUnsafeBufferPointer does not carry a typed error through.
        let failure = samples.withUnsafeBufferPointer { buffer -> SoundError? in
            do throws(SoundError) {
                try write(buffer)
                return nil
            } catch {
                return error
            }
        }
        if let failure { throw failure }
    }
}

extension PCM.Shape {
    /// What to ask of a card. The Raspberry Pi's jack and HDMI hand their audio to the graphics processor and run dry below
    /// 50 ms; USB and I2S cards do well with less.
    static func wish(for device: String) -> PCM.Shape {
        let slow = device.contains("Headphones") || device.contains("vc4hdmi")
        return PCM.Shape(rate: Sample.rate, period: slow ? 960 : 480, buffer: slow ? 3_840 : 1_920)
    }
}
