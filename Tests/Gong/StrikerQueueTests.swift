import Gong
import Testing

@Suite("The striker's queue")
struct StrikerQueueTests {
    private static let second: UInt64 = 1_000_000_000
    private static let width: UInt64 = 35_000_000

    /// What `step` says, in words that can be compared.
    private func step(_ queue: inout StrikerQueue<Int>, at now: UInt64) -> String {
        switch queue.step(at: now, for: Self.width) {
        case .nothing: "nothing"
        case .wait(let time): "wait until \(time)"
        case .strike(let order): "strike \(order)"
        case .refuse(let order, let refusal): "refuse \(order): \(refusal)"
        }
    }

    @Test("The first is struck at once, the next when the coil has rested, and then none is left")
    func order() {
        var queue = StrikerQueue<Int>()
        #expect(queue.add(1, at: 100) == nil)
        #expect(queue.add(2, at: 200) == nil)
        #expect(step(&queue, at: 300) == "strike 1")
        queue.struck(at: 300, for: Self.width)
        #expect(step(&queue, at: 400) == "wait until 400000300")
        #expect(step(&queue, at: 400_000_300) == "strike 2")
        queue.struck(at: 400_000_300, for: Self.width)
        #expect(step(&queue, at: 500_000_000) == "nothing")
    }

    @Test("Who would wait longer than two seconds for the coil is refused at once, and told for how long")
    func resting() {
        var queue = StrikerQueue<Int>()
        for number in 0..<10 { queue.struck(at: UInt64(number) * Self.second / 2, for: Self.width) }
        #expect(queue.add(1, at: 5 * Self.second) == nil)
        #expect(
            step(&queue, at: 5 * Self.second)
                == "refuse 1: \(StrikerQueue<Int>.Refusal.resting(.burst, 5 * Self.second))")
        #expect(queue.add(2, at: 8 * Self.second) == nil)
        #expect(step(&queue, at: 8 * Self.second) == "wait until \(10 * Self.second)")
    }

    @Test("Who was held up for more than two seconds is not struck any more")
    func late() {
        var queue = StrikerQueue<Int>()
        #expect(queue.add(1, at: 0) == nil)
        #expect(step(&queue, at: 2 * Self.second + 1) == "refuse 1: \(StrikerQueue<Int>.Refusal.late)")
    }

    @Test("Four may wait; a fifth is refused")
    func full() {
        var queue = StrikerQueue<Int>()
        for number in 1...4 { #expect(queue.add(number, at: 0) == nil) }
        #expect(queue.add(5, at: 0) == .full)
        #expect(queue.empty() == [1, 2, 3, 4])
        #expect(queue.add(5, at: 0) == nil)
    }
}
