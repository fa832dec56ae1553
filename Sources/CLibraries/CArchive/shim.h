#pragma once
#include <archive.h>
#include <archive_entry.h>
#include <locale.h>

/// The kinds of entries are macros with casts, which Swift does not see.
static inline int gb_archive_is_regular(struct archive_entry *_Nonnull entry) {
    return archive_entry_filetype(entry) == AE_IFREG && archive_entry_hardlink(entry) == NULL;
}

static inline int gb_archive_is_directory(struct archive_entry *_Nonnull entry) {
    return archive_entry_filetype(entry) == AE_IFDIR;
}

/// A file that everybody may read, with no time of its own: equal contents make equal archives.
static inline void gb_archive_set_regular(struct archive_entry *_Nonnull entry) {
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_entry_set_perm(entry, 0644);
}

/// The library turns names into the thread's character set, and `LC_CTYPE_MASK` is a macro with a shift. NULL when the system has
/// no UTF-8; free with `gb_archive_leave_utf8`, which restores the thread's own.
static inline locale_t _Nullable gb_archive_enter_utf8(locale_t _Nullable *_Nonnull before) {
    locale_t utf8 = newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0);
    *before = utf8 ? uselocale(utf8) : (locale_t)0;
    return utf8;
}

static inline void gb_archive_leave_utf8(locale_t _Nullable utf8, locale_t _Nullable before) {
    if (utf8 == (locale_t)0) return;
    uselocale(before);
    freelocale(utf8);
}
