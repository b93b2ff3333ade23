#include "platform/fade.h"

uint8_t fade_share(uint64_t passed, uint32_t length) {
    if (passed >= length) return 255;
    uint64_t left = length - passed, whole = (uint64_t)length * length * length;
    return (uint8_t)(255 - 255 * left * left * left / whole);
}

void fade_begin(struct fade *fade, const struct canvas *shown, const struct damage *damage, uint64_t now,
                uint32_t length) {
    *fade = (struct fade){.running = true, .damage = *damage, .begin = now, .length = length};
    canvas_init(&fade->old, shown->w, shown->h);
    canvas_init(&fade->new, shown->w, shown->h);
    canvas_copy(&fade->old, shown, canvas_area(shown)); /* all: what changes later may lie anywhere */
    canvas_copy(&fade->new, shown, canvas_area(shown));
}

void fade_widen(struct fade *fade, const struct damage *damage) {
    for (uint32_t i = 0; i < damage->count; i++) damage_add(&fade->damage, damage->list[i]);
}

void fade_step(struct fade *fade, struct canvas *canvas, uint64_t now) {
    uint8_t share = fade_share(now > fade->begin ? now - fade->begin : 0, fade->length);
    for (uint32_t i = 0; i < fade->damage.count; i++) {
        canvas_clip(canvas, fade->damage.list[i]);
        canvas_fade(canvas, &fade->old, &fade->new, share);
    }
    if (share == 255) fade_finish(fade);
}

void fade_finish(struct fade *fade) {
    canvas_finish(&fade->old);
    canvas_finish(&fade->new);
    fade->running = false;
}
