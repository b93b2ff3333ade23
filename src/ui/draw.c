#include "ui/draw.h"

#include <assert.h>
#include <string.h>

#include "base/hash.h"

void draw_begin(struct draw_list *list, struct arena *arena) {
    arena_clear(arena);
    *list = (struct draw_list){.arena = arena};
}

/* The old copy stays in the arena until the frame is over. */
static void *grown(struct arena *arena, void *old, uint32_t count, uint32_t *room, uint32_t first,
                   size_t size) {
    if (count < *room) return old;
    *room = *room ? *room * 2 : first;
    void *bigger = arena_take(arena, *room, size);
    if (count) memcpy(bigger, old, count * size);
    return bigger;
}

struct draw_command *draw_add(struct draw_list *list, enum draw_kind kind, enum role role, enum color color) {
    list->commands = grown(list->arena, list->commands, list->command_count, &list->command_room, 256,
                           sizeof *list->commands);
    struct draw_command *command = &list->commands[list->command_count++];
    *command = (struct draw_command){.kind = (uint8_t)kind,
                                     .role = (uint8_t)role,
                                     .color = (uint8_t)color,
                                     .alpha = 255,
                                     .panel = -1,
                                     .point_first = list->point_count};
    return command;
}

struct region *draw_region(struct draw_list *list, enum role role, struct panel box, struct message message) {
    list->regions =
        grown(list->arena, list->regions, list->region_count, &list->region_room, 16, sizeof *list->regions);
    struct region *region = &list->regions[list->region_count++];
    *region = (struct region){box.x, box.y, box.w, box.h, (uint8_t)role, true, message};
    return region;
}

int16_t draw_panel(struct draw_list *list, struct panel box) {
    list->panels =
        grown(list->arena, list->panels, list->panel_count, &list->panel_room, 16, sizeof *list->panels);
    assert(list->panel_count < INT16_MAX);
    box.command = list->command_count;
    list->panels[list->panel_count] = box;
    return (int16_t)list->panel_count++;
}

void draw_seat(struct draw_list *list, struct panel box) {
    assert(list->seat_count < PLAYERS);
    list->seats[list->seat_count++] = box;
}

static int32_t floor16(int32_t value) {
    return value >= 0 ? value / 16 : -((-value + 15) / 16);
}

static void widen_box(struct draw_command *command, int32_t x, int32_t y) {
    if (command->point_count == 0) {
        command->x = x;
        command->y = y;
        command->w = command->h = 1;
        return;
    }
    int32_t right = command->x + command->w, bottom = command->y + command->h;
    if (x < command->x) command->x = x;
    if (y < command->y) command->y = y;
    command->w = (x + 1 > right ? x + 1 : right) - command->x;
    command->h = (y + 1 > bottom ? y + 1 : bottom) - command->y;
}

void draw_point(struct draw_list *list, struct draw_command *command, int32_t x16, int32_t y16) {
    assert(command->point_first + command->point_count == list->point_count);
    list->points =
        grown(list->arena, list->points, list->point_count, &list->point_room, 512, sizeof *list->points);
    list->points[list->point_count++] = (struct point){x16, y16};
    if (command->kind != DRAW_RECTS) widen_box(command, floor16(x16), floor16(y16));
    command->point_count++;
}

static bool holds(struct panel box, int32_t x, int32_t y) {
    return x >= box.x && y >= box.y && x < box.x + box.w && y < box.y + box.h;
}

const struct region *draw_hit(const struct draw_list *list, int32_t x, int32_t y) {
    for (uint32_t i = list->region_count; i-- > 0;) {
        const struct region *region = &list->regions[i];
        struct panel box = {.x = region->x, .y = region->y, .w = region->w, .h = region->h};
        if (region->enabled && holds(box, x, y)) return region;
    }
    return NULL;
}

uint8_t draw_player(const struct draw_list *list, int32_t x, int32_t y) {
    for (uint32_t i = 0; i < list->seat_count; i++)
        if (holds(list->seats[i], x, y)) return (uint8_t)(i + 1);
    return 0;
}

static void grow_region(struct region *region, int32_t outset, int32_t w, int32_t h) {
    int32_t right = region->x + region->w + outset, bottom = region->y + region->h + outset;
    region->x = region->x > outset ? region->x - outset : 0;
    region->y = region->y > outset ? region->y - outset : 0;
    region->w = (right < w ? right : w) - region->x;
    region->h = (bottom < h ? bottom : h) - region->y;
}

/* Two spans that overlap after growing, the first one lower: both end in the middle of the overlap. */
static void part_spans(int32_t low_at, int32_t *low_size, int32_t *high_at, int32_t *high_size) {
    int32_t middle = (low_at + *low_size + *high_at) / 2;
    *high_size += *high_at - middle;
    *high_at = middle;
    *low_size = middle - low_at;
}

static int32_t overlap(int32_t a, int32_t a_size, int32_t b, int32_t b_size) {
    int32_t from = a > b ? a : b, to = a + a_size < b + b_size ? a + a_size : b + b_size;
    return to - from;
}

/* What is seen does not overlap, so the smaller overlap is the one that only growing made. */
static void part_regions(struct region *a, struct region *b) {
    int32_t across = overlap(a->x, a->w, b->x, b->w), down = overlap(a->y, a->h, b->y, b->h);
    if (across <= 0 || down <= 0) return;
    if (across < down) {
        struct region *low = a->x < b->x ? a : b, *high = a->x < b->x ? b : a;
        part_spans(low->x, &low->w, &high->x, &high->w);
    } else {
        struct region *low = a->y < b->y ? a : b, *high = a->y < b->y ? b : a;
        part_spans(low->y, &low->h, &high->y, &high->h);
    }
}

void draw_settle(struct draw_list *list, int32_t outset, int32_t w, int32_t h) {
    for (uint32_t i = 0; i < list->region_count; i++) grow_region(&list->regions[i], outset, w, h);
    for (uint32_t i = 0; i < list->region_count; i++)
        for (uint32_t k = 0; k < i; k++) part_regions(&list->regions[k], &list->regions[i]);
}

static void hash_command(struct hash *hash, const struct draw_command *command) {
    hash_number(hash, (uint64_t)command->kind | (uint64_t)command->role << 8 |
                          (uint64_t)command->color << 16 | (uint64_t)command->face << 24 |
                          (uint64_t)command->alpha << 32 | (uint64_t)command->on << 40);
    hash_number(hash, (uint64_t)(uint32_t)command->x << 32 | (uint32_t)command->y);
    hash_number(hash, (uint64_t)(uint32_t)command->w << 32 | (uint32_t)command->h);
    hash_number(hash, (uint64_t)(uint32_t)command->size << 32 | (uint32_t)command->radius);
    hash_number(hash, (uint64_t)(uint32_t)command->stroke << 32 | command->point_count);
    hash_str(hash, command->text);
}

static void hash_region(struct hash *hash, const struct region *region) {
    hash_number(hash, (uint64_t)(uint32_t)region->x << 32 | (uint32_t)region->y);
    hash_number(hash, (uint64_t)(uint32_t)region->w << 32 | (uint32_t)region->h);
    hash_number(hash, (uint64_t)region->role << 8 | region->enabled);
    hash_number(hash, (uint64_t)region->message.player << 48 | (uint64_t)region->message.type << 32 |
                          (uint32_t)region->message.value);
}

static void hash_seat(struct hash *hash, const struct panel *seat) {
    hash_number(hash, (uint64_t)(uint32_t)seat->x << 32 | (uint32_t)seat->y);
    hash_number(hash, (uint64_t)(uint32_t)seat->w << 32 | (uint32_t)seat->h);
}

uint64_t draw_hash(const struct draw_list *list) {
    struct hash hash = hash_begin();
    for (uint32_t i = 0; i < list->command_count; i++) hash_command(&hash, &list->commands[i]);
    for (uint32_t i = 0; i < list->point_count; i++)
        hash_number(&hash, (uint64_t)(uint32_t)list->points[i].x << 32 | (uint32_t)list->points[i].y);
    for (uint32_t i = 0; i < list->region_count; i++) hash_region(&hash, &list->regions[i]);
    for (uint32_t i = 0; i < list->seat_count; i++) hash_seat(&hash, &list->seats[i]);
    return hash_end(&hash);
}
