#include "cli/house.h"

#include <stdio.h>
#include <string.h>

#include "cli/clock.h"
#include "cli/findings.h"
#include "cli/own_content.h"
#include "cli/stick_last.h"
#include "cli/typefaces.h"
#include "cli/version.h"
#include "platform/trace.h"
#include "screens/screens.h"

enum { STICK_TOLD = 6 }; /* pages of the attract loop: most of a minute */

static void give_back(struct house *house, uint32_t which) {
    faces_destroy(house->faces[which]);
    house->faces[which] = NULL;
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

/* A theme that is gone is stood in for by the first there is; the kiosk dresses itself by what stands here.
 */
static void dress(struct house *house, uint32_t turn) {
    struct loaded *loaded = &house->loaded[turn];
    struct kiosk_wish *wish = &house->options->wish;
    const char *asked = house->options->theme, *site = loaded->content.settings.theme;
    if (!asked || !themes_of(&loaded->content, asked, &wish->themes))
        themes_of(&loaded->content, site, &wish->themes);
    house->faces[turn] = typefaces_open(&wish->themes, loaded);
    wish->own_faces = house->faces[turn];
    house->world.machine.own_theme = themes_own_title(&wish->themes);
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
    if (!is_good_enough(loaded, sound, care) || !run_options_apply(&options, &loaded->content)) {
        note_findings(&house->world.machine, loaded);
        loaded_close(loaded);
        return false;
    }
    loaded->content.generation = ++house->readings;
    quiz_init(&house->quizzes[turn], &loaded->content, day);
    house->quizzes[turn].switched = &house->reporter.switched;
    house->reread[turn] = true;
    house->turn = turn;
    dress(house, turn);
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

/* A stick may have brought content of this machine's own; not while it is being brought. */
static void find_content(struct house *house) {
    struct arena arena;
    if (house->errand.thread) return;
    arena_init(&arena);
    const char *folder = content_to_play(house->options->folder, house->steward.folder, &arena);
    if (strcmp(folder, house->playing) != 0) {
        snprintf(house->playing, sizeof house->playing, "%s", folder);
        watch_turn(&house->watch, house->playing);
    }
    arena_finish(&arena);
}

/* Another process serves a stick as soon as it is plugged in: whoever did so is told when it is done. */
static void look_for_stick(struct house *house) {
    struct report *report = &house->reporter.report;
    struct stick_outcome outcome;
    int64_t when = stick_last_read(house->steward.folder, &outcome);
    if (report->stick_told) report->stick_told--;
    if (!when || when == house->stick_seen || house->errand.thread) return;
    house->stick_seen = when;
    report->stick = outcome;
    report->stick_told = STICK_TOLD;
}

/* Nobody is there: a good moment to see what has changed. */
static bool look_around(struct house *house, const struct app *app, struct message *reply) {
    uint32_t day = clock_today();
    look_for_stick(house);
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

static void go_to_stick(struct house *house, struct effect effect) {
    bool begun = errand_begin(&house->errand, effect.value == 1, house->options->stick, house->steward.folder,
                              house->playing);
    if (begun) house->reporter.report.stick = (struct stick_outcome){.phase = STICK_BUSY};
}

static void hear_of_stick(void *context) {
    struct house *house = context;
    struct report *report = &house->reporter.report;
    bool ended = errand_end(&house->errand, &report->stick);
    if (ended && report->stick.phase != STICK_ABSENT) report->stick_told = STICK_TOLD;
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
    if (effect.type == EFFECT_STICK) go_to_stick(house, effect);
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

void house_open(struct house *house, struct run_options *options, struct opened *opened,
                struct store *store) {
    struct stick_outcome before; /* no news */
    struct loaded *loaded = &opened->loaded;
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
        .news = hear_of_stick,
        .minute = minute_here,
        .machine = {.version = ANZHI_VERSION, .own_theme = themes_own_title(&options->wish.themes)}};
    note_findings(&house->world.machine, loaded);
    find_content(house);
    house->stick_seen = stick_last_read(house->steward.folder, &before);
    watch_begin(&house->watch, house->playing, opened->sight);
}

void house_close(struct house *house) {
    errand_end(&house->errand, &house->reporter.report.stick); /* half of it would be nothing */
    for (uint32_t i = 0; i < 2; i++) give_back(house, i);
    quiz_finish(&house->first);
    reporter_finish(&house->reporter);
}
