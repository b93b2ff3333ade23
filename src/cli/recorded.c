#include "cli/recorded.h"

#include <stdio.h>

#include "app/replay.h"
#include "screens/screens.h"

/* What is printed of a recorded round: a question when it comes up, the verdict when it has been answered. */
struct narrator {
    uint32_t shown, told; /* questions of the round printed so far, verdicts printed so far */
};

static void print_question(const struct question *question, uint32_t number) {
    struct buf out;
    buf_init(&out);
    question_print_text(question, &out);
    printf("第 %u 题\n%s\n", number, out.at);
    buf_finish(&out);
}

static void print_verdict(const struct round *round, const struct asked *asked) {
    static const char *const verdicts[] = {
        [ASKED_RIGHT] = "答对了", [ASKED_WRONG] = "再想想", [ASKED_SKIPPED] = "跳过了"};
    printf("回答　");
    for (uint32_t i = 0; i < asked->given.count; i++) printf("%c", 'A' + asked->given.picks[i]);
    printf("　%s　现在 %u 分\n\n", verdicts[asked->state], round_score(round));
}

static void narrate(void *context, const struct app *app, const struct app_world *world,
                    const struct message *message, const struct effects *effects) {
    struct narrator *narrator = context;
    (void)message;
    (void)effects;
    if (app->round.count < narrator->shown) *narrator = (struct narrator){0};
    while (narrator->shown < app->round.count) {
        print_question(round_question(&app->round, narrator->shown, world->quiz), narrator->shown + 1);
        narrator->shown++;
    }
    for (; narrator->told < app->round.count && app->round.asked[narrator->told].state != ASKED_OPEN;
         narrator->told++)
        print_verdict(&app->round, &app->round.asked[narrator->told]);
}

bool recorded_round_play(struct loaded *loaded) {
    struct quiz quiz;
    struct app app;
    struct narrator narrator = {0};
    quiz_init(&quiz, &loaded->content, 0);
    struct app_world world = {&loaded->content, &quiz, screens, NULL, NULL};
    struct str text = {(const char *)built_in_replay, built_in_replay_size};
    struct replay_result result = replay_play(text, &app, &world, narrate, &narrator);
    if (result.end == REPLAY_FINE)
        printf("这一轮 %u 分　%s\n", round_score(&app.round), badge_name(round_badge(&app.round)));
    quiz_finish(&quiz);
    return result.end == REPLAY_FINE;
}
