#include "content/tree.h"

#include <string.h>

#include "base/memory.h"
#include "base/utf8.h"

struct tree {
    struct arena *arena;
    const char *at, *end;
    bool has_escapes;
};

static cJSON *build_value(struct tree *tree);

static void skip_blanks(struct tree *tree) {
    while (tree->at < tree->end && (unsigned char)*tree->at <= ' ') tree->at++;
}

static cJSON *new_node(struct tree *tree, int type) {
    cJSON *node = ARENA_NEW(tree->arena, cJSON);
    node->type = type;
    return node;
}

/* ---- texts ---- */

static uint32_t hex_unit(const char *at) {
    uint32_t unit = 0;
    for (int i = 0; i < 4; i++) {
        char c = at[i];
        unit = unit * 16 + (uint32_t)(c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10);
    }
    return unit;
}

/* Two units make a character beyond U+FFFF. */
static uint32_t take_units(const char **at) {
    uint32_t unit = hex_unit(*at);
    *at += 4;
    if ((unit & 0xFC00) != 0xD800) return unit;
    uint32_t second = hex_unit(*at + 2);
    *at += 6;
    return 0x10000 + ((unit & 0x3FF) << 10 | (second & 0x3FF));
}

static uint32_t take_escape(const char **at) {
    static const char names[] = "\"\\/bfnrt", meanings[] = "\"\\/\b\f\n\r\t";
    char name = (*at)[1];
    *at += 2;
    return name == 'u' ? take_units(at) : (uint32_t)meanings[strchr(names, name) - names];
}

/* An escape is never shorter than what it stands for. */
static char *unescaped(struct tree *tree, const char *at, const char *end) {
    char *text = arena_take(tree->arena, (size_t)(end - at) + 1, 1), *out = text;
    while (at < end) {
        if (*at == '\\') {
            out += utf8_put(out, take_escape(&at));
        } else {
            *out++ = *at++;
        }
    }
    return text;
}

static bool is_escaped(const char *begin, const char *quote) {
    const char *at = quote;
    while (at > begin && at[-1] == '\\') at--;
    return (quote - at) % 2;
}

static const char *closing_quote(const struct tree *tree, const char *begin) {
    const char *quote = memchr(begin, '"', (size_t)(tree->end - begin));
    while (is_escaped(begin, quote)) quote = memchr(quote + 1, '"', (size_t)(tree->end - quote - 1));
    return quote;
}

/* Of a key, or of a value. */
static char *build_text(struct tree *tree) {
    const char *begin = tree->at + 1, *quote = closing_quote(tree, begin);
    size_t len = (size_t)(quote - begin);
    tree->at = quote + 1;
    bool has_escapes = tree->has_escapes && memchr(begin, '\\', len);
    return has_escapes ? unescaped(tree, begin, quote) : arena_text(tree->arena, begin, len);
}

static cJSON *build_string(struct tree *tree) {
    cJSON *node = new_node(tree, cJSON_String);
    node->valuestring = build_text(tree);
    return node;
}

/* ---- the other values ---- */

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

static bool is_in_number(char c) {
    return is_digit(c) || c == '-' || c == '+' || c == '.' || c == 'e' || c == 'E';
}

/* Signs, fractions and exponents are rare. */
static void let_cjson_read(cJSON *node, const char *begin, const char *end) {
    cJSON *read = cJSON_ParseWithLength(begin, (size_t)(end - begin));
    if (!read) memory_exhausted(); /* for nothing is wrong with the text */
    cJSON_SetNumberValue(node, cJSON_GetNumberValue(read));
    cJSON_Delete(read);
}

static cJSON *build_number(struct tree *tree) {
    enum { SHORT = 9 };
    cJSON *node = new_node(tree, cJSON_Number);
    const char *begin = tree->at, *last = begin;
    int number = 0;
    for (; last < tree->end && is_digit(*last) && last - begin < SHORT; last++)
        number = number * 10 + (*last - '0');
    while (tree->at < tree->end && is_in_number(*tree->at)) tree->at++;
    node->valueint = number;
    node->valuedouble = number;
    if (last < tree->at) let_cjson_read(node, begin, tree->at);
    return node;
}

static cJSON *build_word(struct tree *tree, int type, size_t len) {
    tree->at += len;
    cJSON *node = new_node(tree, type);
    node->valueint = type == cJSON_True;
    return node;
}

static char *build_key(struct tree *tree) {
    char *key = build_text(tree);
    skip_blanks(tree);
    tree->at++; /* the colon */
    skip_blanks(tree);
    return key;
}

/* The first child points back at the last, as cJSON wants it. */
static void append(cJSON *node, cJSON *child) {
    cJSON *first = node->child;
    if (first) {
        child->prev = first->prev;
        first->prev->next = child;
        first->prev = child;
    } else {
        node->child = child->prev = child;
    }
}

static cJSON *build_children(struct tree *tree, int type) {
    char close = type == cJSON_Object ? '}' : ']';
    cJSON *node = new_node(tree, type);
    tree->at++;
    for (skip_blanks(tree); *tree->at != close; skip_blanks(tree)) {
        char *key = type == cJSON_Object ? build_key(tree) : NULL;
        cJSON *child = build_value(tree);
        child->string = key;
        append(node, child);
        skip_blanks(tree);
        if (*tree->at == ',') tree->at++;
    }
    tree->at++;
    return node;
}

static cJSON *build_value(struct tree *tree) {
    switch (*tree->at) {
    case '{':
        return build_children(tree, cJSON_Object);
    case '[':
        return build_children(tree, cJSON_Array);
    case '"':
        return build_string(tree);
    case 't':
        return build_word(tree, cJSON_True, strlen("true"));
    case 'f':
        return build_word(tree, cJSON_False, strlen("false"));
    case 'n':
        return build_word(tree, cJSON_NULL, strlen("null"));
    default:
        return build_number(tree);
    }
}

const cJSON *tree_build(struct arena *arena, struct str plain, bool has_escapes) {
    struct tree tree = {arena, plain.at, plain.at + plain.len, has_escapes};
    skip_blanks(&tree);
    return build_value(&tree);
}
