#ifndef ANZHI_QUIZ_POOL_H
#define ANZHI_QUIZ_POOL_H

#include <stdbool.h>
#include <stdint.h>

#include "content/content.h"

/* Everything that could be asked: one item per record and kind, written questions included. An item is a pair
   of small numbers, so that a pool of 100,000 costs under a megabyte; whether a good question can be made of
   it is found out when it is asked for. */

enum quiz_kind {
    KIND_WRITTEN,  /* written by hand */
    KIND_WHEN,     /* K1  何时 */
    KIND_WHERE,    /* K2  何地 */
    KIND_WHO,      /* K3  谁、什么职务 */
    KIND_BODY,     /* K4  哪个机构 */
    KIND_TITLE,    /* K5  文件、成果 */
    KIND_NUMBER,   /* K6  数字 */
    KIND_WHAT,     /* any other attribute's value */
    KIND_REVERSE,  /* given the value, which subject */
    KIND_BELONGS,  /* K7  属于 */
    KIND_OUTSIDE,  /* K8  不属于 */
    KIND_MULTIPLE, /* K9  多选 */
    KIND_JUDGE,    /* K10 判断 */
    KIND_MATCH,    /* K11 配对 */
    KIND_ORDER,    /* K12 排序 */
    KIND_NEXT,     /* K12 下一项 */
    KIND_FILL,     /* K13 选字填空 */
    KIND_TERM,     /* K14 释义 → 术语 */
    KIND_MEANING,  /* K14 术语 → 释义 */
    KIND_SCENARIO, /* K15 情景 → 特性 */
    KIND_EDITION,  /* K16 年份比较 */
    KIND_COUNT,    /* 一共有几个 */
    QUIZ_KINDS
};

const char *quiz_kind_name(enum quiz_kind kind);  /* "where" */
const char *quiz_kind_title(enum quiz_kind kind); /* 「何地」 */

struct item {
    uint32_t record; /* index in the content's list that this kind draws from */
    uint32_t kind;
};

struct pool {
    struct item *items;
    uint32_t count;
};

/* Items of playable records that meet the kind's preconditions on the model (single, closed, ordered, enough
   members …). The order is that of the content, so it is the same everywhere. */
void pool_build(struct pool *pool, const struct content *content, uint32_t today);
void pool_finish(struct pool *pool);

/* The record an item comes from; NULL for a written question, which is read only when it is made. */
const struct record *pool_record(const struct content *content, struct item item);
/* Identifies the record without reading it: equal for all kinds of one fact. A written question that names a
   fact is found out only when it is made. */
uint64_t pool_fact_key(struct item item);

#endif
