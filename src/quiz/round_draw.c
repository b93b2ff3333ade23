#include "quiz/round_draw.h"

#include "base/hash.h"
#include "base/random.h"
#include "base/utf8.h"

#include <string.h>

/* Streams of chance. What they are does not matter; that they stay the same keeps old rounds repeatable. */
enum stream { STREAM_EPOCH = 1, STREAM_DECK, STREAM_VARIANT, STREAM_QUESTION, STREAM_RETURN };

/* What the search may give up before a round gets shorter. */
enum strictness { STRICT, YIELDING };

/* Whether a question fits, and whether it would if the search were less strict. */
enum fit { FITS_NOT, FITS_LATER, FITS };

struct question_limits round_limits(enum mode mode) {
    const struct round_rules *rules = &round_rules[mode];
    return (struct question_limits){.kinds = rules->kinds,
                                    .options = rules->options,
                                    .stem_chars = rules->stem_chars,
                                    .option_chars = rules->option_chars,
                                    .explanation_chars = rules->explanation_chars};
}

uint64_t round_question_seed(const struct round *round, const struct asked *asked) {
    enum stream stream = asked->return_of ? STREAM_RETURN : STREAM_QUESTION;
    return random_derive(round->seed, stream, asked->place);
}

static uint64_t epoch_seed(uint64_t seed, uint64_t epoch) {
    return random_derive(seed, STREAM_EPOCH, epoch);
}

/* Every run of `count` places beginning at a multiple of it is a permutation of the pool of its own. */
static uint32_t deck_item(const struct round *round, uint32_t count, uint64_t place) {
    return random_pick(epoch_seed(round->seed, place / count), STREAM_DECK, count, (uint32_t)(place % count));
}

/* Two permutations in a row may put an item last and first. */
static bool was_just_there(const struct round *round, uint32_t count, uint64_t place, uint32_t item) {
    uint64_t epoch = place / count;
    uint32_t fresh = round_rules[round->mode].fresh;
    if (fresh > count / 2) fresh = count / 2;
    if (epoch == 0 || place % count >= fresh) return false;
    uint32_t before = random_place(epoch_seed(round->seed, epoch - 1), STREAM_DECK, count, item);
    return place - ((epoch - 1) * count + before) < fresh;
}

/* Spares making a question only to see that its fact is there already. */
static bool has_record(const struct round *round, struct item item) {
    uint64_t key = pool_fact_key(item);
    for (uint32_t i = 0; i < round->count; i++)
        if (pool_fact_key(round->asked[i].item) == key) return true;
    return false;
}

static bool has_fact(const struct round *round, uint64_t fact) {
    for (uint32_t i = 0; i < round->count; i++)
        if (round->asked[i].fact == fact) return true;
    return false;
}

/* Scenes and questions that a person wrote change what people do; the rest asks what they remember. */
static bool is_recall(struct item item) {
    return item.kind != KIND_WRITTEN && item.kind != KIND_SCENARIO;
}

/* Known before the question is made. */
static bool kind_is_due(const struct round *round, struct item item) {
    const struct round_rules *rules = &round_rules[round->mode];
    uint32_t recalls = 0, most = rules->first_is_shown && round->count == 0 ? 0 : rules->recalls;
    for (uint32_t i = 0; i < round->count; i++) recalls += is_recall(round->asked[i].item);
    return !is_recall(item) || recalls < most;
}

static bool quotas_allow(const struct round *round, const struct asked *asked) {
    const struct round_rules *rules = &round_rules[round->mode];
    uint32_t about_week = asked->about_week, judges = asked->form == FORM_JUDGE;
    for (uint32_t i = 0; i < round->count; i++) {
        about_week += round->asked[i].about_week;
        judges += round->asked[i].form == FORM_JUDGE;
    }
    bool week_fits = !asked->about_week || about_week <= rules->about_week;
    uint32_t most = rules->first_is_shown && round->count == 0 ? 0 : rules->judges;
    return week_fits && (asked->form != FORM_JUDGE || judges <= most);
}

static void note_same_options(struct asked *asked, const struct question *question) {
    for (uint8_t i = 0; i < question->option_count; i++) {
        uint8_t first = 0;
        while (strcmp(question->options[first], question->options[i]) != 0) first++;
        asked->same_as[i] = first;
    }
}

static void note_question(struct asked *asked, const struct question *question) {
    asked->key = question->key;
    asked->form = (uint8_t)question->form;
    asked->option_count = question->option_count;
    asked->explanation_chars = (uint16_t)utf8_count(str_of(question->explanation));
    asked->about_week = strcmp(question->topic, "宣传周") == 0;
    asked->fact = hash_of(str_of(question->fact));
    note_same_options(asked, question);
}

static bool make(const struct round *round, struct asked *asked, struct quiz *quiz,
                 struct question *question) {
    struct question_limits limits = round_limits((enum mode)round->mode);
    arena_clear(&quiz->scratch);
    if (!(limits.kinds & 1u << asked->item.kind)) return false;
    if (!question_make(quiz->content, asked->item, asked->variant, round_question_seed(round, asked), &limits,
                       &quiz->scratch, question))
        return false;
    if (switched_has(quiz->switched, question->id)) return false;
    note_question(asked, question);
    return round_rules[round->mode].forms & 1u << asked->form;
}

static bool is_about(const struct round *round, const char *topic) {
    return !round->topic || hash_of(str_of(topic ? topic : "")) == round->topic;
}

/* Spares making a question only to see that it is about something else. */
static bool may_be_about(const struct round *round, const struct quiz *quiz, struct item item) {
    const struct record *record = round->topic ? pool_record(quiz->content, item) : NULL;
    return !record || !record->topic || !*record->topic || is_about(round, record->topic);
}

/* The item at a place as this round's next question. */
static enum fit try_place(const struct round *round, struct quiz *quiz, uint64_t place,
                          enum strictness strictness, struct asked *asked) {
    uint32_t index = deck_item(round, quiz->pool.count, place);
    *asked = (struct asked){.item = quiz->pool.items[index],
                            .place = (uint32_t)place,
                            .variant = (uint32_t)random_at(round->seed, STREAM_VARIANT, (uint32_t)place)};
    struct question question;
    if (has_record(round, asked->item) || !may_be_about(round, quiz, asked->item)) return FITS_NOT;
    if (strictness == STRICT && was_just_there(round, quiz->pool.count, place, index)) return FITS_LATER;
    if (strictness == STRICT && !kind_is_due(round, asked->item)) return FITS_LATER;
    if (!make(round, asked, quiz, &question) || has_fact(round, asked->fact)) return FITS_NOT;
    if (!is_about(round, question.topic)) return FITS_NOT;
    return strictness == STRICT && !quotas_allow(round, asked) ? FITS_LATER : FITS;
}

static void take(struct round *round, const struct asked *asked) {
    round->asked[round->count++] = *asked;
}

/* Twice the pool, because a run of `count` places may straddle two permutations and so miss an item of both.
   Only what yields is looked for a second time. */
static bool search(struct round *round, struct quiz *quiz, enum strictness strictness, bool *later) {
    uint64_t places = (uint64_t)quiz->pool.count * 2;
    struct asked asked;
    for (uint64_t i = 0; i < places; i++) {
        enum fit fit = try_place(round, quiz, (uint64_t)round->next + i, strictness, &asked);
        *later = *later || fit == FITS_LATER;
        if (fit != FITS) continue;
        round->next = (uint32_t)(round->next + i + 1);
        take(round, &asked);
        return true;
    }
    return false;
}

static bool draw_next(struct round *round, struct quiz *quiz) {
    bool later = false;
    return search(round, quiz, STRICT, &later) || (later && search(round, quiz, YIELDING, &later));
}

/* What a topic lacks is filled up with others: a class was promised so many questions. */
bool draw_planned(struct round *round, struct quiz *quiz) {
    uint64_t topic = round->topic;
    bool drawn = draw_next(round, quiz);
    if (drawn || !topic) return drawn;
    round->topic = 0;
    drawn = draw_next(round, quiz);
    round->topic = topic;
    return drawn;
}

/* Returns */

enum { OTHER_KINDS = 32, OTHER_VARIANTS = 8 };

static bool has_returned(const struct round *round, uint32_t index) {
    for (uint32_t i = index + 1; i < round->count; i++)
        if (round->asked[i].return_of == index + 1) return true;
    return false;
}

static bool may_return(const struct round *round, uint32_t index) {
    return round->asked[index].state == ASKED_WRONG && !has_returned(round, index);
}

bool return_is_due(const struct round *round) {
    for (uint32_t i = 0; i < round->planned; i++)
        if (may_return(round, i)) return true;
    return false;
}

/* The first item of the fact that a written question names; the pool's count when it names none. A written
   question that names the fact of another item is not looked for: that comes out only when it is made. */
static uint32_t find_named_fact(const struct quiz *quiz, const char *id) {
    const struct fact *fact = content_fact(quiz->content, id);
    uint32_t i = fact ? 0 : quiz->pool.count;
    for (; i < quiz->pool.count; i++) {
        struct item item = quiz->pool.items[i];
        if (item.kind != KIND_WRITTEN && pool_record(quiz->content, item) == &fact->record) break;
    }
    return i;
}

static uint64_t key_at(const struct quiz *quiz, uint32_t index) {
    return pool_fact_key(quiz->pool.items[index]);
}

/* Items that ask for the same fact in another way: in the pool they stand together. */
static uint32_t find_other_kinds(const struct round *round, const struct quiz *quiz,
                                 const struct asked *missed, const char *fact, struct item out[OTHER_KINDS]) {
    uint32_t count = quiz->pool.count, found = 0, own = deck_item(round, count, missed->place);
    uint32_t first = missed->item.kind == KIND_WRITTEN ? find_named_fact(quiz, fact) : own;
    if (first == count) return 0;
    uint64_t key = key_at(quiz, first);
    while (first > 0 && key_at(quiz, first - 1) == key) first--;
    for (uint32_t i = first; i < count && key_at(quiz, i) == key && found < OTHER_KINDS; i++)
        if (i != own) out[found++] = quiz->pool.items[i];
    return found;
}

static bool try_return(struct round *round, struct quiz *quiz, struct asked *asked, const char *old_stem) {
    struct question question;
    if (!make(round, asked, quiz, &question)) return false;
    if (old_stem && strcmp(question.stem, old_stem) == 0) return false;
    take(round, asked);
    return true;
}

static bool return_as_other_kind(struct round *round, struct quiz *quiz, struct asked *asked,
                                 const struct question *missed) {
    struct item others[OTHER_KINDS], before = asked->item;
    uint32_t count = find_other_kinds(round, quiz, asked, missed->fact, others);
    uint32_t first = count ? random_below(round->seed, STREAM_RETURN, asked->place, count) : 0;
    for (uint32_t i = 0; i < count; i++) {
        asked->item = others[(first + i) % count];
        if (try_return(round, quiz, asked, missed->stem)) return true;
    }
    asked->item = before;
    return false;
}

static bool return_as_other_variant(struct round *round, struct quiz *quiz, struct asked *asked,
                                    const char *stem) {
    uint32_t before = asked->variant;
    for (uint32_t i = 1; i <= OTHER_VARIANTS; i++) {
        asked->variant = before + i;
        if (try_return(round, quiz, asked, stem)) return true;
    }
    asked->variant = before;
    return false;
}

/* Some written questions can be said in one way only: they return with their options in another order. */
static bool return_one(struct round *round, struct quiz *quiz, uint32_t index) {
    const struct asked *missed = &round->asked[index];
    const struct question *question = round_question(round, index, quiz);
    struct asked asked = {.item = missed->item,
                          .variant = missed->variant,
                          .place = missed->place,
                          .return_of = (uint8_t)(index + 1)};
    return return_as_other_kind(round, quiz, &asked, question) ||
           return_as_other_variant(round, quiz, &asked, question->stem) ||
           try_return(round, quiz, &asked, NULL);
}

bool draw_return(struct round *round, struct quiz *quiz) {
    for (uint32_t i = 0; i < round->planned; i++)
        if (may_return(round, i) && return_one(round, quiz, i)) return true;
    return false;
}
