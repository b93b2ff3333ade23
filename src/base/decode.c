#include "base/decode.h"

#include <errno.h>
#include <iconv.h>
#include <stdlib.h>

#include "base/utf8.h"

const char *encoding_name(enum encoding encoding) {
    static const char *const names[] = {
        [ENCODING_UTF8] = "UTF-8",       [ENCODING_UTF8_BOM] = "UTF-8 BOM", [ENCODING_UTF16LE] = "UTF-16LE",
        [ENCODING_UTF16BE] = "UTF-16BE", [ENCODING_GB18030] = "GB18030",    [ENCODING_NONE] = "未知编码"};
    _Static_assert(sizeof names / sizeof names[0] == ENCODING_NONE + 1, "a name for each encoding");
    return names[encoding];
}

struct byte_order_mark {
    struct str bytes;
    enum encoding encoding;
};

static const struct byte_order_mark marks[] = {{{"\xEF\xBB\xBF", 3}, ENCODING_UTF8_BOM},
                                               {{"\xFF\xFE", 2}, ENCODING_UTF16LE},
                                               {{"\xFE\xFF", 2}, ENCODING_UTF16BE}};

/* This many characters of good UTF-8 never begin a GB18030 text: then one broken byte is a broken byte. */
#define SURELY_UTF8 8

static size_t count_above_ascii(struct str text) {
    size_t count = 0;
    for (size_t i = 0; i < text.len && count < SURELY_UTF8; i++) count += (unsigned char)text.at[i] >= 0xC0;
    return count;
}

/* gcc's analyser takes the error value (iconv_t)-1 for a converter that is never closed. */
#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic ignored "-Wanalyzer-malloc-leak"
#endif

/* Converts into storage. Gives the bytes that could be read, all of them when it went well. */
static size_t convert(struct str bytes, const char *charset, struct buf *storage) {
    iconv_t converter = iconv_open("UTF-8", charset);
    if (converter == (iconv_t)-1) return 0;
    char *in = (char *)bytes.at, piece[4096];
    size_t left = bytes.len, room, failed;
    buf_clear(storage);
    do {
        char *out = piece;
        room = sizeof piece;
        failed = iconv(converter, &in, &left, &out, &room);
        buf_add(storage, piece, sizeof piece - room);
    } while (failed == (size_t)-1 && errno == E2BIG);
    iconv_close(converter);
    return bytes.len - left;
}

static struct decoded none_at(size_t offset) {
    return (struct decoded){.encoding = ENCODING_NONE, .text = STR(""), .bad_offset = offset};
}

static struct decoded decode_utf16(struct str bytes, enum encoding encoding, struct buf *storage) {
    struct str body = str_cut(bytes, 2, bytes.len);
    size_t read = body.len ? convert(body, encoding_name(encoding), storage) : 0;
    if (!body.len) return (struct decoded){.encoding = encoding, .text = STR("")};
    if (read < body.len) return none_at(2 + read);
    return (struct decoded){.encoding = encoding, .text = buf_get(storage)};
}

static struct decoded decode_utf8_body(struct str bytes) {
    struct str body = str_cut(bytes, 3, bytes.len);
    size_t good = utf8_valid_prefix(body);
    if (good < body.len) return none_at(3 + good);
    return (struct decoded){.encoding = ENCODING_UTF8_BOM, .text = body};
}

static struct decoded decode_unmarked(struct str bytes, struct buf *storage) {
    size_t good = utf8_valid_prefix(bytes);
    if (good == bytes.len) return (struct decoded){.encoding = ENCODING_UTF8, .text = bytes};
    if (count_above_ascii(str_cut(bytes, 0, good)) >= SURELY_UTF8) return none_at(good);
    size_t read = convert(bytes, "GB18030", storage);
    if (read == bytes.len) return (struct decoded){.encoding = ENCODING_GB18030, .text = buf_get(storage)};
    return none_at(read > good ? read : good);
}

struct decoded decode_bytes(struct str bytes, struct buf *storage) {
    for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++) {
        if (!str_starts(bytes, marks[i].bytes)) continue;
        if (marks[i].encoding == ENCODING_UTF8_BOM) return decode_utf8_body(bytes);
        return decode_utf16(bytes, marks[i].encoding, storage);
    }
    return decode_unmarked(bytes, storage);
}
