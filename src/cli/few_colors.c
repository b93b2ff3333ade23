#include "cli/few_colors.h"

#include <stdlib.h>

#include "base/memory.h"

/* How often a colour occurs; `place`: which of the few stands for it. */
struct tally {
    uint32_t rgb, count;
    uint8_t place;
};

struct tallies {
    struct tally *table; /* a free place has count 0 */
    uint32_t room, count;
};

static struct tally *find(const struct tallies *tallies, uint32_t rgb) {
    uint32_t i = rgb * 0x9E3779B1u >> 8 & (tallies->room - 1);
    while (tallies->table[i].count && tallies->table[i].rgb != rgb) i = (i + 1) & (tallies->room - 1);
    return &tallies->table[i];
}

static void grow(struct tallies *tallies) {
    struct tallies larger = {memory_zeroed(2 * tallies->room * sizeof(struct tally)), 2 * tallies->room, 0};
    for (uint32_t i = 0; i < tallies->room; i++)
        if (tallies->table[i].count) *find(&larger, tallies->table[i].rgb) = tallies->table[i];
    memory_give_back(tallies->table);
    larger.count = tallies->count;
    *tallies = larger;
}

static void count_pixel(struct tallies *tallies, uint32_t rgb) {
    struct tally *tally = find(tallies, rgb);
    tally->rgb = rgb;
    if (tally->count++ == 0 && ++tallies->count * 2 > tallies->room) grow(tallies);
}

static struct tallies count_colors(const struct canvas *canvas) {
    struct tallies tallies = {memory_zeroed(4096 * sizeof(struct tally)), 4096, 0};
    for (int32_t y = 0; y < canvas->h; y++)
        for (int32_t x = 0; x < canvas->w; x++) count_pixel(&tallies, canvas_row(canvas, y)[x] & 0xFFFFFF);
    return tallies;
}

/* The commonest first; equally common ones in an order of their own, so that any sort gives the same. */
static int by_count(const void *a, const void *b) {
    const struct tally *first = *(const struct tally *const *)a, *second = *(const struct tally *const *)b;
    if (first->count != second->count) return first->count > second->count ? -1 : 1;
    return first->rgb < second->rgb ? -1 : first->rgb > second->rgb;
}

static void choose(struct few_colors *few, const struct tallies *tallies) {
    struct tally **sorted = memory_zeroed(tallies->count * sizeof(struct tally *));
    uint32_t count = 0;
    for (uint32_t i = 0; i < tallies->room; i++)
        if (tallies->table[i].count) sorted[count++] = &tallies->table[i];
    qsort(sorted, count, sizeof(struct tally *), by_count);
    few->count = count < FEW_COLORS ? count : FEW_COLORS;
    for (uint32_t i = 0; i < few->count; i++) few->colors[i] = sorted[i]->rgb;
    memory_give_back(sorted);
}

static uint32_t distance(uint32_t a, uint32_t b) {
    uint32_t sum = 0;
    for (uint32_t shift = 0; shift < 24; shift += 8) {
        int32_t apart = (int32_t)(a >> shift & 0xFF) - (int32_t)(b >> shift & 0xFF);
        sum += (uint32_t)(apart * apart);
    }
    return sum;
}

static uint8_t nearest(const struct few_colors *few, uint32_t rgb) {
    uint32_t best = 0;
    for (uint32_t i = 1; i < few->count; i++)
        if (distance(few->colors[i], rgb) < distance(few->colors[best], rgb)) best = i;
    return (uint8_t)best;
}

void few_colors_find(struct few_colors *few, const struct canvas *canvas) {
    struct tallies tallies = count_colors(canvas);
    choose(few, &tallies);
    for (uint32_t i = 0; i < tallies.room; i++)
        if (tallies.table[i].count) tallies.table[i].place = nearest(few, tallies.table[i].rgb);
    few->pixels = memory_zeroed((size_t)canvas->w * (size_t)canvas->h);
    for (int32_t y = 0; y < canvas->h; y++)
        for (int32_t x = 0; x < canvas->w; x++)
            few->pixels[(ptrdiff_t)y * canvas->w + x] =
                find(&tallies, canvas_row(canvas, y)[x] & 0xFFFFFF)->place;
    memory_give_back(tallies.table);
}

void few_colors_finish(struct few_colors *few) {
    memory_give_back(few->pixels);
    *few = (struct few_colors){0};
}
