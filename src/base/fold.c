#include "base/fold.h"

#include <stdlib.h>
#include <unicase.h>
#include <unictype.h>
#include <uninorm.h>

#include "base/hash.h"
#include "base/memory.h"
#include "base/utf8.h"

/* Folded text is produced in small pieces: either appended to a buf or fed to a hash. */

struct fold {
    struct buf *out;   /* NULL: hash only */
    struct hash *hash; /* NULL: buf only */
    size_t used;
    bool after_month; /* between 月 and the number of a day */
    bool has_day;     /* and a digit of it has come */
    bool after_digit;
    char piece[512];
};

static void flush(struct fold *fold) {
    if (fold->out) buf_add(fold->out, fold->piece, fold->used);
    if (fold->hash) hash_bytes(fold->hash, fold->piece, fold->used);
    fold->used = 0;
}

static char *reserve(struct fold *fold, size_t len) {
    if (fold->used + len > sizeof fold->piece) flush(fold);
    char *at = fold->piece + fold->used;
    fold->used += len;
    return at;
}

static void put_byte(struct fold *fold, char c) {
    *reserve(fold, 1) = c;
}

#define MONTH 0x6708u
#define DAY_SPOKEN 0x53F7u
#define DAY_WRITTEN 0x65E5u

static bool is_ascii_digit(uint32_t code) {
    return code - '0' < 10;
}

static bool is_numeral(uint32_t code) {
    static const uint16_t numerals[] = {0x4E00, 0x4E8C, 0x4E09, 0x56DB, 0x4E94, 0x516D, 0x4E03,
                                        0x516B, 0x4E5D, 0x5341, 0x5EFF, 0x5345, 0x3007, 0x96F6};
    for (size_t i = 0; i < sizeof numerals / sizeof numerals[0]; i++) {
        if (numerals[i] == code) return true;
    }
    return false;
}

/* 9月8号 → 9月8日; a 号 elsewhere stays what it is. */
static uint32_t date_folded(struct fold *fold, uint32_t code) {
    if (code == MONTH) {
        fold->after_month = true;
        fold->has_day = false;
        return code;
    }
    if (!fold->after_month) return code;
    if (is_ascii_digit(code) || is_numeral(code)) {
        fold->has_day = true;
        return code;
    }
    fold->after_month = false;
    return code == DAY_SPOKEN && fold->has_day ? DAY_WRITTEN : code;
}

static void put_code(struct fold *fold, uint32_t code) {
    char bytes[4];
    size_t len = utf8_put(bytes, date_folded(fold, code));
    memcpy(reserve(fold, len), bytes, len);
    fold->after_digit = is_ascii_digit(code);
}

/* Signs that change a number's meaning when they stand between its digits. */
static bool is_number_sign(uint32_t code) {
    return code == '.' || code == '-' || code == '/' || code == ':' || code == '~' || code == 0x2013 ||
           code == 0x2014 || code == 0x3001 || code == 0x2015;
}

static char narrowed_sign(uint32_t code) {
    if (code == 0x3001) return ',';
    return code < 0x80 ? (char)code : '-';
}

/* %, #, & and the like are punctuation to Unicode and meaning to a reader: 10% is not 10. */
static bool is_meaningful_punctuation(uint32_t code) {
    return code == '%' || code == '#' || code == '&' || code == '@' || code == '*' || code == 0x2030;
}

static bool is_dropped(uint32_t code) {
    if (is_meaningful_punctuation(code)) return false;
    return uc_is_general_category_withtable(code,
                                            UC_CATEGORY_MASK_P | UC_CATEGORY_MASK_Z | UC_CATEGORY_MASK_C);
}

static bool next_is_digit(const char *at, const char *end) {
    return at < end && is_ascii_digit((unsigned char)*at);
}

/* One character of text that is already in its compatibility form and lower case. */
static void fold_code(struct fold *fold, uint32_t code, const char *next, const char *end) {
    if (is_number_sign(code) && fold->after_digit && next_is_digit(next, end)) {
        put_byte(fold, narrowed_sign(code));
        fold->after_digit = false;
    } else if (!is_dropped(code)) {
        put_code(fold, code);
    }
}

static void fold_ascii(struct fold *fold, unsigned char c, const char *next, const char *end) {
    if (c >= 'A' && c <= 'Z') c |= 0x20;
    fold_code(fold, c, next, end);
}

/* U+4E00 … U+9FFF have one form only. 月 and the two characters that may follow its number go the careful
 * way. */
static bool is_plain_han(const unsigned char *at, const char *end) {
    return end - (const char *)at >= 3 && (at[0] - 0xE5u < 5u || (at[0] == 0xE4 && at[1] >= 0xB8));
}

static bool is_month(const unsigned char *at) {
    return at[0] == 0xE6 && at[1] == 0x9C && at[2] == 0x88;
}

static void fold_han(struct fold *fold, const char **at, const char *end) {
    if (fold->after_month || is_month((const unsigned char *)*at)) {
        put_code(fold, utf8_next(at, end));
        return;
    }
    memcpy(reserve(fold, 3), *at, 3);
    fold->after_digit = false;
    *at += 3;
}

/* Chinese punctuation that most texts hold and that folding drops anyway. */
static bool is_common_mark(const unsigned char *at, const char *end) {
    if (end - (const char *)at < 3) return false;
    if (at[0] == 0xE3 && at[1] == 0x80)
        return at[2] == 0x80 || at[2] == 0x82 || (at[2] >= 0x88 && at[2] <= 0x91);
    return at[0] == 0xE2 && at[1] == 0x80 && at[2] >= 0x98 && at[2] <= 0x9D;
}

/* ！（），：；？ in their full-width form; U+FF01 … U+FF5E mirror ASCII. */
static bool is_full_width_mark(const unsigned char *at, const char *end) {
    if (end - (const char *)at < 3 || at[0] != 0xEF || at[1] != 0xBC) return false;
    unsigned char c = (unsigned char)(at[2] - 0x60);
    return c == '!' || c == '(' || c == ')' || c == ',' || c == ':' || c == ';' || c == '?';
}

/* A sign before a full-width digit can only be judged once that digit is narrowed. */
static bool wants_narrowing(const char *next, const char *end) {
    return next < end && (unsigned char)*next >= 0xEF;
}

/* Folds as far as characters have a single form; gives the place of the first that may not. */
static const char *fold_simple(struct fold *fold, const char *at, const char *end) {
    while (at < end) {
        const unsigned char *byte = (const unsigned char *)at;
        if (is_plain_han(byte, end)) {
            fold_han(fold, &at, end);
        } else if (byte[0] < 0x80) {
            if (fold->after_digit && is_number_sign(byte[0]) && wants_narrowing(at + 1, end)) break;
            fold_ascii(fold, byte[0], ++at, end);
        } else if (is_common_mark(byte, end) && !(byte[0] == 0xE3 && byte[2] == 0x81)) {
            at += 3;
        } else if (is_full_width_mark(byte, end) && !wants_narrowing(at + 3, end)) {
            at += 3;
            fold_ascii(fold, (unsigned char)(byte[2] - 0x60), at, end);
        } else {
            break;
        }
    }
    return at;
}

static void fold_forms(struct fold *fold, struct str text) {
    size_t len = 0;
    uint8_t *forms = u8_casefold((const uint8_t *)text.at, text.len, NULL, UNINORM_NFKC, NULL, &len);
    if (!forms) memory_exhausted();
    struct str folded = {(const char *)forms, len};
    for (const char *at = folded.at, *end = folded.at + folded.len; at < end;) {
        uint32_t code = utf8_next(&at, end);
        fold_code(fold, code, at, end);
    }
    free(forms);
}

/* A text that is not simple all through is folded again from its start: marks combine with what stands
 * before. */
static void fold_into(struct str text, struct buf *out, struct hash *hash) {
    if (!text.len) return;
    size_t out_len = out ? out->len : 0;
    struct hash hash_before = hash ? *hash : (struct hash){0};
    struct fold fold = {.out = out, .hash = hash};
    const char *end = text.at + text.len;
    if (fold_simple(&fold, text.at, end) != end) {
        if (out) out->len = out_len;
        if (hash) *hash = hash_before;
        fold = (struct fold){.out = out, .hash = hash};
        fold_forms(&fold, text);
    }
    flush(&fold);
}

void fold_text(struct str text, struct buf *out) {
    fold_into(text, out, NULL);
}

uint64_t fold_hash(struct str text) {
    struct hash hash = hash_begin();
    fold_into(text, NULL, &hash);
    return hash_end(&hash);
}

bool fold_equal(struct str a, struct str b) {
    struct buf folded;
    buf_init(&folded);
    fold_text(a, &folded);
    size_t middle = folded.len;
    fold_text(b, &folded);
    struct str both = buf_get(&folded);
    bool equal = str_equal(str_cut(both, 0, middle), str_cut(both, middle, both.len));
    buf_finish(&folded);
    return equal;
}
