#include <string.h>

#include "base/fold.h"
#include "quiz/kinds.h"

/* Wrong numbers around a right one: ×0.3 … ×3, as round as the right one is, written with the same words
   around it. 240余人 gets 120余人, 360余人, 480余人. */

/* The digits of the shown text as a whole number of 10^-places, Chinese numerals too. */
struct digits {
    int64_t number;
    uint32_t places;
    bool chinese;
};

static bool read_arabic(struct str text, struct digits *digits) {
    *digits = (struct digits){0};
    bool after_point = false;
    for (size_t i = 0; i < text.len; i++) {
        char c = text.at[i];
        if (c == '.' && !after_point) {
            after_point = true;
        } else if (c >= '0' && c <= '9' && digits->number < 100000000000000) {
            digits->number = digits->number * 10 + (c - '0');
            digits->places += after_point;
        } else {
            return false;
        }
    }
    return text.len > 0 && digits->number > 0;
}

static bool read_digits(const struct value *key, struct digits *digits) {
    struct str show = str_of(key->show);
    size_t before = strlen(key->before), after = strlen(key->after);
    if (before + after >= show.len) return false;
    struct str middle = str_cut(show, before, show.len - after);
    if (read_arabic(middle, digits)) return true;
    *digits = (struct digits){.chinese = true};
    return fold_number(middle, &digits->number) && digits->number > 0 && digits->number < 100;
}

static const char *chinese_number(struct arena *arena, int64_t number) {
    static const char *const signs[] = {"", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
    if (number < 1 || number > 99) return NULL;
    const char *tens = number >= 20 ? signs[number / 10] : "";
    return arena_printf(arena, "%s%s%s", tens, number >= 10 ? "十" : "", signs[number % 10]);
}

static const char *write_number(struct arena *arena, int64_t number, const struct digits *like) {
    if (like->chinese) return chinese_number(arena, number);
    if (!like->places) return arena_printf(arena, "%lld", (long long)number);
    int64_t scale = 1;
    for (uint32_t i = 0; i < like->places; i++) scale *= 10;
    return arena_printf(arena, "%lld.%0*lld", (long long)(number / scale), (int)like->places,
                        (long long)(number % scale));
}

/* The power of ten the number is rounded to. 1000 is taken as rounded to hundreds, or nothing but 2000 would
   be near; but 10余 can't become 4余. */
static int64_t grain(int64_t number, bool is_open) {
    int64_t grain = 1;
    while (number % (grain * 10) == 0) grain *= 10;
    return number == grain && grain >= 10 && (!is_open || grain >= 100) ? grain / 10 : grain;
}

static bool is_far_enough(int64_t a, int64_t b) {
    int64_t most = a > b ? a : b, least = a > b ? b : a;
    return least > 0 && most * 4 >= least * 5;
}

static bool is_year(const struct value *key, const struct digits *digits) {
    return !strncmp(key->after, "年", strlen("年")) && digits->number >= 1900 && digits->number < 2100;
}

static void add_step(const struct draft *draft, const struct value *key, const struct digits *like,
                     int64_t number, struct claims *candidates) {
    const char *written = number > 0 ? write_number(draft->arena, number, like) : NULL;
    if (!written) return;
    const char *text = arena_printf(draft->arena, "%s%s%s", key->before, written, key->after);
    struct claim claim = claim_read(draft->content, draft->arena, text);
    if (claim.value && value_same_shape(claim.value, key)) claims_add(candidates, &claim);
}

/* Years are no amounts: the neighbours are the plausible ones. */
static void add_years(const struct draft *draft, const struct value *key, const struct digits *digits,
                      struct claims *candidates) {
    for (int64_t step = -3; step <= 3; step++) {
        if (step) add_step(draft, key, digits, digits->number + step, candidates);
    }
}

static void add_amounts(const struct draft *draft, const struct value *key, const struct digits *digits,
                        struct claims *candidates) {
    static const uint8_t tenths[] = {3, 4, 5, 6, 8, 13, 15, 18, 20, 25, 30};
    int64_t step = grain(digits->number, key->hedge == HEDGE_OVER);
    int64_t highest = strchr(key->after, '%') ? 99 : INT64_MAX;
    int64_t last = 0;
    for (size_t i = 0; i < sizeof tenths; i++) {
        int64_t number = (digits->number * tenths[i] + 5 * step) / (10 * step) * step;
        if (!is_far_enough(number, digits->number) || number > highest) continue;
        if (last && !is_far_enough(number, last)) continue;
        add_step(draft, key, digits, number, candidates);
        last = number;
    }
}

void ladder_add(const struct draft *draft, const struct value *key, struct claims *candidates) {
    struct digits digits;
    if (!read_digits(key, &digits)) return;
    if (is_year(key, &digits)) {
        add_years(draft, key, &digits, candidates);
    } else {
        add_amounts(draft, key, &digits, candidates);
    }
}
