/// What strikes: the longer it stays in touch, the less it gives to the high modes, and the gentler the sound begins.
///
/// A felt head touches for several milliseconds, a hard one for less than one (Fletcher and Rossing, The Physics of Musical
/// Instruments, chapters 19 and 20).
struct Mallet {
    /// Seconds in touch.
    let contact: Double

    /// The share of the blow that a mode of `frequency` gets: the envelope of the spectrum of half a sine of that length.
    func share(_ frequency: Double) -> Double {
        let turns = 2 * frequency * contact
        return 1 / (1 + turns * turns)
    }

    /// Seconds in which a mode swells to two fifths of its level while the blow lasts.
    var onset: Double { contact / 2 }
}
