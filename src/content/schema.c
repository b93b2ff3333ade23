#include <string.h>

#include "content/keys.h"

/* Prints the table of keys as JSON schema, so that an editor's program can check and complete while they
 * type. */

/* ---- a writer with indentation ---- */

struct writer {
    struct buf *out;
    uint32_t depth;
    bool has_items; /* in the innermost list or object */
};

static void new_line(struct writer *writer) {
    buf_char(writer->out, '\n');
    for (uint32_t i = 0; i < writer->depth; i++) buf_text(writer->out, "  ");
}

static void begin_item(struct writer *writer, const char *key) {
    if (writer->has_items) buf_char(writer->out, ',');
    if (writer->depth) new_line(writer);
    writer->has_items = true;
    if (!key) return;
    buf_json(writer->out, str_of(key));
    buf_text(writer->out, ": ");
}

static void begin(struct writer *writer, const char *key, char bracket) {
    begin_item(writer, key);
    buf_char(writer->out, bracket);
    writer->depth++;
    writer->has_items = false;
}

static void end(struct writer *writer, char bracket) {
    writer->depth--;
    if (writer->has_items) new_line(writer);
    buf_char(writer->out, bracket);
    writer->has_items = true;
}

static void put_text(struct writer *writer, const char *key, const char *text) {
    begin_item(writer, key);
    buf_json(writer->out, str_of(text));
}

static void put_number(struct writer *writer, const char *key, int64_t number) {
    begin_item(writer, key);
    buf_printf(writer->out, "%lld", (long long)number);
}

static void put_raw(struct writer *writer, const char *key, const char *json) {
    begin_item(writer, key);
    buf_text(writer->out, json);
}

/* ---- types ---- */

static const char id_pattern[] = "^[A-Za-z0-9_.\\u4E00-\\u9FFF-]+$";
static const char hours_pattern[] = "^([01][0-9]|2[0-3]):[0-5][0-9]-([01][0-9]|2[0-3]):[0-5][0-9]$";
static const char day_pattern[] = "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$";
static const char color_pattern[] = "^#[0-9A-Fa-f]{6}$";
static const char answer_pattern[] = "^([A-Ha-h]+|对|错|正确|错误)$";

static void put_pattern(struct writer *writer, const char *pattern) {
    put_text(writer, "type", "string");
    begin_item(writer, "pattern");
    buf_printf(writer->out, "\"%s\"", pattern);
}

static void put_string(struct writer *writer, uint32_t most) {
    put_text(writer, "type", "string");
    put_number(writer, "minLength", 1);
    put_number(writer, "maxLength", most);
}

static void begin_list(struct writer *writer, const struct key_row *row) {
    put_text(writer, "type", "array");
    if (row->least) put_number(writer, "minItems", row->least);
    if (row->type != KEY_RECORDS || row->most) put_number(writer, "maxItems", key_most(row));
    begin(writer, "items", '{');
}

static void put_texts(struct writer *writer, const struct key_row *row) {
    begin_list(writer, row);
    put_string(writer, row->type == KEY_TEXTS ? 300 : 120);
    end(writer, '}');
}

static void put_rows(struct writer *writer, const struct key_row *row) {
    begin_list(writer, row);
    put_text(writer, "type", "array");
    put_number(writer, "minItems", 2);
    put_number(writer, "maxItems", 2);
    begin(writer, "items", '{');
    put_string(writer, 60);
    end(writer, '}');
    end(writer, '}');
}

static void put_range(struct writer *writer, const struct key_row *row) {
    put_text(writer, "type", "integer");
    put_number(writer, "minimum", row->least);
    put_number(writer, "maximum", row->most);
}

static void put_choices(struct writer *writer, const char *choices) {
    begin(writer, "enum", '[');
    for (size_t len; len = strcspn(choices, "|"), len; choices += len + (choices[len] != 0)) {
        begin_item(writer, NULL);
        buf_json(writer->out, (struct str){choices, len});
    }
    end(writer, ']');
}

static void put_definition_of(struct writer *writer, enum record_kind kind) {
    begin_item(writer, "$ref");
    buf_printf(writer->out, "\"#/definitions/%s\"", record_kind_name(kind));
}

static void put_records(struct writer *writer, const struct key_row *row) {
    begin_list(writer, row);
    put_definition_of(writer, row->of);
    end(writer, '}');
}

static void put_type(struct writer *writer, const struct key_row *row) {
    switch (row->type) {
    case KEY_TEXT:
    case KEY_MEMBER:
        put_string(writer, key_most(row));
        break;
    case KEY_TEXTS:
    case KEY_MEMBERS:
        put_texts(writer, row);
        break;
    case KEY_ID:
        put_pattern(writer, id_pattern);
        break;
    case KEY_REF:
        put_text(writer, "type", "string");
        break;
    case KEY_ROWS:
        put_rows(writer, row);
        break;
    case KEY_BOOL:
        put_text(writer, "type", "boolean");
        break;
    case KEY_NUMBER:
        put_range(writer, row);
        break;
    case KEY_DAY:
        put_pattern(writer, day_pattern);
        break;
    case KEY_HOURS:
        put_pattern(writer, hours_pattern);
        break;
    case KEY_COLOR:
        put_pattern(writer, color_pattern);
        put_text(writer, "format", "color");
        break;
    case KEY_CHOICE:
        put_choices(writer, row->choices);
        break;
    case KEY_ANSWER:
        put_pattern(writer, answer_pattern);
        break;
    case KEY_RECORD:
        put_definition_of(writer, row->of);
        break;
    case KEY_RECORDS:
        put_records(writer, row);
        break;
    }
}

static bool is_written_bare(const struct key_row *row) {
    return strchr("[{", row->example[0]) || row->type == KEY_BOOL || row->type == KEY_NUMBER;
}

static void put_example(struct writer *writer, const struct key_row *row) {
    begin(writer, "examples", '[');
    if (is_written_bare(row)) {
        put_raw(writer, NULL, row->example);
    } else {
        put_text(writer, NULL, row->example);
    }
    end(writer, ']');
}

/* ---- records ---- */

static void put_row(struct writer *writer, const struct key_row *row) {
    begin(writer, row->key, '{');
    put_text(writer, "description", row->meaning);
    put_type(writer, row);
    if (row->type != KEY_RECORD && row->type != KEY_RECORDS) put_example(writer, row);
    end(writer, '}');
}

static void put_required(struct writer *writer, enum record_kind kind) {
    begin(writer, "required", '[');
    for (uint32_t i = key_first(kind), last = i + key_count(kind); i < last; i++) {
        if (key_rows[i].required) put_text(writer, NULL, key_rows[i].key);
    }
    end(writer, ']');
}

/* Notes of one's own are free everywhere; any other unknown key is a slip. */
static void put_closed(struct writer *writer) {
    begin(writer, "patternProperties", '{');
    put_raw(writer, "^x-", "{}");
    end(writer, '}');
    put_raw(writer, "additionalProperties", "false");
}

static void put_record(struct writer *writer, enum record_kind kind) {
    put_text(writer, "description", record_kind_title(kind));
    put_text(writer, "type", "object");
    begin(writer, "properties", '{');
    for (uint32_t i = key_first(kind), last = i + key_count(kind); i < last; i++)
        put_row(writer, &key_rows[i]);
    end(writer, '}');
    put_required(writer, kind);
    put_closed(writer);
}

static void put_definition(struct writer *writer, enum record_kind kind) {
    begin(writer, record_kind_name(kind), '{');
    put_record(writer, kind);
    end(writer, '}');
}

/* ---- files ---- */

enum { LISTS = 8 };

/* Which lists of a file a kind of file is about; none: its top level is the record itself. */
struct file_kind {
    const char *name;
    enum record_kind record;
    const char *lists[LISTS];
};

static const struct file_kind file_kinds[] = {
    {"pack", RECORD_PACK, {NULL}},
    {"sources", RECORD_FILE, {"sources"}},
    {"facts", RECORD_FILE, {"entities", "attributes", "facts", "sets", "pairings", "scenarios", "phrases"}},
    {"questions", RECORD_FILE, {"questions"}},
    {"cards", RECORD_FILE, {"cards", "sets"}},
    {"kiosk", RECORD_KIOSK, {NULL}},
    {"theme", RECORD_THEME, {NULL}},
};

static void put_definitions(struct writer *writer, const struct file_kind *file) {
    begin(writer, "definitions", '{');
    for (uint32_t i = 0; i < LISTS && file->lists[i]; i++) {
        enum record_kind kind = key_find(RECORD_FILE, str_of(file->lists[i]))->of;
        put_definition(writer, kind);
        if (kind == RECORD_FACT) put_definition(writer, RECORD_ALSO_TRUE);
    }
    end(writer, '}');
}

/* Of the records that stand inside the one that is the file. */
static void put_parts(struct writer *writer, enum record_kind kind) {
    uint32_t first = key_first(kind), last = first + key_count(kind), parts = 0;
    for (uint32_t i = first; i < last; i++) {
        if (key_rows[i].type != KEY_RECORD) continue;
        if (parts++ == 0) begin(writer, "definitions", '{');
        put_definition(writer, key_rows[i].of);
    }
    if (parts) end(writer, '}');
}

static void put_lists(struct writer *writer, const struct file_kind *file) {
    put_text(writer, "type", "object");
    begin(writer, "properties", '{');
    put_row(writer, key_find(RECORD_FILE, STR("format")));
    for (uint32_t i = 0; i < LISTS && file->lists[i]; i++) {
        put_row(writer, key_find(RECORD_FILE, str_of(file->lists[i])));
    }
    begin(writer, "$schema", '{');
    put_text(writer, "type", "string");
    end(writer, '}');
    end(writer, '}');
    put_closed(writer);
    put_definitions(writer, file);
}

static void put_file(struct writer *writer, const struct file_kind *file) {
    begin(writer, NULL, '{');
    put_text(writer, "$schema", "http://json-schema.org/draft-07/schema#");
    begin_item(writer, "title");
    buf_printf(writer->out, "\"安知 %s.json\"", file->name);
    if (file->record == RECORD_FILE) {
        put_lists(writer, file);
    } else {
        put_record(writer, file->record);
        put_parts(writer, file->record);
    }
    end(writer, '}');
    buf_char(writer->out, '\n');
}

bool schema_print(const char *kind, struct buf *out) {
    for (size_t i = 0; i < sizeof file_kinds / sizeof file_kinds[0]; i++) {
        if (strcmp(file_kinds[i].name, kind) != 0) continue;
        struct writer writer = {.out = out};
        put_file(&writer, &file_kinds[i]);
        return true;
    }
    return false;
}
