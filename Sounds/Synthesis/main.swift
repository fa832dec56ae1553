import Glibc
import Sound

// Renders every gong of this folder: `swift run -c release render-sounds [--check] FOLDER`.

let words = CommandLine.arguments.dropFirst()
let onlyChecks = words.first == "--check"
guard words.count == (onlyChecks ? 2 : 1), let folder = words.last else {
    print("usage: render-sounds [--check] FOLDER")
    exit(2)
}

var differences = 0
for gong in Gong.all {
    let path = "\(folder)/\(gong.name).flac"
    guard let sample = gong.rendered() else {
        print("\(gong.name) would clip: its gain is too large")
        exit(1)
    }
    // The FLAC file also names the libFLAC that packed it, so the samples are compared, and a file that has them is left alone.
    if (try? Sample(path: path)) == sample {
        print("\(path): the same, sample for sample")
    } else if onlyChecks {
        print("\(path): missing, or not what Synthesis renders")
        differences += 1
    } else {
        do {
            try sample.writeFLAC(to: path)
            print("\(path): written")
        } catch {
            print("\(path): \(error)")
            exit(1)
        }
    }
}
exit(differences == 0 ? 0 : 1)
