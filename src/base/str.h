#ifndef ANZHI_BASE_STR_H
#define ANZHI_BASE_STR_H

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

/* Borrowed text (str) and text that grows (buf). A str is not terminated; a buf always is. */

struct str {
    const char *at;
    size_t len;
};

#define STR(literal) ((struct str){(literal), sizeof(literal) - 1})

/* What stands here as a whole is asked about literals, whose length is then known when it is compiled. */

/* NULL gives the empty text. */
static inline struct str str_of(const char *text) {
    return text ? (struct str){text, strlen(text)} : STR("");
}

struct str str_cut(struct str text, size_t begin, size_t end);
struct str str_trim(struct str text); /* ASCII blanks and the full-width space */
bool str_equal(struct str a, struct str b);
static inline bool str_is(struct str a, const char *b) {
    return str_equal(a, str_of(b));
}
static inline bool str_starts(struct str text, struct str start) {
    return text.len >= start.len && (start.len == 0 || memcmp(text.at, start.at, start.len) == 0);
}
bool str_ends(struct str text, struct str end);
/* Offset of the first occurrence, or text.len when there is none. */
size_t str_find(struct str text, struct str part);
bool str_has(struct str text, struct str part);

struct buf {
    char *at; /* terminated; "" before the first byte */
    size_t len, room;
};

void buf_init(struct buf *buf);
void buf_finish(struct buf *buf);
void buf_clear(struct buf *buf);
void buf_add(struct buf *buf, const char *at, size_t len);
void buf_str(struct buf *buf, struct str text);
void buf_text(struct buf *buf, const char *text);
void buf_char(struct buf *buf, char c);
void buf_printf(struct buf *buf, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* Appends text as a JSON string in quotes. */
void buf_json(struct buf *buf, struct str text);
struct str buf_get(const struct buf *buf);

#endif
