import HTTP

/// What belongs to the box itself: assets, the event stream, its health.
enum BoxRoutes {
    static let all: [Route] = [
        .page("/assets/:name", for: .everybody) { visit in
            visit.site.assets.response(visit.parameter(0), to: visit.request) ?? ErrorPage.notFound(visit)
        },
        .page("/favicon.ico", for: .everybody) { visit in
            visit.site.assets.response("gong.svg", to: visit.request) ?? ErrorPage.notFound(visit)
        },
        .page("/health", for: .everybody) { visit in
            // Reading proves that the database opens; anything else would tell strangers about the class.
            _ = try visit.classroom.isSetUp
            return Response.text(200, "ok\n")
        },
        .page("/events", for: .everybody) { visit in
            let person = visit.person
            return EventRoutes.stream(visit) { change in change == .room || change == .person(person) }
        },
    ]
}
