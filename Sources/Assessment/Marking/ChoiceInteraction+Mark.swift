extension ChoiceInteraction {
    func mark(_ chosen: [Int]) -> Mark {
        let places = Set(chosen.filter(options.indices.contains))
        let feedback = places.sorted().compactMap { options[$0].feedback }
        switch scoring {
        case .sum:
            return Mark(fraction: places.reduce(0) { $0 + options[$1].fraction }, feedback: feedback)
        case .allOrNothing:
            let isRight = options.indices.allSatisfy { places.contains($0) == (options[$0].fraction > 0) }
            return Mark(fraction: isRight ? 1 : 0, feedback: feedback)
        case .rightAnswers:
            let right = options.indices.count { places.contains($0) == (options[$0].fraction > 0) }
            return Mark(fraction: Double(right) / Double(max(1, options.count)), feedback: feedback)
        case .awards:
            return Mark(fraction: awards.first { $0.places == places.sorted() }?.fraction ?? 0, feedback: feedback)
        }
    }
}
