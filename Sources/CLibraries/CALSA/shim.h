#pragma once
#include <alsa/asoundlib.h>

static inline void gb_alsa_say_nothing(const char *_Nonnull file, int line, const char *_Nonnull function, int error,
                                       const char *_Nonnull format, ...) {
    (void)file, (void)line, (void)function, (void)error, (void)format;
}

/// Keeps alsa-lib from writing its own complaints to standard error: each failure is told once, in a sentence.
/// Swift cannot make the variadic function that alsa-lib asks for.
static inline void gb_alsa_keep_silent(void) {
    snd_lib_error_set_handler(gb_alsa_say_nothing);
}
