import Classroom
import HTTP

/// Answering, question by question; looking over; handing in.
enum CheckRoutes {
    static let all: [Route] = [
        .page("/check/:attempt", for: .student) { visit in
            let form = try visit.classroom.form(visit.parameter(0), of: visit.person)
            guard form.attempt.state == .open else { return .seeOther("/waiting/\(form.attempt.id)") }
            let place = form.unanswered.first
            return .seeOther(place.map { "/check/\(form.attempt.id)/\($0)" } ?? "/check/\(form.attempt.id)/review")
        },
        .page("/check/:attempt/review", for: .student) { visit in
            let form = try visit.classroom.form(visit.parameter(0), of: visit.person)
            guard form.attempt.state == .open else { return .seeOther("/waiting/\(form.attempt.id)") }
            return ReviewView.page(visit, form).response(visit)
        },
        .page("/check/:attempt/:place", for: .student) { visit in
            let question = try visit.classroom.question(
                try visit.number(1), of: visit.parameter(0), by: visit.person)
            guard question.state == .open else { return .seeOther("/waiting/\(question.attempt)") }
            return QuestionView.page(visit, question).response(visit)
        },
        .act("/check/:attempt/submit", for: .student) { visit in
            try await visit.classroom.submit(visit.parameter(0), by: visit.person)
            return .seeOther("/waiting/\(visit.parameter(0))")
        },
        // One answer. With a sequence number it comes from the script, which wants no page back; without, from the whole form.
        .act("/check/:attempt/:place", for: .student) { visit in
            let attempt = visit.parameter(0)
            let place = try visit.number(1)
            let answer = PostedAnswer(visit.form)
            let sequence = visit.form["sequence"].flatMap(Int.init)
            let newer = try await visit.classroom.save(
                answer, sequence: sequence, at: place, of: attempt, by: visit.person)
            if sequence != nil {
                guard let newer else { return Response(status: 204) }
                // Another device was faster: the script takes a greater number and sends again.
                return Response(status: 412, headers: [.init("Gongbox-Sequence", String(newer))])
            }
            let next = visit.form["go"].flatMap(Int.init).map(String.init) ?? "review"
            return .seeOther("/check/\(attempt)/\(next)")
        },
    ]
}
