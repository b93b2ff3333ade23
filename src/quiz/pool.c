#include "quiz/pool.h"

#include "base/memory.h"
#include "quiz/kinds.h"

static uint32_t count_of(const struct content *content, enum kind_source source) {
    switch (source) {
    case FROM_WRITTEN:
        return content->written_count;
    case FROM_FACTS:
        return content->fact_count;
    case FROM_SETS:
        return content->set_count;
    case FROM_PAIRINGS:
        return content->pairing_count;
    case FROM_SCENARIOS:
        return content->scenario_count;
    case FROM_PHRASES:
        return content->phrase_count;
    case FROM_ENTITIES:
        return content->entity_count;
    }
    return 0;
}

static const struct record *record_at(const struct content *content, enum kind_source source,
                                      uint32_t index) {
    switch (source) {
    case FROM_WRITTEN:
        return NULL;
    case FROM_FACTS:
        return &content->facts[index].record;
    case FROM_SETS:
        return &content->sets[index].record;
    case FROM_PAIRINGS:
        return &content->pairings[index].record;
    case FROM_SCENARIOS:
        return &content->scenarios[index].record;
    case FROM_PHRASES:
        return &content->phrases[index].record;
    case FROM_ENTITIES:
        return &content->entities[index].record;
    }
    return NULL;
}

static bool is_playable(const struct content *content, enum kind_source source, uint32_t index,
                        uint32_t today) {
    const struct record *record = record_at(content, source, index);
    return !record || record_is_playable(record, today);
}

static void add(struct pool *pool, uint32_t *room, struct item item) {
    if (pool->count == *room) {
        *room = *room ? *room * 2 : 1024;
        pool->items = memory_resize(pool->items, *room, sizeof *pool->items);
    }
    pool->items[pool->count++] = item;
}

/* Kinds that draw from one list stand together, record by record, so that the order of the content is kept.
 */
static void add_record(struct pool *pool, uint32_t *room, const struct content *content,
                       enum kind_source source, uint32_t index) {
    for (uint32_t kind = 0; kind < QUIZ_KINDS; kind++) {
        if (kind_rows[kind].source != source || !kind_rows[kind].applies(content, index)) continue;
        add(pool, room, (struct item){index, kind});
    }
}

void pool_build(struct pool *pool, const struct content *content, uint32_t today) {
    uint32_t room = 0;
    *pool = (struct pool){0};
    for (uint32_t source = FROM_WRITTEN; source <= FROM_ENTITIES; source++) {
        for (uint32_t i = 0; i < count_of(content, (enum kind_source)source); i++) {
            if (!is_playable(content, (enum kind_source)source, i, today)) continue;
            add_record(pool, &room, content, (enum kind_source)source, i);
        }
    }
}

void pool_finish(struct pool *pool) {
    memory_give_back(pool->items);
    *pool = (struct pool){0};
}

const struct record *pool_record(const struct content *content, struct item item) {
    return record_at(content, kind_rows[item.kind].source, item.record);
}

uint64_t pool_fact_key(struct item item) {
    return (uint64_t)kind_rows[item.kind].source << 32 | item.record;
}
