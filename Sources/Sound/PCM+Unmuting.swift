internal import CALSA

extension PCM {
    /// The simple controls through which a gong reaches a loudspeaker. Others stay as they are: opening a microphone's playback
    /// switch would make the room howl.
    private static let ways = [
        "Master", "PCM", "Headphone", "Speaker", "Line Out", "Front", "HDMI", "IEC958", "Digital", "DAC", "Playback",
    ]

    /// Opens the playback switches of the stream's card and sets its levels to 0 dB, or to the loudest where there is no scale:
    /// many cards, HDA among them, come up muted.
    ///
    /// - Returns: the names of the controls that were set; none for a card without a mixer and for a stream without a card.
    @discardableResult
    public func unmute() -> [String] {
        guard let card = cardNumber else { return [] }
        var opened: OpaquePointer?
        guard snd_mixer_open(&opened, 0) == 0, let mixer = opened else { return [] }
        defer { snd_mixer_close(mixer) }
        guard snd_mixer_attach(mixer, "hw:\(card)") == 0, snd_mixer_selem_register(mixer, nil, nil) == 0,
            snd_mixer_load(mixer) == 0
        else { return [] }

        var set: [String] = []
        var next = snd_mixer_first_elem(mixer)
        while let control = next {
            defer { next = snd_mixer_elem_next(control) }
            guard let text = snd_mixer_selem_get_name(control) else { continue }
            let name = String(cString: text)
            guard Self.ways.contains(where: name.hasPrefix), Self.open(control) else { continue }
            set.append(name)
        }
        return set
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

    /// - Returns: whether the control has a playback switch or level, and it could be set.
    private static func open(_ control: OpaquePointer) -> Bool {
        var done = false
        if snd_mixer_selem_has_playback_switch(control) != 0 {
            done = snd_mixer_selem_set_playback_switch_all(control, 1) == 0
        }
        guard snd_mixer_selem_has_playback_volume(control) != 0 else { return done }
        var low = 0
        var high = 0
        // Hundredths of a decibel.
        if snd_mixer_selem_get_playback_dB_range(control, &low, &high) == 0, low < high {
            return snd_mixer_selem_set_playback_dB_all(control, min(0, high), 0) == 0 || done
        }
        guard snd_mixer_selem_get_playback_volume_range(control, &low, &high) == 0 else { return done }
        return snd_mixer_selem_set_playback_volume_all(control, high) == 0 || done
    }
}
