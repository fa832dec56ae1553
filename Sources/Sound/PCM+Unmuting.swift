internal import CALSA

extension PCM {
    /// The simple controls through which a gong reaches a loudspeaker. Others stay as they are: opening a microphone's playback
    /// switch would make the room howl.
    ///
    /// All sound passes through the first two; of the others any one may be the way that the loudspeaker is on.
    private static let gates = ["Master", "PCM"]
    private static let ways = [
        "Master", "PCM", "Headphone", "Speaker", "Line Out", "Front", "HDMI", "IEC958", "Digital", "DAC", "Playback",
    ]

    /// Opens the playback switches of the stream's card and sets its levels to 0 dB, or to the loudest where there is no scale:
    /// many cards, HDA among them, come up muted. What stays closed all the same is in `muted`.
    ///
    /// Does nothing for a card without a mixer and for a stream without a card.
    public func unmute() {
        muted = []
        guard let card = cardNumber else { return }
        var opened: OpaquePointer?
        guard snd_mixer_open(&opened, 0) == 0, let mixer = opened else { return }
        defer { snd_mixer_close(mixer) }
        guard snd_mixer_attach(mixer, "hw:\(card)") == 0, snd_mixer_selem_register(mixer, nil, nil) == 0,
            snd_mixer_load(mixer) == 0
        else { return }

        var states: [(name: String, isOpen: Bool)] = []
        var next = snd_mixer_first_elem(mixer)
        while let control = next {
            defer { next = snd_mixer_elem_next(control) }
            guard let text = snd_mixer_selem_get_name(control) else { continue }
            let name = String(cString: text)
            guard Self.ways.contains(where: name.hasPrefix) else { continue }
            Self.open(control)
            states.append((name, Self.isOpen(control)))
        }
        muted = Self.closed(states)
    }

    /// What keeps a card silent: a gate that is shut, or every way when all are.
    static func closed(_ states: [(name: String, isOpen: Bool)]) -> [String] {
        let shut = states.filter { !$0.isOpen }.map(\.name)
        let shutGates = shut.filter(gates.contains)
        let hasWay = states.contains { $0.isOpen && !gates.contains($0.name) } || shut.allSatisfy(gates.contains)
        return hasWay ? shutGates : shut
    }

    /// ALSA's number of the card behind the stream. Nil for files and the like.
    private var cardNumber: Int32? {
        var allocated: OpaquePointer?
        guard snd_pcm_info_malloc(&allocated) == 0, let info = allocated else { return nil }
        defer { snd_pcm_info_free(info) }
        guard snd_pcm_info(handle, info) == 0 else { return nil }
        let card = snd_pcm_info_get_card(info)
        return card >= 0 ? card : nil
    }

    private static func open(_ control: OpaquePointer) {
        if snd_mixer_selem_has_playback_switch(control) != 0 {
            snd_mixer_selem_set_playback_switch_all(control, 1)
        }
        guard snd_mixer_selem_has_playback_volume(control) != 0 else { return }
        var low = 0
        var high = 0
        // Hundredths of a decibel.
        if snd_mixer_selem_get_playback_dB_range(control, &low, &high) == 0, low < high,
            snd_mixer_selem_set_playback_dB_all(control, min(0, high), 0) == 0
        {
            return
        }
        guard snd_mixer_selem_get_playback_volume_range(control, &low, &high) == 0 else { return }
        snd_mixer_selem_set_playback_volume_all(control, high)
    }

    /// Read back from the card: its switch is on and its level is not the lowest. One without either is no hindrance.
    private static func isOpen(_ control: OpaquePointer) -> Bool {
        var value: Int32 = 1
        if snd_mixer_selem_has_playback_switch(control) != 0 {
            snd_mixer_selem_get_playback_switch(control, SND_MIXER_SCHN_FRONT_LEFT, &value)
        }
        var low = 0
        var high = 0
        var level = 0
        guard value != 0, snd_mixer_selem_has_playback_volume(control) != 0,
            snd_mixer_selem_get_playback_volume_range(control, &low, &high) == 0, low < high,
            snd_mixer_selem_get_playback_volume(control, SND_MIXER_SCHN_FRONT_LEFT, &level) == 0
        else { return value != 0 }
        return level > low
    }
}
