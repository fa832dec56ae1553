internal import Assessment

extension MoodleMarkup {
    /// Labels on a picture: where the places are of the size that Moodle gives a label, Moodle shows them (`ddimageortext`); places
    /// of any other shape and size are there, but not to be seen (`ddmarker`).
    mutating func labels(_ match: MatchInteraction, on image: ImageMap) throws(Rejection) -> (
        type: String, answers: String
    ) {
        guard !match.isAllOrNothing, image.regions.count == match.key.count else {
            throw Rejection("Moodle cannot say how its labels are marked or shown.")
        }
        let corners = image.regions.map(Self.label)
        var text = "<shuffleanswers/>\n" + (try file(image.mediaName)) + "\n"
        for (place, target) in match.targets.enumerated() {
            text += "<drag><no>\(place + 1)</no><text>\(MarkupText.escaped(RichText(plain: target).html))</text>"
            let uses = match.key.count { $0 == place }
            if corners.contains(where: { $0 == nil }) {
                text += "<noofdrags>\(max(1, uses))</noofdrags></drag>\n"
            } else {
                text += "<draggroup>1</draggroup>\(uses > 1 ? "<infinite/>" : "")</drag>\n"
            }
        }
        for (number, place) in match.key.enumerated() {
            text += "<drop><no>\(number + 1)</no><choice>\(place + 1)</choice>"
            if corners.contains(where: { $0 == nil }) {
                text += try Self.area(image.regions[number])
            } else if let (left, top) = corners[number] {
                let name = match.sources[number].plain
                let isNamed = name != ImageMap.letter(number)
                text += "<text>\(isNamed ? MarkupText.escaped(RichText(plain: name).html) : "")</text>"
                text += "<xleft>\(left)</xleft><ytop>\(top)</ytop>"
            }
            text += "</drop>\n"
        }
        guard corners.contains(where: { $0 == nil }) else { return ("ddimageortext", text) }
        notice("Moodle does not show the places on the picture. Say in the text what is to be found.")
        return ("ddmarker", text)
    }

    /// The corner of a place that is as large as a label of Moodle's, as the reader takes it to be.
    private static func label(_ shape: ImageMap.Shape) -> (left: Int, top: Int)? {
        guard case .rectangle(let left, let top, let right, let bottom) = shape, abs(right - left - 100) < 1,
            abs(bottom - top - 30) < 1
        else { return nil }
        return (pixels(left), pixels(top))
    }

    private static func area(_ shape: ImageMap.Shape) throws(Rejection) -> String {
        switch shape {
        case .rectangle(let left, let top, let right, let bottom):
            return "<shape>rectangle</shape><coords>\(pixels(left)),\(pixels(top));"
                + "\(pixels(right - left)),\(pixels(bottom - top))</coords>"
        case .circle(let x, let y, let radius):
            return "<shape>circle</shape><coords>\(pixels(x)),\(pixels(y));\(pixels(radius))</coords>"
        case .polygon(let points):
            let pairs = stride(from: 0, to: points.count - 1, by: 2).map {
                "\(pixels(points[$0])),\(pixels(points[$0 + 1]))"
            }
            return "<shape>polygon</shape><coords>\(pairs.joined(separator: ";"))</coords>"
        case .ellipse: throw Rejection("Moodle has no ellipses on a picture.")
        }
    }

    /// Moodle wants whole ones.
    private static func pixels(_ length: Double) -> Int { Int(max(-1e6, min(1e6, length)).rounded()) }
}
