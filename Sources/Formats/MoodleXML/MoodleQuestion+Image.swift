internal import Assessment
internal import XML

extension MoodleQuestion {
    /// Labels that belong on a picture: each place is lettered, and its label chosen from a menu.
    mutating func dragOntoImage() throws(Rejection) -> MatchInteraction {
        let places = element.all("drop").map { drop in
            let left = MoodleAnswer(drop).number("xleft") ?? 0
            let top = MoodleAnswer(drop).number("ytop") ?? 0
            // The file does not say how large a label is; Moodle's own is about this size.
            return (drop: drop, shape: ImageMap.Shape.rectangle(left, top, left + 100, top + 30))
        }
        return try labels(places)
    }

    /// Markers for places on a picture: the places are shown, since a box in the class has no place for a guess by the pixel.
    mutating func markers() throws(Rejection) -> MatchInteraction {
        var places: [(drop: XMLElement, shape: ImageMap.Shape)] = []
        for drop in element.all("drop") {
            guard let shape = Self.shape(drop) else {
                throw Rejection("A place on the picture has no shape that can be read. Draw it again in Moodle.")
            }
            places.append((drop, shape))
        }
        notice("The places are shown on the picture, and the markers chosen from menus.")
        return try labels(places)
    }

    private mutating func labels(_ places: [(drop: XMLElement, shape: ImageMap.Shape)]) throws(Rejection)
        -> MatchInteraction
    {
        guard let name = element.first("file")?["name"], let media = prose.media.media(for: "@@PLUGINFILE@@/" + name),
            let size = ImageSize(media.bytes)
        else { throw Rejection("The picture is not in the file. Export the question with its files.") }
        let drags = element.all("drag").enumerated().map { number, drag in
            let text = ProseReader.plain(drag.first("text")?.text ?? "", .html)
            return (number: drag.first("no").flatMap { Int($0.text.trimmedText) } ?? number + 1, text: text)
        }
        guard drags.allSatisfy({ !$0.text.isEmpty }) else {
            throw Rejection("A label has no words. Give each picture a text, so that it can stand in a menu.")
        }
        let targets = drags.map(\.text).uniqued { $0 }
        var match = MatchInteraction(sources: [], targets: targets, key: [])
        var shapes: [ImageMap.Shape] = []
        for (drop, shape) in places {
            let choice = drop.first("choice").flatMap { Int($0.text.trimmedText) }
            guard let drag = drags.first(where: { $0.number == choice }), let place = targets.firstIndex(of: drag.text)
            else {
                throw Rejection("A place on the picture has no label of its own. Choose one in Moodle.")
            }
            let text = ProseReader.plain(drop.first("text")?.text ?? "", .html)
            match.sources.append(RichText(plain: text.isEmpty ? ImageMap.letter(match.sources.count) : text))
            match.key.append(place)
            shapes.append(shape)
        }
        guard !shapes.isEmpty else { throw Rejection("The picture has no places for labels. Add one in Moodle.") }
        match.image = ImageMap(
            source: media.address, text: name, width: Double(size.width), height: Double(size.height), regions: shapes)
        return match
    }

    /// `x,y;radius`, `x,y;width,height`, `x,y;x,y;…`.
    private static func shape(_ drop: XMLElement) -> ImageMap.Shape? {
        let parts = (drop.first("coords")?.text ?? "").split(separator: ";").map { part in
            part.split(separator: ",").compactMap { Double(String($0).trimmedText) }
        }
        switch drop.first("shape")?.text.trimmedText {
        case "circle":
            guard parts.count == 2, parts[0].count == 2, parts[1].count == 1 else { return nil }
            return .circle(parts[0][0], parts[0][1], parts[1][0])
        case "rectangle":
            guard parts.count == 2, parts[0].count == 2, parts[1].count == 2 else { return nil }
            return .rectangle(parts[0][0], parts[0][1], parts[0][0] + parts[1][0], parts[0][1] + parts[1][1])
        case "polygon":
            guard parts.count >= 3, parts.allSatisfy({ $0.count == 2 }) else { return nil }
            return .polygon(parts.flatMap { $0 })
        default: return nil
        }
    }
}
