#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/json.h"
#include "exchange/inbox_parts.h"

/* A file of drafts, as the program wrote it and a person may have changed it. */

enum problem { PROBLEM_FILE, PROBLEM_DRAFT, PROBLEM_TWICE };

static const struct diag_kind kinds[] = {
    [PROBLEM_FILE] = {.code = "D101", .level = DIAG_ERROR, .title = "草稿文件读不了"},
    [PROBLEM_DRAFT] = {.code = "D102", .level = DIAG_ERROR, .title = "这条草稿读不了"},
    [PROBLEM_TWICE] = {.code = "D103", .level = DIAG_ERROR, .title = "草稿的编号重复了"},
};

struct reading {
    struct inbox *inbox;
    struct json_index index;
    struct diags *diags;
    struct arena arena; /* of this file; what is kept is copied */
    struct buf plain;
    const struct json_element *place; /* of the draft being read */
    uint32_t document;
    bool failed;
};

static void say(struct reading *reading, enum problem problem, struct json_span span, const char *remark) {
    static const char *const fixes[] = {
        [PROBLEM_FILE] = "照这一行的提示改好；只改 status、subject、attribute、value 这几项最稳妥。",
        [PROBLEM_DRAFT] = "照这一行的提示改好；只改 status、subject、attribute、value 这几项最稳妥。",
        [PROBLEM_TWICE] = "编号由程序来排：删去复制出来的那一条。"};
    struct diag_words words = {.remark = remark,
                               .fix = fixes[problem],
                               .label = "草稿",
                               .effect = "改好以前，这个文件里的草稿都不动，也不会被重写。"};
    diag_report(reading->diags, &kinds[problem], &reading->index.file, span.begin, span.end, &words);
    reading->failed = true;
}

/* Of the value of a key of this draft; the draft itself when it has no such key. */
static void say_key(struct reading *reading, const char *key, const char *remark) {
    struct json_span whole = {reading->place->begin, reading->place->begin + reading->place->length};
    say(reading, PROBLEM_DRAFT, json_locate(reading->index.file.text, whole, key), remark);
}

/* ---- values ---- */

static const cJSON *get(const cJSON *object, const char *key) {
    return cJSON_GetObjectItemCaseSensitive(object, key);
}

/* "" when it is not written or no text. */
static const char *text_of(const cJSON *object, const char *key) {
    const cJSON *item = get(object, key);
    return cJSON_IsString(item) ? item->valuestring : "";
}

static uint32_t number_of(const cJSON *item) {
    return item && cJSON_IsNumber(item) && item->valueint > 0 ? (uint32_t)item->valueint : 0;
}

static uint64_t hex_of(const char *text) {
    return strtoull(text, NULL, 16);
}

static int place_in(const char *const *words, int count, const char *word) {
    for (int i = 0; i < count; i++)
        if (strcmp(words[i], word) == 0) return i;
    return -1;
}

/* ---- one draft ---- */

static void read_values(struct reading *reading, const cJSON *object, struct draft *draft) {
    const cJSON *value = get(object, "value"), *item;
    draft->is_list = cJSON_IsArray(value);
    uint32_t count = draft->is_list ? (uint32_t)cJSON_GetArraySize(value) : 1;
    const char **values = ARENA_LIST(&reading->arena, const char *, count + 1);
    draft->values = values;
    if (cJSON_IsString(value)) values[draft->value_count++] = value->valuestring;
    if (!draft->is_list) {
        if (!draft->value_count) say_key(reading, "value", "写成一段文字，或者方括号里的几段文字");
        return;
    }
    cJSON_ArrayForEach(item, value) {
        if (cJSON_IsString(item)) values[draft->value_count++] = item->valuestring;
    }
    if (draft->value_count != count) say_key(reading, "value", "方括号里只写文字");
}

static void read_place(const cJSON *object, struct draft *draft) {
    const cJSON *span = get(object, "span"), *year = get(object, "year"), *item;
    draft->line = number_of(get(object, "line"));
    draft->from = number_of(cJSON_GetArrayItem(span, 0));
    draft->to = number_of(cJSON_GetArrayItem(span, 1));
    draft->year.value = number_of(get(year, "value"));
    int from = place_in(year_from_words, YEAR_FROMS, text_of(year, "from"));
    draft->year.from = from < 0 ? YEAR_NONE : (enum year_from)from;
    cJSON_ArrayForEach(item, get(object, "warn")) {
        if (cJSON_IsString(item)) drafts_warn(draft, item->valuestring);
    }
}

static void read_type(struct reading *reading, const cJSON *object, struct draft *draft) {
    int type = place_in(draft_type_words, DRAFT_TYPES, text_of(object, "type"));
    if (type < 0) say_key(reading, "type", "没有这种类型");
    draft->type = (enum draft_type)(type < 0 ? 0 : type);
}

static struct draft read_draft(struct reading *reading, const cJSON *object) {
    struct draft draft = {
        .id = text_of(object, "id"),
        .confident = strcmp(text_of(object, "class"), "A") == 0,
        .pattern = text_of(object, "pattern"),
        .doc = reading->inbox->documents[reading->document].file,
        .quote = text_of(object, "quote"),
        .topic = text_of(object, "topic"),
        .subject = text_of(object, "subject"),
        .attribute = text_of(object, "attribute"),
        .open = cJSON_IsTrue(get(object, "open")),
        .dup_of = text_of(object, "dup_of"),
        .conflict_with = text_of(object, "conflict_with"),
        .decision = "",
        .editor = "",
        .statement = text_of(object, "statement"),
        .surface = text_of(object, "surface"),
        .normal = text_of(object, "normal"),
        .reason = text_of(object, "reason"),
    };
    read_type(reading, object, &draft);
    read_values(reading, object, &draft);
    read_place(object, &draft);
    return draft;
}

/* Keys of a person's own, as the file will have them again. */
static const char *extra_of(struct reading *reading, const cJSON *object) {
    const char *extra = "";
    const cJSON *item;
    cJSON_ArrayForEach(item, object) {
        if (!item->string || strncmp(item->string, "x-", 2) != 0) continue;
        char *value = cJSON_PrintUnformatted(item);
        if (value) extra = arena_printf(&reading->arena, "%s      \"%s\": %s,\n", extra, item->string, value);
        cJSON_free(value);
    }
    return extra;
}

static struct decision read_decision(struct reading *reading, const cJSON *object) {
    int fate = place_in(fate_words, FATES, text_of(object, "status"));
    if (fate < 0) say_key(reading, "status", "只能写 draft（未定）、accepted（收）、rejected（弃）");
    return (struct decision){.fate = (enum fate)(fate < 0 ? 0 : fate),
                             .fact = text_of(object, "fact"),
                             .note = text_of(object, "note"),
                             .mark = hex_of(text_of(object, "mark")),
                             .document = reading->document,
                             .is_found = !cJSON_IsTrue(get(object, "gone")),
                             .extra = extra_of(reading, object)};
}

/* "D0017" → 17; 0: no such id. */
static uint32_t id_number(const char *id) {
    if (*id != 'D' || strspn(id + 1, "0123456789") != strlen(id + 1) || strlen(id) > 8) return 0;
    return (uint32_t)strtoul(id + 1, NULL, 10);
}

static void check_id(struct reading *reading, const char *id) {
    uint32_t number = id_number(id);
    if (!number) say_key(reading, "id", "编号由程序来排，写成 D0017 的样子");
    if (number > reading->inbox->last_id) reading->inbox->last_id = number;
    if (!number || inbox_find(reading->inbox, id) == INBOX_NONE) return;
    struct json_span whole = {reading->place->begin, reading->place->begin + reading->place->length};
    say(reading, PROBLEM_TWICE, json_locate(reading->index.file.text, whole, "id"), "前面已经有这个编号");
}

static void take_tree(struct reading *reading, const cJSON *object) {
    if (!cJSON_IsObject(object)) {
        say_key(reading, "", "写成 { \"id\": \"D0001\", … } 的样子");
        return;
    }
    struct draft draft = read_draft(reading, object);
    struct decision decision = read_decision(reading, object);
    check_id(reading, draft.id);
    if (decision.fate != FATE_OPEN) draft.decision = fate_words[decision.fate];
    inbox_add(reading->inbox, &draft, &decision);
}

static cJSON *parse(struct reading *reading, struct json_span span, bool plain) {
    buf_clear(&reading->plain);
    struct str strict = json_plain(&reading->index, span, plain, &reading->plain);
    return cJSON_ParseWithLength(strict.at, strict.len);
}

static void take_element(struct reading *reading, const struct json_element *place) {
    reading->place = place;
    if (!place->sound) {
        reading->failed = true; /* the scanner has said why */
        return;
    }
    cJSON *tree =
        parse(reading, (struct json_span){place->begin, place->begin + place->length}, place->plain);
    take_tree(reading, tree);
    cJSON_Delete(tree);
}

/* ---- the file ---- */

static void take_document(struct reading *reading, const char *name, const char *into) {
    const struct json_member *member = json_index_get(&reading->index, "document");
    cJSON *tree = member && member->sound ? parse(reading, member->value, member->plain) : NULL;
    struct inbox_document document = {.name = name,
                                      .file = text_of(tree, "file"),
                                      .path = text_of(tree, "path"),
                                      .title = text_of(tree, "title"),
                                      .title_from = text_of(tree, "title_from"),
                                      .publisher = text_of(tree, "publisher"),
                                      .date = text_of(tree, "date"),
                                      .url = text_of(tree, "url"),
                                      .hash = hex_of(text_of(tree, "hash")),
                                      .into = into};
    reading->document = inbox_add_document(reading->inbox, &document);
    if (!tree) say(reading, PROBLEM_FILE, (struct json_span){0, 1}, "缺少 \"document\"");
    cJSON_Delete(tree);
}

static void take_head(struct reading *reading, const char *name) {
    const struct json_member *into = json_index_get(&reading->index, "into"),
                             *last = json_index_get(&reading->index, "last");
    cJSON *pack = into && into->sound ? parse(reading, into->value, into->plain) : NULL;
    take_document(reading, name, pack && cJSON_IsString(pack) ? pack->valuestring : "");
    cJSON_Delete(pack);
    cJSON *number = last && last->sound ? parse(reading, last->value, last->plain) : NULL;
    if (number_of(number) > reading->inbox->last_id) reading->inbox->last_id = number_of(number);
    cJSON_Delete(number);
}

static void take_file(struct reading *reading, const char *name) {
    take_head(reading, name);
    const struct json_member *facts = json_index_get(&reading->index, "facts");
    if (!facts || facts->type != JSON_LIST)
        say(reading, PROBLEM_FILE, (struct json_span){0, 1}, "缺少 \"facts\": [ … ]");
    for (uint32_t i = 0; facts && i < facts->element_count; i++)
        take_element(reading, &reading->index.elements[facts->first_element + i]);
}

bool inbox_read(struct inbox *inbox, const char *name, struct diag_file file, struct diags *diags) {
    struct reading reading = {.inbox = inbox, .diags = diags};
    uint32_t drafts = inbox->drafts.count, documents = inbox->document_count, last = inbox->last_id;
    arena_init(&reading.arena);
    buf_init(&reading.plain);
    if (json_index_build(&reading.index, file, &json_default_limits, diags))
        take_file(&reading, name);
    else
        reading.failed = true;
    if (reading.failed) {
        inbox->drafts.count = drafts;
        inbox->document_count = documents;
        inbox->last_id = last;
    }
    json_index_finish(&reading.index);
    buf_finish(&reading.plain);
    arena_finish(&reading.arena);
    return !reading.failed;
}
