#include "exchange/echo.h"

#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "base/memory.h"
#include "exchange/char.h"
#include "exchange/phrase.h"
#include "exchange/unclear.h"

/* A clause that somebody is said to have said. */
struct saying {
    uint64_t hash;
    struct span words;
    const char *speaker;
    struct find *find;
    uint32_t order;
};

struct sayings {
    const struct document *document;
    struct finds *finds;
    struct saying *list;
    uint32_t count, room;
};

static void add_saying(struct sayings *sayings, struct find *find, struct span words, const char *speaker) {
    enum { SHORTEST = 8 };
    if (words.to - words.from < SHORTEST) return;
    if (sayings->count == sayings->room) {
        sayings->room = sayings->room ? sayings->room * 2 : 64;
        sayings->list = memory_resize(sayings->list, sayings->room, sizeof *sayings->list);
    }
    const uint32_t *text = sayings->document->text;
    struct str bytes = {(const char *)(text + words.from), (words.to - words.from) * sizeof *text};
    sayings->list[sayings->count] = (struct saying){hash_of(bytes), words, speaker, find, sayings->count};
    sayings->count++;
}

static void add_clauses(struct sayings *sayings, struct find *find, struct span words, const char *speaker) {
    const uint32_t *text = sayings->document->text;
    uint32_t from = words.from;
    for (uint32_t i = words.from; i <= words.to; i++) {
        if (i < words.to && !char_ends_clause(text[i])) continue;
        add_saying(sayings, find, (struct span){from, i}, speaker);
        from = i + 1;
    }
}

/* X提出了“…”, X强调：“…”: who stands before the verb; "" when nobody does. */
static const char *quoted_speaker(const struct sayings *sayings, const struct find *find) {
    static const struct char_row verbs[] = {W("提出"), W("提出了"), W("提出要"), W("指出"), W("强调"),
                                            W("表示"), W("要求"),   W("明确"),   W("认为"), W("倡议"),
                                            W("呼吁"), W("说"),     W("明确了"), WORDS_END};
    const struct document *document = sayings->document;
    const struct sentence *sentence = &document->sentences[find->sentence];
    const uint32_t *text = document->text;
    struct reading reading = {
        .document = document, .text = text, .begin = sentence->begin, .end = sentence->end};
    uint32_t quote = find->value.from - 1;
    if (quote > sentence->begin && (text[quote - 1] == U'：' || text[quote - 1] == U'，')) quote--;
    uint32_t verb = char_words_before(text + sentence->begin, text + quote, verbs);
    uint32_t begin = verb ? phrase_begin(&reading, quote - verb) : 0;
    if (!verb || quote - verb < begin + 2) return "";
    return char_text(&sayings->finds->arena, text + begin, quote - verb - begin);
}

/* Words in quotation marks, of whomever. */
static bool is_quoted(const struct document *document, const struct find *find) {
    bool is_said =
        find->type == DRAFT_SPEECH && find->value.from > 0 && document->text[find->value.from - 1] == U'“';
    return is_said || (find->type == DRAFT_TERM && find->value.from > 0);
}

/* Whose the words are; "" when nobody says so. */
static const char *speaker_of(const struct sayings *sayings, const struct find *find) {
    const uint32_t *text = sayings->document->text;
    struct span who = find->subject;
    if (find->type == DRAFT_ORDERED_LIST) return find->about;
    if (find->type == DRAFT_SPEECH)
        return char_text(&sayings->finds->arena, text + who.from, who.to - who.from);
    return is_quoted(sayings->document, find) ? quoted_speaker(sayings, find) : "";
}

static void collect(struct sayings *sayings, struct find *find) {
    const char *speaker = speaker_of(sayings, find);
    if (!*speaker) return;
    if (!find->members) add_clauses(sayings, find, find->value, speaker);
    for (uint32_t i = 0; find->members && i < find->member_count; i++)
        add_clauses(sayings, find, find->members[i], speaker);
}

static int by_hash(const void *a, const void *b) {
    const struct saying *x = a, *y = b;
    if (x->hash != y->hash) return x->hash < y->hash ? -1 : 1;
    return (x->order > y->order) - (x->order < y->order);
}

/* 裴文渊 is 省数据局局长裴文渊. */
static bool is_one_speaker(const char *a, const char *b) {
    return strstr(a, b) || strstr(b, a);
}

static void compare_speakers(const struct sayings *sayings, struct saying *a, struct saying *b) {
    (void)sayings;
    static const char what[] = "同样的话文中不止一方说过，不要问是谁说的";
    if (a->find == b->find || is_one_speaker(a->speaker, b->speaker)) return;
    unclear_tell(a->find, what);
    unclear_tell(b->find, what);
}

/* Each with the first one and the last one before it of those that say the same. */
static void compare_all(struct sayings *sayings,
                        void (*compare)(const struct sayings *, struct saying *, struct saying *)) {
    if (sayings->count) qsort(sayings->list, sayings->count, sizeof *sayings->list, by_hash);
    uint32_t first = 0;
    for (uint32_t i = 1; i < sayings->count; i++) {
        if (sayings->list[i].hash != sayings->list[first].hash) first = i;
        if (i == first) continue;
        compare(sayings, &sayings->list[first], &sayings->list[i]);
        compare(sayings, &sayings->list[i - 1], &sayings->list[i]);
    }
}

/* ---- two passages that begin alike ---- */

/* The first clause, when others follow. */
static void add_opening(struct sayings *sayings, struct find *find, struct span words) {
    const uint32_t *text = sayings->document->text;
    uint32_t end = words.from;
    while (end < words.to && !char_ends_clause(text[end])) end++;
    if (end + 1 < words.to && !char_ends_sentence(text[end]))
        add_saying(sayings, find, (struct span){words.from, end}, "");
}

static bool goes_on_alike(const uint32_t *text, const struct saying *a, const struct saying *b) {
    uint32_t i = 0;
    while (!char_ends_clause(text[a->words.to + 1 + i]) &&
           text[a->words.to + 1 + i] == text[b->words.to + 1 + i])
        i++;
    return char_ends_clause(text[a->words.to + 1 + i]) && char_ends_clause(text[b->words.to + 1 + i]);
}

static void compare_openings(const struct sayings *sayings, struct saying *a, struct saying *b) {
    static const char what[] = "文中另有一段也这样开头，接着的话不一样，不要问下一句";
    if (a->words.from == b->words.from || goes_on_alike(sayings->document->text, a, b)) return;
    if (a->find) unclear_tell(a->find, what);
    if (b->find) unclear_tell(b->find, what);
}

/* Of quotations, and of the sentences that may begin like one. */
static void collect_openings(struct sayings *sayings) {
    const struct document *document = sayings->document;
    struct char_filter filter = {{0}};
    for (uint32_t i = 0; i < sayings->finds->count; i++) {
        struct find *find = &sayings->finds->list[i];
        if (is_quoted(document, find)) add_opening(sayings, find, find->value);
    }
    for (uint32_t i = 0; i < sayings->count; i++)
        char_filter_add(&filter, document->text[sayings->list[i].words.from]);
    for (uint32_t i = 0; i < document->sentence_count; i++) {
        struct span sentence = {document->sentences[i].begin, document->sentences[i].end};
        if (char_may_begin(&filter, document->text[sentence.from])) add_opening(sayings, NULL, sentence);
    }
}

void echo_mark(const struct document *document, struct finds *finds) {
    struct sayings sayings = {.document = document, .finds = finds};
    collect_openings(&sayings);
    compare_all(&sayings, compare_openings);
    sayings.count = 0;
    for (uint32_t i = 0; i < finds->count; i++) collect(&sayings, &finds->list[i]);
    compare_all(&sayings, compare_speakers);
    memory_give_back(sayings.list);
}
