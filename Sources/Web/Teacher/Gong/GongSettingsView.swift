import Classroom
import Gong
import Markup

/// How the gong of this room is heard.
enum GongSettingsView {
    /// - Parameters:
    ///   - problem: why the last thing that was sent was not taken.
    ///   - hours: what was typed, where that was not taken.
    static func page(_ visit: Visit, _ gong: GongOverview, problem: String? = nil, hours: GongHours? = nil) -> Page {
        let text = visit.text
        return Page(text("gong.page"), kind: "teacher") {
            h1 { text("gong.page") }
            if let problem { p(.class("problem"), .role("alert")) { problem } }
            ExaminationView(visit: visit, isOn: gong.rules.isExamination)
            div(.class("columns")) {
                div {
                    now(visit, gong)
                    volume(visit, gong, hours ?? GongHours(gong.rules))
                }
                div {
                    sound(visit, gong)
                    history(visit, gong.strikes)
                }
            }
        }
    }

    private static func now(_ visit: Visit, _ gong: GongOverview) -> some HTML {
        section(.class("card")) {
            div(.class("headline")) {
                h2 { visit.text("gong.now") }
                if !gong.rules.isExamination { GongTestButton(visit: visit, from: "gong") }
            }
            GongHealthView(visit: visit, voices: gong.voices, test: gong.test)
            if let choice = gong.voiceChoice { voices(visit, choice) }
        }
    }

    private static func voices(_ visit: Visit, _ choice: VoiceChoice) -> some HTML {
        ActForm(visit, "/teacher/gong/voices", .class("stack")) {
            fieldset {
                legend { visit.text("voices.title") }
                for voices in VoiceChoice.allCases {
                    let key = voices.rawValue
                    label(.class("tick")) {
                        input(.type("radio"), .name("voices"), .value(key), .checked(voices == choice))
                        span { visit.text("voices.\(key)") }
                    }
                }
            }
            button { visit.text("hours.save") }
        }
    }

    private static func history(_ visit: Visit, _ strikes: [StrikeRecord]) -> some HTML {
        section(.class("card")) {
            h2 { visit.text("gong.history") }
            if strikes.isEmpty { p(.class("empty")) { visit.text("gong.no_history") } }
            ul(.class("rows")) {
                for strike in strikes {
                    li {
                        span(.class("name")) { strike.name }
                        " "
                        span(.class("detail")) { FateText.of(strike, visit.text) }
                    }
                }
            }
        }
    }

    private static func sound(_ visit: Visit, _ gong: GongOverview) -> some HTML {
        let text = visit.text
        return section(.class("card")) {
            h2 { text("gong.sound") }
            if gong.sounds.isEmpty {
                p { text("gong.no_sounds") }
            } else {
                ActForm(visit, "/teacher/gong/sound", .class("stack")) {
                    fieldset {
                        legend { text("gong.choose") }
                        for sound in gong.sounds {
                            label(.class("tick")) {
                                input(
                                    .type("radio"), .name("sound"), .value(sound.id), .required(),
                                    .checked(sound.id == gong.chosen))
                                span { name(sound, text) }
                            }
                        }
                    }
                    button { text("gong.take") }
                }
                details {
                    summary { text("gong.upload") }
                    ActForm(visit, "/teacher/gong/own", .class("stack"), Attribute("enctype", "multipart/form-data")) {
                        p { text("gong.upload_hint") }
                        input(
                            .type("file"), .name("file"), .required(),
                            Attribute("accept", "audio/*,.wav,.flac,.ogg,.mp3"),
                            Attribute("aria-label", text("gong.upload")))
                        button { text("gong.upload_button") }
                    }
                }
            }
        }
    }

    private static func name(_ sound: GongSound, _ text: Catalogue) -> String {
        let key = sound.id.replacing("-", with: "_")
        return text("sound.\(key)")
    }

    private static func volume(_ visit: Visit, _ gong: GongOverview, _ hours: GongHours) -> some HTML {
        let text = visit.text
        return section(.class("card")) {
            h2 { text("hours.title") }
            p {
                text(
                    gong.isSynchronised ? "hours.clock" : "hours.clock_free", ["time": gong.time.description])
            }
            ActForm(visit, "/teacher/gong/hours", .class("stack")) {
                label {
                    span { text("hours.usual") }
                    levels(text, "usual", hours.usual, Loudness.allCases.reversed().map(\.rawValue))
                }
                fieldset {
                    legend { text("hours.periods") }
                    for row in hours.rows {
                        div(.class("hours")) {
                            time(text, "from", row.from, "hours.from")
                            time(text, "until", row.until, "hours.until")
                            levels(text, "level", row.level, GongHours.levels)
                        }
                    }
                }
                fieldset {
                    legend { text("hours.night") }
                    div(.class("hours")) {
                        time(text, "night_from", hours.night.from, "hours.from")
                        time(text, "night_until", hours.night.until, "hours.until")
                    }
                }
                button { text("hours.save") }
            }
        }
    }

    private static func time(_ text: Catalogue, _ name: String, _ value: String, _ key: String) -> Piece {
        input(.type("time"), .name(name), .value(value), Attribute("aria-label", text(key)))
    }

    private static func levels(_ text: Catalogue, _ name: String, _ chosen: String, _ levels: [String]) -> Piece {
        select(.name(name), Attribute("aria-label", text("hours.level"))) {
            for level in levels {
                option(.value(level), .selected(level == chosen)) { text("level.\(level)") }
            }
        }
    }
}
