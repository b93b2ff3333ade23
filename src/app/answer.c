#include "app/app.h"

static struct asked *open_question(struct app *app) {
    struct round *round = &app->round;
    if (round->count == 0 || round->asked[round->count - 1].state != ASKED_OPEN) return NULL;
    return &round->asked[round->count - 1];
}

static bool takes_one_pick(const struct asked *asked) {
    return asked->form == FORM_SINGLE || asked->form == FORM_JUDGE;
}

uint32_t app_millis_on_page(const struct app *app) {
    uint64_t millis = app->now - app->page_at;
    return millis < UINT32_MAX ? (uint32_t)millis : UINT32_MAX;
}

/* The draft becomes the answer: saved at once, so that nothing is lost when the power goes. */
static bool commit(struct app *app, struct effects *effects) {
    const struct asked *asked = open_question(app);
    if (!asked || !asked_is_complete(asked, &app->draft)) return false;
    if (!round_answer(&app->round, &app->draft, app_millis_on_page(app))) return false;
    bool right = asked->state == ASKED_RIGHT;
    if (right && asked->return_of == 0) app->figures.right_answers++;
    app->draft = (struct answer){0};
    effect_add(effects, EFFECT_SAVE_ANSWER, app->round.count - 1);
    effect_add(effects, EFFECT_SOUND, right ? SOUND_RIGHT : SOUND_NOTED);
    app_show(app, SCREEN_FEEDBACK);
    return true;
}

static uint8_t place_in(const struct answer *draft, uint8_t option) {
    uint8_t i = 0;
    while (i < draft->count && draft->picks[i] != option) i++;
    return i;
}

static void remove_pick(struct answer *draft, uint8_t place) {
    draft->count--;
    for (uint8_t i = place; i < draft->count; i++) draft->picks[i] = draft->picks[i + 1];
    draft->picks[draft->count] = 0;
}

static void add_pick(struct answer *draft, uint8_t option, uint8_t most) {
    if (draft->count < most) draft->picks[draft->count++] = option;
}

static void pick_one_of_several(struct answer *draft, const struct asked *asked, uint8_t option) {
    uint8_t place = place_in(draft, option);
    bool multiple = asked->form == FORM_MULTIPLE;
    if (place == draft->count)
        add_pick(draft, option, multiple ? QUESTION_PICKS : asked->key.count);
    else if (multiple)
        remove_pick(draft, place);
}

bool app_pick(struct app *app, int32_t option, struct effects *effects) {
    const struct asked *asked = open_question(app);
    if (!asked || option < 0 || option >= asked->option_count) return false;
    if (!takes_one_pick(asked))
        pick_one_of_several(&app->draft, asked, (uint8_t)option);
    else
        app->draft = (struct answer){1, {(uint8_t)option}};
    if (takes_one_pick(asked) && !app_is_attended(app)) return commit(app, effects);
    effect_add(effects, EFFECT_SOUND, SOUND_TOUCH);
    return true;
}

void app_undo(struct app *app) {
    if (app->draft.count > 0) remove_pick(&app->draft, app->draft.count - 1);
}

void app_confirm(struct app *app, struct effects *effects) {
    commit(app, effects);
}

/* Before a class the key is shown even when nobody has answered: then the question counts for nothing. */
void app_reveal(struct app *app, struct effects *effects) {
    if (!app_is_attended(app) || commit(app, effects)) return;
    app->draft = (struct answer){0};
    round_skip(&app->round);
    app_show(app, SCREEN_FEEDBACK);
}

void app_flag(struct app *app, struct effects *effects) {
    if (app->flagged || app->round.count == 0) return;
    app->flagged = true;
    effect_add(effects, EFFECT_SAVE_FLAG, app->round.count - 1);
}
