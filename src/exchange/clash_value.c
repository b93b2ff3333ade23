#include "exchange/clash_value.h"

#include <string.h>

#include "base/fold.h"
#include "base/utf8.h"
#include "content/value.h"
#include "exchange/names.h"

static uint32_t digits(const char **at, uint32_t count) {
    uint32_t number = 0;
    for (; count && **at >= '0' && **at <= '9'; count--) number = number * 10 + (uint32_t)(*(*at)++ - '0');
    while (**at == '-') ++*at;
    return number;
}

static uint32_t read_day(const char **at, uint32_t year) {
    bool unknown = **at == '-';
    uint32_t said = digits(at, 4), month = digits(at, 2), day = digits(at, 2);
    if (!month || !day) return 0;
    return (unknown ? year : said) * 10000 + month * 100 + day;
}

struct days clash_days(const char *normal, uint32_t year) {
    const char *at = normal;
    struct days days = {read_day(&at, year), 0};
    days.last = days.first;
    if (*at != '/') return days;
    at++;
    days.last = read_day(&at, year);
    return days.last ? days : (struct days){0, 0};
}

enum agreement clash_compare_days(struct days a, struct days b) {
    if (!a.first || !b.first) return AGREE_BOTH;
    bool same_year = a.first / 10000 == b.first / 10000, unknown = a.first < 10000 || b.first < 10000;
    if (!same_year && !unknown) return AGREE_NOT;
    uint32_t a_first = a.first % 10000, a_last = a.last % 10000, b_first = b.first % 10000,
             b_last = b.last % 10000;
    if (a_first == b_first && a_last == b_last) return AGREE_SAME;
    bool within = (a_first <= b_first && b_last <= a_last) || (b_first <= a_first && a_last <= b_last);
    return within ? AGREE_BOTH : AGREE_NOT;
}

/* ---- places ---- */

enum { PARTS = 12, ROOM = 64 };

struct parts {
    struct {
        const uint32_t *at;
        uint32_t length;
    } list[PARTS];
    uint32_t count;
};

static uint32_t decode(const char *text, uint32_t codes[ROOM]) {
    const char *end = text + strlen(text);
    uint32_t count = 0;
    while (text < end && count + 1 < ROOM) codes[count++] = utf8_next(&text, end);
    codes[count] = 0;
    return count;
}

static void add_part(struct parts *parts, const uint32_t *at, uint32_t length) {
    if (parts->count == PARTS) return;
    parts->list[parts->count].at = at;
    parts->list[parts->count++].length = length;
}

/* 广东, 广州, 南沙: the known regions, and what stands before 省, 市, 区, 县. */
static void read_parts(const uint32_t *codes, uint32_t count, struct parts *parts) {
    uint32_t begin = 0;
    for (uint32_t i = 0; i < count; i++) {
        uint32_t region = char_words_at(codes + i, names_regions);
        bool is_mark = codes[i] == U'省' || codes[i] == U'市' || codes[i] == U'区' || codes[i] == U'县';
        if (region) {
            add_part(parts, codes + i, region);
            i += region - 1;
            begin = i + 1;
        } else if (is_mark) {
            if (i >= begin + 2 && i <= begin + 4) add_part(parts, codes + begin, i - begin);
            begin = i + 1;
        }
    }
}

static bool share_part(const struct parts *a, const struct parts *b) {
    for (uint32_t i = 0; i < a->count; i++)
        for (uint32_t j = 0; j < b->count; j++)
            if (a->list[i].length == b->list[j].length &&
                memcmp(a->list[i].at, b->list[j].at, a->list[i].length * sizeof *a->list[i].at) == 0)
                return true;
    return false;
}

enum agreement clash_compare_places(const char *a, const char *b) {
    if (fold_equal(str_of(a), str_of(b))) return AGREE_SAME;
    if (strstr(a, b) || strstr(b, a)) return AGREE_BOTH;
    uint32_t a_codes[ROOM], b_codes[ROOM];
    struct parts a_parts = {0}, b_parts = {0};
    read_parts(a_codes, decode(a, a_codes), &a_parts);
    read_parts(b_codes, decode(b, b_codes), &b_parts);
    if (!a_parts.count || !b_parts.count) return AGREE_BOTH;
    return share_part(&a_parts, &b_parts) ? AGREE_BOTH : AGREE_NOT;
}

/* ---- the others ---- */

enum agreement clash_compare_texts(const char *a, const char *b) {
    return fold_equal(str_of(a), str_of(b)) ? AGREE_SAME : AGREE_NOT;
}

/* 约800人 and 约900人: as options of one question they are too near, as claims they are two. */
static bool are_two_estimates(const struct value *a, const struct value *b) {
    enum { NEAR = 20 };
    bool are_estimates = a->type == VALUE_NUMBER && b->type == VALUE_NUMBER && a->hedge == HEDGE_ABOUT &&
                         b->hedge == HEDGE_ABOUT && fold_equal(str_of(a->unit), str_of(b->unit));
    int64_t most = a->thousandths > b->thousandths ? a->thousandths : b->thousandths,
            least = a->thousandths > b->thousandths ? b->thousandths : a->thousandths;
    return are_estimates && most - least > most / NEAR;
}

enum agreement clash_compare_numbers(struct arena *arena, const char *a, const char *b) {
    if (fold_equal(str_of(a), str_of(b))) return AGREE_SAME;
    struct value one = value_read(arena, a), other = value_read(arena, b);
    if (are_two_estimates(&one, &other)) return AGREE_NOT;
    return value_compare(&one, &other) == RELATION_APART ? AGREE_NOT : AGREE_BOTH;
}

static uint32_t count_shared(const uint64_t *a, uint32_t a_count, const uint64_t *b, uint32_t b_count) {
    uint32_t shared = 0;
    for (uint32_t i = 0; i < a_count; i++)
        for (uint32_t j = 0; j < b_count; j++) shared += a[i] == b[j];
    return shared;
}

enum agreement clash_compare_sets(const uint64_t *a, uint32_t a_count, bool a_open, const uint64_t *b,
                                  uint32_t b_count, bool b_open) {
    uint32_t shared = count_shared(a, a_count, b, b_count);
    if (shared == a_count && shared == b_count) return AGREE_SAME;
    if ((a_open && shared == a_count) || (b_open && shared == b_count)) return AGREE_BOTH;
    return AGREE_NOT;
}
