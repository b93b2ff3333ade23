#include "app/duo.h"
#include "screens/duo_page.h"
#include "screens/parts.h"
#include "screens/result_figure.h"

/* What two came to: first what they lit together, then each for themselves. Nobody has won or lost. */

enum {
    TITLE = 920,
    BELOW_TITLE = 1400,
    NAME = 480,
    BELOW_NAME = 420,
    HOUSE = 1500,
    HOUSES = 3300,
    KEY_GAP = 220
};

void duo_result_update(struct app *app, const struct app_world *world, const struct message *message,
                       struct effects *effects) {
    (void)effects;
    if (message->type == MSG_AGAIN) duo_again(app, world);
    if (message->type != MSG_REVIEW || !round_missed(&app->round)) return;
    app->review = 0;
    duo_show(app, SCREEN_DUO_REVIEW);
}

static struct score_figure figure_of(const struct app *app, const struct app_world *world,
                                     struct arena *arena, uint8_t player) {
    const struct round *round = &app->round;
    struct score_figure figure = {.count = round->planned, .score = round_score_of(round, player)};
    for (uint32_t i = 0; i < figure.count; i++) {
        enum asked_state state = asked_state_of(&round->asked[i], player);
        figure.wedges[i] = state == ASKED_RIGHT ? WEDGE_LIT : state == ASKED_WRONG ? WEDGE_MISS : WEDGE_TODO;
    }
    score_figure_name(&figure, round, world->quiz, arena);
    return figure;
}

static struct str title_of(const struct app *app, struct arena *arena) {
    uint32_t lit = round_right_of(&app->round, 1) + round_right_of(&app->round, 2);
    if (!lit) return word_get(WORD_NONE_LIT);
    const struct word_value values[] = {{"n", word_chinese(arena, lit)}, {NULL, STR("")}};
    return word_fill(arena, WORD_DUO_TOGETHER, values);
}

static void paint_title(struct duo_page *page) {
    struct view *view = page->frame.view;
    struct str text = title_of(page->frame.app, view->arena);
    struct style style = {ROLE_TITLE, COLOR_INK, COLOR_GROUND, FACE_SERIF_BOLD, TITLE, ALIGN_MIDDLE, -1};
    style.size = paint_size_for(view, &style, text, page->both.w - 2 * (wordmark_width(740) + 300));
    paint_text(view, &style, page->frame.w / 2, page->both.y + (TITLE - style.size) / 2, text);
    paint_wordmark(view, FRAME_MARGIN, page->both.y + 10, 740);
}

/* 左边　网安能手. Who answered nothing has no score to be told. */
static struct str line_of(const struct view *view, const struct round *round, uint8_t player) {
    bool took_part = round_answered_of(round, player);
    struct str what =
        took_part ? str_of(badge_name(badge_of(round_score_of(round, player)))) : word_get(WORD_DUO_ABSENT);
    const struct word_value values[] = {{"s", duo_name(view, player)}, {"b", what}, {NULL, STR("")}};
    return word_fill(view->arena, WORD_DUO_LINE, values);
}

static void paint_half(struct duo_page *page, const struct app_world *world, const struct duo_half *half) {
    struct view *view = page->frame.view;
    const struct round *round = &page->frame.app->round;
    struct box box = half->box;
    struct str line = line_of(view, round, half->player);
    struct style style = {ROLE_BODY, COLOR_INK, COLOR_GROUND, FACE_SERIF_BOLD, NAME, ALIGN_MIDDLE, -1};
    style.size = paint_size_for(view, &style, line, box.w);
    paint_text(view, &style, box.x + box.w / 2, box.y, line);
    box.y += NAME + BELOW_NAME;
    box.h -= NAME + BELOW_NAME;
    if (!round_answered_of(round, half->player)) return;
    struct score_figure figure = figure_of(page->frame.app, world, view->arena, half->player);
    score_figure_paint(view, &figure, box);
}

static void paint_street(struct duo_page *page, const struct content *content) {
    struct frame *frame = &page->frame;
    struct arena *arena = frame->view->arena;
    uint32_t right = round_right_of(&frame->app->round, 1) + round_right_of(&frame->app->round, 2);
    const struct street_part parts[] = {
        {word_get(WORD_CITY_LIT), false, false, false},
        {str_of(arena_printf(arena, "%u", frame->app->figures.right_answers)), true, true, false},
        {word_get(right ? WORD_CITY_YOURS : WORD_WINDOWS), false, false, false},
        {str_of(arena_printf(arena, "%u", right)), true, true, false},
        {word_get(WORD_DUO_CITY), false, false, false}};
    frame_street(frame, parts, right ? 5 : 3);
    frame_bank(frame, content);
}

static struct box take_left(struct box *box, int32_t w) {
    struct box left = {box->x, box->y, w, box->h};
    box->x += w + KEY_GAP;
    box->w -= w + KEY_GAP;
    return left;
}

static void paint_key(struct view *view, struct box box, enum button_look look, struct str text,
                      enum icon icon, struct message message) {
    bool primary = look == BUTTON_PRIMARY;
    int32_t size = primary ? (view->large ? 560 : 480) : view->large ? 440 : 360;
    struct button key = {box, look, text, size, icon, message, false};
    button_paint(view, &key);
}

/* One row: 回首页, what was missed, 再来一轮, 大字; lying, between the houses of the two. */
static void paint_keys(struct duo_page *page) {
    struct view *view = page->frame.view;
    struct box bar = page->frame.chips;
    if (!view->portrait) {
        bar.x += HOUSES - FRAME_MARGIN;
        bar.w -= 2 * (HOUSES - FRAME_MARGIN);
    }
    bool missed = round_missed(&page->frame.app->round) > 0;
    int32_t side = bar.w * (missed ? 20 : 26) / 100;
    struct chip large = chip_large(page->frame.app);
    paint_key(view, take_left(&bar, side), BUTTON_SECOND, word_get(WORD_HOME), ICON_HOME,
              message_of(MSG_HOME, 0));
    if (missed)
        paint_key(view, take_left(&bar, side * 13 / 10), BUTTON_SECOND, word_get(WORD_REVIEW), ICON_NONE,
                  message_of(MSG_REVIEW, 0));
    struct box again = take_left(&bar, bar.w - side - KEY_GAP);
    paint_key(view, again, BUTTON_PRIMARY, word_get(WORD_AGAIN), ICON_AGAIN, message_of(MSG_AGAIN, 0));
    paint_key(view, bar, BUTTON_SECOND, large.text, large.icon, large.message);
}

static void paint_houses(struct duo_page *page) {
    struct view *view = page->frame.view;
    const struct round *round = &page->frame.app->round;
    int32_t street = ground_street(view, &page->frame.ground);
    if (view->portrait) return;
    own_house_paint(view, FRAME_MARGIN + HOUSE / 2, street, round_right_of(round, 1), round->planned);
    own_house_paint(view, page->frame.w - FRAME_MARGIN - HOUSE / 2, street, round_right_of(round, 2),
                    round->planned);
}

/* For the title, which is both's. */
static void make_room(struct duo_page *page) {
    if (page->frame.view->portrait) duo_page_stack(page, BELOW_TITLE, 0);
    for (int32_t i = 0; i < PLAYERS && !page->frame.view->portrait; i++) {
        page->halves[i].box.y += BELOW_TITLE;
        page->halves[i].box.h -= BELOW_TITLE;
    }
}

void duo_result_view(const struct app *app, const struct app_world *world, struct view *view) {
    if (app->round.count == 0) return;
    struct duo_page page = duo_page_begin(view, app, world);
    make_room(&page);
    paint_houses(&page);
    paint_title(&page);
    for (uint32_t i = 0; i < PLAYERS; i++) paint_half(&page, world, &page.halves[i]);
    paint_keys(&page);
    paint_street(&page, world->content);
}
