#include "cli/scorekeeper.h"

#include "cli/clock.h"
#include "quiz/sign.h"

static const char *list_of_texts(struct arena *arena, const char *const *texts, uint32_t count) {
    struct buf out;
    buf_init(&out);
    buf_char(&out, '[');
    for (uint32_t i = 0; i < count; i++) {
        if (i) buf_char(&out, ',');
        buf_json(&out, str_of(texts[i]));
    }
    buf_char(&out, ']');
    const char *list = arena_text(arena, out.at, out.len);
    buf_finish(&out);
    return list;
}

static const char *list_of_picks(struct arena *arena, const struct answer *answer) {
    const char *list = "[";
    for (uint32_t i = 0; i < answer->count; i++)
        list = arena_printf(arena, "%s%s%u", list, i ? "," : "", answer->picks[i]);
    return arena_printf(arena, "%s]", list);
}

static struct shown shown_of(const struct question *question, const struct content *content,
                             struct arena *arena) {
    return (struct shown){.pack = question->pack ? question->pack->id : "",
                          .pack_hash = content->fingerprint,
                          .item = question->id,
                          .rev = question->rev,
                          .topic = question->topic,
                          .form = form_name(question->form),
                          .stem = question->stem,
                          .options = list_of_texts(arena, question->options, question->option_count),
                          .answer = list_of_picks(arena, &question->key)};
}

static struct row row_now(enum row_kind kind) {
    return (struct row){.kind = kind, .at = clock_now_millis(), .day = clock_today()};
}

/* A round has its key from its first answer on: the row about the whole of it is written last. */
static bool begin_round(struct scorekeeper *keeper, uint8_t player) {
    bool *under_way = &keeper->under_way[player];
    if (!*under_way) *under_way = store_new_key(clock_now_millis(), &keeper->keys[player]);
    return *under_way;
}

static const struct answer *given_by(const struct asked *asked, uint8_t player) {
    return player ? &asked->replies[player - 1].given : &asked->given;
}

static uint32_t millis_by(const struct asked *asked, uint8_t player) {
    return player ? asked->replies[player - 1].millis : asked->millis;
}

static bool save_answer(struct scorekeeper *keeper, const struct app *app, const struct app_world *world,
                        struct effect effect) {
    uint32_t index = (uint32_t)effect.value;
    uint8_t player = effect.player;
    const struct asked *asked = &app->round.asked[index];
    const struct question *question = round_question(&app->round, index, world->quiz);
    struct arena *arena = &world->quiz->arena;
    if (!begin_round(keeper, player)) return false;
    struct row row = row_now(ROW_ANSWER);
    row.as.answer = (struct answer_row){.round = keeper->keys[player],
                                        .shown = shown_of(question, world->content, arena),
                                        .mode = round_rules[app->mode].name,
                                        .choice = list_of_picks(arena, given_by(asked, player)),
                                        .place = index,
                                        .player = player,
                                        .millis = millis_by(asked, player),
                                        .correct = asked_state_of(asked, player) == ASKED_RIGHT,
                                        .again = asked->return_of != 0};
    return store_add(keeper->store, &row);
}

static uint64_t millis_of(const struct round *round, uint8_t player) {
    uint64_t sum = 0;
    for (uint32_t i = 0; i < round->count; i++) sum += millis_by(&round->asked[i], player);
    return sum;
}

static uint32_t answered_at_first(const struct round *round, uint8_t player) {
    return player ? round_answered_of(round, player) : round_right(round) + round_missed(round);
}

/* The question that stood there when somebody left. False: none. */
static bool find_open(const struct round *round, uint8_t player, const struct app_world *world,
                      struct shown *open) {
    const struct asked *last = round_current(round);
    if (!last || asked_state_of(last, player) != ASKED_OPEN) return false;
    const struct question *question = round_question(round, round->count - 1u, world->quiz);
    *open = shown_of(question, world->content, &world->quiz->arena);
    return true;
}

static struct round_row round_row_of(const struct round *round, uint8_t player, bool abandoned) {
    return (struct round_row){.mode = round_rules[round->mode].name,
                              .planned = round->planned,
                              .player = player,
                              .answered = answered_at_first(round, player),
                              .correct = player ? round_right_of(round, player) : round_right(round),
                              .score = player ? round_score_of(round, player) : round_score(round),
                              .millis = millis_of(round, player),
                              .abandoned = abandoned};
}

static void write_round(struct scorekeeper *keeper, const struct round *round, const struct app_world *world,
                        uint8_t player, bool abandoned) {
    struct buf code;
    char sign[SIGN_TEXT];
    struct shown open;
    struct row row = row_now(ROW_ROUND);
    buf_init(&code);
    round_code_print(round, world->quiz, &code);
    row.key = keeper->keys[player];
    row.as.round = round_row_of(round, player, abandoned);
    row.as.round.code = code.at;
    sign_print(player ? 0 : round->sign, sign);
    row.as.round.sign = sign;
    if (abandoned && find_open(round, player, world, &open)) row.as.round.open = &open;
    store_add(keeper->store, &row);
    buf_finish(&code);
}

static void save_round(struct scorekeeper *keeper, const struct app *app, const struct app_world *world,
                       struct effect effect) {
    bool abandoned = effect.value != 0;
    const struct round *round = abandoned ? &app->left : &app->round;
    if (!keeper->under_way[effect.player]) return; /* nobody answered anything */
    write_round(keeper, round, world, effect.player, abandoned);
    keeper->under_way[effect.player] = false;
    keeper->ended = !abandoned && effect.player == 0; /* two are compared with nobody */
    keeper->score = round_score(round);
}

static void save_flag(const struct scorekeeper *keeper, const struct app *app, const struct app_world *world,
                      uint32_t index) {
    struct row row = row_now(ROW_FLAG);
    const struct question *question = round_question(&app->round, index, world->quiz);
    row.as.flag.shown = shown_of(question, world->content, &world->quiz->arena);
    store_add(keeper->store, &row);
}

static struct message figures(struct scorekeeper *keeper) {
    struct store_day day = {.rounds = keeper->rounds, .right_answers = keeper->right_answers};
    uint32_t percent = 0;
    if (keeper->store && keeper->awake) {
        store_retry(keeper->store, clock_now_millis());
        store_day(keeper->store, clock_today(), &day);
        if (keeper->ended) store_percentile(keeper->store, clock_today(), keeper->score, &percent);
    }
    keeper->ended = false; /* said once, to the visitor whose round it was */
    return (struct message){
        .type = MSG_FIGURES, .value = (int32_t)day.rounds, .seed = day.right_answers, .day = percent};
}

bool scorekeeper_begin(struct scorekeeper *keeper, struct message *reply) {
    keeper->awake = true;
    *reply = figures(keeper);
    return keeper->store;
}

/* Without a store this run's own figures are all there is. */
static void count(struct scorekeeper *keeper, const struct app *app, struct effect effect) {
    if (effect.type == EFFECT_SAVE_ANSWER)
        keeper->right_answers +=
            asked_state_of(&app->round.asked[effect.value], effect.player) == ASKED_RIGHT;
    if (effect.type == EFFECT_SAVE_ROUND) keeper->rounds += effect.value == 0;
}

bool scorekeeper_do(struct scorekeeper *keeper, const struct app *app, const struct app_world *world,
                    struct effect effect, struct message *reply) {
    bool kept = true;
    switch (effect.type) {
    case EFFECT_FIGURES:
        *reply = figures(keeper);
        return true;
    case EFFECT_SAVE_ANSWER:
        if (keeper->store) kept = save_answer(keeper, app, world, effect);
        count(keeper, app, effect);
        *reply = (struct message){.type = kept ? MSG_SAVED : MSG_UNSAVED};
        return true;
    case EFFECT_SAVE_ROUND:
        if (keeper->store) save_round(keeper, app, world, effect);
        count(keeper, app, effect);
        return false;
    case EFFECT_SAVE_FLAG:
        if (keeper->store) save_flag(keeper, app, world, (uint32_t)effect.value);
        return false;
    default:
        return false;
    }
}
