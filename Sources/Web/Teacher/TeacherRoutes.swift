/// Where the teacher goes.
enum TeacherRoutes {
    static let all =
        SignInRoutes.all + RoomRoutes.all + ConferenceRoutes.all + ClassRoutes.all + UnitsRoutes.all + ImportRoutes.all
        + GongRoutes.all + BlueprintRoutes.all + SeatsRoutes.all + ForecastRoutes.all + GridRoutes.all
        + KeyRepairRoutes.all + ExportRoutes.all
}
