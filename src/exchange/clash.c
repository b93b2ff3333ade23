#include "exchange/clash.h"

#include <stdlib.h>
#include <string.h>

#include "base/fold.h"
#include "base/hash.h"
#include "base/memory.h"
#include "base/utf8.h"
#include "exchange/char.h"
#include "exchange/clash_value.h"

/* Claims about one thing stand side by side once they are sorted by what they are about: the end of the
   subject's name (技术论坛 of one document is 网络安全周技术论坛 of another) and what is said of it. */

enum about {
    ABOUT_TIME,
    ABOUT_PLACE,
    ABOUT_THEME,
    ABOUT_HOSTS,
    ABOUT_CALLERS,
    ABOUT_SIGNERS,
    ABOUT_POST,
    ABOUT_VERSION,
    ABOUT_LONG_NAME,
    ABOUT_MEANING,
    ABOUT_MEMBERS,
    ABOUT_NUMBER,
    ABOUT_ITSELF
};

struct claim {
    enum about about;
    uint64_t bucket;
    struct str subject;  /* folded, and without 年 behind a year */
    struct draft *draft; /* NULL: of a pack */
    const struct fact *fact;
    const struct entity *entity; /* what a pack says that it means */
    uint32_t order;
};

struct claims {
    struct arena arena;
    struct drafts *drafts;
    struct claim *list;
    uint32_t count, room;
};

/* ---- what a claim is about ---- */

static bool has(const char *text, const char *part) {
    return strstr(text, part) != NULL;
}

static bool about_of_attribute(const char *attribute, enum about *about) {
    bool is_time = has(attribute, "时间") || has(attribute, "日期");
    bool is_held =
        has(attribute, "举办") || has(attribute, "举行") || has(attribute, "召开") || has(attribute, "起止");
    bool is_place = has(attribute, "地点") || has(attribute, "举办地") || has(attribute, "城市");
    if (is_time && is_held) return *about = ABOUT_TIME, true;
    if (is_place) return *about = ABOUT_PLACE, true;
    if (has(attribute, "主题") && !has(attribute, "副")) return *about = ABOUT_THEME, true;
    if (has(attribute, "主办") || has(attribute, "举办方")) return *about = ABOUT_HOSTS, true;
    if (has(attribute, "组织召开") || has(attribute, "牵头")) return *about = ABOUT_CALLERS, true;
    if (has(attribute, "签署")) return *about = ABOUT_SIGNERS, true;
    return false;
}

/* 五特性, 四大特点: a name that says how many there are is one of a whole; 第三届 is none. */
static bool names_group(const char *name) {
    const char *end = name + strlen(name);
    uint32_t before = 0;
    for (const char *at = name; at < end;) {
        uint32_t code = utf8_next(&at, end);
        if (char_is_numeral(code) && code != U'一' && before != U'第') return true;
        before = code;
    }
    return false;
}

/* On a slide the heading may be what is said of the list, not whose it is. */
static const char *group_of(const struct draft *draft) {
    return names_group(draft->attribute) ? draft->attribute : draft->subject;
}

static bool about_of_draft(const struct draft *draft, enum about *about) {
    switch (draft->type) {
    case DRAFT_ROLE:
        return *about = ABOUT_POST, true;
    case DRAFT_VERSION:
        return *about = ABOUT_VERSION, *draft->subject != '\0';
    case DRAFT_ALIAS:
        return *about = ABOUT_LONG_NAME, true;
    case DRAFT_DEFINITION:
        return *about = ABOUT_MEANING, true;
    case DRAFT_NUMBER:
    case DRAFT_PERCENT:
        return *about = ABOUT_NUMBER, *draft->attribute != '\0';
    case DRAFT_DATE:
    case DRAFT_DATE_RANGE:
        return about_of_attribute(draft->attribute, about) && *about == ABOUT_TIME;
    case DRAFT_PLACE:
        return *about = ABOUT_PLACE, true;
    case DRAFT_SLOGAN:
        return *about = ABOUT_THEME, true;
    case DRAFT_ORGANIZATION:
    case DRAFT_ORGANIZATION_SET:
        return about_of_attribute(draft->attribute, about) && *about >= ABOUT_HOSTS;
    case DRAFT_SET:
    case DRAFT_ORDERED_LIST:
        return *about = ABOUT_MEMBERS, names_group(group_of(draft));
    case DRAFT_TITLE:
    case DRAFT_OUTCOME:
        return *about = ABOUT_ITSELF, true;
    default:
        return false;
    }
}

/* 2025年东岚省… and 2025东岚省… are one. */
static struct str subject_key(struct claims *claims, const char *name) {
    struct buf folded, key;
    buf_init(&folded);
    buf_init(&key);
    fold_text(str_of(name), &folded);
    struct str text = buf_get(&folded), year = STR("年");
    for (size_t i = 0; i < text.len;) {
        bool is_year = i > 3 && text.at[i - 1] >= '0' && text.at[i - 1] <= '9' &&
                       str_starts(str_cut(text, i, text.len), year);
        if (!is_year) buf_char(&key, text.at[i]);
        i += is_year ? year.len : 1;
    }
    struct str kept = {arena_text(&claims->arena, key.at, key.len), key.len};
    buf_finish(&folded);
    buf_finish(&key);
    return kept;
}

/* Two names may be one when one ends as the other: the bucket is the last three characters. */
static uint64_t bucket_of(enum about about, struct str subject) {
    enum { LAST = 9 };
    struct str end = str_cut(subject, subject.len > LAST ? subject.len - LAST : 0, subject.len);
    return hash_of(end) * 31 + about;
}

static void add_claim(struct claims *claims, struct claim claim, const char *subject) {
    if (!*subject) return;
    if (claims->count == claims->room) {
        claims->room = claims->room ? claims->room * 2 : 256;
        claims->list = memory_resize(claims->list, claims->room, sizeof *claims->list);
    }
    claim.subject = subject_key(claims, subject);
    claim.bucket = bucket_of(claim.about, claim.subject);
    claim.order = claims->count;
    claims->list[claims->count++] = claim;
}

/* A post is of a person, a short name of itself; a number of what is counted where. */
static const char *subject_of(struct claims *claims, const struct draft *draft, enum about about) {
    if (about == ABOUT_ITSELF || about == ABOUT_LONG_NAME) return draft->values[0];
    if (about == ABOUT_NUMBER) return arena_printf(&claims->arena, "%s|%s", draft->subject, draft->attribute);
    return about == ABOUT_MEMBERS ? group_of(draft) : draft->subject;
}

static void collect_drafts(struct claims *claims) {
    for (uint32_t i = 0; i < claims->drafts->count; i++) {
        struct draft *draft = &claims->drafts->list[i];
        enum about about = ABOUT_ITSELF;
        bool is_out = strcmp(draft->decision, "rejected") == 0;
        if (is_out || !about_of_draft(draft, &about)) continue;
        add_claim(claims, (struct claim){.about = about, .draft = draft}, subject_of(claims, draft, about));
    }
}

static void collect_facts(struct claims *claims, const struct content *content) {
    for (uint32_t i = 0; i < content->fact_count; i++) {
        const struct fact *fact = &content->facts[i];
        struct claim claim = {.fact = fact};
        bool counts = fact->subject && about_of_attribute(fact->attribute->name, &claim.about) &&
                      claim.about <= ABOUT_THEME;
        if (!counts || fact->record.status == STATUS_RETIRED) continue;
        add_claim(claims, claim, fact->subject->name);
        for (uint32_t j = 0; j < fact->subject->aliases.count; j++)
            add_claim(claims, claim, fact->subject->aliases.list[j]);
    }
}

static void collect_meanings(struct claims *claims, const struct content *content) {
    for (uint32_t i = 0; i < content->entity_count; i++) {
        const struct entity *entity = &content->entities[i];
        struct claim claim = {.about = ABOUT_MEANING, .entity = entity};
        if (!*entity->meaning || entity->record.status == STATUS_RETIRED) continue;
        add_claim(claims, claim, entity->name);
        for (uint32_t j = 0; j < entity->aliases.count; j++)
            add_claim(claims, claim, entity->aliases.list[j]);
    }
}

/* ---- two claims ---- */

static bool is_exact(enum about about) {
    return about >= ABOUT_SIGNERS;
}

/* The network week of one year is not that of another. */
static bool has_year(struct str subject) {
    uint32_t digits = 0;
    for (size_t i = 0; i < subject.len && digits < 4; i++)
        digits = subject.at[i] >= '0' && subject.at[i] <= '9' ? digits + 1 : 0;
    return digits == 4;
}

static bool same_subject(const struct claim *a, const struct claim *b) {
    enum { LEAST = 9 }; /* bytes: three characters */
    if (str_equal(a->subject, b->subject)) return true;
    if (is_exact(a->about) || has_year(a->subject) != has_year(b->subject)) return false;
    return (a->subject.len >= LEAST && str_ends(b->subject, a->subject)) ||
           (b->subject.len >= LEAST && str_ends(a->subject, b->subject));
}

static struct days days_of(const struct claim *claim) {
    if (claim->fact) return (struct days){claim->fact->value.first_day, claim->fact->value.last_day};
    const struct draft *draft = claim->draft;
    bool is_known = draft->year.from != YEAR_NONE && draft->year.from != YEAR_GUESS;
    return clash_days(draft->normal, is_known ? draft->year.value : 0);
}

static const char *value_of(const struct claim *claim) {
    if (claim->draft)
        return claim->about == ABOUT_LONG_NAME ? claim->draft->subject : claim->draft->values[0];
    if (claim->entity) return claim->entity->meaning;
    return claim->fact->value.entity ? claim->fact->value.entity->name : claim->fact->value.show;
}

static uint32_t hashes_of(const struct claim *claim, uint64_t *hashes) {
    enum { MOST = 40 };
    uint32_t count = claim->draft ? claim->draft->value_count : 0;
    if (count > MOST) count = MOST;
    for (uint32_t i = 0; i < count; i++) hashes[i] = fold_hash(str_of(claim->draft->values[i]));
    return count;
}

static enum agreement compare_members(const struct claim *a, const struct claim *b) {
    uint64_t ours[40], theirs[40];
    if (!a->draft || !b->draft) return AGREE_BOTH;
    uint32_t a_count = hashes_of(a, ours), b_count = hashes_of(b, theirs);
    return clash_compare_sets(ours, a_count, a->draft->open, theirs, b_count, b->draft->open);
}

/* A place that a pack knows by several names. */
static bool is_alias_of(const struct claim *fact, const char *name) {
    const struct entity *entity = fact->fact ? fact->fact->value.entity : NULL;
    for (; entity; entity = entity->within) {
        if (strstr(name, entity->name)) return true;
        for (uint32_t i = 0; i < entity->aliases.count; i++)
            if (strstr(name, entity->aliases.list[i])) return true;
    }
    return false;
}

static enum agreement compare_places(const struct claim *a, const struct claim *b) {
    if (is_alias_of(a, value_of(b)) || is_alias_of(b, value_of(a))) return AGREE_BOTH;
    return clash_compare_places(value_of(a), value_of(b));
}

static enum agreement compare_claims(struct claims *claims, const struct claim *a, const struct claim *b) {
    switch (a->about) {
    case ABOUT_TIME:
        return clash_compare_days(days_of(a), days_of(b));
    case ABOUT_PLACE:
        return compare_places(a, b);
    case ABOUT_HOSTS:
    case ABOUT_CALLERS:
    case ABOUT_SIGNERS:
    case ABOUT_MEMBERS:
        return compare_members(a, b);
    case ABOUT_NUMBER:
        return clash_compare_numbers(&claims->arena, value_of(a), value_of(b));
    case ABOUT_ITSELF:
        return a->draft && b->draft && a->draft->type == b->draft->type ? AGREE_SAME : AGREE_BOTH;
    case ABOUT_POST:
    case ABOUT_MEANING:
        if (strstr(value_of(a), value_of(b)) || strstr(value_of(b), value_of(a))) break;
        return AGREE_NOT;
    default:
        return clash_compare_texts(value_of(a), value_of(b));
    }
    return strcmp(value_of(a), value_of(b)) == 0 ? AGREE_SAME : AGREE_BOTH;
}

/* ---- what is said of them ---- */

static void name_other(struct claims *claims, struct draft *draft, const char *id) {
    enum { LONGEST = 120 };
    if (strstr(draft->conflict_with, id) || strlen(draft->conflict_with) > LONGEST) return;
    const char *comma = *draft->conflict_with ? "," : "";
    draft->conflict_with = arena_printf(&claims->drafts->arena, "%s%s%s", draft->conflict_with, comma, id);
}

static const char *id_of(const struct claim *claim) {
    if (claim->draft) return claim->draft->id;
    return claim->entity ? claim->entity->record.id : claim->fact->record.id;
}

/* In one document two days or places mostly belong to two things; two callers of one meeting are told. */
static bool is_compared(const struct claim *a, const struct claim *b) {
    if (!a->draft && !b->draft) return false;
    bool one_document = a->draft && b->draft && strcmp(a->draft->doc, b->draft->doc) == 0;
    return !one_document || a->about == ABOUT_CALLERS || a->about == ABOUT_POST ||
           a->about == ABOUT_VERSION || a->about == ABOUT_MEANING;
}

static void settle(struct claims *claims, struct claim *a, struct claim *b) {
    enum agreement agreement = compare_claims(claims, a, b);
    if (agreement == AGREE_SAME && a->draft && b->draft && !*b->draft->dup_of &&
        a->draft->type == b->draft->type)
        b->draft->dup_of = a->draft->id;
    if (agreement != AGREE_NOT || !is_compared(a, b)) return;
    if (a->draft) name_other(claims, a->draft, id_of(b));
    if (b->draft) name_other(claims, b->draft, id_of(a));
}

static int by_bucket(const void *a, const void *b) {
    const struct claim *x = a, *y = b;
    if (x->bucket != y->bucket) return x->bucket < y->bucket ? -1 : 1;
    return (x->order > y->order) - (x->order < y->order);
}

/* Each with the few that stand before it: a document that says the same a thousand times is not compared with
   itself a million times. */
static void compare_all(struct claims *claims) {
    enum { REACH = 48 };
    for (uint32_t i = 0; i < claims->count; i++) {
        uint32_t first = i > REACH ? i - REACH : 0;
        for (uint32_t j = i; j > first && claims->list[j - 1].bucket == claims->list[i].bucket; j--)
            if (same_subject(&claims->list[j - 1], &claims->list[i]))
                settle(claims, &claims->list[j - 1], &claims->list[i]);
    }
}

/* ---- sets of the packs ---- */

enum { SET_MOST = 40 };

static uint32_t members_of(const struct set *set, uint64_t *hashes) {
    uint32_t count = set->member_count < SET_MOST ? set->member_count : SET_MOST;
    for (uint32_t i = 0; i < count; i++)
        hashes[i] =
            fold_hash(str_of(set->members[i].entity ? set->members[i].entity->name : set->members[i].show));
    return count;
}

static bool is_within(const char *a, const char *b) {
    return strstr(a, b) || strstr(b, a);
}

/* The same but for where it was cut off. Another name of it is told as well: a pack knows misprints by such.
 */
static bool is_member(const struct member *member, const char *name) {
    return is_within(member->entity ? member->entity->name : member->show, name);
}

static bool is_missing(const struct set *set, const char *name) {
    for (uint32_t i = 0; i < set->member_count; i++)
        if (is_member(&set->members[i], name)) return false;
    return true;
}

static void compare_set(struct claims *claims, struct draft *draft, const struct set *set,
                        const uint64_t *theirs) {
    uint64_t ours[SET_MOST];
    uint32_t count = hashes_of(&(struct claim){.draft = draft}, ours), shared = 0, missing = 0;
    for (uint32_t a = 0; a < count; a++)
        for (uint32_t b = 0; b < count; b++) shared += ours[a] == theirs[b];
    if (shared * 2 <= count || shared == count) return;
    for (uint32_t i = 0; i < count; i++) missing += is_missing(set, draft->values[i]);
    if (missing) name_other(claims, draft, set->record.id);
}

/* As many members, most of them the same, but not all: one of the two is mistaken. */
static void compare_sets(struct claims *claims, const struct content *content) {
    enum { FEWEST = 3, DRAFTS_MOST = 20000 };
    for (uint32_t i = 0; i < content->set_count; i++) {
        uint64_t theirs[SET_MOST];
        uint32_t count = members_of(&content->sets[i], theirs);
        for (uint32_t j = 0; j < claims->drafts->count && j < DRAFTS_MOST && count >= FEWEST; j++) {
            struct draft *draft = &claims->drafts->list[j];
            if (draft->is_list && draft->value_count == count)
                compare_set(claims, draft, &content->sets[i], theirs);
        }
    }
}

void clash_find(struct drafts *drafts, const struct content *content) {
    struct claims claims = {.drafts = drafts};
    for (uint32_t i = 0; i < drafts->count; i++) drafts->list[i].dup_of = drafts->list[i].conflict_with = "";
    arena_init(&claims.arena);
    if (content) collect_facts(&claims, content);
    if (content) collect_meanings(&claims, content);
    collect_drafts(&claims);
    if (claims.count) qsort(claims.list, claims.count, sizeof *claims.list, by_bucket);
    compare_all(&claims);
    if (content) compare_sets(&claims, content);
    memory_give_back(claims.list);
    arena_finish(&claims.arena);
}
