#include "cli/trail.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cjson/cJSON.h>

#include "content/catalog.h"
#include "exchange/phrasing.h"

static uint32_t line_at(struct str text, uint32_t at) {
    uint32_t line = 1;
    for (uint32_t i = 0; i < at; i++) line += text.at[i] == '\n';
    return line;
}

/* ---- what the record says ---- */

static const char *members_of(struct arena *arena, const struct set *set) {
    const char *text = set->name;
    for (uint32_t i = 0; i < set->member_count; i++)
        text = arena_printf(arena, "%s%s%s", text, i ? "、" : "：", set->members[i].show);
    return text;
}

static void tell_fact(struct arena *arena, const struct fact *fact, struct trail *out) {
    out->says = phrasing_fill(arena, fact->attribute->statements.list[0], fact->subject->name,
                              fact->value.show, fact->as_of);
    out->words = fact->value.show;
}

static void tell_entity(struct arena *arena, const struct entity *entity, struct trail *out) {
    out->says =
        *entity->meaning ? arena_printf(arena, "%s：%s", entity->name, entity->meaning) : entity->name;
    out->words = *entity->meaning ? entity->meaning : entity->name;
}

static void tell(struct arena *arena, enum record_kind kind, const void *record, struct trail *out) {
    if (kind == RECORD_FACT) tell_fact(arena, record, out);
    if (kind == RECORD_ENTITY) tell_entity(arena, record, out);
    if (kind == RECORD_CARD) out->says = ((const struct card *)record)->title;
    if (kind == RECORD_SCENARIO) out->says = ((const struct scenario *)record)->text;
    if (kind == RECORD_PAIRING) out->says = ((const struct pairing *)record)->name;
    if (kind == RECORD_PHRASE) out->says = out->words = ((const struct phrase *)record)->text;
    if (kind == RECORD_SET) {
        const struct set *set = record;
        out->says = members_of(arena, set);
        if (set->member_count) out->words = set->members[0].show;
    }
}

static void take_record(const struct record *record, struct trail *out) {
    out->source = record->source;
    out->quote = record->quote;
}

/* ---- where it stands, and what was noted beside it ---- */

static const char *text_of(const cJSON *object, const char *key) {
    const cJSON *item = cJSON_GetObjectItemCaseSensitive(object, key);
    return cJSON_IsString(item) ? item->valuestring : "";
}

/* "001_….txt:47" */
static void take_from(struct arena *arena, const char *from, struct trail *out) {
    const char *colon = strrchr(from, ':');
    if (!colon) return;
    out->document = arena_text(arena, from, (size_t)(colon - from));
    out->document_line = (uint32_t)strtoul(colon + 1, NULL, 10);
}

static void take_notes(struct desk *desk, const struct content_file *file, struct json_span span, bool plain,
                       struct trail *out) {
    struct buf scratch;
    buf_init(&scratch);
    struct str text = json_plain(&file->index, span, plain, &scratch);
    cJSON *tree = cJSON_ParseWithLength(text.at, text.len);
    take_from(&desk->arena, text_of(tree, "x-from"), out);
    const char *draft = text_of(tree, "x-draft");
    if (*draft) out->draft = inbox_find(&desk->files.inbox, draft);
    cJSON_Delete(tree);
    buf_finish(&scratch);
}

static void take_place(struct desk *desk, const struct content *content, struct written_place where,
                       struct trail *out) {
    const struct content_file *file = &content->files[where.file];
    const struct json_element *place = &file->index.elements[where.element];
    struct json_span span = {place->begin, place->begin + place->length};
    out->file = file->path;
    out->line = line_at(file->index.file.text, place->begin);
    if (place->sound) take_notes(desk, file, span, place->plain, out);
    if (out->draft == INBOX_NONE) out->draft = inbox_find_fact(&desk->files.inbox, out->id);
}

/* ---- finding it ---- */

static bool find_record(struct desk *desk, const struct content *content, struct str id, struct trail *out) {
    const struct id_entry *entry = ids_find(&content->catalog->ids, id);
    if (!entry) return false;
    out->id = entry->id;
    out->kind = record_kind_title(entry->kind);
    bool has_record = entry->record && entry->kind != RECORD_SOURCE;
    if (has_record) take_record(entry->record, out); /* stands first in each of them */
    if (has_record) tell(&desk->arena, entry->kind, entry->record, out);
    if (entry->kind == RECORD_SOURCE) out->source = entry->record;
    take_place(desk, content, entry->place, out);
    return true;
}

static bool find_written(struct desk *desk, const struct content *content, const char *id,
                         struct trail *out) {
    for (uint32_t i = 0; i < content->written_count; i++) {
        struct written written;
        if (!content_written(content, i, &desk->arena, &written) || strcmp(written.record.id, id) != 0)
            continue;
        if (written.fact) find_record(desk, content, str_of(written.fact->record.id), out);
        out->id = written.record.id;
        out->kind = "题目";
        out->says = written.stem;
        take_record(&written.record, out);
        take_place(desk, content, content->written[i], out);
        return true;
    }
    return false;
}

static bool find_draft(struct desk *desk, const struct content *content, const char *id, struct trail *out) {
    uint32_t place = inbox_find(&desk->files.inbox, id);
    if (place == INBOX_NONE) return false;
    const char *fact = desk->files.inbox.decisions[place].fact;
    if (!*fact || !find_record(desk, content, str_of(fact), out)) {
        out->id = desk->files.inbox.drafts.list[place].id;
        out->kind = "草稿";
    }
    out->draft = place;
    return true;
}

bool trail_find(struct desk *desk, const struct content *content, const char *id, struct trail *out) {
    *out =
        (struct trail){.says = "", .file = "", .quote = "", .words = "", .document = "", .draft = INBOX_NONE};
    struct str whole = str_of(id), record = str_cut(whole, 0, str_find(whole, STR("/")));
    return find_record(desk, content, whole, out) || find_record(desk, content, record, out) ||
           find_written(desk, content, id, out) || find_draft(desk, content, id, out);
}
