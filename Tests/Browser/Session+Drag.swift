extension Session {
    /// Presses on one element, moves to another and lets go there, as a finger or a mouse does.
    func drag(_ element: Element, to other: Element) async throws {
        let moves = [
            PointerMove(type: "pointerMove", origin: element), PointerMove(type: "pointerDown"),
            PointerMove(type: "pointerMove", origin: other), PointerMove(type: "pointerUp"),
        ]
        try await wire.post("actions", ["actions": [Pointer(actions: moves)]])
    }
}

/// A source of input, W3C WebDriver, 15.
private struct Pointer: Encodable {
    var type = "pointer"
    var id = "mouse"
    let actions: [PointerMove]
}

private struct PointerMove: Encodable {
    let type: String
    /// Moves go to its middle.
    var origin: Element?
    var x = 0
    var y = 0
    var button = 0
}
