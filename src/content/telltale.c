#include "content/telltale.h"

#include <string.h>

static const char *const absolute_words[] = {"一定", "所有",     "任何", "完全", "绝对", "绝不", "永远",
                                             "必然", "百分之百", "一律", "只要", "毫无", "从不", "全部"};
static const char *const negative_words[] = {"不属于", "不包括",   "不包含",   "不正确",   "不恰当", "不合适",
                                             "不应该", "不是",     "不符合",   "不可以",   "不能",   "不得",
                                             "不宜",   "没有哪",   "没有下列", "没有以下", "错误的", "有误的",
                                             "不对的", "说法错误", "除外"};
static const char *const all_above_words[] = {"以上都", "以上均", "以上全", "以上皆", "上述都", "上述均",
                                              "上述全", "都正确", "都不对", "都不是", "全都对", "以上选项"};

static uint32_t mark_of(const char *at) {
    uint32_t code =
        (unsigned char)at[0] | (uint32_t)(unsigned char)at[1] << 8 | (uint32_t)(unsigned char)at[2] << 16;
    return (code * 0x9E3779B1u) >> 24;
}

static bool passes(const struct telltale_list *list, const char *at) {
    uint32_t mark = mark_of(at);
    return list->filter[mark >> 6] >> (mark & 63) & 1;
}

static struct telltale_list make_list(const char *const *words, uint32_t count) {
    struct telltale_list list = {.words = words, .count = count};
    for (uint32_t i = 0; i < count; i++) {
        uint32_t mark = mark_of(words[i]);
        list.filter[mark >> 6] |= (uint64_t)1 << (mark & 63);
    }
    return list;
}

#define MAKE(words) make_list(words, sizeof(words) / sizeof(words)[0])

void telltales_build(struct telltales *lists) {
    lists->absolute = MAKE(absolute_words);
    lists->negative = MAKE(negative_words);
    lists->all_above = MAKE(all_above_words);
}

static struct str word_at(const struct telltale_list *list, struct str text) {
    for (uint32_t i = 0; i < list->count; i++) {
        struct str word = str_of(list->words[i]);
        if (str_starts(text, word)) return str_cut(text, 0, word.len);
    }
    return str_cut(text, 0, 0);
}

struct str telltale_find(const struct telltale_list *list, struct str text) {
    for (size_t at = 0; at + 3 <= text.len; at++) {
        if ((text.at[at] & 0x40) == 0 || !passes(list, text.at + at)) continue;
        struct str word = word_at(list, str_cut(text, at, text.len));
        if (word.len) return word;
    }
    return str_cut(text, 0, 0);
}
