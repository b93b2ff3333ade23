#include <string.h>

#include "content/image.h"

/* <svg> with drawings in it, each closed: nothing nests deeper than that. */

enum { DIGITS_MOST = 4, BOX_LEAST = 8, BOX_MOST = 4096 };

/* What the value of an attribute is made of. */
enum value_form { FORM_NUMBERS, FORM_PATH, FORM_WORD };

struct attribute_rule {
    const char *name;
    enum value_form form;
};

static const struct attribute_rule rules[] = {
    {"d", FORM_PATH},
    {"points", FORM_NUMBERS},
    {"viewBox", FORM_NUMBERS},
    {"x", FORM_NUMBERS},
    {"y", FORM_NUMBERS},
    {"width", FORM_NUMBERS},
    {"height", FORM_NUMBERS},
    {"cx", FORM_NUMBERS},
    {"cy", FORM_NUMBERS},
    {"r", FORM_NUMBERS},
    {"rx", FORM_NUMBERS},
    {"ry", FORM_NUMBERS},
    {"stroke-width", FORM_NUMBERS},
    {"fill-opacity", FORM_NUMBERS},
    {"stroke-opacity", FORM_NUMBERS},
    {"opacity", FORM_NUMBERS},
    {"fill", FORM_WORD},
    {"stroke", FORM_WORD},
    {"stroke-linecap", FORM_WORD},
    {"stroke-linejoin", FORM_WORD},
    {"fill-rule", FORM_WORD},
    {"xmlns", FORM_WORD},
    {"id", FORM_WORD},
};
enum { RULES = sizeof rules / sizeof rules[0] };

struct reader {
    struct str text;
    size_t at;
    bool is_root; /* the element being read is <svg> */
    struct image image;
};

static struct str rest_of(const struct reader *reader) {
    return str_cut(reader->text, reader->at, reader->text.len);
}

static bool fail(struct reader *reader, enum image_flaw flaw, struct str part) {
    if (reader->image.flaw == IMAGE_SOUND) {
        reader->image.flaw = flaw;
        reader->image.part = part;
    }
    return false;
}

static bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

static bool is_name(char c) {
    char low = c | 0x20;
    return (low >= 'a' && low <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == ':' || c == '_';
}

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

static void skip_blanks(struct reader *reader) {
    while (reader->at < reader->text.len && is_blank(reader->text.at[reader->at])) reader->at++;
}

static bool skip_past(struct reader *reader, struct str end) {
    struct str rest = rest_of(reader);
    size_t found = str_find(rest, end);
    reader->at += found == rest.len ? rest.len : found + end.len;
    return found < rest.len;
}

static bool skip(struct reader *reader, struct str word) {
    if (!str_starts(rest_of(reader), word)) return false;
    reader->at += word.len;
    return true;
}

/* Blanks, <?xml …?> and comments. */
static void skip_asides(struct reader *reader) {
    for (;;) {
        skip_blanks(reader);
        if (str_starts(rest_of(reader), STR("<!--"))) {
            skip_past(reader, STR("-->"));
        } else if (!str_starts(rest_of(reader), STR("<?")) || !skip_past(reader, STR("?>"))) {
            return;
        }
    }
}

static struct str take_name(struct reader *reader) {
    size_t begin = reader->at;
    while (reader->at < reader->text.len && is_name(reader->text.at[reader->at])) reader->at++;
    return str_cut(reader->text, begin, reader->at);
}

/* ---- values ---- */

static bool is_allowed(char c, enum value_form form) {
    if (is_digit(c) || is_blank(c) || c == '.' || c == ',' || c == '-' || c == '+') return true;
    if (form == FORM_PATH) return strchr("MmLlHhVvCcSsQqTtAaZz", c) != NULL;
    return form == FORM_WORD && (is_name(c) || c == '#' || c == '/');
}

/* No number is so large that arithmetic with it could go astray. */
static bool is_sound_value(struct str value, enum value_form form) {
    uint32_t digits = 0;
    bool is_fraction = false;
    for (size_t i = 0; i < value.len; i++) {
        char c = value.at[i];
        if (!c || !is_allowed(c, form)) return false;
        if (!is_digit(c)) {
            is_fraction = c == '.';
            digits = 0;
        } else if (++digits > DIGITS_MOST && !is_fraction && form != FORM_WORD) {
            return false;
        }
    }
    return true;
}

/* Whole numbers of the view box, "0 0 64 64"; false when it is anything else. */
static bool read_box(struct str value, uint32_t box[4]) {
    uint32_t count = 0;
    bool inside = false;
    for (size_t i = 0; i < value.len; i++) {
        char c = value.at[i];
        if (!is_digit(c) && !is_blank(c) && c != ',') return false;
        if (is_digit(c) && !inside) {
            if (count == 4) return false;
            box[count++] = 0;
        }
        inside = is_digit(c);
        if (inside) box[count - 1] = box[count - 1] * 10 + (uint32_t)(c - '0');
    }
    return count == 4;
}

static bool take_box(struct reader *reader, struct str value) {
    uint32_t box[4];
    if (!read_box(value, box) || box[0] || box[1] || box[2] < BOX_LEAST || box[3] < BOX_LEAST ||
        box[2] > BOX_MOST || box[3] > BOX_MOST)
        return fail(reader, IMAGE_ODD, STR("viewBox"));
    reader->image.w = box[2];
    reader->image.h = box[3];
    return true;
}

static const struct attribute_rule *rule_of(struct str name) {
    for (uint32_t i = 0; i < RULES; i++)
        if (str_is(name, rules[i].name)) return &rules[i];
    return NULL;
}

static bool take_attribute(struct reader *reader) {
    struct str name = take_name(reader);
    if (!name.len || !skip(reader, STR("=\""))) return fail(reader, IMAGE_CUT, STR(""));
    size_t begin = reader->at;
    if (!skip_past(reader, STR("\""))) return fail(reader, IMAGE_CUT, STR(""));
    struct str value = str_cut(reader->text, begin, reader->at - 1);
    const struct attribute_rule *rule = rule_of(name);
    if (!rule || !is_sound_value(value, rule->form)) return fail(reader, IMAGE_ODD, name);
    return !str_is(name, "viewBox") || !reader->is_root || take_box(reader, value);
}

/* ---- elements ---- */

/* Up to > or />; tells which. */
static bool take_attributes(struct reader *reader, bool *is_closed) {
    for (;;) {
        skip_blanks(reader);
        *is_closed = skip(reader, STR("/>"));
        if (*is_closed || skip(reader, STR(">"))) return true;
        if (!take_attribute(reader)) return false;
    }
}

static bool is_shape(struct str name) {
    return str_is(name, "path") || str_is(name, "rect") || str_is(name, "circle") || str_is(name, "polygon");
}

static bool take_shape(struct reader *reader) {
    if (!skip(reader, STR("<"))) return fail(reader, IMAGE_CUT, STR(""));
    struct str name = take_name(reader);
    bool is_closed;
    if (!is_shape(name)) return fail(reader, name.len ? IMAGE_ODD : IMAGE_CUT, name);
    if (!take_attributes(reader, &is_closed)) return false;
    skip_blanks(reader);
    if (is_closed) return true;
    return (skip(reader, STR("</")) && str_equal(take_name(reader), name) && skip(reader, STR(">"))) ||
           fail(reader, IMAGE_CUT, STR(""));
}

static bool take_root(struct reader *reader) {
    bool is_closed;
    reader->is_root = true;
    if (!skip(reader, STR("<svg")) || !take_attributes(reader, &is_closed)) return false;
    reader->is_root = false;
    if (!reader->image.w) return fail(reader, IMAGE_ODD, STR("viewBox"));
    return !is_closed || fail(reader, IMAGE_CUT, STR(""));
}

static void skip_mark(struct reader *reader) {
    skip(reader, STR("\xEF\xBB\xBF"));
}

bool svg_begins(struct str bytes) {
    struct reader reader = {.text = bytes};
    skip_mark(&reader);
    skip_asides(&reader);
    return str_starts(rest_of(&reader), STR("<svg")) || str_starts(rest_of(&reader), STR("<!DOCTYPE svg"));
}

struct image svg_examine(struct str bytes) {
    struct reader reader = {.text = bytes, .image = {.kind = IMAGE_SVG, .part = STR("")}};
    if (bytes.len > IMAGE_SVG_BYTES_MOST) reader.image.flaw = IMAGE_HEAVY;
    if (reader.image.flaw) return reader.image;
    skip_mark(&reader);
    skip_asides(&reader);
    if (str_starts(rest_of(&reader), STR("<!"))) fail(&reader, IMAGE_ODD, STR("DOCTYPE"));
    if (!take_root(&reader)) fail(&reader, IMAGE_CUT, STR(""));
    while (!reader.image.flaw) {
        skip_asides(&reader);
        if (skip(&reader, STR("</svg>"))) return reader.image;
        take_shape(&reader);
    }
    return reader.image;
}
