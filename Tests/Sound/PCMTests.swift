import Glibc
import Sound
import Testing

@Suite("PCM streams")
struct PCMTests {
    @Test("The null device gives the shape that was wished for and takes what is written")
    func null() throws {
        let wish = PCM.Shape(rate: 48_000, period: 480, buffer: 1_920)
        let pcm = try PCM(device: "null", wish: wish)
        #expect(pcm.shape == wish)
        #expect(try pcm.available() >= 480)
        let period = [Int16](repeating: 0, count: 960)
        try period.withUnsafeBufferPointer { try pcm.write($0) }
        #expect(pcm.underruns == 0)
        pcm.unmute()
        #expect(pcm.muted.isEmpty)
    }

    @Test(
        "A card that is not there is an error that names the function",
        arguments: [
            "plughw:CARD=NotHere,DEV=0", "no-such-name",
        ])
    func missing(device: String) {
        let error = #expect(throws: SoundError.self) {
            try PCM(device: device, wish: PCM.Shape(rate: 48_000, period: 480, buffer: 1_920))
        }
        #expect(error?.operation == "snd_pcm_open")
        #expect(error.map { [ENOENT, ENODEV, ENXIO].contains($0.code) } == true)
    }
}
