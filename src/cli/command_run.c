#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "app/replay.h"
#include "base/memory.h"
#include "cli/cli.h"
#include "cli/clock.h"
#include "cli/embedded.h"
#include "cli/findings.h"
#include "cli/loaded.h"
#include "cli/options.h"
#include "cli/own_content.h"
#include "cli/reporter.h"
#include "cli/scorekeeper.h"
#include "cli/steward.h"
#include "cli/typefaces.h"
#include "cli/version.h"
#include "cli/watch.h"
#include "platform/kiosk.h"
#include "platform/trace.h"
#include "screens/screens.h"

/* What is printed of a recorded round: a question when it comes up, the verdict when it has been answered. */
struct narrator {
    uint32_t shown, told; /* questions of the round printed so far, verdicts printed so far */
};

/* The third is how somebody says that there is a screen without a display server: kmsdrm. */
static bool has_display(void) {
    const char *const names[] = {"DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER"};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        const char *value = getenv(names[i]);
        if (value && *value) return true;
    }
    return false;
}

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

static int play_recorded_round(struct loaded *loaded) {
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
    return result.end == REPLAY_FINE ? EXIT_FINE : EXIT_FAILED;
}

struct run_options {
    const char *folder, *data;
    struct kiosk_wish wish;
    uint32_t site_theme;
    const char *topic; /* of a lesson; NULL: as kiosk.json says */
    uint64_t count;    /* questions in a round; 0: as kiosk.json or the mode says */
    const char *theme; /* NULL: as the site has it */
    bool seeded, has_mode;
};

static bool read_choice(const char *option, const char *const *words, int count, int *value) {
    int found = option_choice(option, optarg, words, count);
    if (found >= 0) *value = found;
    return found >= 0;
}

static bool read_turn(int32_t *turn) {
    static const char *const turns[] = {"0", "90", "180", "270"};
    int found = 0;
    bool sound = read_choice("--rotate", turns, 4, &found);
    *turn = 90 * found;
    return sound;
}

static bool read_presenter(enum presenter_kind *kind) {
    static const char *const kinds[] = {"auto", "surface", "texture"};
    int found = 0;
    bool sound = read_choice("--presenter", kinds, PRESENTER_KINDS, &found);
    *kind = (enum presenter_kind)found;
    return sound;
}

static bool read_run_option(int found, struct run_options *out) {
    struct kiosk_wish *wish = &out->wish;
    switch (found) {
    case 'c':
        out->folder = optarg;
        return true;
    case 'd':
        out->data = optarg;
        return true;
    case 'w':
        return option_size("--windowed", optarg, &wish->presenter.windowed.w, &wish->presenter.windowed.h);
    case 't':
        out->theme = optarg;
        return true;
    case 'm':
        out->has_mode = true;
        return option_mode(optarg, &wish->mode);
    case 'n':
        return option_number("--count", optarg, ROUND_QUESTIONS, &out->count);
    case 'o':
        out->topic = optarg;
        return true;
    case 's':
        out->seeded = true;
        return option_number("--seed", optarg, UINT64_MAX, &wish->seed);
    case 'r':
        return read_turn(&wish->presenter.turn);
    case 'p':
        return read_presenter(&wish->presenter.kind);
    case 'q':
        return option_number("--quit-after", optarg, 1000000000, &wish->quit_after);
    case 'l':
        return wish->large = true;
    case 'x':
        return wish->silent = true;
    case 'u':
        return wish->reduced_motion = true;
    case 'L':
        return wish->log = true;
    case 'T':
        trace_begin(true);
        return true;
    default:
        return false;
    }
}

static bool read_run_options(int argc, char **argv, struct run_options *out) {
    static const struct option options[] = {{"data", required_argument, NULL, 'd'},
                                            {"content", required_argument, NULL, 'c'},
                                            {"windowed", required_argument, NULL, 'w'},
                                            {"theme", required_argument, NULL, 't'},
                                            {"mode", required_argument, NULL, 'm'},
                                            {"count", required_argument, NULL, 'n'},
                                            {"topic", required_argument, NULL, 'o'},
                                            {"seed", required_argument, NULL, 's'},
                                            {"rotate", required_argument, NULL, 'r'},
                                            {"presenter", required_argument, NULL, 'p'},
                                            {"quit-after", required_argument, NULL, 'q'},
                                            {"large", no_argument, NULL, 'l'},
                                            {"silent", no_argument, NULL, 'x'},
                                            {"reduced-motion", no_argument, NULL, 'u'},
                                            {"trace-start", no_argument, NULL, 'T'},
                                            {"log-messages", no_argument, NULL, 'L'},
                                            {0}};
    for (int found; (found = options_next(argc, argv, options)) != -1;)
        if (!read_run_option(found, out)) return false;
    return options_end(argc, argv, 0);
}

static bool is_topic(const struct content *content, const char *topic) {
    for (uint32_t i = 0; i < content->card_count; i++)
        if (!strcmp(content->cards[i].record.topic, topic)) return true;
    for (uint32_t i = 0; i < content->fact_count; i++)
        if (!strcmp(content->facts[i].record.topic, topic)) return true;
    return false;
}

/* What kiosk.json says, where no option said otherwise. */
static bool apply_options(struct run_options *options, struct content *content) {
    struct settings *settings = &content->settings;
    if (settings->reduced_motion) options->wish.reduced_motion = true;
    if (!options->has_mode) options->wish.mode = settings->mode;
    if (options->has_mode && settings->mode != options->wish.mode) {
        settings->mode = options->wish.mode;
        settings->questions = 0; /* meant for the other mode */
    }
    if (options->count) settings->questions = (uint32_t)options->count;
    if (!options->topic) return true;
    settings->topic = options->topic;
    if (is_topic(content, options->topic)) return true;
    fprintf(stderr, "anzhi: --topic 后面的“%s”在题库里没有。\n", options->topic);
    return false;
}

/* What keeps the scores, and what the operator may change while it runs. */
struct house {
    struct scorekeeper keeper;
    struct steward steward;
    struct reporter reporter;
    struct kiosk_world world;
    const struct run_options *options;
    struct loaded loaded[2]; /* content of later readings, in turn: what is drawn may still be of the last */
    struct quiz quizzes[2];
    struct quiz first;
    bool reread[2];
    uint32_t turn, readings;
    struct watch watch;
    char playing[STEWARD_PATH]; /* the content folder that is played and watched */
};

static void give_back(struct house *house, uint32_t which) {
    if (house->reread[which]) {
        quiz_finish(&house->quizzes[which]);
        loaded_close(&house->loaded[which]);
    }
    house->reread[which] = false;
}

static void note_findings(struct machine *machine, const struct loaded *loaded) {
    machine->warnings = loaded->diags.warnings;
    machine->errors = loaded->diags.errors;
    machine->checked = !loaded->built_in;
}

/* What is wrong with the folder, where its editor sees it. */
static void write_findings(const struct house *house, struct loaded *loaded) {
    struct buf out;
    buf_init(&out);
    diags_sort(&loaded->diags);
    findings_print(&loaded->diags, clock_now_millis(), &out);
    findings_write(house->watch.folder, house->steward.folder, buf_get(&out));
    buf_finish(&out);
}

/* Who is asked to read again takes what is sound of it. What changed while nobody looked is taken only when
   all of it is sound: it may be half of what somebody is saving. */
enum care { TAKE_WHAT_IS_SOUND, TAKE_ALL_OR_NOTHING };

static bool is_good_enough(const struct loaded *loaded, bool sound, enum care care) {
    return sound && (care == TAKE_WHAT_IS_SOUND || loaded->diags.errors == 0);
}

/* Nothing is exchanged before the new content has been read and is sound. */
static bool read_again(struct house *house, uint32_t day, enum care care) {
    uint32_t turn = house->turn ^ 1;
    struct loaded *loaded = &house->loaded[turn];
    give_back(house, turn);
    struct run_options options = *house->options; /* what was decided at the start stays */
    options.has_mode = true;
    bool sound =
        loaded_open(loaded, house->playing, care == TAKE_ALL_OR_NOTHING ? CONTENT_CHECKED : CONTENT_QUICK);
    if (care == TAKE_ALL_OR_NOTHING) write_findings(house, loaded);
    if (!is_good_enough(loaded, sound, care) || !apply_options(&options, &loaded->content)) {
        note_findings(&house->world.machine, loaded);
        loaded_close(loaded);
        return false;
    }
    loaded->content.generation = ++house->readings;
    quiz_init(&house->quizzes[turn], &loaded->content, day);
    house->quizzes[turn].switched = &house->reporter.switched;
    house->reread[turn] = true;
    house->turn = turn;
    house->world.app.content = &loaded->content;
    house->world.app.quiz = &house->quizzes[turn];
    note_findings(&house->world.machine, loaded);
    return true;
}

/* A new day begins with what may be asked on it, in another order; with what there is, should the folder be
   gone. */
static struct message begin_day(struct house *house, const struct app *app, uint32_t day) {
    read_again(house, day, TAKE_WHAT_IS_SOUND);
    return (struct message){
        .type = MSG_START, .value = (int32_t)app->mode, .seed = app->seed + 1, .day = day};
}

/* A stick may have brought content of this machine's own. */
static void find_content(struct house *house) {
    struct arena arena;
    arena_init(&arena);
    const char *folder = content_to_play(house->options->folder, house->steward.folder, &arena);
    if (strcmp(folder, house->playing) != 0) {
        snprintf(house->playing, sizeof house->playing, "%s", folder);
        watch_turn(&house->watch, house->playing);
    }
    arena_finish(&arena);
}

/* Nobody is there: a good moment to see what has changed. */
static bool look_around(struct house *house, const struct app *app, struct message *reply) {
    uint32_t day = clock_today();
    find_content(house);
    if (day != app->today) {
        *reply = begin_day(house, app, day);
        return true;
    }
    if (!watch_look(&house->watch)) return false;
    *reply =
        (struct message){.type = MSG_RELOADED, .value = read_again(house, app->today, TAKE_ALL_OR_NOTHING)};
    return true;
}

static bool reload(struct house *house, const struct app *app, struct effect effect, struct message *reply) {
    if (effect.value == 0) return look_around(house, app, reply);
    *reply =
        (struct message){.type = MSG_RELOADED, .value = read_again(house, app->today, TAKE_WHAT_IS_SOUND)};
    return true;
}

/* True: it was for the reporter. */
static bool report(struct house *house, struct effect effect) {
    if (effect.type == EFFECT_SWITCH) reporter_turn(&house->reporter, (uint32_t)effect.value);
    if (effect.type == EFFECT_REPORT) reporter_reckon(&house->reporter);
    return effect.type == EFFECT_SWITCH || effect.type == EFFECT_REPORT;
}

/* While nobody is there; and not before the first picture stands. */
static void tell_of_the_day(struct house *house) {
    const struct content *content = house->world.app.content;
    if (!house->keeper.awake) return;
    reporter_clear(&house->reporter, &content->settings);
    reporter_tell(&house->reporter, content);
}

static bool keep_house(void *context, const struct app *app, struct effect effect, struct message *reply) {
    struct house *house = context;
    if (steward_do(&house->steward, app, effect, reply)) return true;
    if (effect.type == EFFECT_RELOAD) return reload(house, app, effect, reply);
    if (report(house, effect)) return false;
    bool told = scorekeeper_do(&house->keeper, app, &house->world.app, effect, reply);
    if (effect.type == EFFECT_FIGURES && app->screen == SCREEN_ATTRACT) tell_of_the_day(house);
    return told;
}

static bool house_has_begun(void *context, struct message *reply) {
    struct house *house = context;
    bool news = scorekeeper_begin(&house->keeper, reply);
    reporter_find_switches(&house->reporter);
    tell_of_the_day(house);
    return news;
}

static uint32_t minute_here(void *context) {
    (void)context;
    return clock_minute();
}

static bool open_window(const struct run_options *options, struct loaded *loaded, struct store *store) {
    struct house *house = memory_zeroed(sizeof *house);
    struct kiosk *kiosk = memory_zeroed(sizeof *kiosk);
    house->options = options;
    house->keeper.store = store;
    steward_init(&house->steward, options->data);
    steward_recall(&house->steward, options->site_theme);
    reporter_init(&house->reporter, house->steward.folder, store);
    reporter_find_switches(&house->reporter);
    trace_mark("switches");
    quiz_init(&house->first, &loaded->content, options->wish.day);
    house->first.switched = &house->reporter.switched;
    house->world = (struct kiosk_world){
        .app = {&loaded->content, &house->first, screens, NULL, &house->reporter.report},
        .context = house,
        .effect = keep_house,
        .begun = house_has_begun,
        .minute = minute_here,
        .machine = {.version = ANZHI_VERSION, .own_theme = themes_own_title(&options->wish.themes)}};
    note_findings(&house->world.machine, loaded);
    find_content(house);
    watch_begin(&house->watch, house->playing);
    bool opened = kiosk_run(kiosk, &options->wish, &house->world);
    for (uint32_t i = 0; i < 2; i++) give_back(house, i);
    quiz_finish(&house->first);
    reporter_finish(&house->reporter);
    memory_give_back(kiosk);
    memory_give_back(house);
    return opened;
}

/* False: another program keeps its scores there. */
static bool open_in_folder(const struct run_options *options, struct loaded *loaded, bool *opened) {
    struct steward steward = {0};
    enum store_claim claim;
    steward_init(&steward, options->data);
    struct store *store = store_create(steward.folder, &claim);
    if (claim == STORE_TAKEN)
        fprintf(stderr, "anzhi: 已经有一个安知在用 %s 记成绩，这一个不再启动。\n", steward.folder);
    else
        *opened = open_window(options, loaded, store);
    store_destroy(store);
    return claim != STORE_TAKEN;
}

/* As the operator had it before the last end. */
static void recall(struct run_options *options) {
    struct steward steward = {0};
    struct kiosk_wish *wish = &options->wish;
    options->site_theme = (uint32_t)wish->themes.first;
    steward_init(&steward, options->data);
    steward_recall(&steward, options->site_theme);
    const struct kept *kept = &steward.kept;
    bool there = kept->theme != THEME_OWN || themes_own_title(&wish->themes);
    if (kept->has_theme && there) wish->themes.first = (enum theme)kept->theme;
    wish->has_volume = kept->has_volume;
    wish->volume = (uint8_t)kept->volume;
    wish->tries = (uint16_t)kept->wrong;
}

static int run(struct run_options *options, struct loaded *loaded) {
    if (has_display()) {
        bool opened = false;
        recall(options);
        if (!open_in_folder(options, loaded, &opened)) return EXIT_FAILED;
        if (opened) return EXIT_FINE;
    }
    printf("%s，改为用文字播放一轮录好的问答。\n\n", has_display() ? "窗口打不开" : "没有找到显示器");
    return play_recorded_round(loaded);
}

/* This machine's own content was sound when it was taken over; should the disk have spoilt it since, there is
   the installed one. */
static void open_content(const struct run_options *options, struct loaded *loaded) {
    struct steward steward = {0};
    struct arena arena;
    arena_init(&arena);
    steward_init(&steward, options->data);
    const char *own = content_to_play(options->folder, steward.folder, &arena);
    bool is_own = !options->folder && strcmp(own, content_folder(NULL, &arena)) != 0;
    if (!is_own || !loaded_open(loaded, own, CONTENT_QUICK)) {
        if (is_own) loaded_close(loaded);
        loaded_open_or_built_in(loaded, options->folder);
    }
    arena_finish(&arena);
}

int command_run(int argc, char **argv) {
    struct run_options options = {.wish.drawings = embedded_drawings(), .wish.day = clock_today()};
    if (!read_run_options(argc, argv, &options)) return EXIT_FAILED;
    if (!options.seeded) options.wish.seed = (uint64_t)time(NULL);
    options.wish.faces = faces_create(faces_of_debian);
    if (has_display()) faces_open_ahead(options.wish.faces);
    struct loaded loaded;
    open_content(&options, &loaded);
    trace_mark("content");
    bool fine = loaded_themes(&loaded.content, options.theme, &options.wish.themes) &&
                apply_options(&options, &loaded.content);
    if (fine) options.wish.own_faces = typefaces_open(&options.wish.themes, &loaded);
    if (options.wish.own_faces) faces_wait(options.wish.faces);
    int status = fine ? run(&options, &loaded) : EXIT_FAILED;
    faces_destroy(options.wish.own_faces);
    faces_destroy(options.wish.faces);
    loaded_close(&loaded);
    return status;
}
