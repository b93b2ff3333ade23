#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "screens/sheet.h"
#include "support/disk.h"
#include "support/gallery.h"
#include "support/soundness.h"

/* The content that is delivered, played through on four displays: whatever a visitor meets is set soundly. */

static const struct display displays[] = {{1920, 1080}, {1080, 1920}, {1024, 768}, {3840, 2160}};
enum { SEEDS = 4, STEPS = 45 };

struct house {
    struct disk disk;
    struct diags diags;
    struct stage stage;
    struct gallery gallery;
};

static void look(struct house *house, uint64_t seed, uint32_t step) {
    struct gallery *gallery = &house->gallery;
    struct soundness sound;
    for (uint32_t i = 0; i < 8; i++) {
        bool large = i & 1;
        struct display display = displays[i / 2];
        view_begin(&gallery->view, &gallery->list, &gallery->arena, &metrics_plain, display, large, false);
        house->stage.app.large = large;
        app_view(&house->stage.app, &house->stage.world, &gallery->view);
        if (!list_is_sound(&sound, &gallery->view))
            fail_msg("seed %u step %u, %s %dx%d%s: %s", (unsigned)seed, step,
                     screens[house->stage.app.screen].name, display.w, display.h, large ? " large" : "",
                     sound.what);
    }
    house->stage.app.large = false;
}

static void go_on(struct stage *stage, uint64_t seed, uint32_t step) {
    switch (stage->app.screen) {
    case SCREEN_ATTRACT:
    case SCREEN_QUESTION:
        stage_answer(stage, (step * 7 + seed) % 3 != 0);
        if (stage->app.screen == SCREEN_QUESTION) stage_do(stage, MSG_REVEAL, 0);
        break;
    case SCREEN_RESULT:
        stage_do(stage, MSG_REVIEW, 0);
        if (stage->app.screen == SCREEN_RESULT) stage_do(stage, MSG_CARDS, 0);
        break;
    case SCREEN_CARDS:
        stage_do(stage, MSG_CARD, 0);
        break;
    case SCREEN_CARD:
        stage_do(stage, step % 9 == 8 ? MSG_AGAIN : MSG_TURN, 1);
        break;
    default:
        stage_do(stage, MSG_NEXT, 0);
        break;
    }
}

static void what_is_delivered_is_set_soundly(void **state) {
    struct house *house = *state;
    for (uint32_t mode = 0; mode < MODES; mode++)
        for (uint64_t seed = 0; seed < SEEDS; seed++) {
            stage_start(&house->stage, (enum mode)mode, seed);
            for (uint32_t step = 0; step < STEPS; step++) {
                look(house, seed, step);
                go_on(&house->stage, seed, step);
            }
        }
}

/* What the attract loop says of the Week: the plate, and the theme as it is read, marks that only set it left
 * out. */
static void read_week(struct house *house, struct buf *plate, struct buf *theme) {
    const struct draw_list *list = &house->gallery.list;
    for (uint32_t i = 0; i < list->command_count; i++) {
        const struct draw_command *command = &list->commands[i];
        if (command->kind != DRAW_TEXT) continue;
        if (command->on == COLOR_SEAL) buf_str(plate, command->text);
        if (command->role == ROLE_TITLE) buf_str(theme, command->text);
    }
}

/* Whether the theme stands there, and never above a question that it answers. */
static bool expect_no_answer_above(struct house *house) {
    const struct question *asked = sheet_of(&house->stage.app, &house->stage.world, 0).question;
    struct buf plate, theme;
    buf_init(&plate);
    buf_init(&theme);
    read_week(house, &plate, &theme);
    bool stands = theme.len > 0;
    for (uint32_t i = 0; i < asked->key.count && i < asked->option_count; i++)
        if (str_has(buf_get(&theme), str_of(asked->options[asked->key.picks[i]]))) fail_msg("%s", asked->id);
    buf_finish(&plate);
    buf_finish(&theme);
    return stands;
}

static void the_theme_answers_no_question_below_it(void **state) {
    struct house *house = *state;
    uint32_t bare = 0;
    for (uint64_t seed = 0; seed < 1500; seed++) {
        stage_start(&house->stage, MODE_KIOSK, seed);
        view_begin(&house->gallery.view, &house->gallery.list, &house->gallery.arena, &metrics_plain,
                   displays[0], false, false);
        app_view(&house->stage.app, &house->stage.world, &house->gallery.view);
        bare += !expect_no_answer_above(house);
    }
    assert_in_range(bare, 1, 100);
}

struct named_week {
    uint32_t day;
    const char *plate, *theme, *subtheme;
};
static const struct named_week named_weeks[] = {
    {20240909, "2024年国家网络安全宣传周", "网络安全为人民，网络安全靠人民", ""},
    {20250915, "2025年国家网络安全宣传周", "网络安全为人民，网络安全靠人民", "以高水平安全守护高质量发展"},
    {20260914, "2026年国家网络安全宣传周", "网络安全为人民，网络安全靠人民", "智能时代 网安护航"},
    {20270301, "国家网络安全宣传周", "网络安全为人民，网络安全靠人民", ""},
};

/* Columns and centred lines have neither comma nor dash. */
static void expect_week(struct house *house, const struct named_week *week, bool marked) {
    struct buf plate, theme, wanted;
    buf_init(&plate);
    buf_init(&theme);
    buf_init(&wanted);
    read_week(house, &plate, &theme);
    for (const char *at = week->theme; *at; at++)
        if (!marked && str_starts(str_of(at), STR("，")))
            at += 2;
        else
            buf_char(&wanted, *at);
    bool column = house->gallery.view.portrait && !marked; /* where the dash is drawn */
    if (*week->subtheme && !column) buf_text(&wanted, "——");
    buf_text(&wanted, week->subtheme);
    assert_string_equal(plate.at, week->plate);
    assert_string_equal(theme.at, wanted.at);
    buf_finish(&plate);
    buf_finish(&theme);
    buf_finish(&wanted);
}

/* An official title stands under its year whole, or no year is named. */
static void the_week_on_the_plate_has_its_own_theme(void **state) {
    struct house *house = *state;
    for (uint32_t i = 0; i < sizeof named_weeks / sizeof named_weeks[0]; i++) {
        app_init(&house->stage.app);
        stage_send(&house->stage, (struct message){.type = MSG_START, .seed = 3, .day = named_weeks[i].day});
        look(house, 3, i);
        for (uint32_t k = 0; k < 4; k++) {
            struct gallery *gallery = &house->gallery;
            bool page = k & 1;
            house->stage.app.attract = page ? ATTRACT_THEME : ATTRACT_QUESTION;
            look(house, 3, i);
            view_begin(&gallery->view, &gallery->list, &gallery->arena, &metrics_plain, displays[k / 2],
                       false, false);
            app_view(&house->stage.app, &house->stage.world, &gallery->view);
            expect_week(house, &named_weeks[i], !page);
        }
    }
}

static bool shows(const struct draw_list *list, enum role role) {
    for (uint32_t i = 0; i < list->command_count; i++)
        if (list->commands[i].role == role) return true;
    return false;
}

/* In the plain sizes a diagram or a picture yields to nothing. */
static void expect_figure(struct house *house, const struct card *card) {
    struct gallery *gallery = &house->gallery;
    for (uint32_t i = 0; i < 2; i++) {
        view_begin(&gallery->view, &gallery->list, &gallery->arena, &metrics_plain, displays[i], false,
                   false);
        app_view(&house->stage.app, &house->stage.world, &gallery->view);
        enum role role = *card->diagram ? ROLE_FIGURE : ROLE_PICTURE;
        if ((*card->diagram || *card->image) && !shows(&gallery->list, role))
            fail_msg("%s shows nothing at %dx%d", card->record.id, displays[i].w, displays[i].h);
    }
}

static void every_card_is_set_soundly_and_shows_its_figure(void **state) {
    static const enum mode modes[] = {MODE_KIOSK, MODE_CLASS};
    struct house *house = *state;
    const struct content *content = &house->stage.small.content;
    for (uint32_t mode = 0; mode < 2; mode++) {
        stage_start(&house->stage, modes[mode], 1);
        for (uint32_t i = 0; i < content->card_count; i++) {
            app_open_card(&house->stage.app, &house->stage.world, (int32_t)i);
            look(house, mode, i);
            if (modes[mode] == MODE_KIOSK) expect_figure(house, &content->cards[i]);
        }
    }
}

/* What the menu of topics draws: the first card's that has one. */
static const char *drawing_of(const struct content *content, uint32_t topic) {
    for (uint32_t i = 0; i < content->card_count; i++)
        if (content->cards[i].topic == topic && *content->cards[i].image) return content->cards[i].image;
    return "";
}

static uint32_t cards_about(const struct content *content, uint32_t topic) {
    uint32_t count = 0;
    for (uint32_t i = 0; i < content->card_count; i++) count += content->cards[i].topic == topic;
    return count;
}

static void every_topic_has_cards_and_a_drawing_of_its_own(void **state) {
    const struct house *house = *state;
    const struct content *content = &house->stage.small.content;
    assert_true(content->topic_count > 10);
    for (uint32_t i = 0; i < content->topic_count; i++) {
        const char *drawing = drawing_of(content, i);
        if (cards_about(content, i) < 2) fail_msg("topic %u has one card", i);
        if (!*drawing) fail_msg("topic %u has no drawing", i);
        for (uint32_t k = 0; k < i; k++)
            if (!strcmp(drawing, drawing_of(content, k))) fail_msg("topics %u and %u: %s", k, i, drawing);
    }
}

/* Also those that follow the first, where the hero is not. */
static void every_page_of_the_menu_is_set_soundly(void **state) {
    struct house *house = *state;
    stage_start(&house->stage, MODE_KIOSK, 1);
    app_show(&house->stage.app, SCREEN_CARDS);
    for (uint32_t page = 0; page < 20; page++) {
        house->stage.app.ui.page = (uint8_t)page;
        look(house, 1, page);
        assert_true(shows(&house->gallery.list, ROLE_OPTION));
    }
}

static bool opens(const struct draw_list *list, int32_t card) {
    for (uint32_t i = 0; i < list->region_count; i++)
        if (list->regions[i].message.type == MSG_CARD && list->regions[i].message.value == card) return true;
    return false;
}

/* After how many pages the first tile comes again. */
static uint32_t pages_of_menu(struct house *house, struct display display, bool large) {
    struct gallery *gallery = &house->gallery;
    for (uint32_t page = 1; page < 100; page++) {
        house->stage.app.ui.page = (uint8_t)page;
        view_begin(&gallery->view, &gallery->list, &gallery->arena, &metrics_plain, display, large, false);
        app_view(&house->stage.app, &house->stage.world, &gallery->view);
        if (opens(&gallery->list, 0)) return page;
    }
    return 100;
}

/* A visitor has a minute and a half, and wants to know what concerns everybody. */
static void menu_is_short_and_begins_with_what_concerns_everybody(void **state) {
    static const char *const firsts[] = {"宣传周", "五特性", "防范诈骗", "个人信息"};
    struct house *house = *state;
    for (uint32_t i = 0; i < 4; i++) assert_string_equal(house->stage.small.content.topics[i], firsts[i]);
    stage_start(&house->stage, MODE_KIOSK, 1);
    app_show(&house->stage.app, SCREEN_CARDS);
    for (uint32_t i = 0; i < 8; i++) assert_true(pages_of_menu(house, displays[i / 2], i & 1) <= 2);
}

static int open_house(void **state) {
    struct house *house = calloc(1, sizeof *house);
    disk_open(&house->disk, SOURCE_DIR "/content");
    diags_init(&house->diags);
    assert_true(content_load(&house->stage.small.content, &house->disk.source, CONTENT_QUICK, &house->diags));
    quiz_init(&house->stage.small.quiz, &house->stage.small.content, 20240909);
    house->stage.world =
        (struct app_world){&house->stage.small.content, &house->stage.small.quiz, screens, NULL, NULL};
    arena_init(&house->gallery.arena);
    *state = house;
    return 0;
}

static int close_house(void **state) {
    struct house *house = *state;
    arena_finish(&house->gallery.arena);
    quiz_finish(&house->stage.small.quiz);
    content_finish(&house->stage.small.content);
    diags_finish(&house->diags);
    disk_close(&house->disk);
    free(house);
    return 0;
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_delivered_is_set_soundly),
        cmocka_unit_test(the_theme_answers_no_question_below_it),
        cmocka_unit_test(the_week_on_the_plate_has_its_own_theme),
        cmocka_unit_test(every_card_is_set_soundly_and_shows_its_figure),
        cmocka_unit_test(every_topic_has_cards_and_a_drawing_of_its_own),
        cmocka_unit_test(every_page_of_the_menu_is_set_soundly),
        cmocka_unit_test(menu_is_short_and_begins_with_what_concerns_everybody),
    };
    return cmocka_run_group_tests(tests, open_house, close_house);
}
