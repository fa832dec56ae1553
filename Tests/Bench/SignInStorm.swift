import LiveBox

/// Everybody has the PIN page open, and everybody sends it at once.
struct SignInStorm {
    let seconds: Double
    /// The most memory that the box had meanwhile, megabytes.
    private(set) var resident = 0.0

    init(_ room: PreparedRoom, _ box: BoxProcess) throws {
        let entrants = try room.pupils.map { pupil in
            let browser = try Browser(port: box.port)
            let page = try browser.get("/join/\(pupil.id)")
            guard let csrf = page.csrf else { throw Bench.Failed(description: "The PIN page answers \(page.status).") }
            return (browser, path: "/join/\(pupil.id)", form: "csrf=\(csrf)&pin=\(PreparedRoom.pin)")
        }
        let begin = ContinuousClock.now
        for (browser, path, form) in entrants { try browser.send("POST", path, form) }
        // The replies wait in their sockets until they are read, so reading one after the other takes no time from anybody.
        for (number, (browser, _, _)) in entrants.enumerated() {
            let reply = try browser.receive()
            guard reply.status == 303, browser.cookies["gongbox"] != nil else {
                throw Bench.Failed(description: "A right PIN got \(reply.status).")
            }
            if number % 10 == 0 { resident = max(resident, box.process.residentMegabytes) }
        }
        seconds = (ContinuousClock.now - begin) / .seconds(1)
    }
}
