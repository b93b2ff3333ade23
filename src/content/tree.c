#include "content/tree.h"

#include <string.h>

#include "base/memory.h"

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

/* What is rare: a text with escapes, a number that is no short whole one. */
static cJSON *left_to_cjson(struct tree *tree, const char *begin) {
    cJSON *read = cJSON_ParseWithLength(begin, (size_t)(tree->at - begin));
    if (!read) memory_exhausted(); /* the text is sound */
    cJSON *node = new_node(tree, read->type);
    node->valueint = read->valueint;
    node->valuedouble = read->valuedouble;
    if (read->valuestring)
        node->valuestring = arena_text(tree->arena, read->valuestring, strlen(read->valuestring));
    cJSON_Delete(read);
    return node;
}

static const char *closing_quote(const struct tree *tree, const char *at) {
    if (!tree->has_escapes) return memchr(at, '"', (size_t)(tree->end - at));
    while (*at != '"') at += *at == '\\' ? 2 : 1;
    return at;
}

/* Of a key, or of a value. */
static char *build_text(struct tree *tree) {
    const char *begin = tree->at, *inside = begin + 1, *quote = closing_quote(tree, inside);
    size_t len = (size_t)(quote - inside);
    tree->at = quote + 1;
    bool is_rare = tree->has_escapes && memchr(inside, '\\', len);
    return is_rare ? left_to_cjson(tree, begin)->valuestring : arena_text(tree->arena, inside, len);
}

static cJSON *build_string(struct tree *tree) {
    cJSON *node = new_node(tree, cJSON_String);
    node->valuestring = build_text(tree);
    return node;
}

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

static bool is_in_number(char c) {
    return is_digit(c) || c == '-' || c == '+' || c == '.' || c == 'e' || c == 'E';
}

static cJSON *build_number(struct tree *tree) {
    enum { SHORT = 9 };
    const char *begin = tree->at, *last = begin;
    int number = 0;
    for (; last < tree->end && is_digit(*last) && last - begin < SHORT; last++)
        number = number * 10 + (*last - '0');
    while (tree->at < tree->end && is_in_number(*tree->at)) tree->at++;
    if (last == begin || last < tree->at) return left_to_cjson(tree, begin);
    cJSON *node = new_node(tree, cJSON_Number);
    node->valueint = number;
    node->valuedouble = number;
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
