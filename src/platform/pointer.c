#include "platform/pointer.h"

/* The frame may have changed under the finger: the region is the same if it means the same. */
static bool means_the_same(const struct region *a, const struct region *b) {
    return a->message.type == b->message.type && a->message.value == b->message.value &&
           a->message.player == b->message.player && a->role == b->role;
}

static struct pointer_touch *find_touch(struct pointer *pointer, int64_t finger) {
    for (uint32_t i = 0; i <= PLAYERS; i++)
        if (pointer->touches[i].down && pointer->touches[i].finger == finger) return &pointer->touches[i];
    return NULL;
}

void pointer_down(struct pointer *pointer, const struct draw_list *list, int64_t finger, int32_t x,
                  int32_t y) {
    struct pointer_touch *touch = &pointer->touches[draw_player(list, x, y)];
    if (touch->down || find_touch(pointer, finger)) return;
    const struct region *hit = draw_hit(list, x, y);
    *touch = (struct pointer_touch){.down = true, .finger = finger, .x = x, .y = y, .on_region = hit};
    if (hit) touch->region = *hit;
}

void pointer_move(struct pointer *pointer, int64_t finger, int32_t x, int32_t y) {
    struct pointer_touch *touch = find_touch(pointer, finger);
    if (!touch) return;
    touch->x = x;
    touch->y = y;
}

static const struct region *pressed_region(const struct pointer_touch *touch, const struct draw_list *list) {
    if (!touch->down || !touch->on_region) return NULL;
    const struct region *hit = draw_hit(list, touch->x, touch->y);
    return hit && means_the_same(hit, &touch->region) ? hit : NULL;
}

uint16_t pointer_pressed(const struct pointer *pointer, const struct draw_list *list, uint8_t player) {
    const struct region *pressed = pressed_region(&pointer->touches[player], list);
    return pressed ? (uint16_t)(pressed - list->regions + 1) : 0;
}

bool pointer_up(struct pointer *pointer, const struct draw_list *list, int64_t finger,
                struct message *message) {
    struct pointer_touch *touch = find_touch(pointer, finger);
    if (!touch) return false;
    const struct region *pressed = pressed_region(touch, list);
    bool beside = !touch->on_region && !draw_hit(list, touch->x, touch->y);
    uint8_t player = (uint8_t)(touch - pointer->touches);
    *touch = (struct pointer_touch){0};
    if (pressed) *message = pressed->message;
    if (beside) *message = (struct message){.type = MSG_TOUCH, .player = player};
    return pressed || beside;
}

void pointer_cancel(struct pointer *pointer) {
    *pointer = (struct pointer){0};
}
