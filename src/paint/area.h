#ifndef ANZHI_PAINT_AREA_H
#define ANZHI_PAINT_AREA_H

#include <stdbool.h>
#include <stdint.h>

/* Rectangles of pixels by their edges (right and bottom lie outside), and the list of them that has to be
   painted again. The list stays short: rectangles that are near each other become one, because painting a few
   pixels too many is cheaper than walking a draw list once more. */

struct area {
    int32_t left, top, right, bottom;
};

struct area area_of(int32_t x, int32_t y, int32_t w, int32_t h);
struct area area_meet(struct area a, struct area b); /* what both cover; may be empty */
struct area area_join(struct area a, struct area b); /* the smallest around both; an empty one adds nothing */
struct area area_grow(struct area a, int32_t pixels); /* on every side */
bool area_is_empty(struct area a);
bool area_equal(struct area a, struct area b);
int64_t area_size(struct area a);

enum { DAMAGE_MOST = 12 };

struct damage {
    struct area list[DAMAGE_MOST]; /* none empty, none worth joining with another */
    uint32_t count;
};

void damage_add(struct damage *damage, struct area area);
int64_t damage_size(const struct damage *damage);

#endif
