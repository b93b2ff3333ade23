#include "exchange/splice.h"

#include <string.h>

#include "base/json.h"

/* How the file is laid out: what its records begin their lines with, and how a line ends. */
struct layout {
    struct str indent; /* of a record */
    const char *end;
    bool has_tabs;
};

static bool is_blank(char c) {
    return c == ' ' || c == '\t';
}

/* What stands before `at` in its line, when that is nothing but blanks. */
static struct str indent_at(struct str text, uint32_t at) {
    uint32_t begin = at;
    while (begin > 0 && is_blank(text.at[begin - 1])) begin--;
    bool begins_line = begin > 0 && text.at[begin - 1] == '\n';
    return begins_line ? str_cut(text, begin, at) : STR("    ");
}

static struct layout layout_of(struct str text, struct str indent) {
    return (struct layout){indent, str_has(text, STR("\r\n")) ? "\r\n" : "\n",
                           indent.len && memchr(indent.at, '\t', indent.len)};
}

/* The blanks that a line of the record begins with, as this file would have them. */
static size_t add_level(struct buf *out, const struct layout *layout, struct str line) {
    size_t blanks = 0;
    while (blanks < line.len && line.at[blanks] == ' ') blanks++;
    for (size_t i = 0; i < blanks; i += layout->has_tabs ? 2 : 1)
        buf_char(out, layout->has_tabs ? '\t' : ' ');
    return blanks;
}

static void add_record(struct buf *out, const struct layout *layout, struct str record) {
    while (record.len) {
        size_t end = str_find(record, STR("\n"));
        struct str line = str_cut(record, 0, end);
        buf_text(out, layout->end);
        buf_str(out, layout->indent);
        size_t blanks = add_level(out, layout, line);
        buf_str(out, str_cut(line, blanks, line.len));
        record = str_cut(record, end + (end < record.len), record.len);
    }
}

static void add_closing(struct buf *out, const struct layout *layout) {
    buf_text(out, layout->end);
    size_t level = layout->has_tabs ? 1 : 2;
    buf_str(out, str_cut(layout->indent, 0, layout->indent.len > level ? layout->indent.len - level : 0));
}

static void add_behind_last(struct buf *out, const struct json_index *index, const struct json_member *member,
                            struct str record) {
    struct str text = index->file.text;
    const struct json_element *last = &index->elements[member->first_element + member->element_count - 1];
    struct layout layout = layout_of(text, indent_at(text, last->begin));
    buf_str(out, str_cut(text, 0, last->begin + last->length));
    buf_char(out, ',');
    add_record(out, &layout, record);
    buf_str(out, str_cut(text, last->begin + last->length, text.len));
}

/* "facts": [] */
static void fill_list(struct buf *out, const struct json_index *index, const struct json_member *member,
                      struct str record) {
    struct str text = index->file.text;
    struct layout layout = layout_of(text, STR("    "));
    buf_str(out, str_cut(text, 0, member->value.begin + 1));
    add_record(out, &layout, record);
    add_closing(out, &layout);
    buf_str(out, str_cut(text, member->value.end - 1, text.len));
}

static void add_list(struct buf *out, const struct json_index *index, const char *list, struct str record) {
    struct str text = index->file.text;
    const struct json_member *last = &index->members[index->member_count - 1];
    struct layout layout = layout_of(text, STR("    "));
    buf_str(out, str_cut(text, 0, last->value.end));
    buf_printf(out, ",%s  \"%s\": [", layout.end, list);
    add_record(out, &layout, record);
    add_closing(out, &layout);
    buf_char(out, ']');
    buf_str(out, str_cut(text, last->value.end, text.len));
}

static bool put(const struct json_index *index, const char *list, struct str record, struct buf *out) {
    const struct json_member *member = json_index_get(index, list);
    if (index->root != JSON_OBJECT || index->member_count == 0) return false;
    if (!member)
        add_list(out, index, list, record);
    else if (member->type != JSON_LIST)
        return false;
    else if (member->element_count)
        add_behind_last(out, index, member, record);
    else
        fill_list(out, index, member, record);
    return true;
}

bool splice(struct str text, const char *list, struct str record, struct buf *out) {
    struct diags diags;
    struct json_index index;
    diags_init(&diags);
    bool fine = json_index_build(&index, (struct diag_file){"", text}, &json_default_limits, &diags) &&
                diags.errors == 0 && put(&index, list, record, out);
    json_index_finish(&index);
    diags_finish(&diags);
    return fine;
}
