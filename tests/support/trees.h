#ifndef ANZHI_TESTS_TREES_H
#define ANZHI_TESTS_TREES_H

#include <cjson/cJSON.h>
#include <stdbool.h>
#include <string.h>

#include "content/tree.h"

/* tree_build against cJSON itself, which it stands in for: the same nodes in the same order, linked alike. */

static bool texts_equal(const char *a, const char *b) {
    return a && b ? strcmp(a, b) == 0 : a == b;
}

/* The first child points back at the last, every other one at the one before it. */
static bool is_linked(const cJSON *parent) {
    const cJSON *before = NULL;
    for (const cJSON *child = parent->child; child; before = child, child = child->next) {
        if (before && child->prev != before) return false;
    }
    return !parent->child || parent->child->prev == before;
}

static bool trees_equal(const cJSON *a, const cJSON *b) {
    bool equal = a->type == b->type && texts_equal(a->string, b->string) &&
                 texts_equal(a->valuestring, b->valuestring) && a->valueint == b->valueint &&
                 a->valuedouble == b->valuedouble && is_linked(a);
    const cJSON *left = a->child, *right = b->child;
    for (; equal && left && right; left = left->next, right = right->next) equal = trees_equal(left, right);
    return equal && !left && !right;
}

/* Strict JSON only. */
static bool tree_is_cjsons(struct str plain) {
    struct arena arena;
    arena_init(&arena);
    cJSON *other = cJSON_ParseWithLength(plain.at, plain.len);
    bool has_escapes = memchr(plain.at, '\\', plain.len) != NULL;
    bool equal = other && trees_equal(tree_build(&arena, plain, has_escapes), other);
    cJSON_Delete(other);
    arena_finish(&arena);
    return equal;
}

#endif
