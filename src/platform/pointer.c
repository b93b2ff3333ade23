#include "platform/pointer.h"

/* The frame may have changed under the finger: the region is the same if it means the same. */
static bool means_the_same(const struct region *a, const struct region *b) {
    return a->message.type == b->message.type && a->message.value == b->message.value && a->role == b->role;
}

void pointer_down(struct pointer *pointer, const struct draw_list *list, int64_t finger, int32_t x,
                  int32_t y) {
    if (pointer->down) return;
    const struct region *hit = draw_hit(list, x, y);
    *pointer = (struct pointer){.down = true, .finger = finger, .x = x, .y = y, .on_region = hit};
    if (hit) pointer->region = *hit;
}

void pointer_move(struct pointer *pointer, int64_t finger, int32_t x, int32_t y) {
    if (!pointer->down || pointer->finger != finger) return;
    pointer->x = x;
    pointer->y = y;
}

uint16_t pointer_pressed(const struct pointer *pointer, const struct draw_list *list) {
    if (!pointer->down || !pointer->on_region) return 0;
    const struct region *hit = draw_hit(list, pointer->x, pointer->y);
    return hit && means_the_same(hit, &pointer->region) ? (uint16_t)(hit - list->regions + 1) : 0;
}

bool pointer_up(struct pointer *pointer, const struct draw_list *list, int64_t finger,
                struct message *message) {
    if (!pointer->down || pointer->finger != finger) return false;
    uint16_t pressed = pointer_pressed(pointer, list);
    bool beside = !pointer->on_region && !draw_hit(list, pointer->x, pointer->y);
    pointer_cancel(pointer);
    if (pressed) *message = list->regions[pressed - 1].message;
    if (beside) *message = (struct message){.type = MSG_TOUCH};
    return pressed || beside;
}

void pointer_cancel(struct pointer *pointer) {
    *pointer = (struct pointer){0};
}
