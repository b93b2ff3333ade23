#include "store/row.h"

#include <string.h>

#include "base/hash.h"

static void keep(const char **text, struct arena *arena) {
    *text = arena_text(arena, *text, strlen(*text));
}

static void keep_shown(struct shown *shown, struct arena *arena) {
    const char **texts[] = {&shown->pack, &shown->item,    &shown->topic, &shown->form,
                            &shown->stem, &shown->options, &shown->answer};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) keep(texts[i], arena);
}

static void keep_open(struct round_row *round, struct arena *arena) {
    if (!round->open) return;
    struct shown *open = ARENA_NEW(arena, struct shown);
    *open = *round->open;
    keep_shown(open, arena);
    round->open = open;
}

void row_copy(const struct row *row, struct arena *arena, struct row *copy) {
    *copy = *row;
    switch (copy->kind) {
    case ROW_ANSWER:
        keep_shown(&copy->as.answer.shown, arena);
        keep(&copy->as.answer.mode, arena);
        keep(&copy->as.answer.choice, arena);
        break;
    case ROW_ROUND:
        keep(&copy->as.round.mode, arena);
        keep(&copy->as.round.code, arena);
        keep(&copy->as.round.sign, arena);
        keep_open(&copy->as.round, arena);
        break;
    case ROW_FLAG:
        keep_shown(&copy->as.flag.shown, arena);
        break;
    default:
        keep(&copy->as.turned.item, arena);
        break;
    }
}

int64_t shown_id(const struct shown *shown) {
    struct hash hash = hash_begin();
    const char *texts[] = {shown->pack, shown->item,    shown->topic, shown->form,
                           shown->stem, shown->options, shown->answer};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) hash_str(&hash, str_of(texts[i]));
    hash_number(&hash, shown->pack_hash);
    hash_number(&hash, shown->rev);
    return (int64_t)hash_end(&hash);
}
