#include <string.h>

#include "base/fold.h"
#include "content/loader.h"

/* Entities refer to each other by `within`, also to later ones. So they are read first, with the reference
   kept as text; who refers to nothing, to a dropped one, or around in a circle is dropped until nobody is
   left to drop; then the rest move together and are tied. */

struct draft {
    struct written_place place;
    const char *within; /* id without '@', or "" */
    bool is_dropped;
};

struct drafts {
    struct loader *loader;
    struct draft *list;
    uint32_t count;
};

static enum entity_kind kind_of(struct element *element) {
    return (enum entity_kind)element_choice(element, "kind", ENTITY_OTHER);
}

static bool tells_name(struct element *element, struct str meaning, struct str name) {
    struct buf buf;
    buf_init(&buf);
    fold_text(meaning, &buf);
    size_t middle = buf.len;
    fold_text(name, &buf);
    struct str both = buf_get(&buf), folded = str_cut(both, middle, both.len);
    bool tells = folded.len && str_has(str_cut(both, 0, middle), folded);
    buf_finish(&buf);
    if (tells) {
        element_problem(element, MESSAGE_MEANING_TELLS, "meaning", -1, "答案就在题目里",
                        "换一种说法，不写出名称；改好之前不拿它出释义题。");
    }
    return tells;
}

static struct entity make_entity(struct element *element) {
    struct entity entity = {
        .record = element_record(element),
        .kind = kind_of(element),
        .name = element_text(element, "name"),
        .aliases = element_texts(element, "aliases"),
        .series = element_text(element, "series"),
        .meaning = element_text(element, "meaning"),
        .gloss = element_text(element, "gloss"),
    };
    if (*entity.meaning && tells_name(element, str_of(entity.meaning), str_of(entity.name)))
        entity.meaning = "";
    return entity;
}

static const void *read_entity(struct loader *loader, struct element *element) {
    struct entity entity = make_entity(element);
    if (element->failed) return NULL;
    struct entity *place = &loader->entities[loader->content->entity_count++];
    *place = entity;
    return place;
}

/* ---- within ---- */

static struct element open_again(struct loader *loader, struct written_place place) {
    const struct content_file *file = &loader->content->files[place.file];
    struct element element = element_open(loader->content, place.file, &file->index.elements[place.element],
                                          RECORD_ENTITY, &loader->scratch);
    element.arena = &loader->content->arena;
    element_check(&element); /* without a listener: its problems were said */
    element.diags = loader->diags;
    return element;
}

static void collect(struct loader *loader, struct drafts *drafts) {
    struct content *content = loader->content;
    *drafts = (struct drafts){loader, ARENA_LIST(&loader->work, struct draft, content->entity_count),
                              content->entity_count};
    struct ids *ids = &loader->catalog->ids;
    for (uint32_t i = 0; i < ids->count; i++) {
        struct id_entry *entry = &ids->list[i];
        if (entry->kind != RECORD_ENTITY || !entry->record) continue;
        struct draft *draft = &drafts->list[(const struct entity *)entry->record - loader->entities];
        draft->place = entry->place;
        struct element element = open_again(loader, entry->place);
        struct str within = element_str(&element, "within");
        draft->within = arena_text(&loader->work, within.at, within.len);
        element_close(&element);
    }
}

static void drop(struct drafts *drafts, uint32_t i) {
    struct loader *loader = drafts->loader;
    drafts->list[i].is_dropped = true;
    ids_find(&loader->catalog->ids, str_of(loader->entities[i].record.id))->record = NULL;
    tally_of_list(loader, drafts->list[i].place.file, RECORD_ENTITY)->bad++;
}

/* The draft that this one lies within; -1 for none. Only for references that were found to be right. */
static int64_t outer_of(const struct drafts *drafts, uint32_t i) {
    const char *within = drafts->list[i].within;
    if (!*within) return -1;
    const struct id_entry *entry = ids_find(&drafts->loader->catalog->ids, str_of(within + 1));
    return entry && entry->record ? (const struct entity *)entry->record - drafts->loader->entities : -1;
}

static void drop_dangling(struct drafts *drafts) {
    struct loader *loader = drafts->loader;
    for (bool again = true; again;) {
        again = false;
        for (uint32_t i = 0; i < drafts->count; i++) {
            if (drafts->list[i].is_dropped || !*drafts->list[i].within) continue;
            const char *within = drafts->list[i].within;
            const struct id_entry *entry =
                *within == '@' ? ids_find(&loader->catalog->ids, str_of(within + 1)) : NULL;
            if (entry && entry->kind == RECORD_ENTITY && entry->record) continue;
            struct element element = open_again(loader, drafts->list[i].place);
            element_reference(&element, "within");
            element_close(&element);
            drop(drafts, i);
            again = true;
        }
    }
}

static bool is_in_circle(const struct drafts *drafts, uint32_t start) {
    int64_t at = outer_of(drafts, start);
    for (uint32_t steps = 0; at >= 0 && steps <= drafts->count; steps++) {
        if (at == start) return true;
        at = outer_of(drafts, (uint32_t)at);
    }
    return false;
}

static void report_circle(struct drafts *drafts, uint32_t i) {
    struct element element = open_again(drafts->loader, drafts->list[i].place);
    const char *outer = drafts->loader->entities[outer_of(drafts, i)].name;
    element_problem(&element, MESSAGE_WITHIN_CYCLE, "within", -1,
                    element_words(&element, "%s又在%s之内", outer, drafts->loader->entities[i].name),
                    "大的地方或机构不能又在小的里面：改正或删去其中一个 within。");
    element_close(&element);
}

/* All of a circle are reported before the first of them is dropped and opens it. */
static void drop_circles(struct drafts *drafts) {
    bool *in_circle = ARENA_LIST(&drafts->loader->work, bool, drafts->count);
    for (uint32_t i = 0; i < drafts->count; i++) {
        in_circle[i] = !drafts->list[i].is_dropped && is_in_circle(drafts, i);
        if (in_circle[i]) report_circle(drafts, i);
    }
    for (uint32_t i = 0; i < drafts->count; i++) {
        if (in_circle[i]) drop(drafts, i);
    }
    drop_dangling(drafts);
}

/* Moves the sound ones together; their entries learn the new place. */
static void close_ranks(struct drafts *drafts) {
    struct loader *loader = drafts->loader;
    uint32_t kept = 0;
    for (uint32_t i = 0; i < drafts->count; i++) {
        if (drafts->list[i].is_dropped) continue;
        loader->entities[kept] = loader->entities[i];
        drafts->list[kept] = drafts->list[i];
        ids_find(&loader->catalog->ids, str_of(loader->entities[kept].record.id))->record =
            &loader->entities[kept];
        kept++;
    }
    drafts->count = loader->content->entity_count = kept;
    for (uint32_t i = 0; i < kept; i++) {
        int64_t outer = outer_of(drafts, i);
        loader->entities[i].within = outer < 0 ? NULL : &loader->entities[outer];
    }
}

/* ---- names ---- */

static void report_same_name(struct loader *loader, const struct draft *draft, const struct entity *other) {
    struct element element = open_again(loader, draft->place);
    element_problem(&element, MESSAGE_NAME_TWICE, "name", -1,
                    element_words(&element, "%s 也叫%s", other->record.id, other->name),
                    "同一个事物只写一次，别名写进 aliases；不同的事物把名称写全。");
    element_close(&element);
}

static void check_names(struct drafts *drafts) {
    struct loader *loader = drafts->loader;
    uint32_t slots = 16;
    while (slots < drafts->count * 2) slots *= 2;
    uint32_t *first = ARENA_LIST(&loader->work, uint32_t, slots);
    uint64_t *hashes = ARENA_LIST(&loader->work, uint64_t, drafts->count);
    for (uint32_t i = 0; i < drafts->count; i++) {
        hashes[i] = fold_hash(str_of(loader->entities[i].name));
        uint32_t slot = (uint32_t)hashes[i] & (slots - 1);
        while (first[slot] && hashes[first[slot] - 1] != hashes[i]) slot = (slot + 1) & (slots - 1);
        if (first[slot]) {
            report_same_name(loader, &drafts->list[i], &loader->entities[first[slot] - 1]);
        } else {
            first[slot] = i + 1;
        }
    }
}

void load_entities(struct loader *loader) {
    walk_records(loader, RECORD_ENTITY, read_entity);
    struct drafts drafts;
    collect(loader, &drafts);
    drop_dangling(&drafts);
    drop_circles(&drafts);
    close_ranks(&drafts);
    check_names(&drafts);
    arena_clear(&loader->work);
}
