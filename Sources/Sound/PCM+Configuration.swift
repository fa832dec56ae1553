internal import CALSA
import Glibc

extension PCM {
    /// Sets hardware and software parameters in ALSA's order and reads back what the card gave.
    static func configure(_ handle: OpaquePointer, _ wish: Shape) throws(SoundError) -> Shape {
        // First without ALSA's resampler; with it only where the card cannot do the rate.
        var shape = try setHardware(handle, wish, resample: 0)
        if shape.rate != wish.rate {
            snd_pcm_hw_free(handle)
            shape = try setHardware(handle, wish, resample: 1)
        }
        guard shape.rate == wish.rate else { throw error("snd_pcm_hw_params_set_rate_near", -EINVAL) }
        try setSoftware(handle, shape)
        try check("snd_pcm_prepare", snd_pcm_prepare(handle))
        return shape
    }

    private static func setHardware(
        _ handle: OpaquePointer, _ wish: Shape, resample: UInt32
    ) throws(SoundError) -> Shape {
        var allocated: OpaquePointer?
        try check("snd_pcm_hw_params_malloc", snd_pcm_hw_params_malloc(&allocated))
        guard let parameters = allocated else { throw error("snd_pcm_hw_params_malloc", -ENOMEM) }
        defer { snd_pcm_hw_params_free(parameters) }

        try check("snd_pcm_hw_params_any", snd_pcm_hw_params_any(handle, parameters))
        try check(
            "snd_pcm_hw_params_set_rate_resample", snd_pcm_hw_params_set_rate_resample(handle, parameters, resample))
        try check(
            "snd_pcm_hw_params_set_access",
            snd_pcm_hw_params_set_access(handle, parameters, SND_PCM_ACCESS_RW_INTERLEAVED))
        try check(
            "snd_pcm_hw_params_set_format",
            snd_pcm_hw_params_set_format(handle, parameters, SND_PCM_FORMAT_S16_LE))
        try check("snd_pcm_hw_params_set_channels", snd_pcm_hw_params_set_channels(handle, parameters, 2))
        var rate = UInt32(wish.rate)
        try check(
            "snd_pcm_hw_params_set_rate_near", snd_pcm_hw_params_set_rate_near(handle, parameters, &rate, nil))
        var period = snd_pcm_uframes_t(wish.period)
        try check(
            "snd_pcm_hw_params_set_period_size_near",
            snd_pcm_hw_params_set_period_size_near(handle, parameters, &period, nil))
        var buffer = snd_pcm_uframes_t(wish.buffer)
        try check(
            "snd_pcm_hw_params_set_buffer_size_near",
            snd_pcm_hw_params_set_buffer_size_near(handle, parameters, &buffer))
        try check("snd_pcm_hw_params", snd_pcm_hw_params(handle, parameters))

        try check("snd_pcm_hw_params_get_rate", snd_pcm_hw_params_get_rate(parameters, &rate, nil))
        try check("snd_pcm_hw_params_get_period_size", snd_pcm_hw_params_get_period_size(parameters, &period, nil))
        try check("snd_pcm_hw_params_get_buffer_size", snd_pcm_hw_params_get_buffer_size(parameters, &buffer))
        return Shape(rate: Int(rate), period: Int(period), buffer: Int(buffer))
    }

    /// Starts with the first period, and wakes the feeder when two periods are free.
    private static func setSoftware(_ handle: OpaquePointer, _ shape: Shape) throws(SoundError) {
        var allocated: OpaquePointer?
        try check("snd_pcm_sw_params_malloc", snd_pcm_sw_params_malloc(&allocated))
        guard let parameters = allocated else { throw error("snd_pcm_sw_params_malloc", -ENOMEM) }
        defer { snd_pcm_sw_params_free(parameters) }

        try check("snd_pcm_sw_params_current", snd_pcm_sw_params_current(handle, parameters))
        try check(
            "snd_pcm_sw_params_set_start_threshold",
            snd_pcm_sw_params_set_start_threshold(handle, parameters, snd_pcm_uframes_t(shape.period)))
        try check(
            "snd_pcm_sw_params_set_avail_min",
            snd_pcm_sw_params_set_avail_min(handle, parameters, snd_pcm_uframes_t(2 * shape.period)))
        try check("snd_pcm_sw_params", snd_pcm_sw_params(handle, parameters))
    }

    static func error(_ operation: String, _ code: Int32) -> SoundError {
        SoundError(operation: operation, code: -code, text: snd_strerror(code).map { String(cString: $0) } ?? "")
    }

    /// ALSA's functions return a negative errno when they fail.
    @discardableResult
    static func check<Code: SignedInteger>(_ operation: String, _ code: Code) throws(SoundError) -> Code {
        guard code >= 0 else { throw error(operation, Int32(code)) }
        return code
    }
}
