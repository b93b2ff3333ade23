#include "ui/spacing.h"

#include <stdbool.h>

#include "base/utf8.h"

enum ink code_ink(uint32_t code) {
    switch (code) {
    case u'，':
    case u'。':
    case u'、':
    case u'；':
    case u'：':
    case u'？':
    case u'！':
    case u'．':
    case u'）':
    case u'》':
    case u'〉':
    case u'」':
    case u'』':
    case u'】':
    case u'〕':
    case u'〗':
    case u'”':
    case u'’':
        return INK_LEFT;
    case u'（':
    case u'《':
    case u'〈':
    case u'「':
    case u'『':
    case u'【':
    case u'〔':
    case u'〖':
    case u'“':
    case u'‘':
        return INK_RIGHT;
    default:
        return INK_ALL;
    }
}

/* Some face may have a narrow quote: that one has no empty half. */
static bool is_full(int32_t advance, int32_t size) {
    return advance * 4 >= size * 64 * 3;
}

static bool is_letter(uint32_t code) {
    return (code >= 'A' && code <= 'Z') || (code >= 'a' && code <= 'z');
}

/* What is written with Latin letters or is one with a number. */
static bool is_western(uint32_t code) {
    if (is_letter(code) || (code >= '0' && code <= '9')) return true;
    if (code == '%' || code == '+' || code == '#' || code == '@' || code == '$' || code == '&') return true;
    return (code >= 0xC0 && code < 0x250 && code != 0xD7 && code != 0xF7) || (code >= 0x370 && code < 0x530);
}

static bool is_squeezed(const struct pen *pen, uint32_t code, int32_t advance, int32_t size) {
    enum ink last = code_ink(pen->code), next = code_ink(code);
    if (last == INK_LEFT && is_full(pen->advance, size)) {
        bool apostrophe = pen->code == u'’' && is_letter(code); /* it’s */
        return apostrophe || (next != INK_ALL && is_full(advance, size));
    }
    return last == INK_RIGHT && next == INK_RIGHT && is_full(advance, size);
}

int32_t pen_gap(const struct pen *pen, uint32_t code, int32_t advance, int32_t size) {
    bool last = utf8_is_han(pen->code), next = utf8_is_han(code);
    if (pen->code == 0 || (last && next)) return 0;
    if (last) return is_western(code) ? size * 16 : 0;
    if (next) return is_western(pen->code) ? size * 16 : 0;
    return is_squeezed(pen, code, advance, size) ? -size * 32 : 0;
}

int32_t pen_set(struct pen *pen, uint32_t code, int32_t advance, int32_t size) {
    int32_t begin = pen->x + pen_gap(pen, code, advance, size);
    *pen = (struct pen){code, advance, begin + advance};
    return begin;
}
