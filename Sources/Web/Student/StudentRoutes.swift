/// Where students go.
enum StudentRoutes {
    static let all = JoinRoutes.all + PathRoutes.all + CheckRoutes.all + WaitingRoutes.all + CorrectionsRoutes.all
}
