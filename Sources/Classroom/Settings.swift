import SQLite

/// Names and values that hold for the whole box.
enum Settings {
    enum Name: String {
        case boxID = "box_id"
        case setUpCode = "set_up_code"
        case openClass = "open_class"
        case nextPlace = "next_place"
        case ringRules = "ring_rules"
        case gongSound = "gong_sound"
        case gongVoices = "gong_voices"
    }

    static func value(_ name: Name, in connection: Connection) throws -> String? {
        try connection.first("SELECT value FROM setting WHERE name = \(name.rawValue)") { $0.text(0) }
    }

    static func set(_ name: Name, _ value: String, in connection: Connection) throws {
        try connection.run(
            """
            INSERT INTO setting (name, value) VALUES (\(name.rawValue), \(value))
            ON CONFLICT (name) DO UPDATE SET value = excluded.value
            """)
    }

    static func ensure(_ name: Name, _ value: String, in connection: Connection) throws {
        try connection.run(
            "INSERT INTO setting (name, value) VALUES (\(name.rawValue), \(value)) ON CONFLICT (name) DO NOTHING")
    }

    static func remove(_ name: Name, in connection: Connection) throws {
        try connection.run("DELETE FROM setting WHERE name = \(name.rawValue)")
    }
}
