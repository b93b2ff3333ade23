#ifndef ANZHI_EXCHANGE_CLASH_VALUE_H
#define ANZHI_EXCHANGE_CLASH_VALUE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"

/* Can both be true of one thing? */

enum agreement { AGREE_SAME, AGREE_BOTH, AGREE_NOT };

struct days {
    uint32_t first, last; /* yyyymmdd; yyyy 0 unknown; 0: no day is said */
};

/* From a draft's normal form: 2024-09-09/2024-09-15, ------09-09. */
struct days clash_days(const char *normal, uint32_t year);
enum agreement clash_compare_days(struct days a, struct days b);
/* 广州 and 广州市南沙区 agree; 福建省福州市 and 广州 do not; a hall and a city say nothing of each other. */
enum agreement clash_compare_places(const char *a, const char *b);
enum agreement clash_compare_texts(const char *a, const char *b);
/* Numbers of one measure: 突破1000亿元 and 超过1000亿元 agree. */
enum agreement clash_compare_numbers(struct arena *arena, const char *a, const char *b);
/* Lists of names, compared by their hashes; an open one may be part of the other. */
enum agreement clash_compare_sets(const uint64_t *a, uint32_t a_count, bool a_open, const uint64_t *b,
                                  uint32_t b_count, bool b_open);

#endif
