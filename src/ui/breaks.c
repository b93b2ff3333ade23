#include "ui/breaks.h"

#include <stdlib.h>
#include <unilbrk.h>

#include "base/utf8.h"
#include "ui/common.h"
#include "ui/known.h"
#include "ui/spacing.h"

static bool is_among(uint32_t code, const uint16_t *list, uint32_t count) {
    for (uint32_t i = 0; i < count; i++)
        if (list[i] == code) return true;
    return false;
}
#define AMONG(code, list) is_among((code), (list), sizeof(list) / sizeof((list)[0]))

/* Nearly every character asked about is one of these, and none of them is a mark. */
static bool is_plain(uint32_t code) {
    return code >= 0x3400 && code < 0xA000;
}

bool code_closes(uint32_t code) {
    if (is_plain(code)) return false;
    static const uint16_t closers[] = {u'，', u'。', u'、', u'；', u'：', u'？', u'！', u'）', u'》', u'〉',
                                       u'」', u'』', u'】', u'〕', u'”',  u'’',  u'…',  u'—',  u'·',  u'～',
                                       u'％', u'‰',  u'℃',  u'°',  u'々', u'〗', u'．', u',',  u'.',  u';',
                                       u':',  u'?',  u'!',  u')',  u']',  u'}',  u'%'};
    return AMONG(code, closers);
}

bool code_opens(uint32_t code) {
    if (is_plain(code)) return false;
    static const uint16_t openers[] = {u'（', u'《', u'〈', u'「', u'『', u'【', u'〔',
                                       u'〖', u'“',  u'‘',  u'(',  u'[',  u'{'};
    return AMONG(code, openers);
}

bool code_ends_clause(uint32_t code) {
    if (is_plain(code)) return false;
    static const uint16_t marks[] = {u'，', u'。', u'；', u'：', u'？', u'！'};
    return AMONG(code, marks);
}

bool code_is_blank(uint32_t code) {
    return code == ' ' || code == '\t' || code == 0x3000 || code == '\n' || code == '\r';
}

static bool is_digit(uint32_t code) {
    return code >= '0' && code <= '9';
}

static bool is_chinese(uint32_t code) {
    return utf8_is_han(code) || (code >= 0x3000 && code < 0x3040) || (code >= 0xFF00 && code < 0xFFF0);
}

static bool is_unit(uint32_t code) {
    static const uint16_t units[] = {
        u'年', u'月', u'日', u'号', u'版', u'条', u'个', u'位', u'人', u'题', u'分', u'秒', u'道', u'扇',
        u'次', u'届', u'家', u'万', u'亿', u'元', u'时', u'点', u'项', u'名', u'余', u'多', u'件', u'米',
        u'岁', u'周', u'天', u'期', u'章', u'节', u'类', u'种', u'部', u'所', u'城', u'座', u'级', u'倍',
        u'度', u'页', u'台', u'张', u'场', u'份', u'句', u'处', u'批', u'轮', u'支', u'款', u'路', u'股',
        u'层', u'本', u'字', u'词', u'步', u'只', u'块', u'组', u'门', u'封', u'辆', u'票', u'成', u'折',
        u'千', u'百', u'十', u'小', u'公', u'平', u'兆', u'毫', u'厘', u'国', u'省', u'市', u'区', u'县'};
    return AMONG(code, units);
}

static bool is_sign(uint32_t code) {
    static const uint16_t signs[] = {'+',  '-',  '$',   '<',   '>',   '=',   '#',   u'±',  u'−',  u'≤', u'≥',
                                     u'≈', u'¥', u'￥', u'＋', u'－', u'＄', u'＜', u'＞', u'＝', u'№'};
    return AMONG(code, signs);
}

static bool is_range(uint32_t code) {
    return code == u'～' || code == '~' || code == u'—' || code == u'–' || code == u'－' || code == '-';
}

/* 第二十一条 */
static bool is_chinese_digit(uint32_t code) {
    static const uint16_t digits[] = {u'一', u'二', u'三', u'四', u'五', u'六', u'七', u'八',
                                      u'九', u'十', u'百', u'千', u'零', u'〇', u'两'};
    return AMONG(code, digits);
}

/* −5, ￥100, 3～5天, 约800. */
static bool begins_a_number(const struct glyph *glyphs, uint32_t at) {
    uint32_t last = glyphs[at - 1].code;
    if (last == u'第' || last == u'约' || is_sign(last)) return true;
    return is_range(last) && at >= 2 && !is_range(glyphs[at - 2].code) && !is_chinese(glyphs[at - 2].code);
}

/* 第二十一. Of other Chinese digits only the words tell: see keep_counts. */
static bool counts_on(const struct glyph *glyphs, uint32_t at) {
    while (at > 0 && is_chinese_digit(glyphs[at - 1].code)) at--;
    return at > 0 && glyphs[at - 1].code == u'第';
}

/* 9月, 1000亿元, 约800余人, 第二十一条: the number, a word of size or haste, and the unit stay in one line.
 */
static bool parts_a_number(const struct glyph *glyphs, uint32_t at) {
    uint32_t last = glyphs[at - 1].code, next = glyphs[at].code;
    if (is_digit(next)) return begins_a_number(glyphs, at);
    if (is_digit(last)) return is_unit(next);
    if (is_chinese_digit(next)) return last == u'第' || is_chinese_digit(last);
    if (is_chinese_digit(last) && is_unit(next)) return counts_on(glyphs, at);
    static const uint16_t between[] = {u'万', u'亿', u'余', u'多'};
    if (at < 2 || !AMONG(last, between) || !is_unit(next)) return false;
    uint32_t number = glyphs[at - 2].code;
    return is_digit(number) || is_chinese_digit(number) || AMONG(number, between);
}

/* 第一章　总则: the heading's number is no line of its own. */
static bool follows_a_heading(const struct glyph *glyphs, uint32_t at) {
    if (glyphs[at - 1].code != 0x3000 || at < 3 || glyphs[0].code != u'第') return false;
    uint32_t level = glyphs[at - 2].code;
    return level == u'章' || level == u'节' || level == u'条' || level == u'编';
}

static bool is_pair(uint32_t last, uint32_t next) {
    if (last != next) return false;
    return last == u'—' || last == u'…' || last == u'＿' || last == '+';
}

/* A curly quote stands outside between Chinese words: Unicode forbids both sides of it, Chinese only the
 * inner one. */
static bool opens_beside_quote(uint32_t last, uint32_t next) {
    if (next == u'“' || next == u'‘') return is_chinese(last) && !code_opens(last);
    if (last == u'”' || last == u'’') return is_chinese(next) && !code_closes(next);
    return false;
}

/* 40%（试行）, 他说，$9.99: between full-width marks and what stands outside of them. The versions of Unicode
   that Debian 12 and 13 bring differ here; we don't. */
static bool stands_outside(uint32_t last, uint32_t next) {
    static const uint16_t opening[] = {u'（', u'《', u'〈', u'「', u'『', u'【', u'〔', u'〖'};
    static const uint16_t closing[] = {u'，', u'。', u'、', u'；', u'：', u'？', u'！', u'）',
                                       u'》', u'〉', u'」', u'』', u'】', u'〕', u'〗'};
    if (AMONG(next, opening)) return !code_is_blank(last);
    return AMONG(last, closing);
}

static enum glyph_break corrected(const struct glyph *glyphs, uint32_t at, enum glyph_break unicode) {
    uint32_t last = glyphs[at - 1].code, next = glyphs[at].code;
    if (unicode == BREAK_MUST) return BREAK_MUST;
    if (is_pair(last, next) || code_opens(last) || code_closes(next)) return BREAK_NEVER;
    if (code_is_blank(next) || parts_a_number(glyphs, at)) return BREAK_NEVER;
    if (is_sign(last) && code_opens(next)) return BREAK_NEVER;
    if ((last == u'．' || last == '.') && !is_chinese(next)) return BREAK_NEVER;
    if (follows_a_heading(glyphs, at)) return BREAK_NEVER;
    return stands_outside(last, next) || opens_beside_quote(last, next) ? BREAK_POSSIBLE : unicode;
}

/* libunistring marks the line break character itself; for us the line that follows begins behind it. */
static enum glyph_break from_unicode(const char *marks, uint32_t at) {
    if (at && (marks[at - 1] == UC_BREAK_MANDATORY)) return BREAK_MUST;
    return marks[at] == UC_BREAK_POSSIBLE ? BREAK_POSSIBLE : BREAK_NEVER;
}

static void mark_inside(struct glyphs *glyphs, uint32_t first, uint32_t length, enum word_inside inside) {
    for (uint32_t i = first + 1; i < first + length; i++)
        if (!code_closes(glyphs->list[i - 1].code)) glyphs->list[i].inside |= (uint8_t)inside;
}

static void mark_common(struct glyphs *glyphs, const uint32_t *codes) {
    for (uint32_t i = 0, length; i < glyphs->count; i += length ? length : 1) {
        length = utf8_is_han(codes[i]) ? common_length(codes + i, glyphs->count - i) : 0;
        bool compound = length == 4 && common_length(codes + i, 2) && common_length(codes + i + 2, 2);
        mark_inside(glyphs, i, compound ? 2 : length, INSIDE_WORD);
        if (!compound) continue;
        mark_inside(glyphs, i + 2, 2, INSIDE_WORD);
        mark_inside(glyphs, i + 1, 2, INSIDE_COMPOUND);
    }
}

/* The first name wins, and the longest that begins there. */
static void mark_names(struct glyphs *glyphs, const uint32_t *codes, const struct words_known *known) {
    for (uint32_t i = 0, length; known && i < glyphs->count; i += length ? length : 1) {
        length = known_length(known, codes + i, glyphs->count - i);
        mark_inside(glyphs, i, length, INSIDE_NAME);
    }
}

/* 九座城, 十五场; but 唯一 and 统一 are words, and what follows them is counted by nobody. */
static void keep_counts(struct glyphs *glyphs) {
    for (uint32_t i = 1; i < glyphs->count; i++) {
        struct glyph *unit = &glyphs->list[i];
        const struct glyph *number = unit - 1;
        bool counted = is_chinese_digit(number->code) && !(number->inside & INSIDE_WORD);
        if (counted && is_unit(unit->code) && unit->before == BREAK_POSSIBLE) unit->before = BREAK_NEVER;
    }
}

static void mark_breaks(struct glyphs *glyphs, const uint32_t *codes, struct arena *arena) {
    char *marks = ARENA_LIST(arena, char, glyphs->count + 1);
    u32_possible_linebreaks(codes, glyphs->count, "UTF-8", marks);
    for (uint32_t i = 1; i < glyphs->count; i++)
        glyphs->list[i].before = (uint8_t)corrected(glyphs->list, i, from_unicode(marks, i));
}

static const uint32_t *codes_of(const struct glyphs *glyphs, struct arena *arena) {
    uint32_t *codes = ARENA_LIST(arena, uint32_t, glyphs->count);
    for (uint32_t i = 0; i < glyphs->count; i++) codes[i] = glyphs->list[i].code;
    return codes;
}

struct glyphs glyphs_read(struct str text, const struct metrics *metrics, enum face face, int32_t size,
                          struct arena *arena) {
    struct glyphs glyphs = {ARENA_LIST(arena, struct glyph, text.len + 1), 0};
    struct pen pen = {0};
    for (const char *at = text.at, *end = text.at + text.len; at < end;) {
        struct glyph *glyph = &glyphs.list[glyphs.count++];
        glyph->offset = (uint32_t)(at - text.at);
        glyph->code = utf8_next(&at, end);
        bool breaks = glyph->code == '\n' || glyph->code == '\r';
        glyph->width = breaks ? 0 : metrics->advance(metrics->context, face, size, glyph->code);
        glyph->inside = 0;
        glyph->gap = -pen.x;
        glyph->gap += pen_set(&pen, glyph->code, glyph->width, size);
    }
    glyphs.list[glyphs.count].offset = (uint32_t)text.len;
    if (!glyphs.count) return glyphs;
    const uint32_t *codes = codes_of(&glyphs, arena);
    mark_breaks(&glyphs, codes, arena);
    mark_common(&glyphs, codes);
    keep_counts(&glyphs);
    mark_names(&glyphs, codes, metrics->known);
    return glyphs;
}
