#include "ui/breaks.h"

#include <stdlib.h>
#include <unilbrk.h>

#include "base/utf8.h"

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
    static const uint16_t units[] = {u'年', u'月', u'日', u'号', u'版', u'条', u'个', u'位', u'人', u'题',
                                     u'分', u'秒', u'道', u'扇', u'次', u'届', u'家', u'万', u'亿', u'元',
                                     u'时', u'点', u'项', u'名', u'余', u'多', u'件', u'米', u'岁', u'周',
                                     u'天', u'期', u'章', u'节', u'类', u'种', u'部', u'所', u'城'};
    return AMONG(code, units);
}

/* 9月, 1000亿元, 约800余人: the number, a word of size or haste, and the unit stay in one line. */
static bool parts_a_number(const struct glyph *glyphs, uint32_t at) {
    uint32_t last = glyphs[at - 1].code, next = glyphs[at].code;
    if (is_digit(next)) return last == u'第' || last == u'约';
    if (is_digit(last)) return is_unit(next);
    static const uint16_t between[] = {u'万', u'亿', u'余', u'多'};
    bool counted = at >= 2 && AMONG(last, between);
    return counted && (is_digit(glyphs[at - 2].code) || AMONG(glyphs[at - 2].code, between)) && is_unit(next);
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

static enum glyph_break corrected(const struct glyph *glyphs, uint32_t at, enum glyph_break unicode) {
    uint32_t last = glyphs[at - 1].code, next = glyphs[at].code;
    if (unicode == BREAK_MUST) return BREAK_MUST;
    if (is_pair(last, next) || code_opens(last) || code_closes(next)) return BREAK_NEVER;
    if (code_is_blank(next) || parts_a_number(glyphs, at)) return BREAK_NEVER;
    if (last == u'．' && !is_chinese(next)) return BREAK_NEVER;
    return opens_beside_quote(last, next) ? BREAK_POSSIBLE : unicode;
}

/* libunistring marks the line break character itself; for us the line that follows begins behind it. */
static enum glyph_break from_unicode(const char *marks, uint32_t at) {
    if (at && (marks[at - 1] == UC_BREAK_MANDATORY)) return BREAK_MUST;
    return marks[at] == UC_BREAK_POSSIBLE ? BREAK_POSSIBLE : BREAK_NEVER;
}

static void mark_breaks(struct glyphs *glyphs, struct arena *arena) {
    uint32_t *codes = ARENA_LIST(arena, uint32_t, glyphs->count + 1);
    char *marks = ARENA_LIST(arena, char, glyphs->count + 1);
    for (uint32_t i = 0; i < glyphs->count; i++) codes[i] = glyphs->list[i].code;
    u32_possible_linebreaks(codes, glyphs->count, "UTF-8", marks);
    for (uint32_t i = 1; i < glyphs->count; i++)
        glyphs->list[i].before = (uint8_t)corrected(glyphs->list, i, from_unicode(marks, i));
}

struct glyphs glyphs_read(struct str text, const struct metrics *metrics, enum face face, int32_t size,
                          struct arena *arena) {
    struct glyphs glyphs = {ARENA_LIST(arena, struct glyph, text.len + 1), 0};
    for (const char *at = text.at, *end = text.at + text.len; at < end;) {
        struct glyph *glyph = &glyphs.list[glyphs.count++];
        glyph->offset = (uint32_t)(at - text.at);
        glyph->code = utf8_next(&at, end);
        bool breaks = glyph->code == '\n' || glyph->code == '\r';
        glyph->width = breaks ? 0 : metrics->advance(metrics->context, face, size, glyph->code);
    }
    glyphs.list[glyphs.count].offset = (uint32_t)text.len;
    if (glyphs.count) mark_breaks(&glyphs, arena);
    return glyphs;
}
