#include "content/element.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/memory.h"
#include "base/utf8.h"
#include "content/effects.h"

struct element element_open(const struct content *content, uint32_t file, const struct json_element *place,
                            enum record_kind kind, struct buf *scratch) {
    struct element element = {.content = content,
                              .file = &content->files[file],
                              .kind = kind,
                              .span = {place->begin, place->begin + place->length},
                              .tally = tally_index(file, kind)};
    buf_clear(scratch);
    struct str plain = json_plain(&element.file->index, element.span, place->plain, scratch);
    element.has_escapes = memchr(plain.at, '\\', plain.len) != NULL;
    element.object = cJSON_ParseWithLength(plain.at, plain.len);
    if (!element.object) memory_exhausted(); /* for the scanner found nothing wrong with the text */
    return element;
}

void element_close(struct element *element) {
    cJSON_Delete(element->object);
    element->object = NULL;
}

/* ---- messages ---- */

const char *element_words(struct element *element, const char *format, ...) {
    if (!element->diags) return "";
    va_list list;
    va_start(list, format);
    char *words = arena_vprintf(&element->diags->arena, format, list);
    va_end(list);
    return words;
}

/* Up to the first control character: a subject is one line. */
static struct str first_line(struct str text) {
    size_t len = 0;
    while (len < text.len && (unsigned char)text.at[len] >= ' ') len++;
    return str_cut(text, 0, len);
}

/* What the record is about, for people: its id and the beginning of its text. */
static const char *subject_of(struct element *element) {
    static const char *const titles[] = {"stem", "name", "title", "text"};
    enum { SHOWN = 16 };
    const cJSON *id = cJSON_GetObjectItemCaseSensitive(element->object, "id"), *title = NULL;
    for (size_t i = 0; i < sizeof titles / sizeof titles[0] && !cJSON_IsString(title); i++) {
        title = cJSON_GetObjectItemCaseSensitive(element->object, titles[i]);
    }
    struct str text = str_of(cJSON_GetStringValue(title));
    struct str head = utf8_head(first_line(str_trim(text)), SHOWN);
    const char *more = head.len < text.len ? "…" : "";
    const char *name = cJSON_IsString(id) ? id->valuestring : "";
    if (!head.len) return *name ? name : NULL;
    return element_words(element, "%s「%.*s%s」", name, (int)head.len, head.at, more);
}

static struct json_span place_of(struct element *element, enum message message, const char *key, int index) {
    struct str text = element->file->index.file.text;
    if (!*key) return (struct json_span){element->span.begin, element->span.begin};
    if (message == MESSAGE_KEY_UNKNOWN || message == MESSAGE_LIST_UNKNOWN) {
        return json_locate_key(text, element->span, key);
    }
    const char *path = index < 0 ? key : element_words(element, "%s[%d]", key, index);
    return json_locate(text, element->span, path);
}

/* A value of many lines is marked at its first character only. */
static struct json_span on_one_line(struct str text, struct json_span span) {
    const char *end = memchr(text.at + span.begin, '\n', span.end - span.begin);
    if (end) span.end = span.begin + 1;
    return span;
}

static void report(struct element *element, enum message message, struct json_span span, const char *remark,
                   const char *fix, const char *effect) {
    struct diag_words words = {
        .subject = subject_of(element),
        .remark = remark && *remark ? remark : NULL,
        .fix = fix,
        .effect = effect,
        .label = element->kind == RECORD_QUESTION ? NULL : record_kind_title(element->kind),
    };
    diag_report(element->diags, &message_kinds[message], &element->file->index.file, span.begin, span.end,
                &words);
}

void element_mark(struct element *element, enum message message, struct json_span span, const char *remark,
                  const char *fix) {
    enum diag_level level = message_kinds[message].level;
    if (level == DIAG_ERROR) element->failed = true;
    if (!element->diags) return;
    report(element, message, span, remark, fix,
           effect_words(element->diags, element->kind, level, element->tally));
}

void element_blemish(struct element *element, enum message message, const char *key, const char *remark,
                     const char *fix, const char *effect) {
    if (!element->diags) return;
    struct json_span span = on_one_line(element->file->index.file.text, place_of(element, message, key, -1));
    report(element, message, span, remark, fix, effect);
}

void element_problem(struct element *element, enum message message, const char *key, int index,
                     const char *remark, const char *fix) {
    struct json_span span = {0, 0};
    struct str text = element->file->index.file.text;
    if (element->diags) span = on_one_line(text, place_of(element, message, key, index));
    element_mark(element, message, span, remark, fix);
}

/* ---- values ---- */

struct str element_trim(const char *text) {
    return element_trim_str(str_of(text));
}

struct str element_trim_str(struct str whole) {
    if (!whole.len) return whole;
    unsigned char first = (unsigned char)whole.at[0], last = (unsigned char)whole.at[whole.len - 1];
    bool is_trim = first > ' ' && first != 0xE3 && last > ' ' && last != 0x80; /* U+3000 is E3 80 80 */
    return is_trim ? whole : str_trim(whole);
}

const cJSON *element_get(const struct element *element, const char *key) {
    const struct key_index *keys = &element->content->catalog->keys;
    const struct key_row *row = key_index_find(keys, element->kind, key);
    return element->fields[(uint32_t)(row - key_rows) - keys->first[element->kind]];
}

struct str element_str(const struct element *element, const char *key) {
    const cJSON *item = element_get(element, key);
    return element_trim(item ? item->valuestring : NULL);
}

static const char *copied(struct arena *arena, struct str text) {
    return text.len ? arena_text(arena, text.at, text.len) : "";
}

const char *element_copy(const struct element *element, const cJSON *item) {
    return item ? copied(element->arena, element_trim(item->valuestring)) : "";
}

const char *element_text(const struct element *element, const char *key) {
    return element_copy(element, element_get(element, key));
}

struct texts element_texts_of(const struct element *element, const cJSON *list) {
    const cJSON *item;
    int count = list ? cJSON_GetArraySize(list) : 0;
    if (count == 0) return (struct texts){0};
    const char **texts = ARENA_LIST(element->arena, const char *, (size_t)count);
    uint32_t i = 0;
    cJSON_ArrayForEach(item, list) texts[i++] = copied(element->arena, element_trim(item->valuestring));
    return (struct texts){texts, i};
}

struct texts element_texts(const struct element *element, const char *key) {
    return element_texts_of(element, element_get(element, key));
}

bool element_bool(const struct element *element, const char *key, bool otherwise) {
    const cJSON *item = element_get(element, key);
    return item ? cJSON_IsTrue(item) : otherwise;
}

uint32_t element_number(const struct element *element, const char *key, uint32_t otherwise) {
    const cJSON *item = element_get(element, key);
    return item ? (uint32_t)item->valueint : otherwise;
}

static uint32_t digits(const char *at, size_t count) {
    uint32_t number = 0;
    for (size_t i = 0; i < count; i++) number = number * 10 + (uint32_t)(at[i] - '0');
    return number;
}

static uint32_t day_of(const cJSON *item) {
    if (!item) return 0;
    const char *day = item->valuestring;
    return digits(day, 4) * 10000 + digits(day + 5, 2) * 100 + digits(day + 8, 2);
}

uint32_t element_day(const struct element *element, const char *key) {
    return day_of(element_get(element, key));
}

static uint32_t choice_of(const cJSON *item, const char *choice, uint32_t otherwise) {
    if (!item) return otherwise;
    for (uint32_t place = 0;; place++) {
        size_t len = strcspn(choice, "|");
        if (str_equal((struct str){choice, len}, str_of(item->valuestring))) return place;
        if (!choice[len]) return otherwise;
        choice += len + 1;
    }
}

uint32_t element_choice(const struct element *element, const char *key, uint32_t otherwise) {
    return choice_of(element_get(element, key), key_find(element->kind, str_of(key))->choices, otherwise);
}

/* ---- references ---- */

static void report_missing(struct element *element, const char *key, int index, enum record_kind wanted,
                           struct str id) {
    const char *title = record_kind_title(wanted), *mark = wanted == RECORD_ENTITY ? "@" : "";
    const char *near = element->diags ? ids_nearest(&element->content->catalog->ids, wanted, id) : NULL;
    const char *fix = near ? element_words(element, "是不是想写 \"%s%s\"？", mark, near)
                           : element_words(element, "先写好这个%s，或者改成已有的 id。", title);
    element_problem(element, MESSAGE_REFERENCE_MISSING, key, index,
                    element_words(element, "没有这个%s", title), fix);
}

static void report_dropped(struct element *element, const char *key, int index,
                           const struct id_entry *entry) {
    const struct content_file *file = &element->content->files[entry->place.file];
    element_problem(
        element, MESSAGE_REFERENCE_DROPPED, key, index,
        element_words(element, "%s %s 有错误，没有读进来", record_kind_title(entry->kind), entry->id),
        element_words(element, "先改好 %s 里的 %s。", file->path, entry->id));
}

static void report_kind(struct element *element, const char *key, int index, enum record_kind wanted,
                        const struct id_entry *entry) {
    element_problem(element, MESSAGE_REFERENCE_KIND, key, index,
                    element_words(element, "%s 是%s", entry->id, record_kind_title(entry->kind)),
                    element_words(element, "改成一个%s的 id。", record_kind_title(wanted)));
}

static const void *find_record(struct element *element, const char *key, int index, enum record_kind wanted,
                               struct str id) {
    const struct id_entry *entry = ids_find(&element->content->catalog->ids, id);
    if (!entry) {
        report_missing(element, key, index, wanted, id);
    } else if (entry->kind != wanted) {
        report_kind(element, key, index, wanted, entry);
    } else if (!entry->record) {
        report_dropped(element, key, index, entry);
    } else {
        return entry->record;
    }
    return NULL;
}

static void report_mark(struct element *element, const char *key, bool wants_mark, struct str id) {
    const char *fix = wants_mark ? element_words(element, "写成 \"@%.*s\"。", (int)id.len, id.at)
                                 : element_words(element, "去掉前面的 @。");
    const char *remark = wants_mark ? "引用事物时前面要有 @" : "这里引用的不是事物，前面没有 @";
    element_problem(element, MESSAGE_REFERENCE_MARK, key, -1, remark, fix);
}

const void *element_reference_of(struct element *element, const struct key_row *row) {
    const struct key_index *keys = &element->content->catalog->keys;
    const cJSON *item = element->fields[(uint32_t)(row - key_rows) - keys->first[element->kind]];
    if (!item) return NULL;
    struct str id = element_trim(item->valuestring);
    bool wants_mark = row->choices[0] == '@', has_mark = id.at[0] == '@';
    if (wants_mark != has_mark) {
        report_mark(element, row->key, wants_mark, id);
        return NULL;
    }
    return find_record(element, row->key, -1, row->of, has_mark ? str_cut(id, 1, id.len) : id);
}

const void *element_reference(struct element *element, const char *key) {
    return element_reference_of(element, key_find(element->kind, str_of(key)));
}

bool element_member(struct element *element, const char *key, int index, const cJSON *item,
                    struct member *member) {
    struct str text = element_trim(item->valuestring);
    if (text.len < 2 || text.at[0] != '@') {
        *member = (struct member){copied(element->arena, text), NULL};
        return true;
    }
    const struct entity *entity = find_record(element, key, index, RECORD_ENTITY, str_cut(text, 1, text.len));
    if (!entity) return false;
    *member = (struct member){entity->name, entity};
    return true;
}

const struct member *element_members(struct element *element, const char *key, uint32_t *count) {
    const cJSON *list = element_get(element, key), *item;
    *count = list ? (uint32_t)cJSON_GetArraySize(list) : 0;
    if (*count == 0) return NULL;
    struct member *members = ARENA_LIST(element->arena, struct member, *count);
    uint32_t i = 0;
    cJSON_ArrayForEach(item, list) {
        if (element_member(element, key, (int)i, item, &members[i])) i++;
    }
    *count = i;
    return members;
}

struct texts element_shown(struct element *element, const char *key) {
    uint32_t count;
    const struct member *members = element_members(element, key, &count);
    if (!count) return (struct texts){0};
    const char **texts = ARENA_LIST(element->arena, const char *, count);
    for (uint32_t i = 0; i < count; i++) texts[i] = members[i].show;
    return (struct texts){texts, count};
}

/* ---- what records share ---- */

static void check_days(struct element *element, const struct record *record) {
    if (!record->valid_from || !record->valid_to || record->valid_from <= record->valid_to) return;
    element_problem(element, MESSAGE_DAYS_REVERSED, "valid_to", -1, "早于 valid_from",
                    "对调两个日期，或者改正其中一个。");
}

static uint32_t number_of(const cJSON *item, uint32_t otherwise) {
    return item ? (uint32_t)item->valueint : otherwise;
}

struct record element_record(struct element *element) {
    const struct key_index *keys = &element->content->catalog->keys;
    uint32_t source = keys->common[element->kind];
    const cJSON *const *common = element->fields + source;
    const struct key_row *rows = &key_rows[keys->first[element->kind] + source];
    struct record record = {
        .id = element_copy(element, element->fields[ROW_ID]),
        .topic = element_copy(element, common[COMMON_TOPIC]),
        .note = element_copy(element, common[COMMON_NOTE]),
        .edition = element_copy(element, common[COMMON_EDITION]),
        .pack = element->file->pack,
        .quote = element_copy(element, common[COMMON_QUOTE]),
        .image = "",
        .status = (enum status)choice_of(common[COMMON_STATUS], rows[COMMON_STATUS].choices, STATUS_READY),
        .valid_from = day_of(common[COMMON_VALID_FROM]),
        .valid_to = day_of(common[COMMON_VALID_TO]),
        .rev = number_of(common[COMMON_REV], 1),
        .weight = number_of(common[COMMON_WEIGHT], 1),
        .political = common[COMMON_POLITICAL] && cJSON_IsTrue(common[COMMON_POLITICAL]),
    };
    record.source = element_reference_of(element, &rows[COMMON_SOURCE]);
    check_days(element, &record);
    return record;
}
