#include "paint/area.h"

static int32_t least(int32_t a, int32_t b) {
    return a < b ? a : b;
}

static int32_t most(int32_t a, int32_t b) {
    return a > b ? a : b;
}

struct area area_of(int32_t x, int32_t y, int32_t w, int32_t h) {
    return (struct area){x, y, x + w, y + h};
}

struct area area_meet(struct area a, struct area b) {
    return (struct area){most(a.left, b.left), most(a.top, b.top), least(a.right, b.right),
                         least(a.bottom, b.bottom)};
}

struct area area_join(struct area a, struct area b) {
    if (area_is_empty(a)) return b;
    if (area_is_empty(b)) return a;
    return (struct area){least(a.left, b.left), least(a.top, b.top), most(a.right, b.right),
                         most(a.bottom, b.bottom)};
}

struct area area_grow(struct area a, int32_t pixels) {
    return (struct area){a.left - pixels, a.top - pixels, a.right + pixels, a.bottom + pixels};
}

bool area_is_empty(struct area a) {
    return a.left >= a.right || a.top >= a.bottom;
}

bool area_equal(struct area a, struct area b) {
    return a.left == b.left && a.top == b.top && a.right == b.right && a.bottom == b.bottom;
}

int64_t area_size(struct area a) {
    return area_is_empty(a) ? 0 : (int64_t)(a.right - a.left) * (a.bottom - a.top);
}

/* Pixels that would be painted for nothing if the two became one. */
static int64_t waste(struct area a, struct area b) {
    return area_size(area_join(a, b)) - area_size(a) - area_size(b);
}

static void remove_at(struct damage *damage, uint32_t i) {
    damage->list[i] = damage->list[--damage->count];
}

static uint32_t cheapest(const struct damage *damage, struct area area) {
    uint32_t best = 0;
    for (uint32_t i = 1; i < damage->count; i++)
        if (waste(damage->list[i], area) < waste(damage->list[best], area)) best = i;
    return best;
}

void damage_add(struct damage *damage, struct area area) {
    enum { WALK = 4096 }; /* pixels that cost about as much as another walk over the list */
    if (area_is_empty(area)) return;
    while (damage->count) {
        uint32_t best = cheapest(damage, area);
        if (damage->count < DAMAGE_MOST && waste(damage->list[best], area) > WALK) break;
        area = area_join(area, damage->list[best]);
        remove_at(damage, best);
    }
    damage->list[damage->count++] = area;
}

int64_t damage_size(const struct damage *damage) {
    int64_t size = 0;
    for (uint32_t i = 0; i < damage->count; i++) size += area_size(damage->list[i]);
    return size;
}
