#include <string.h>

#include "base/fold.h"
#include "base/utf8.h"
#include "content/loader.h"
#include "content/pictures.h"

/* Sets, pairings, scenarios, phrases and cards: records that are built around a list or a text. */

/* ---- sets ---- */

static bool is_alias(const struct entity *entity, const char *text) {
    for (uint32_t i = 0; entity && i < entity->aliases.count; i++) {
        if (fold_equal(str_of(entity->aliases.list[i]), str_of(text))) return true;
    }
    return false;
}

static bool is_same_member(const struct member *a, const struct member *b) {
    if (a->entity && a->entity == b->entity) return true;
    return fold_equal(str_of(a->show), str_of(b->show)) || is_alias(a->entity, b->show) ||
           is_alias(b->entity, a->show);
}

static void check_members(struct element *element, const struct set *set) {
    for (uint32_t i = 0; i < set->member_count; i++) {
        for (uint32_t k = 0; k < i; k++) {
            if (!is_same_member(&set->members[i], &set->members[k])) continue;
            element_problem(
                element, MESSAGE_MEMBER_TWICE, "members", (int)i,
                element_words(element, "和第 %u 个成员“%s”是一回事", (unsigned)k + 1, set->members[k].show),
                "删去其中一个。");
            break;
        }
    }
}

static void check_set_lures(struct element *element, const struct set *set) {
    for (uint32_t i = 0; i < set->lure_count; i++) {
        for (uint32_t k = 0; k < set->member_count; k++) {
            if (!is_same_member(&set->lures[i], &set->members[k])) continue;
            element_problem(element, MESSAGE_LURE_MEMBER, "lures", (int)i,
                            element_words(element, "和成员“%s”是一回事", set->members[k].show),
                            "从 lures 里删去，或者换成一个肯定不是成员的同类。");
            break;
        }
    }
}

static bool ends_like_stem(const char *stem) {
    struct str text = str_of(stem);
    return str_ends(text, STR("？")) || str_ends(text, STR("（　）")) || str_ends(text, STR("（　）。")) ||
           str_ends(text, STR("?"));
}

/* Stems that need no answer mark (排序、配对) end as they like. */
static struct texts read_stems(struct element *element, const char *key, bool asks) {
    struct texts stems = element_texts(element, key);
    for (uint32_t i = 0; i < stems.count; i++) {
        if (!asks || ends_like_stem(stems.list[i])) continue;
        element_problem(element, MESSAGE_STEM_END, key, (int)i, NULL, "以“？”或者“（　）”结尾。");
    }
    return stems;
}

static void check_open_set(struct element *element, const struct set *set) {
    if (set->closed || set->stems_out.count == 0) return;
    element_problem(element, MESSAGE_OUT_OF_OPEN_SET, "stems_out", -1, "集合没有写明只有这些成员",
                    "确实只有这些成员，就加上 \"closed\": true；否则删去 stems_out。");
}

const void *read_set(struct loader *loader, struct element *element) {
    struct set set = {
        .record = element_record(element),
        .name = element_text(element, "name"),
        .class_name = element_text(element, "class"),
        .unit = element_text(element, "unit"),
        .closed = element_bool(element, "closed", false),
        .ordered = element_bool(element, "ordered", false),
        .never = element_shown(element, "never"),
        .must_say = element_text(element, "must_say"),
        .why = element_text(element, "why"),
        .stems_in = read_stems(element, "stems_in", true),
        .stems_out = read_stems(element, "stems_out", true),
        .stems_all = read_stems(element, "stems_all", false),
        .stems_order = read_stems(element, "stems_order", false),
    };
    set.record.image = element_image(element, element_get(element, "image"));
    set.members = element_members(element, "members", &set.member_count);
    set.lures = element_members(element, "lures", &set.lure_count);
    if (element->failed) return NULL;
    check_members(element, &set);
    check_set_lures(element, &set);
    check_open_set(element, &set);
    if (element->failed) return NULL;
    struct set *place = &loader->sets[loader->content->set_count++];
    *place = set;
    return place;
}

/* ---- pairings ---- */

static void read_rows(struct element *element, struct pairing *pairing) {
    const cJSON *rows = element_get(element, "rows"), *row;
    uint32_t count = (uint32_t)cJSON_GetArraySize(rows), i = 0;
    struct member *lefts = ARENA_LIST(element->arena, struct member, count);
    struct member *rights = ARENA_LIST(element->arena, struct member, count);
    cJSON_ArrayForEach(row, rows) {
        const char *key = element_words(element, "rows[%u]", (unsigned)i);
        bool is_good = element_member(element, key, 0, row->child, &lefts[i]);
        is_good = element_member(element, key, 1, row->child->next, &rights[i]) && is_good;
        i += is_good;
    }
    pairing->lefts = lefts;
    pairing->rights = rights;
    pairing->count = i;
}

static void check_side(struct element *element, const struct member *side, uint32_t count, int column) {
    for (uint32_t i = 0; i < count; i++) {
        for (uint32_t k = 0; k < i; k++) {
            if (!is_same_member(&side[i], &side[k])) continue;
            element_problem(element, MESSAGE_PAIR_TWICE, element_words(element, "rows[%u]", (unsigned)i),
                            column,
                            element_words(element, "第 %u 行已经有“%s”", (unsigned)k + 1, side[k].show),
                            "同一边的每一项只能出现一次：删去这一行，或者改写。");
            break;
        }
    }
}

const void *read_pairing(struct loader *loader, struct element *element) {
    struct pairing pairing = {
        .record = element_record(element),
        .name = element_text(element, "name"),
        .left = element_text(element, "left"),
        .right = element_text(element, "right"),
        .why = element_text(element, "why"),
        .stems = read_stems(element, "stems", false),
    };
    read_rows(element, &pairing);
    if (element->failed) return NULL;
    check_side(element, pairing.lefts, pairing.count, 0);
    check_side(element, pairing.rights, pairing.count, 1);
    if (element->failed) return NULL;
    struct pairing *place = &loader->pairings[loader->content->pairing_count++];
    *place = pairing;
    return place;
}

/* ---- scenarios ---- */

static bool is_among(const struct entity *entity, const struct member *members, uint32_t count) {
    struct member wanted = {entity->name, entity};
    for (uint32_t i = 0; i < count; i++) {
        if (is_same_member(&wanted, &members[i])) return true;
    }
    return false;
}

static void check_scenario(struct element *element, const struct scenario *scenario) {
    if (!is_among(scenario->answer, scenario->set->members, scenario->set->member_count)) {
        element_problem(
            element, MESSAGE_SCENARIO_OUTSIDE, "answer", -1,
            element_words(element, "%s 里没有“%s”", scenario->set->record.id, scenario->answer->name),
            "改成集合的一个成员，或者换一个集合。");
    }
    if (is_among(scenario->answer, scenario->avoid, scenario->avoid_count)) {
        element_problem(element, MESSAGE_SCENARIO_AVOIDED, "avoid", -1, "答案不能同时是要避开的选项",
                        "从 avoid 里删去答案。");
    }
}

const void *read_scenario(struct loader *loader, struct element *element) {
    struct scenario scenario = {
        .record = element_record(element),
        .text = element_text(element, "text"),
        .answer = element_reference(element, "answer"),
        .set = element_reference(element, "set"),
        .why = element_text(element, "why"),
        .stems = read_stems(element, "stems", true),
    };
    scenario.record.image = element_image(element, element_get(element, "image"));
    scenario.avoid = element_members(element, "avoid", &scenario.avoid_count);
    if (element->failed) return NULL;
    check_scenario(element, &scenario);
    if (element->failed) return NULL;
    struct scenario *place = &loader->scenarios[loader->content->scenario_count++];
    *place = scenario;
    return place;
}

/* ---- phrases ---- */

static uint32_t count_of(struct str text, struct str part) {
    uint32_t count = 0;
    for (size_t at; (at = str_find(text, part)) < text.len; count++)
        text = str_cut(text, at + part.len, text.len);
    return count;
}

static bool is_all_han(struct str text) {
    for (const char *at = text.at, *end = text.at + text.len; at < end;) {
        if (!utf8_is_han(utf8_next(&at, end))) return false;
    }
    return true;
}

static void read_blank(struct element *element, struct phrase *phrase) {
    enum { BLANK_LEAST = 2, BLANK_MOST = 6 };
    const struct str open = STR("【"), shut = STR("】");
    struct str text = element_str(element, "text");
    size_t begin = str_find(text, open), end = str_find(text, shut);
    if (count_of(text, open) != 1 || count_of(text, shut) != 1 || end < begin) {
        element_problem(element, MESSAGE_BLANK_COUNT, "text", -1, NULL,
                        "把要填的字放进一对【】里，例如：网络安全靠【人民】");
        return;
    }
    struct str blank = str_cut(text, begin + open.len, end);
    size_t count = utf8_count(blank);
    if (count < BLANK_LEAST || count > BLANK_MOST || !is_all_han(blank)) {
        element_problem(element, MESSAGE_BLANK_LENGTH, "text", -1, NULL,
                        "【】里放 2 到 6 个汉字，不含标点和数字。");
        return;
    }
    phrase->blank = arena_text(element->arena, blank.at, blank.len);
    phrase->blank_at = (uint32_t)begin;
    phrase->text = arena_printf(element->arena, "%.*s%s%.*s", (int)begin, text.at, phrase->blank,
                                (int)(text.len - end - shut.len), text.at + end + shut.len);
}

const void *read_phrase(struct loader *loader, struct element *element) {
    struct phrase phrase = {
        .record = element_record(element),
        .name = element_text(element, "name"),
        .lures = element_text(element, "lures"),
        .why = element_text(element, "why"),
    };
    read_blank(element, &phrase);
    if (element->failed) return NULL;
    struct phrase *place = &loader->phrases[loader->content->phrase_count++];
    *place = phrase;
    return place;
}

/* ---- cards ---- */

static void check_card(struct element *element, const struct card *card) {
    enum { CARD_LETTERS = 75 };
    size_t count = utf8_count(str_of(card->lead)) + utf8_count(str_of(card->body));
    if (count > CARD_LETTERS) {
        element_problem(element, MESSAGE_CARD_LONG, "body", -1,
                        element_words(element, "lead 和 body 共 %u 个字，最好不超过 %d 个", (unsigned)count,
                                      CARD_LETTERS),
                        "删短，或者拆成两张。");
    }
    element_check_alt(element, card->image, card->alt);
    if (*card->diagram && !element_get(element, "set")) {
        element_problem(element, MESSAGE_CARD_DIAGRAM, "diagram", -1, "不知道画什么",
                        "加上 \"set\"，写一个集合的 id。");
    }
}

const void *read_card(struct loader *loader, struct element *element) {
    struct card card = {
        .record = element_record(element),
        .title = element_text(element, "title"),
        .lead = element_text(element, "lead"),
        .body = element_text(element, "body"),
        .remember = element_text(element, "remember"),
        .todo = element_text(element, "todo"),
        .image = element_image(element, element_get(element, "image")),
        .alt = element_text(element, "alt"),
        .diagram = element_text(element, "diagram"),
        .set = element_reference(element, "set"),
    };
    check_card(element, &card);
    if (element->failed) return NULL;
    struct card *place = &loader->cards[loader->content->card_count++];
    *place = card;
    return place;
}
