#include <inttypes.h>

#include "app/app.h"
#include "base/hash.h"

/* The state as a list of named numbers. The hash and the dump walk the same list, so what differs in one
   differs in the other. struct ui is not in it. */

struct writer {
    struct hash *hash; /* one of the two */
    struct buf *out;
    int32_t asked; /* the question whose fields follow, -1: none */
};

static void put(struct writer *writer, const char *name, uint64_t number) {
    if (writer->hash)
        hash_number(writer->hash, number);
    else if (writer->asked < 0)
        buf_printf(writer->out, "%s %" PRIu64 "\n", name, number);
    else
        buf_printf(writer->out, "asked.%" PRId32 ".%s %" PRIu64 "\n", writer->asked, name, number);
}

/* Picks in the order of picking, four bits each, below their number. */
static void put_answer(struct writer *writer, const char *name, const struct answer *answer) {
    uint64_t packed = answer->count;
    for (uint32_t i = 0; i < answer->count; i++) packed = packed << 4 | answer->picks[i];
    put(writer, name, packed);
}

static void put_asked(struct writer *writer, const struct asked *asked) {
    put(writer, "record", asked->item.record);
    put(writer, "kind", asked->item.kind);
    put(writer, "variant", asked->variant);
    put(writer, "place", asked->place);
    put(writer, "millis", asked->millis);
    put_answer(writer, "given", &asked->given);
    put_answer(writer, "key", &asked->key);
    put(writer, "state", asked->state);
    put(writer, "return_of", asked->return_of);
    put(writer, "options", asked->option_count);
    put(writer, "form", asked->form);
    put(writer, "explanation", asked->explanation_chars);
    put(writer, "about_week", asked->about_week);
    put(writer, "fact", asked->fact);
}

static void put_replies(struct writer *writer, const struct asked *asked) {
    for (uint32_t i = 0; i < ROUND_PLAYERS; i++) {
        const struct reply *reply = &asked->replies[i];
        put(writer, i ? "second.millis" : "first.millis", reply->millis);
        put_answer(writer, i ? "second.given" : "first.given", &reply->given);
        put(writer, i ? "second.state" : "first.state", reply->state);
    }
}

static void put_round(struct writer *writer, const struct round *round) {
    put(writer, "round.mode", round->mode);
    put(writer, "round.planned", round->planned);
    put(writer, "round.count", round->count);
    put(writer, "round.dry", round->dry);
    put(writer, "round.seed", round->seed);
    put(writer, "round.first", round->first);
    put(writer, "round.next", round->next);
    for (int32_t i = 0; i < round->count; i++) {
        writer->asked = i;
        put_asked(writer, &round->asked[i]);
        if (round->for_two) put_replies(writer, &round->asked[i]);
    }
    writer->asked = -1;
    put(writer, "round.score", round_score(round));
    if (round->sign) put(writer, "round.sign", round->sign); /* nothing at a site without a board */
}

static void put_times(struct writer *writer, const struct app *app) {
    put(writer, "now", app->now);
    put(writer, "fed_at", app->fed_at);
    put(writer, "page_at", app->page_at);
    put(writer, "locked_until", app->locked_until);
    put(writer, "asking_at", app->asking_at);
}

static void put_page(struct writer *writer, const struct app *app) {
    put(writer, "screen", app->screen);
    put(writer, "asking", app->asking);
    put(writer, "revealed", app->revealed);
    put(writer, "large", app->large);
    put(writer, "flagged", app->flagged);
    put(writer, "unsaved", app->unsaved);
    put(writer, "attract", app->attract);
    put(writer, "review", app->review);
    put(writer, "card", app->card);
    if (app_is_attended(app)) put(writer, "lesson", (uint32_t)app->topic << 8 | app->back);
    put(writer, "deck", app->deck);
    put_answer(writer, "draft", &app->draft);
}

/* Nothing while there is no operator: visitors' replays know nothing of it. */
static void put_operated(struct writer *writer, const struct app *app) {
    const struct operator_state *operated = &app->operated;
    if (!app_is_operated(app) && !operated->stopped && !operated->wrong) return;
    put(writer, "operated.stopped", operated->stopped);
    put(writer, "operated.leaving", operated->leaving);
    put(writer, "operated.phase", operated->phase);
    put(writer, "operated.news", operated->news);
    put(writer, "operated.count", operated->count);
    put(writer, "operated.reload", operated->reload);
    put(writer, "operated.test", operated->test);
    put(writer, "operated.wrong", operated->wrong);
    put(writer, "operated.barred_until", operated->barred_until);
}

/* Nothing while the round is for one. */
static void put_seats(struct writer *writer, const struct app *app) {
    if (!app->round.for_two) return;
    for (uint32_t i = 0; i < PLAYERS; i++) {
        put(writer, i ? "second.seen_at" : "first.seen_at", app->seats[i].seen_at);
        put(writer, i ? "second.replied_at" : "first.replied_at", app->seats[i].replied_at);
        put(writer, i ? "second.locked_until" : "first.locked_until", app->seats[i].locked_until);
    }
}

static void put_state(struct writer *writer, const struct app *app) {
    put(writer, "started", app->started);
    put(writer, "mode", app->mode);
    put(writer, "seed", app->seed);
    put(writer, "today", app->today);
    put_times(writer, app);
    put_page(writer, app);
    put_round(writer, &app->round);
    put_seats(writer, app);
    put_operated(writer, app);
    put(writer, "figures.rounds", app->figures.rounds);
    put(writer, "figures.right_answers", app->figures.right_answers);
    put(writer, "figures.percentile", app->figures.percentile);
}

uint64_t app_hash(const struct app *app) {
    struct hash hash = hash_begin();
    put_state(&(struct writer){.hash = &hash, .asked = -1}, app);
    return hash_end(&hash);
}

void app_dump(const struct app *app, struct buf *out) {
    put_state(&(struct writer){.out = out, .asked = -1}, app);
}
