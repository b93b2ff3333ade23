#include "content/telltale.h"

#include "base/memory.h"

static const char *const absolute_words[] = {"一定", "所有",     "任何", "完全", "绝对", "绝不", "永远",
                                             "必然", "百分之百", "一律", "只要", "毫无", "从不", "全部"};
static const char *const negative_words[] = {"不属于", "不包括",   "不包含",   "不正确",   "不恰当", "不合适",
                                             "不应该", "不是",     "不符合",   "不可以",   "不能",   "不得",
                                             "不宜",   "没有哪",   "没有下列", "没有以下", "错误的", "有误的",
                                             "不对的", "说法错误", "除外"};
static const char *const all_above_words[] = {"以上都", "以上均", "以上全", "以上皆", "上述都", "上述均",
                                              "上述全", "都正确", "都不对", "都不是", "全都对", "以上选项"};

#define LIST(words)                                                                                          \
    { words, sizeof(words) / sizeof(words)[0] }

static const struct {
    const char *const *words;
    size_t count;
} lists[] = {
    [TELLTALE_ABSOLUTE] = LIST(absolute_words),
    [TELLTALE_NEGATIVE] = LIST(negative_words),
    [TELLTALE_ALL_ABOVE] = LIST(all_above_words),
};
_Static_assert(sizeof lists / sizeof lists[0] == TELLTALES, "words for every list");

/* All words begin with two characters of three bytes each. 安全 is everywhere and 全部 is not: a place is
   told by both. */
static uint32_t slot_of(const char *at) {
    uint64_t bytes = memory_load32(at) | (uint64_t)memory_load32(at + 2) << 16;
    return (uint32_t)((bytes * 0x9E3779B97F4A7C15u) >> TELLTALE_SLOT_SHIFT);
}

static uint32_t next_slot(uint32_t slot) {
    return (slot + 1) % TELLTALE_SLOTS;
}

void telltales_build(struct telltales *telltales) {
    for (uint32_t list = 0; list < TELLTALES; list++) {
        for (uint32_t i = 0; i < lists[list].count; i++) {
            uint32_t slot = slot_of(lists[list].words[i]);
            while (telltales->slots[slot].number) slot = next_slot(slot);
            telltales->slots[slot] = (struct telltale_slot){(uint8_t)list, (uint8_t)(i + 1)};
        }
    }
}

/* The next place from `at` where a word may begin, or the end. */
static size_t next_beginning(const struct telltales *telltales, struct str text, size_t at) {
    while (at + 6 <= text.len) {
        if (((unsigned char)text.at[at] & 0xF0) != 0xE0) {
            at++;
            continue;
        }
        if (telltales->slots[slot_of(text.at + at)].number) return at;
        at += 3;
    }
    return text.len;
}

static size_t word_at(const struct telltales *telltales, enum telltale list, struct str text) {
    uint32_t slot = slot_of(text.at);
    for (; telltales->slots[slot].number; slot = next_slot(slot)) {
        if (telltales->slots[slot].list != list) continue;
        struct str word = str_of(lists[list].words[telltales->slots[slot].number - 1]);
        if (str_starts(text, word)) return word.len;
    }
    return 0;
}

struct str telltale_find(const struct telltales *telltales, enum telltale list, struct str text) {
    for (size_t at = 0; (at = next_beginning(telltales, text, at)) < text.len; at += 3) {
        size_t len = word_at(telltales, list, str_cut(text, at, text.len));
        if (len) return str_cut(text, at, at + len);
    }
    return str_cut(text, 0, 0);
}

unsigned telltales_in(const struct telltales *telltales, struct str text) {
    unsigned found = 0;
    for (size_t at = 0; (at = next_beginning(telltales, text, at)) < text.len; at += 3) {
        struct str rest = str_cut(text, at, text.len);
        for (unsigned list = 0; list < TELLTALES; list++) {
            if (word_at(telltales, list, rest)) found |= 1u << list;
        }
    }
    return found;
}
