/// Which column of a roster holds what, told by the names in its first row, in English, German, French or Spanish.
struct RosterHeader {
    private(set) var name: Int?
    private(set) var givenName: Int?
    private(set) var familyName: Int?
    private(set) var displayName: Int?
    private(set) var identifier: Int?
    private(set) var username: Int?
    private(set) var className: Int?
    let count: Int

    /// `nil` when no cell names a column of names.
    init?(_ cells: [String]) {
        let keys = cells.map(Self.key)
        func column(_ names: Set<String>) -> Int? { keys.firstIndex(where: names.contains) }
        count = cells.count
        givenName = column(Self.givenNames)
        familyName = column(Self.familyNames)
        displayName = column(Self.displayNames)
        identifier = column(Self.identifiers)
        username = column(Self.usernames)
        className = column(Self.classNames)
        name = column(Self.names)
        // "Name, Vorname", "Nom, Prénom": the plain word is the family name; "Nombre, Apellidos": the given one.
        if let plain = name, let key = keys.indices.contains(plain) ? keys[plain] : nil, key != "fullname" {
            if givenName != nil, familyName == nil {
                familyName = plain
                name = nil
            } else if givenName == nil, familyName != nil, key == "nombre" {
                givenName = plain
                name = nil
            }
        }
        if name == nil, givenName == nil, familyName == nil { return nil }
    }

    /// Letters and digits alone, lower case.
    static func key(_ cell: String) -> String { cell.lowercased().filter { $0.isLetter || $0.isNumber } }

    private static let names: Set<String> = [
        "name", "fullname", "studentname", "studentsname", "student", "students", "learner", "pupil", "pupilname",
        "schüler",
        "schülername", "schülerin", "vollständigername", "nom", "nomcomplet", "élève", "eleve", "étudiant", "etudiant",
        "nombre",
        "nombrecompleto", "alumno", "alumna", "estudiante",
    ]
    private static let givenNames: Set<String> = [
        "firstname", "first", "givenname", "givennames", "given", "forename", "forenames", "studentfirstname",
        "vorname",
        "vornamen", "prénom", "prenom", "prénoms", "prenoms", "nombres", "nombredepila", "primernombre",
    ]
    private static let familyNames: Set<String> = [
        "lastname", "last", "surname", "familyname", "family", "studentlastname", "nachname", "familienname", "zuname",
        "nomdefamille", "apellido", "apellidos", "primerapellido",
    ]
    private static let displayNames: Set<String> = [
        "displayname", "preferredname", "preferredfirstname", "nickname", "knownas", "anzeigename", "rufname",
        "nomdusage",
        "surnom", "apodo",
    ]
    private static let identifiers: Set<String> = [
        "id", "studentid", "studentnumber", "studentno", "sourcedid", "sisid", "sisuserid", "userid", "idnumber",
        "pupilid",
        "admissionnumber", "schülerid", "schülernummer", "matrikelnummer", "matricule", "identifiantélève",
        "numéroélève", "ine",
        "matrícula", "matricula", "idalumno",
    ]
    private static let usernames: Set<String> = [
        "username", "user", "login", "loginid", "sisloginid", "loginname", "benutzername", "anmeldename", "identifiant",
        "nomdutilisateur", "usuario", "nombredeusuario",
    ]
    private static let classNames: Set<String> = [
        "class", "classname", "classes", "section", "sectionname", "sections", "group", "groups", "groupname", "course",
        "period",
        "homeroom", "form", "klasse", "gruppe", "kurs", "lerngruppe", "classe", "groupe", "division", "clase", "grupo",
        "curso",
        "sección", "seccion",
    ]
}
