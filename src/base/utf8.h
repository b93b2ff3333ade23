#ifndef ANZHI_BASE_UTF8_H
#define ANZHI_BASE_UTF8_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

/* UTF-8 by hand, because the scanner runs it over every byte of every pack: validity, counting, width. */

/* Bytes up to the first one that is not strict UTF-8 (no surrogates, no overlong forms, at most U+10FFFF). */
size_t utf8_valid_prefix(struct str text);

/* The next code point of valid text; moves *at behind it. */
uint32_t utf8_next(const char **at, const char *end);
size_t utf8_put(char out[4], uint32_t code);

size_t utf8_count(struct str text);
/* Columns in a terminal or a monospaced editor: Chinese counts two. */
int utf8_columns(struct str text);
bool utf8_is_han(uint32_t code);
/* The first `count` code points of the text. */
struct str utf8_head(struct str text, size_t count);

#endif
