#include "ui/metrics.h"

#include <assert.h>
#include <string.h>

#include "base/utf8.h"
#include "ui/spacing.h"

int32_t metrics_width(const struct metrics *metrics, enum face face, int32_t size, struct str text) {
    struct pen pen = {0};
    for (const char *at = text.at, *end = text.at + text.len; at < end;) {
        uint32_t code = utf8_next(&at, end);
        pen_set(&pen, code, metrics->advance(metrics->context, face, size, code), size);
    }
    return pen.x;
}

const char *face_name(enum face face) {
    static const char *const names[] = {"sans", "sans_bold", "serif_bold"};
    _Static_assert(sizeof names / sizeof names[0] == FACES, "every face has a name");
    assert(face < FACES);
    return names[face];
}

/* Percent of the em. */
static int32_t plain_share(uint32_t code) {
    if (code == ' ' || code == 0xA0) return 25;
    if (code >= 0x300 && code < 0x370) return 0; /* marks that sit on another letter */
    if (code >= 0x2000) return 100;
    if (code < 0x80 && strchr("ilI.,:;'|!", (int)code)) return 30;
    if (code < 0x80 && strchr("mwMW%@", (int)code)) return 88;
    return 56;
}

static int32_t plain_advance(void *context, enum face face, int32_t size, uint32_t code) {
    (void)context;
    (void)face;
    return size * 64 * plain_share(code) / 100;
}

const struct metrics metrics_plain = {NULL, plain_advance, NULL};
