#pragma once
#include <errno.h>
#include <gpiod.h>
#include <stdio.h>

// libgpiod 1 (Debian 12) and 2 (Debian 13) share a header name and little else. Only version 1 defines
// GPIOD_LINE_BULK_MAX_LINES, and neither has a version macro. The functions below are what both can do. A chip must stay open
// while one of its lines is requested. Each returns NULL or -1 with errno set when it fails, and then leaves nothing open.

#ifdef GPIOD_LINE_BULK_MAX_LINES
typedef struct gpiod_line gb_line;
#else
typedef struct gpiod_line_request gb_line;
#endif

/// Copies the chip's label into `label`: version 2 lends it only from an object that must be freed.
static inline int gb_chip_label(struct gpiod_chip *_Nonnull chip, char *_Nonnull label, size_t size) {
#ifdef GPIOD_LINE_BULK_MAX_LINES
    snprintf(label, size, "%s", gpiod_chip_label(chip));
#else
    struct gpiod_chip_info *info = gpiod_chip_get_info(chip);
    if (!info)
        return -1;
    snprintf(label, size, "%s", gpiod_chip_info_get_label(info));
    gpiod_chip_info_free(info);
#endif
    return 0;
}

/// The offset of the line with this name: version 1 gives a line object instead. errno is ENOENT where there is none.
static inline int gb_chip_find_line(struct gpiod_chip *_Nonnull chip, const char *_Nonnull name) {
#ifdef GPIOD_LINE_BULK_MAX_LINES
    errno = 0;
    struct gpiod_line *line = gpiod_chip_find_line(chip, name);
    if (line)
        return (int)gpiod_line_offset(line);
    if (!errno)
        errno = ENOENT;
    return -1;
#else
    return gpiod_chip_get_line_offset_from_name(chip, name);
#endif
}

/// What a line is requested for. A pulled input is high or low by itself while its switch is open.
enum gb_use { GB_OUTPUT_LOW, GB_INPUT_PULL_UP, GB_INPUT_PULL_DOWN };

/// Requests a line; an output is low from the first moment. Version 2 asks for it through three objects.
static inline gb_line *_Nullable gb_line_request(struct gpiod_chip *_Nonnull chip, unsigned int offset,
                                                 const char *_Nonnull consumer, enum gb_use use) {
#ifdef GPIOD_LINE_BULK_MAX_LINES
    struct gpiod_line *line = gpiod_chip_get_line(chip, offset);
    if (!line)
        return NULL;
    int bias = use == GB_INPUT_PULL_UP ? GPIOD_LINE_REQUEST_FLAG_BIAS_PULL_UP : GPIOD_LINE_REQUEST_FLAG_BIAS_PULL_DOWN;
    int result = use == GB_OUTPUT_LOW ? gpiod_line_request_output(line, consumer, 0)
                                      : gpiod_line_request_input_flags(line, consumer, bias);
    return result < 0 ? NULL : line;
#else
    struct gpiod_line_settings *settings = gpiod_line_settings_new();
    struct gpiod_line_config *lines = gpiod_line_config_new();
    struct gpiod_request_config *request = gpiod_request_config_new();
    gb_line *line = NULL;
    enum gpiod_line_bias bias = use == GB_INPUT_PULL_UP ? GPIOD_LINE_BIAS_PULL_UP : GPIOD_LINE_BIAS_PULL_DOWN;
    if (settings && lines && request &&
        (use == GB_OUTPUT_LOW
             ? gpiod_line_settings_set_direction(settings, GPIOD_LINE_DIRECTION_OUTPUT) == 0 &&
                   gpiod_line_settings_set_output_value(settings, GPIOD_LINE_VALUE_INACTIVE) == 0
             : gpiod_line_settings_set_direction(settings, GPIOD_LINE_DIRECTION_INPUT) == 0 &&
                   gpiod_line_settings_set_bias(settings, bias) == 0) &&
        gpiod_line_config_add_line_settings(lines, &offset, 1, settings) == 0) {
        gpiod_request_config_set_consumer(request, consumer);
        line = gpiod_chip_request_lines(chip, request, lines);
    }
    int reason = errno;
    if (request)
        gpiod_request_config_free(request);
    if (lines)
        gpiod_line_config_free(lines);
    if (settings)
        gpiod_line_settings_free(settings);
    errno = reason;
    return line;
#endif
}

/// Copies the name that the present user of a line gave, or an empty one: version 2 lends it only from an object that must be
/// freed.
static inline void gb_line_consumer(struct gpiod_chip *_Nonnull chip, unsigned int offset, char *_Nonnull name,
                                    size_t size) {
#ifdef GPIOD_LINE_BULK_MAX_LINES
    struct gpiod_line *line = gpiod_chip_get_line(chip, offset);
    const char *consumer = line ? gpiod_line_consumer(line) : NULL;
    snprintf(name, size, "%s", consumer ? consumer : "");
#else
    struct gpiod_line_info *info = gpiod_chip_get_line_info(chip, offset);
    const char *consumer = info ? gpiod_line_info_get_consumer(info) : NULL;
    snprintf(name, size, "%s", consumer ? consumer : "");
    if (info)
        gpiod_line_info_free(info);
#endif
}

/// Version 2 wants the offset and an enumeration.
static inline int gb_line_set(gb_line *_Nonnull line, unsigned int offset, int high) {
#ifdef GPIOD_LINE_BULK_MAX_LINES
    (void)offset;
    return gpiod_line_set_value(line, high);
#else
    return gpiod_line_request_set_value(line, offset, high ? GPIOD_LINE_VALUE_ACTIVE : GPIOD_LINE_VALUE_INACTIVE);
#endif
}

/// The level of the line itself, 1 or 0, or -1: version 2 wants the offset and gives an enumeration.
static inline int gb_line_get(gb_line *_Nonnull line, unsigned int offset) {
#ifdef GPIOD_LINE_BULK_MAX_LINES
    (void)offset;
    return gpiod_line_get_value(line);
#else
    return (int)gpiod_line_request_get_value(line, offset);
#endif
}

/// Gives the line back: the two versions name it differently.
static inline void gb_line_release(gb_line *_Nonnull line) {
#ifdef GPIOD_LINE_BULK_MAX_LINES
    gpiod_line_release(line);
#else
    gpiod_line_request_release(line);
#endif
}
