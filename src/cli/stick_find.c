#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "base/words.h"
#include "cli/stick.h"

/* Where desktops, udisks and our own unit put what is plugged in. */
static const char *const places[] = {"/media/", "/run/media/", "/mnt/", "/run/anzhi-stick/"};

static bool is_place(struct str path) {
    for (size_t i = 0; i < sizeof places / sizeof *places; i++)
        if (str_starts(path, str_of(places[i]))) return true;
    return false;
}

static bool is_octal(const char *at) {
    for (int i = 1; i <= 3; i++)
        if (at[i] < '0' || at[i] > '7') return false;
    return true;
}

/* A blank in a name stands there as \040. */
static bool decode(struct str text, char *out, size_t room) {
    size_t length = 0;
    for (size_t i = 0; i < text.len; i++) {
        bool escaped = text.at[i] == '\\' && i + 3 < text.len && is_octal(text.at + i);
        const char *at = text.at + i;
        if (length + 1 >= room) return false;
        out[length++] = escaped ? (char)((at[1] - '0') * 64 + (at[2] - '0') * 8 + at[3] - '0') : *at;
        if (escaped) i += 3;
    }
    out[length] = '\0';
    return true;
}

bool stick_find_in(struct str mounts, char *path, size_t room) {
    bool found = false;
    while (mounts.len) {
        size_t end = str_find(mounts, STR("\n"));
        struct str line = str_cut(mounts, 0, end);
        mounts = str_cut(mounts, end < mounts.len ? end + 1 : end, mounts.len);
        struct str device = words_next(&line), place = words_next(&line), kind = words_next(&line),
                   how = words_next(&line);
        bool writable = str_is(how, "rw") || str_starts(how, STR("rw,"));
        if (!kind.len || !writable || !str_starts(device, STR("/dev/")) || !is_place(place)) continue;
        found = decode(place, path, room) || found;
    }
    return found;
}

bool stick_find(char *path, size_t room) {
    struct buf mounts;
    char bytes[4096];
    ssize_t got;
    int file = open("/proc/self/mounts", O_RDONLY | O_CLOEXEC);
    if (file < 0) return false;
    buf_init(&mounts);
    while ((got = read(file, bytes, sizeof bytes)) > 0) buf_add(&mounts, bytes, (size_t)got);
    close(file);
    bool found = stick_find_in(buf_get(&mounts), path, room);
    buf_finish(&mounts);
    return found;
}
