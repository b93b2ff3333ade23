#include "ui/known.h"

#include "base/utf8.h"

enum { ROOM = 2 * KNOWN_MOST };
_Static_assert((ROOM & (ROOM - 1)) == 0, "places are found with a mask");

static uint64_t stirred(uint64_t hash, uint32_t code) {
    hash = (hash ^ code) * 0x9E3779B97F4A7C15u;
    return hash ^ (hash >> 29);
}

static uint32_t start_of(const uint32_t *codes) {
    return (uint32_t)(stirred(stirred(1, codes[0]), codes[1]) >> 20) & 4095;
}

static uint64_t *find_place(const struct words_known *known, uint64_t hash) {
    uint32_t i = (uint32_t)(hash >> 32) & (known->room - 1);
    while (known->table[i] && known->table[i] != hash) i = (i + 1) & (known->room - 1);
    return &known->table[i];
}

struct words_known known_none(struct arena *arena) {
    struct words_known known = {.table = ARENA_LIST(arena, uint64_t, ROOM), .room = ROOM};
    for (uint32_t i = 0; i < ROOM; i++) known.table[i] = 0;
    return known;
}

void known_add(struct words_known *known, struct str name) {
    uint32_t codes[KNOWN_LONGEST], count = 0;
    uint64_t hash = 1;
    for (const char *at = name.at, *end = at + name.len; at < end; count++) {
        if (count == KNOWN_LONGEST) return;
        codes[count] = utf8_next(&at, end);
        hash = stirred(hash, codes[count]);
    }
    if (count < 2 || known->count == KNOWN_MOST) return;
    uint64_t *place = find_place(known, hash);
    known->count += *place == 0;
    *place = hash;
    uint32_t start = start_of(codes);
    known->starts[start / 64] |= UINT64_C(1) << start % 64;
}

uint32_t known_length(const struct words_known *known, const uint32_t *codes, uint32_t count) {
    if (count < 2) return 0;
    uint32_t start = start_of(codes), longest = 0;
    if (!(known->starts[start / 64] >> start % 64 & 1)) return 0;
    uint64_t hash = stirred(1, codes[0]);
    for (uint32_t i = 1; i < count && i < KNOWN_LONGEST; i++) {
        hash = stirred(hash, codes[i]);
        if (*find_place(known, hash)) longest = i + 1;
    }
    return longest;
}

static void add_text(struct words_known *known, const char *text) {
    known_add(known, str_of(text));
}

static void add_entities(struct words_known *known, const struct content *content) {
    for (uint32_t i = 0; i < content->entity_count; i++) {
        const struct entity *entity = &content->entities[i];
        add_text(known, entity->name);
        for (uint32_t k = 0; k < entity->aliases.count; k++) add_text(known, entity->aliases.list[k]);
    }
}

static void add_sets(struct words_known *known, const struct content *content) {
    for (uint32_t i = 0; i < content->set_count; i++) {
        const struct set *set = &content->sets[i];
        add_text(known, set->name);
        for (uint32_t k = 0; k < set->member_count; k++) add_text(known, set->members[k].show);
    }
}

struct words_known known_of(const struct content *content, struct arena *arena) {
    struct words_known known = known_none(arena);
    add_entities(&known, content);
    add_sets(&known, content);
    for (uint32_t i = 0; i < content->attribute_count; i++) add_text(&known, content->attributes[i].name);
    for (uint32_t i = 0; i < content->fact_count; i++) add_text(&known, content->facts[i].value.show);
    return known;
}
