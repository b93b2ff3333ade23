#include "exchange/clash.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/fold.h"
#include "base/hash.h"
#include "base/memory.h"
#include "base/utf8.h"
#include "exchange/clash_about.h"
#include "exchange/clash_value.h"

/* Claims about one thing stand side by side once they are sorted by what they are about: the end of the
   subject's name (技术论坛 of one document is 网络安全周技术论坛 of another) and what is said of it. */

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
    const struct content *content; /* may be NULL */
    struct claim *list;
    uint32_t count, room;
};

/* ---- whose a claim is ---- */

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

static bool is_exact(enum about about) {
    return about >= ABOUT_SIGNERS;
}

/* Two names may be one when one ends as the other: the bucket is the last three characters. */
static uint64_t bucket_of(enum about about, struct str subject) {
    enum { LAST = 9 };
    if (is_exact(about)) return hash_of(subject) * 31 + about;
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

static bool is_of_attribute(enum about about) {
    return about == ABOUT_DEED || about == ABOUT_NUMBER;
}

/* Released and signed are two days of one paper; 参加人数 and 参与人数 are one number. */
static const char *with_attribute(struct claims *claims, const char *subject, enum about about,
                                  const char *attribute) {
    const char *what = about == ABOUT_DEED ? about_deed(attribute) : about_counted(attribute);
    enum { TELLING = 24 }; /* bytes: 园区入驻企业 may be anyone's */
    bool is_known = *subject || (about == ABOUT_NUMBER && strlen(what) >= TELLING);
    return is_known ? arena_printf(&claims->arena, "%s|%s", subject, what) : "";
}

/* By the name that a pack has for it: 2025年网安周 of one document is 2025年网络安全周 of another. */
static const char *known_name(const struct claims *claims, const char *name) {
    if (!claims->content) return name;
    struct lookup rows = lookup_find(&claims->content->lookups.names, fold_hash(str_of(name)));
    bool is_one = rows.count > 0 && rows.rows[0].place == rows.rows[rows.count - 1].place;
    return is_one ? claims->content->entities[rows.rows[0].place].name : name;
}

/* A post is of a person, a short name of itself; a number of what is counted where. */
static const char *subject_of(struct claims *claims, const struct draft *draft, enum about about) {
    if (about == ABOUT_ITSELF || about == ABOUT_LONG_NAME) return draft->values[0];
    if (about == ABOUT_MEMBERS) return about_group(draft);
    const char *subject = known_name(claims, draft->subject);
    return is_of_attribute(about) ? with_attribute(claims, subject, about, draft->attribute) : subject;
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

static void add_name(struct claims *claims, struct claim claim, const char *name) {
    if (is_of_attribute(claim.about))
        name = with_attribute(claims, name, claim.about, claim.fact->attribute->name);
    add_claim(claims, claim, name);
}

static void add_names(struct claims *claims, struct claim claim, const struct entity *entity) {
    add_name(claims, claim, entity->name);
    for (uint32_t i = 0; i < entity->aliases.count; i++) add_name(claims, claim, entity->aliases.list[i]);
}

static void collect_facts(struct claims *claims, const struct content *content) {
    for (uint32_t i = 0; i < content->fact_count; i++) {
        const struct fact *fact = &content->facts[i];
        struct claim claim = {.fact = fact};
        bool counts = fact->record.status != STATUS_RETIRED && about_of_fact(fact, &claim.about);
        if (counts) add_names(claims, claim, fact->subject);
    }
}

/* What things mean, and what else they are called. */
static void collect_entities(struct claims *claims, const struct content *content) {
    for (uint32_t i = 0; i < content->entity_count; i++) {
        const struct entity *entity = &content->entities[i];
        if (entity->record.status == STATUS_RETIRED) continue;
        add_names(claims, (struct claim){.about = ABOUT_LONG_NAME, .entity = entity}, entity);
        if (*entity->meaning)
            add_names(claims, (struct claim){.about = ABOUT_MEANING, .entity = entity}, entity);
    }
}

/* ---- two claims ---- */

/* The network week of one year is not that of another. */
static bool has_year(struct str subject) {
    uint32_t digits = 0;
    for (size_t i = 0; i < subject.len && digits < 4; i++)
        digits = subject.at[i] >= '0' && subject.at[i] <= '9' ? digits + 1 : 0;
    return digits == 4;
}

/* 2025年成果展 is 2025年网络安全周成果展. */
static bool ends_alike(struct str a, struct str b) {
    enum { YEAR = 4, LEAST = 9 }; /* bytes: three characters */
    bool one_year =
        has_year(str_cut(a, 0, YEAR)) && str_equal(str_cut(a, 0, YEAR), str_cut(b, 0, YEAR)) && b.len > YEAR;
    if (one_year) b = str_cut(b, YEAR, b.len);
    return b.len >= LEAST && str_ends(a, b);
}

/* 新闻发布会 and 培训班 are held everywhere. */
static bool is_telling(struct str event) {
    enum { LEAST = 18 }; /* bytes: six characters */
    return event.len >= LEAST || has_year(event);
}

static bool same_subject(const struct claim *a, const struct claim *b) {
    if (str_equal(a->subject, b->subject)) return is_exact(a->about) || is_telling(a->subject);
    if (is_exact(a->about) || has_year(a->subject) != has_year(b->subject)) return false;
    return ends_alike(a->subject, b->subject) || ends_alike(b->subject, a->subject);
}

static struct days days_of(const struct claim *claim) {
    if (claim->fact) return (struct days){claim->fact->value.first_day, claim->fact->value.last_day};
    const struct draft *draft = claim->draft;
    assert(draft); /* what a thing means has no day */
    bool is_known = draft->year.from != YEAR_NONE && draft->year.from != YEAR_GUESS;
    return clash_days(draft->normal, is_known ? draft->year.value : 0);
}

static const char *value_of(const struct claim *claim) {
    if (claim->draft)
        return claim->about == ABOUT_LONG_NAME ? claim->draft->subject : claim->draft->values[0];
    if (claim->entity) return claim->entity->meaning;
    return claim->fact->value.entity ? claim->fact->value.entity->name : claim->fact->value.show;
}

enum { MEMBERS_MOST = 40 };

static uint32_t hashes_of(const struct draft *draft, uint64_t *hashes) {
    uint32_t count = draft->value_count < MEMBERS_MOST ? draft->value_count : MEMBERS_MOST;
    for (uint32_t i = 0; i < count; i++) hashes[i] = fold_hash(str_of(draft->values[i]));
    return count;
}

static enum agreement compare_members(const struct draft *a, const struct draft *b) {
    assert(a && b);
    uint64_t ours[MEMBERS_MOST], theirs[MEMBERS_MOST];
    uint32_t a_count = hashes_of(a, ours), b_count = hashes_of(b, theirs);
    return clash_compare_sets(ours, a_count, a->open, theirs, b_count, b->open);
}

static uint32_t known_hashes_of(const struct claims *claims, const struct draft *draft, uint64_t *hashes) {
    uint32_t count = hashes_of(draft, hashes);
    for (uint32_t i = 0; i < count; i++) hashes[i] = fold_hash(str_of(known_name(claims, draft->values[i])));
    return count;
}

/* The same bodies, some of them by names that they had before. */
static bool are_known_alike(const struct claims *claims, const struct draft *a, const struct draft *b) {
    uint64_t ours[MEMBERS_MOST], theirs[MEMBERS_MOST];
    uint32_t a_count = known_hashes_of(claims, a, ours), b_count = known_hashes_of(claims, b, theirs);
    return clash_compare_sets(ours, a_count, a->open, theirs, b_count, b->open) != AGREE_NOT;
}

/* To call a meeting and to lead it are two things, also when one body did both. */
static enum agreement compare_drafts_bodies(const struct claims *claims, const struct draft *a,
                                            const struct draft *b) {
    enum agreement agreement = compare_members(a, b);
    if (agreement == AGREE_NOT) return are_known_alike(claims, a, b) ? AGREE_BOTH : AGREE_NOT;
    return about_leading(a->attribute) == about_leading(b->attribute) ? agreement : AGREE_BOTH;
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

static bool is_called(const struct entity *entity, const char *name) {
    bool is_name = fold_equal(str_of(entity->name), str_of(name));
    for (uint32_t i = 0; i < entity->aliases.count && !is_name; i++)
        is_name = fold_equal(str_of(entity->aliases.list[i]), str_of(name));
    return is_name;
}

/* A pack names one of several, by any of its names: it should be among them. */
static enum agreement compare_with_body(const struct draft *draft, const struct fact *fact) {
    const struct entity *entity = fact->value.entity;
    for (uint32_t i = 0; i < draft->value_count; i++) {
        const char *name = draft->values[i];
        bool is_same = entity ? is_called(entity, name) : fold_equal(str_of(fact->value.show), str_of(name));
        if (is_same) return AGREE_BOTH;
    }
    return about_leading(draft->attribute) == about_leading(fact->attribute->name) && !draft->open
               ? AGREE_NOT
               : AGREE_BOTH;
}

static enum agreement compare_bodies(const struct claims *claims, const struct claim *a,
                                     const struct claim *b) {
    if (a->draft && b->draft) return compare_drafts_bodies(claims, a->draft, b->draft);
    return a->draft ? compare_with_body(a->draft, b->fact) : compare_with_body(b->draft, a->fact);
}

static uint32_t year_of(const struct claim *claim) {
    if (claim->fact) return (uint32_t)strtoul(claim->fact->as_of, NULL, 10);
    return claim->draft->year.from == YEAR_GUESS ? 0 : claim->draft->year.value;
}

/* Whoever was one thing in one year may be another in the next. */
static enum agreement compare_posts(const struct claim *a, const struct claim *b) {
    if (year_of(a) && year_of(b) && year_of(a) != year_of(b)) return AGREE_BOTH;
    if (strcmp(value_of(a), value_of(b)) == 0) return AGREE_SAME;
    return strstr(value_of(a), value_of(b)) || strstr(value_of(b), value_of(a)) ? AGREE_BOTH : AGREE_NOT;
}

static enum agreement compare_meanings(const struct claim *a, const struct claim *b) {
    if (fold_equal(str_of(value_of(a)), str_of(value_of(b)))) return AGREE_SAME;
    return strstr(value_of(a), value_of(b)) || strstr(value_of(b), value_of(a)) ? AGREE_BOTH : AGREE_NOT;
}

/* What a short name stands for. */
static enum agreement compare_long_names(const struct claim *a, const struct claim *b) {
    const struct entity *entity = a->entity ? a->entity : b->entity;
    if (!entity) return clash_compare_texts(value_of(a), value_of(b));
    return is_called(entity, value_of(a->entity ? b : a)) ? AGREE_BOTH : AGREE_NOT;
}

static enum agreement compare_claims(struct claims *claims, const struct claim *a, const struct claim *b) {
    switch (a->about) {
    case ABOUT_TIME:
    case ABOUT_DEED:
        return clash_compare_days(days_of(a), days_of(b));
    case ABOUT_PLACE:
        return compare_places(a, b);
    case ABOUT_HOSTS:
    case ABOUT_CALLERS:
    case ABOUT_SIGNERS:
        return compare_bodies(claims, a, b);
    case ABOUT_MEMBERS:
        return compare_members(a->draft, b->draft);
    case ABOUT_NUMBER:
        return clash_compare_numbers(&claims->arena, value_of(a), value_of(b));
    case ABOUT_ITSELF:
        return a->draft && b->draft && a->draft->type == b->draft->type ? AGREE_SAME : AGREE_BOTH;
    case ABOUT_POST:
        return compare_posts(a, b);
    case ABOUT_MEANING:
        return compare_meanings(a, b);
    case ABOUT_LONG_NAME:
        return compare_long_names(a, b);
    default:
        return clash_compare_texts(value_of(a), value_of(b));
    }
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
    bool one_document = a->draft && b->draft && strcmp(a->draft->doc, b->draft->doc) == 0;
    return !one_document || a->about == ABOUT_CALLERS || a->about == ABOUT_POST ||
           a->about == ABOUT_VERSION || a->about == ABOUT_MEANING;
}

static void settle(struct claims *claims, struct claim *a, struct claim *b) {
    if (!a->draft && !b->draft) return; /* of packs: that is for a check */
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
    uint32_t count = hashes_of(draft, ours), shared = 0, missing = 0;
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
    struct claims claims = {.drafts = drafts, .content = content};
    for (uint32_t i = 0; i < drafts->count; i++) drafts->list[i].dup_of = drafts->list[i].conflict_with = "";
    arena_init(&claims.arena);
    if (content) collect_facts(&claims, content);
    if (content) collect_entities(&claims, content);
    collect_drafts(&claims);
    if (claims.count) qsort(claims.list, claims.count, sizeof *claims.list, by_bucket);
    compare_all(&claims);
    if (content) compare_sets(&claims, content);
    memory_give_back(claims.list);
    arena_finish(&claims.arena);
}
