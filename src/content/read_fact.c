#include <string.h>

#include "base/fold.h"
#include "base/utf8.h"
#include "content/loader.h"
#include "content/pictures.h"
#include "content/value.h"

/* Sources, attributes and facts: what is asked in which words, and what is true. */

const void *read_source(struct loader *loader, struct element *element) {
    struct source source = {
        .id = element_text(element, "id"),
        .title = element_text(element, "title"),
        .publisher = element_text(element, "publisher"),
        .date = element_text(element, "date"),
        .url = element_text(element, "url"),
        .checked = element_text(element, "checked"),
        .checked_by = element_text(element, "checked_by"),
        .pack = element->file->pack,
    };
    if (!*source.date && !element_bool(element, "undated", false)) {
        element_problem(element, MESSAGE_SOURCE_UNDATED, "", -1, "没有 \"date\"",
                        "写上发布日期：\"date\": \"2024-09-09\"；材料上确实没有日期的，写 \"undated\": true");
    } else if (*source.date && *source.checked && strcmp(source.checked, source.date) < 0) {
        element_problem(element, MESSAGE_SOURCE_CHECKED_EARLY, "checked", -1, "那时还没有发布",
                        "改正其中一个日期。");
    }
    struct source *place = &loader->sources[loader->content->source_count++];
    *place = source;
    return place;
}

/* ---- phrasings ---- */

enum { PUT_S = 1, PUT_V = 2, PUT_D = 4, PUT_N = 8 };

static const struct {
    const char *mark;
    unsigned bit;
} placeholders[] = {{"{S}", PUT_S}, {"{V}", PUT_V}, {"{D}", PUT_D}, {"{N}", PUT_N}};

static unsigned placeholders_in(struct str text) {
    unsigned found = 0;
    for (size_t i = 0; i < sizeof placeholders / sizeof placeholders[0]; i++) {
        if (str_has(text, str_of(placeholders[i].mark))) found |= placeholders[i].bit;
    }
    return found;
}

/* Every brace must belong to a placeholder that is allowed here. */
static bool has_foreign_brace(struct str text, unsigned allowed) {
    for (size_t at = 0; at < text.len; at++) {
        if (text.at[at] == '}') return true;
        if (text.at[at] != '{') continue;
        struct str mark = utf8_head(str_cut(text, at, text.len), 3);
        if (mark.len != 3 || (placeholders_in(mark) & allowed) == 0) return true;
        at += 2;
    }
    return false;
}

static const char *names_of(struct element *element, unsigned bits) {
    const char *names = "";
    for (size_t i = 0; i < sizeof placeholders / sizeof placeholders[0]; i++) {
        if ((placeholders[i].bit & bits) == 0) continue;
        names = element_words(element, "%s%s%s", names, *names ? "、" : "", placeholders[i].mark);
    }
    return names;
}

static bool ends_like_stem(struct str text) {
    return str_ends(text, STR("？")) || str_ends(text, STR("（　）")) || str_ends(text, STR("（　）。")) ||
           str_ends(text, STR("?"));
}

static bool ends_like_sentence(struct str text) {
    return str_ends(text, STR("。"));
}

struct phrasing {
    const char *key;
    unsigned needed, allowed;
    bool is_statement;
};

static void check_placeholders(struct element *element, const struct phrasing *phrasing, int index,
                               struct str text) {
    unsigned missing = phrasing->needed & ~placeholders_in(text);
    if (missing) {
        const char *names = names_of(element, missing);
        element_problem(element, MESSAGE_PLACEHOLDER_MISSING, phrasing->key, index,
                        element_words(element, "缺少 %s", names),
                        "{S} 代表主体，{V} 代表值，{D} 代表时间：补在句子里。");
    }
    if (has_foreign_brace(text, phrasing->allowed)) {
        const char *fix = phrasing->allowed ? element_words(element, "这里能用的占位符：%s。",
                                                            names_of(element, phrasing->allowed))
                                            : "这里不用占位符，直接写出文字。";
        element_problem(element, MESSAGE_PLACEHOLDER_UNKNOWN, phrasing->key, index, NULL, fix);
    }
}

static void check_phrasing(struct element *element, const struct phrasing *phrasing, int index,
                           struct str text) {
    check_placeholders(element, phrasing, index, text);
    if (phrasing->is_statement ? ends_like_sentence(text) : ends_like_stem(text)) return;
    if (phrasing->is_statement) {
        element_problem(element, MESSAGE_STATEMENT_END, phrasing->key, index, NULL, "在末尾加上“。”。");
    } else {
        element_problem(element, MESSAGE_STEM_END, phrasing->key, index, NULL, "以“？”或者“（　）”结尾。");
    }
}

static struct texts read_phrasings(struct element *element, const struct phrasing *phrasing) {
    struct texts texts = element_texts(element, phrasing->key);
    for (uint32_t i = 0; i < texts.count; i++)
        check_phrasing(element, phrasing, (int)i, str_of(texts.list[i]));
    return texts;
}

/* No sentence of its own, so without an end. */
static const char *read_brief(struct element *element) {
    static const struct phrasing brief = {"brief", PUT_S | PUT_V, PUT_S | PUT_V, false};
    const char *text = element_text(element, brief.key);
    if (*text) check_placeholders(element, &brief, -1, str_of(text));
    return text;
}

const void *read_attribute(struct loader *loader, struct element *element) {
    static const struct phrasing stems = {"stems", PUT_S, PUT_S | PUT_D, false};
    static const struct phrasing dated_stems = {"stems", PUT_S | PUT_D, PUT_S | PUT_D, false};
    static const struct phrasing reverse = {"reverse", PUT_V, PUT_V | PUT_D, false};
    static const struct phrasing statements = {"statements", PUT_S | PUT_V, PUT_S | PUT_V | PUT_D, true};
    static const struct phrasing compare = {"compare", PUT_V, PUT_V | PUT_N | PUT_D, false};
    bool is_dated = element_bool(element, "dated", false);
    struct attribute attribute = {
        .record = element_record(element),
        .name = element_text(element, "name"),
        .class_name = element_text(element, "class"),
        .single = element_bool(element, "single", true),
        .dated = is_dated,
        .stems = read_phrasings(element, is_dated ? &dated_stems : &stems),
        .reverse = read_phrasings(element, &reverse),
        .statements = read_phrasings(element, &statements),
        .compare = read_phrasings(element, &compare),
        .brief = read_brief(element),
    };
    attribute.record.image = element_image(element, element_get(element, "image"));
    if (element->failed) return NULL;
    struct attribute *place = &loader->attributes[loader->content->attribute_count++];
    *place = attribute;
    return place;
}

/* ---- facts ---- */

static struct value read_value(struct element *element) {
    struct member member;
    if (!element_member(element, "value", -1, element_get(element, "value"), &member))
        return (struct value){.show = ""};
    if (!member.entity) return value_read(element->arena, member.show);
    return (struct value){.type = VALUE_ENTITY,
                          .show = member.show,
                          .entity = member.entity,
                          .unit = "",
                          .before = "",
                          .after = ""};
}

static struct texts texts_of(struct arena *arena, const cJSON *list) {
    uint32_t count = list ? (uint32_t)cJSON_GetArraySize(list) : 0, i = 0;
    const char **texts = ARENA_LIST(arena, const char *, count);
    const cJSON *item;
    cJSON_ArrayForEach(item, list) {
        struct str text = element_trim(item->valuestring);
        texts[i++] = arena_text(arena, text.at, text.len);
    }
    return (struct texts){texts, count};
}

static void read_also_true(struct element *element, struct fact *fact) {
    const cJSON *list = element_get(element, "also_true"), *item;
    uint32_t count = list ? (uint32_t)cJSON_GetArraySize(list) : 0;
    if (count == 0) return;
    struct also_true *also = ARENA_LIST(element->arena, struct also_true, count);
    uint32_t i = 0;
    cJSON_ArrayForEach(item, list) {
        struct member member;
        const cJSON *value = cJSON_GetObjectItemCaseSensitive(item, "value");
        const char *key = element_words(element, "also_true[%u].value", (unsigned)i);
        if (!element_member(element, key, -1, value, &member)) continue;
        also[i].value = member.show;
        also[i++].unless_stem_has =
            texts_of(element->arena, cJSON_GetObjectItemCaseSensitive(item, "unless"));
    }
    fact->also_true = also;
    fact->also_true_count = i;
}

static struct value value_of_member(struct arena *arena, const struct member *member) {
    struct value value = value_read(arena, member->show);
    if (member->entity)
        value = (struct value){.type = VALUE_ENTITY, .show = member->show, .entity = member->entity};
    return value;
}

static void report_true_lure(struct element *element, int index, const char *why) {
    element_problem(element, MESSAGE_LURE_TRUE, "lures", index, why,
                    "从 lures 里删去，或者换成一个确实不对的值。");
}

static void check_lure(struct element *element, const struct fact *fact, int index,
                       const struct value *lure) {
    enum relation relation = value_compare(&fact->value, lure);
    if (relation == RELATION_SAME) report_true_lure(element, index, "和 value 是一回事");
    if (relation == RELATION_OVERLAP) {
        element_problem(element, MESSAGE_LURE_OVERLAPS, "lures", index,
                        element_words(element, "和“%s”有重叠", fact->value.show), "换成一个完全分开的值。");
    }
    for (uint32_t i = 0; i < fact->also_true_count && relation != RELATION_SAME; i++) {
        bool always = fact->also_true[i].unless_stem_has.count == 0;
        if (always && fold_equal(str_of(lure->show), str_of(fact->also_true[i].value))) {
            report_true_lure(element, index, "also_true 里说它也成立");
        }
    }
    for (uint32_t i = 0; i < fact->never.count; i++) {
        if (fold_equal(str_of(lure->show), str_of(fact->never.list[i]))) {
            report_true_lure(element, index, "never 里说它不能作选项");
        }
    }
}

static struct texts read_lures(struct loader *loader, struct element *element, const struct fact *fact) {
    uint32_t count;
    const struct member *members = element_members(element, "lures", &count);
    const char **texts = ARENA_LIST(element->arena, const char *, count);
    for (uint32_t i = 0; i < count && !element->failed; i++) {
        struct value value = value_of_member(&loader->work, &members[i]);
        check_lure(element, fact, (int)i, &value);
        texts[i] = members[i].show;
    }
    return (struct texts){texts, count};
}

static void check_as_of(struct element *element, const struct fact *fact) {
    if (!fact->attribute->dated || *fact->as_of) return;
    element_problem(element, MESSAGE_AS_OF_MISSING, "", -1,
                    element_words(element, "属性 %s 的问法要写明时间", fact->attribute->record.id),
                    "加上时间：\"as_of\": \"2024年9月\"");
}

const void *read_fact(struct loader *loader, struct element *element) {
    static const struct phrasing stems = {"stems", 0, PUT_S | PUT_D, false};
    static const struct phrasing statements = {"statements", PUT_V, PUT_S | PUT_V | PUT_D, true};
    struct fact fact = {
        .record = element_record(element),
        .subject = element_reference(element, "subject"),
        .attribute = element_reference(element, "attribute"),
        .value = read_value(element),
        .as_of = element_text(element, "as_of"),
        .why = element_text(element, "why"),
        .stems = read_phrasings(element, &stems),
        .statements = read_phrasings(element, &statements),
        .never = element_shown(element, "never"),
    };
    fact.record.image = element_image(element, element_get(element, "image"));
    read_also_true(element, &fact);
    if (element->failed) return NULL;
    fact.lures = read_lures(loader, element, &fact);
    check_as_of(element, &fact);
    if (element->failed) return NULL;
    struct fact *place = &loader->facts[loader->content->fact_count++];
    *place = fact;
    return place;
}
