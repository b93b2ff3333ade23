#include "base/str.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/memory.h"

struct str str_cut(struct str text, size_t begin, size_t end) {
    assert(begin <= end && end <= text.len);
    return text.at ? (struct str){text.at + begin, end - begin} : STR("");
}

static const struct str full_width_space = {"\u3000", 3};

/* Bytes of the blank that the text starts with, 0 when it starts with none. */
static size_t blank_at_start(struct str text) {
    if (text.len && strchr(" \t\r\n\v\f", text.at[0]) && text.at[0]) return 1;
    if (text.len && text.at[0] != full_width_space.at[0]) return 0;
    return str_starts(text, full_width_space) ? full_width_space.len : 0;
}

static size_t blank_at_end(struct str text) {
    if (!text.len) return 0;
    char last = text.at[text.len - 1];
    if (last && strchr(" \t\r\n\v\f", last)) return 1;
    if (last != full_width_space.at[full_width_space.len - 1]) return 0;
    return str_ends(text, full_width_space) ? full_width_space.len : 0;
}

struct str str_trim(struct str text) {
    for (size_t len; (len = blank_at_start(text)) != 0;) text = str_cut(text, len, text.len);
    for (size_t len; (len = blank_at_end(text)) != 0;) text.len -= len;
    return text;
}

bool str_equal(struct str a, struct str b) {
    return a.len == b.len && (a.len == 0 || memcmp(a.at, b.at, a.len) == 0);
}

bool str_ends(struct str text, struct str end) {
    return text.len >= end.len && str_equal(str_cut(text, text.len - end.len, text.len), end);
}

size_t str_find(struct str text, struct str part) {
    if (part.len == 0) return 0;
    size_t from = 0;
    while (text.len - from >= part.len) {
        const char *hit = memchr(text.at + from, part.at[0], text.len - from - part.len + 1);
        if (!hit) break;
        from = (size_t)(hit - text.at);
        if (memcmp(hit, part.at, part.len) == 0) return from;
        from++;
    }
    return text.len;
}

bool str_has(struct str text, struct str part) {
    return part.len == 0 || str_find(text, part) < text.len;
}

/* An empty buf points at this; nothing is ever written through it, because room is 0. */
static char *nothing(void) {
    return (char *)"";
}

void buf_init(struct buf *buf) {
    *buf = (struct buf){.at = nothing()};
}

void buf_finish(struct buf *buf) {
    if (buf->room) memory_give_back(buf->at);
    buf_init(buf);
}

void buf_clear(struct buf *buf) {
    buf->len = 0;
    if (buf->room) buf->at[0] = '\0';
}

static void make_room(struct buf *buf, size_t more) {
    assert(more < SIZE_MAX / 4);
    size_t need = buf->len + more + 1;
    if (need <= buf->room) return;
    size_t room = buf->room ? buf->room : 64;
    while (room < need) room += room / 2;
    buf->at = memory_resize(buf->room ? buf->at : NULL, room, 1);
    buf->room = room;
}

void buf_add(struct buf *buf, const char *at, size_t len) {
    if (!len) return;
    make_room(buf, len);
    memcpy(buf->at + buf->len, at, len);
    buf->len += len;
    buf->at[buf->len] = '\0';
}

void buf_str(struct buf *buf, struct str text) {
    buf_add(buf, text.at, text.len);
}

void buf_text(struct buf *buf, const char *text) {
    buf_add(buf, text, strlen(text));
}

void buf_char(struct buf *buf, char c) {
    make_room(buf, 1);
    buf->at[buf->len++] = c;
    buf->at[buf->len] = '\0';
}

__attribute__((format(printf, 2, 0))) static void add_formatted(struct buf *buf, const char *format,
                                                                va_list list, va_list again) {
    int len = vsnprintf(NULL, 0, format, list);
    assert(len >= 0);
    make_room(buf, (size_t)len);
    vsnprintf(buf->at + buf->len, (size_t)len + 1, format, again);
    buf->len += (size_t)len;
}

void buf_printf(struct buf *buf, const char *format, ...) {
    va_list list, again;
    va_start(list, format);
    va_copy(again, list);
    add_formatted(buf, format, list, again);
    va_end(again);
    va_end(list);
}

static void add_escaped(struct buf *buf, unsigned char c) {
    static const char named[][3] = {['"'] = "\\\"", ['\\'] = "\\\\", ['\n'] = "\\n", ['\r'] = "\\r",
                                    ['\t'] = "\\t", ['\b'] = "\\b",  ['\f'] = "\\f"};
    if (c < sizeof named / sizeof named[0] && named[c][0]) {
        buf_text(buf, named[c]);
    } else {
        buf_printf(buf, "\\u%04x", (unsigned)c);
    }
}

static bool needs_escape(unsigned char c) {
    return c < 0x20 || c == '"' || c == '\\' || c == 0x7F;
}

void buf_json(struct buf *buf, struct str text) {
    buf_char(buf, '"');
    size_t from = 0;
    for (size_t i = 0; i < text.len; i++) {
        if (!needs_escape((unsigned char)text.at[i])) continue;
        buf_add(buf, text.at + from, i - from);
        add_escaped(buf, (unsigned char)text.at[i]);
        from = i + 1;
    }
    buf_str(buf, str_cut(text, from, text.len));
    buf_char(buf, '"');
}

struct str buf_get(const struct buf *buf) {
    return (struct str){buf->at, buf->len};
}
