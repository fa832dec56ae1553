import Glibc
import Sound

// Renders every gong of this folder: `swift run render-sounds FOLDER`.

guard CommandLine.arguments.count == 2, let folder = CommandLine.arguments.last else {
    print("usage: render-sounds FOLDER")
    exit(2)
}

let gongs: [(name: String, render: () -> Rendering)] = [
    ("tam-tam", TamTam.render),
    ("chime", Chime.render),
]
for gong in gongs {
    let sample = gong.render().mastered(peak: 0.88)
    do {
        try sample.writeFLAC(to: "\(folder)/\(gong.name).flac")
        print("\(folder)/\(gong.name).flac")
    } catch {
        print("\(gong.name): \(error)")
        exit(1)
    }
}
