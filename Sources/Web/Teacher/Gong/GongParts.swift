import Classroom
import Gong
import Markup

/// Examination mode, one tap on and off.
struct ExaminationView: HTML {
    let visit: Visit
    let isOn: Bool

    func render(into output: inout Output) {
        div(.class(isOn ? "notice silent" : "notice")) {
            span { visit.text(isOn ? "examination.on" : "examination.off") }
            ActForm(visit, "/teacher/gong/examination", .class("single")) {
                input(.type("hidden"), .name("from"), .value(visit.request.path == "/teacher" ? "" : "gong"))
                button(.name("on"), .value(isOn ? "0" : "1"), .class(isOn ? "" : "quiet")) {
                    visit.text(isOn ? "examination.end" : "examination.begin")
                }
            }
        }.render(into: &output)
    }
}

/// Rings a test; `from` is the page that it leads back to.
struct GongTestButton: HTML {
    let visit: Visit
    let from: String

    func render(into output: inout Output) {
        ActForm(visit, "/teacher/gong/test", .class("single")) {
            input(.type("hidden"), .name("from"), .value(from))
            button(.class("quiet")) { visit.text("gong.test") }
        }.render(into: &output)
    }
}

/// One sentence a voice, and what came of a test just now.
struct GongHealthView: HTML {
    let visit: Visit
    let voices: [VoiceHealth]
    let test: Sounding.Outcome?

    func render(into output: inout Output) {
        if let test { p(.class("notice"), .role("status")) { testText(test) }.render(into: &output) }
        ul {
            for voice in voices {
                li(.class(voice.works ? "works" : "fails")) { voice.sentence }
            }
        }.render(into: &output)
    }

    private func testText(_ outcome: Sounding.Outcome) -> String {
        switch outcome {
        case .sounded(let voice): visit.text("gong.sounded", ["voice": voice])
        case .joined: visit.text("gong.joined")
        case .silent(let reason): visit.text("gong.silent", ["reason": reason])
        }
    }
}

/// What became of a strike, in the visitor's language.
enum FateText {
    static func of(_ strike: StrikeRecord, _ text: Catalogue) -> String {
        [of(strike.fate, text), strike.missed].filter { !$0.isEmpty }.joined(separator: " ")
    }

    private static func of(_ fate: StrikeRecord.Fate, _ text: Catalogue) -> String {
        switch fate {
        case .unknown: text("fate.unknown")
        case .sounded(let voice, let milliseconds):
            text("fate.sounded", ["voice": voice, "time": String(milliseconds)])
        case .joined: text("fate.joined")
        case .silent(let reason): text("fate.silent", ["reason": reason])
        case .kept(let hush): text("fate.kept", ["reason": reason(hush, text)])
        case .dismissed: text("fate.dismissed")
        }
    }

    static func reason(_ hush: RingRules.Hush, _ text: Catalogue) -> String {
        let key = hush.rawValue
        return text("hush.\(key)")
    }
}
