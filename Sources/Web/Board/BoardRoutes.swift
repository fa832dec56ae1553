import HTTP

/// The screen that everybody sees.
enum BoardRoutes {
    static let all: [Route] = [
        .page("/board", for: .everybody) { visit in
            // The set-up code is for whoever has the box in hand: shown on its own screen, not over the network.
            let isOwnScreen = ["127.0.0.1", "::1"].contains(visit.request.client)
            return BoardPage.page(visit, try visit.classroom.board, showsCode: isOwnScreen).response(visit)
        },
        .page("/board/events", for: .everybody) { visit in
            EventRoutes.stream(visit) { change in change == .room }
        },
    ]
}
