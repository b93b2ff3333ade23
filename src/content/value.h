#ifndef ANZHI_CONTENT_VALUE_H
#define ANZHI_CONTENT_VALUE_H

#include "base/arena.h"
#include "content/model.h"

/* What a value that is written in Chinese means: days, a number with its hedge and unit, or just text.
   "9月9日至15日", "2024年9月10日", "约800人", "不超过30个", "40%", "突破1000亿元", "240余人", "10余家",
   "十个". */

struct value value_read(struct arena *arena, const char *text);

enum relation {
    RELATION_SAME,    /* the same claim in other words */
    RELATION_OVERLAP, /* one contains or touches the other, so neither excludes the other */
    RELATION_APART,   /* both can't be true of one thing */
    RELATION_UNKNOWN  /* not comparable: other type or other unit */
};
/* 超过1000亿元 and 1000亿元 overlap; 9月9日 and 9月9日至15日 overlap; 42个 and 73个 are apart. */
enum relation value_compare(const struct value *a, const struct value *b);

/* Of one shape: both day ranges of like form, or both numbers with the same hedge, words and unit. */
bool value_same_shape(const struct value *a, const struct value *b);

#endif
