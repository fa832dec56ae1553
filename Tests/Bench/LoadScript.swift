import LiveBox

/// The requests of many students, as a script for wrk that sends one after the other, over and over.
struct LoadScript {
    private let requests: [String]
    /// Whether the requests end with a sequence number of nine digits, greater in each turn.
    let savesAnswers: Bool

    /// Every student asks for the page of one question.
    static func pages(_ pupils: ArraySlice<Pupil>) -> LoadScript {
        LoadScript(
            requests: pupils.map { pupil in
                "GET /check/\(pupil.attempt)/\(pupil.choicePlace) HTTP/1.1\r\n\(headers(pupil))\r\n"
            }, savesAnswers: false)
    }

    /// Every student ticks an option.
    static func answers(_ pupils: ArraySlice<Pupil>) -> LoadScript {
        LoadScript(
            requests: pupils.map { pupil in
                let form = "csrf=\(pupil.csrf)&r=1&sequence="
                return "POST /check/\(pupil.attempt)/\(pupil.choicePlace) HTTP/1.1\r\n\(headers(pupil))"
                    + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: \(form.utf8.count + 9)\r\n\r\n\(form)"
            }, savesAnswers: true)
    }

    private static func headers(_ pupil: Pupil) -> String {
        "\(Browser.usualHeaders)\(Browser.gzipHeader)Cookie: gongbox=\(pupil.token.text)\r\n"
    }

    /// - Parameter sequence: the greatest sequence number that was used before.
    func text(after sequence: Int) -> String {
        """
        local requests = {
        \(requests.map { "[==[\n\($0.replacing("\r\n", with: "\n"))]==]," }.joined(separator: "\n"))
        }
        for i, text in ipairs(requests) do requests[i] = text:gsub("\\n", "\\r\\n") end
        local next, sequence = 0, \(sequence)
        function request()
            next = next + 1
            if next > #requests then next = 1 end
            \(savesAnswers
                ? "if next == 1 then sequence = sequence + 1 end return requests[next] .. string.format(\"%09d\", sequence)"
                : "return requests[next]")
        end
        function done(summary, latency)
            local errors = summary.errors
            io.write(string.format("figures %d %d %d %d %d\\n", summary.requests, summary.duration,
                errors.connect + errors.read + errors.write + errors.timeout, errors.status, latency:percentile(99)))
        end
        """
    }
}
