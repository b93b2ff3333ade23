#include <stdio.h>

#include "app/app.h"
#include "base/random.h"
#include "bench.h"
#include "cli/folder.h"
#include "screens/screens.h"

/* Events a second through the reducer, and what a view of each screen costs. Reference: drawing the same
   random messages without giving them to anybody. */

enum { EVENTS = 2000000 };

static struct message any_message(uint64_t i, uint64_t now) {
    uint32_t draw = random_below(5, 0, i, 100);
    struct message message = {.type = MSG_TICK, .time = now};
    if (draw >= 70)
        message.type = (enum message_type)(MSG_TOUCH + random_below(5, 1, i, MSG_STAY - MSG_TOUCH + 1));
    message.value = (int32_t)random_below(5, 2, i, 4);
    return message;
}

static double time_updates(struct app_world *world, struct app *app) {
    struct effects effects;
    uint64_t now = 0;
    app_init(app);
    app_update(app, world, &(struct message){.type = MSG_START, .value = MODE_KIOSK, .seed = 9}, &effects);
    double start = seconds_now();
    for (uint64_t i = 0; i < EVENTS; i++) {
        struct message message = any_message(i, now += 700);
        effects.count = 0;
        app_update(app, world, &message, &effects);
    }
    return seconds_now() - start;
}

static double time_messages(void) {
    uint64_t now = 0, sum = 0;
    double start = seconds_now();
    for (uint64_t i = 0; i < EVENTS; i++) sum += any_message(i, now += 700).type;
    double took = seconds_now() - start;
    if (sum == 0) puts("");
    return took;
}

static double time_views(const struct app_world *world, const struct app *app, struct display display,
                         uint32_t *commands) {
    struct arena arena;
    struct draw_list list = {0};
    struct view view;
    arena_init(&arena);
    double start = seconds_now();
    for (int i = 0; i < 200; i++) {
        view_begin(&view, &list, &arena, &metrics_plain, display, false, false);
        app_view(app, world, &view);
    }
    double took = (seconds_now() - start) / 200;
    *commands = list.command_count;
    arena_finish(&arena);
    return took;
}

/* Every screen is looked at in the state in which a visitor first comes to it. */
static void print_views(const struct app_world *world, struct app *app) {
    static const struct message visit[] = {{.type = MSG_START, .value = MODE_KIOSK, .seed = 9},
                                           {.type = MSG_ANSWER},
                                           {.type = MSG_NEXT},
                                           {.type = MSG_ANSWER},
                                           {.type = MSG_NEXT},
                                           {.type = MSG_ANSWER},
                                           {.type = MSG_NEXT},
                                           {.type = MSG_ANSWER},
                                           {.type = MSG_NEXT},
                                           {.type = MSG_ANSWER},
                                           {.type = MSG_NEXT},
                                           {.type = MSG_ANSWER},
                                           {.type = MSG_NEXT},
                                           {.type = MSG_ANSWER},
                                           {.type = MSG_NEXT},
                                           {.type = MSG_ANSWER},
                                           {.type = MSG_NEXT},
                                           {.type = MSG_ANSWER},
                                           {.type = MSG_NEXT},
                                           {.type = MSG_ANSWER},
                                           {.type = MSG_NEXT},
                                           {.type = MSG_REVIEW},
                                           {.type = MSG_CARDS},
                                           {.type = MSG_CARD},
                                           {.type = MSG_HOME}};
    bool seen[SCREENS] = {false};
    puts("| screen | draw commands | µs a view at 1080×1920 |\n|---|---|---|");
    for (size_t i = 0; i < sizeof visit / sizeof *visit; i++) {
        struct message message = visit[i];
        struct effects effects = {0};
        message.time = i * 1000;
        app_update(app, world, &message, &effects);
        if (seen[app->screen]) continue;
        seen[app->screen] = true;
        uint32_t commands;
        double took = time_views(world, app, (struct display){1080, 1920}, &commands);
        printf("| %s | %u | %.0f |\n", screens[app->screen].name, commands, took * 1e6);
    }
    puts("");
}

void bench_reducer(void) {
    struct folder folder;
    struct content content;
    struct diags diags;
    struct quiz quiz;
    struct app app;
    diags_init(&diags);
    if (!folder_open(&folder, SOURCE_DIR "/content")) return;
    content_load(&content, &folder.source, CONTENT_QUICK, &diags);
    quiz_init(&quiz, &content, 0);
    struct app_world world = {&content, &quiz, screens, NULL, NULL};
    double updates = time_updates(&world, &app), messages = time_messages();
    printf("The reducer: %d events, %.1f million a second, %.1f× of only drawing the random messages.\n\n",
           EVENTS, EVENTS / (updates - messages) / 1e6, updates / messages);
    app_init(&app);
    print_views(&world, &app);
    quiz_finish(&quiz);
    content_finish(&content);
    diags_finish(&diags);
    folder_close(&folder);
}
