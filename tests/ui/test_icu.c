#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <unicode/ubrk.h>
#include <unicode/ustring.h>
#include <cmocka.h>

#include "base/utf8.h"
#include "support/disk.h"
#include "ui/breaks.h"

/* Our line breaks beside ICU's: the same lines, the same widths, the same greedy filler, and only the places
   where a line may break differ. Counted is what no Chinese reader forgives. The lists of marks are written
   down here once more, so that a gap in ours is seen. */

enum { SIZE = 64, NARROWEST = 8, WIDEST = 30, LONGEST = 4000 };

struct faults {
    uint32_t lines, starts, ends, cuts;
};

struct fixture {
    struct arena arena;
    UBreakIterator *icu;
    uint32_t texts;
    struct faults ours, theirs;
};

static bool is_one_of(uint32_t code, const char *marks) {
    for (const char *at = marks, *end = marks + strlen(marks); at < end;)
        if (utf8_next(&at, end) == code) return true;
    return false;
}

static bool is_bad_start(uint32_t code) {
    return is_one_of(code, "，。、；：？！）》〉」』】〕〗”’…—·～％‰℃°々,.;:?!)]}%");
}

static bool is_bad_end(uint32_t code) {
    return is_one_of(code, "（《〈「『【〔〖“‘([{");
}

static bool is_digit(uint32_t code) {
    return code >= '0' && code <= '9';
}

static bool is_latin(uint32_t code) {
    return is_digit(code) || (code >= 'A' && code <= 'Z') || (code >= 'a' && code <= 'z');
}

/* A word, a number with its sign, unit or percent, or a double mark falls in two. */
static bool is_cut(const struct glyph *glyphs, uint32_t at) {
    uint32_t last = glyphs[at - 1].code, next = glyphs[at].code;
    if (is_latin(last) && is_latin(next)) return true;
    if (last == next && is_one_of(last, "—…+")) return true;
    if (is_digit(last)) return is_one_of(next, "%％‰℃+年月日号条个位人次届家万亿元级");
    return is_digit(next) && is_one_of(last, "第约+$￥¥−±≤≥～");
}

/* One line from `first` on; returns where the next begins. */
static uint32_t filled(const struct glyphs *glyphs, const bool *may, uint32_t first, int32_t measure,
                       bool *forced) {
    int32_t width = 0;
    uint32_t best = 0, i = first;
    for (; i < glyphs->count; i++) {
        if (i > first && may[i]) best = i;
        const struct glyph *glyph = &glyphs->list[i];
        int32_t wider = width + (i > first ? glyph->gap : 0) + glyph->width;
        int32_t empty = code_closes(glyph->code) && glyph->width == SIZE * 64 ? glyph->width / 2 : 0;
        if (wider - empty > measure && !code_is_blank(glyph->code)) break;
        width = wider;
    }
    if (i == glyphs->count) return i;
    *forced = best == 0;
    return best ? best : i > first ? i : first + 1;
}

static void fill(const struct glyphs *glyphs, const bool *may, int32_t ems, struct faults *faults) {
    for (uint32_t at = 0; at < glyphs->count;) {
        bool forced = false;
        at = filled(glyphs, may, at, ems * SIZE * 64, &forced);
        faults->lines++;
        if (forced || at == glyphs->count) continue;
        uint32_t last = at - 1, next = at;
        while (last > 0 && code_is_blank(glyphs->list[last].code)) last--;
        while (next + 1 < glyphs->count && code_is_blank(glyphs->list[next].code)) next++;
        faults->starts += is_bad_start(glyphs->list[next].code);
        faults->ends += is_bad_end(glyphs->list[last].code);
        faults->cuts += is_cut(glyphs->list, at);
    }
}

static void ask_icu(struct fixture *fixture, struct str text, const struct glyphs *glyphs, bool *may) {
    static UChar units[LONGEST];
    UErrorCode status = U_ZERO_ERROR;
    int32_t count = 0;
    u_strFromUTF8(units, LONGEST, &count, text.at, (int32_t)text.len, &status);
    ubrk_setText(fixture->icu, units, count, &status);
    assert_true(U_SUCCESS(status));
    for (uint32_t i = 0, unit = 0; i < glyphs->count; i++) {
        may[i] = ubrk_isBoundary(fixture->icu, (int32_t)unit);
        unit += glyphs->list[i].code > 0xFFFF ? 2 : 1;
    }
}

static void compare(struct fixture *fixture, struct str text) {
    static bool ours[LONGEST], theirs[LONGEST];
    if (text.len >= LONGEST) return;
    arena_clear(&fixture->arena);
    struct glyphs glyphs = glyphs_read(text, &metrics_plain, FACE_SANS, SIZE, &fixture->arena);
    for (uint32_t i = 0; i < glyphs.count; i++) ours[i] = glyphs.list[i].before != BREAK_NEVER;
    ask_icu(fixture, text, &glyphs, theirs);
    for (int32_t ems = NARROWEST; ems <= WIDEST; ems++) {
        fill(&glyphs, ours, ems, &fixture->ours);
        fill(&glyphs, theirs, ems, &fixture->theirs);
    }
    fixture->texts++;
}

/* Every Chinese string of the file that is a sentence; in content no string goes over a line. */
static void compare_strings(struct fixture *fixture, struct str json) {
    struct buf text;
    buf_init(&text);
    bool within = false;
    uint32_t han = 0;
    for (const char *at = json.at, *end = at + json.len; at < end;) {
        const char *from = at;
        uint32_t code = utf8_next(&at, end);
        if (code == '\\' && at < end) {
            code = (uint8_t)*at++;
            if (within) buf_add(&text, code == 'n' ? " " : at - 1, 1);
            continue;
        }
        if (code != '"') {
            han += utf8_is_han(code);
            if (within) buf_add(&text, from, (size_t)(at - from));
            continue;
        }
        if (within && han >= 6) compare(fixture, buf_get(&text));
        buf_clear(&text);
        within = !within;
        han = 0;
    }
    buf_finish(&text);
}

static void compare_content(struct fixture *fixture) {
    struct disk disk;
    disk_open(&disk, SOURCE_DIR "/content/packs");
    for (uint32_t i = 0; i < disk.count; i++) compare_strings(fixture, buf_get(&disk.bytes[i]));
    disk_close(&disk);
}

static void compare_lines(struct fixture *fixture, const char *path) {
    struct buf file = disk_read(path);
    for (const char *at = file.at, *end = file.at + file.len; at < end;) {
        const char *stop = memchr(at, '\n', (size_t)(end - at));
        if (stop > at) compare(fixture, (struct str){at, (size_t)(stop - at)});
        at = stop ? stop + 1 : end;
    }
    buf_finish(&file);
}

static void tell(const char *who, const struct faults *faults) {
    print_message("%s: %u lines, bad starts %u, bad ends %u, cut words and numbers %u\n", who, faults->lines,
                  faults->starts, faults->ends, faults->cuts);
}

static void our_breaks_are_no_worse_than_those_of_icu(void **state) {
    struct fixture *fixture = *state;
    compare_content(fixture);
    compare_lines(fixture, TESTS_DIR "/ui/punctuation.txt");
    assert_true(fixture->texts > 800);
    tell("ours", &fixture->ours);
    tell("icu ", &fixture->theirs);
    assert_int_equal(fixture->ours.starts, 0);
    assert_int_equal(fixture->ours.ends, 0);
    assert_true(fixture->ours.cuts <= fixture->theirs.cuts);
}

/* Else a count of nothing would prove nothing. */
static void the_counting_sees_what_is_planted(void **state) {
    struct fixture *fixture = *state;
    struct glyphs glyphs = glyphs_read(STR("一二三四五六七，“九十一二三四第25条"), &metrics_plain, FACE_SANS,
                                       SIZE, &fixture->arena);
    bool may[64] = {false};
    struct faults faults = {0};
    may[7] = true;
    fill(&glyphs, may, 8, &faults);
    assert_int_equal(faults.starts, 1);
    may[7] = false;
    may[9] = true;
    fill(&glyphs, may, 9, &faults);
    assert_int_equal(faults.ends, 1);
    assert_true(is_cut(glyphs.list, 16) && is_cut(glyphs.list, 17) && is_cut(glyphs.list, 18));
}

static int set_up(void **state) {
    static struct fixture fixture;
    UErrorCode status = U_ZERO_ERROR;
    arena_init(&fixture.arena);
    fixture.icu = ubrk_open(UBRK_LINE, "zh", NULL, 0, &status);
    *state = &fixture;
    return U_FAILURE(status);
}

static int tear_down(void **state) {
    struct fixture *fixture = *state;
    ubrk_close(fixture->icu);
    arena_finish(&fixture->arena);
    return 0;
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(our_breaks_are_no_worse_than_those_of_icu, set_up, tear_down),
        cmocka_unit_test_setup_teardown(the_counting_sees_what_is_planted, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
