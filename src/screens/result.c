#include "screens/board.h"
#include "screens/lesson.h"
#include "screens/parts.h"
#include "screens/result_figure.h"
#include "screens/result_words.h"
#include "screens/sheet.h"

static void review(struct app *app, int32_t which) {
    if (which < 0 || (uint32_t)which >= round_missed(&app->round)) return;
    app->review = (uint8_t)which;
    app_show(app, SCREEN_REVIEW);
}

void result_update(struct app *app, const struct app_world *world, const struct message *message,
                   struct effects *effects) {
    (void)effects;
    switch (message->type) {
    case MSG_AGAIN:
        app_new_round(app, world);
        break;
    case MSG_REVIEW:
        review(app, message->value);
        break;
    case MSG_CARDS:
        app_show(app, SCREEN_CARDS);
        break;
    case MSG_CODE:
        app_show(app, SCREEN_CODE);
        break;
    case MSG_ABOUT:
        app_show(app, SCREEN_ABOUT);
        break;
    default:
        break;
    }
}

static struct score_figure figure_of(const struct app *app, const struct app_world *world,
                                     struct arena *arena) {
    struct score_figure figure = {.count = app->round.planned, .score = round_score(&app->round)};
    for (uint32_t i = 0; i < figure.count; i++)
        figure.wedges[i] = app->round.asked[i].state == ASKED_RIGHT ? WEDGE_LIT : WEDGE_MISS;
    score_figure_name(&figure, &app->round, world->quiz, arena);
    return figure;
}

/* Only what encourages is said: a rank below the middle is nobody's business. */
static struct str summary_line(const struct app *app, const struct app_world *world, struct arena *arena) {
    struct str line = result_windows(app, arena);
    bool shown =
        world->content->settings.show_rank && app->figures.percentile >= 50 && round_right(&app->round);
    if (!shown) return line;
    const struct word_value values[] = {
        {"a", line}, {"b", word_number(arena, WORD_PERCENTILE, app->figures.percentile)}, {NULL, STR("")}};
    return word_fill(arena, WORD_ALL_OF, values);
}

/* How the right column of a lying display is filled. A narrow one has its second keys in a row of their own,
   and everything lower for it. */
static bool is_wide(const struct frame *frame) {
    return !frame->view->portrait && frame->w > 15000;
}

static bool is_tight(const struct frame *frame) {
    return !frame->view->portrait && !is_wide(frame);
}

/* One thing to do today, or the sentence of a card that has none. */
static void paint_remember(struct view *view, const struct card *card, struct box box, bool tight) {
    static const int32_t usual[] = {420, 390, 360, 330, 300, 280, 260, 0},
                         large[] = {546, 500, 460, 420, 390, 360, 330, 300, 280, 260, 0};
    const struct type type = {view->large ? large : usual, 136, FACE_SANS_BOLD, true};
    int16_t panel = paint_panel(view, box);
    paint_rect(view, ROLE_PANEL, COLOR_PANEL, box, 220);
    paint_frame(view, ROLE_PANEL, COLOR_LINE, box, 220, 30);
    bool picture = *card->image && !tight;
    int32_t side = box.h - 500 < 1340 ? box.h - 500 : 1340, left = box.x + (picture ? side + 700 : 350);
    if (picture)
        paint_icon(view, ROLE_PICTURE, card->image,
                   (struct box){box.x + 340, box.y + (box.h - side) / 2, side, side});
    struct style label = {
        ROLE_LABEL, COLOR_INK2, COLOR_PANEL, FACE_SANS_BOLD, view->large && !tight ? 340 : 280,
        ALIGN_LEFT, panel};
    bool todo = *card->todo;
    int32_t gap = tight ? 120 : 160, air = tight ? 400 : 540;
    struct fit fit = paint_measure(view, &type, str_of(todo ? card->todo : card->remember),
                                   box.x + box.w - 350 - left, box.h - label.size - gap - air);
    int32_t high = label.size + gap + view_u(view, fit_height(&fit)), y = box.y + (box.h - high) / 2;
    paint_text(view, &label, left, y, word_get(todo ? WORD_ONE_THING : WORD_REMEMBER));
    struct style style = {ROLE_BODY, COLOR_INK, COLOR_PANEL, FACE_SANS_BOLD, 0, ALIGN_LEFT, panel};
    paint_fit(view, &style, left, y + label.size + gap, &fit);
}

static struct button primary_of(const struct app *app, struct arena *arena) {
    uint32_t missed = round_missed(&app->round);
    struct button button = {
        .look = BUTTON_PRIMARY, .size = 480, .icon = ICON_NEXT, .message = message_of(MSG_REVIEW, 0)};
    if (missed == 0) {
        button.icon = ICON_AGAIN;
        button.message = message_of(MSG_AGAIN, 0);
    }
    button.text = missed == 0   ? word_get(WORD_AGAIN)
                  : missed == 1 ? word_get(WORD_REVIEW_ONE)
                                : word_number(arena, WORD_REVIEW_MANY, missed);
    return button;
}

static struct chip again_or_about(bool missed) {
    return missed ? chip_of(ICON_AGAIN, WORD_AGAIN, MSG_AGAIN) : chip_of(ICON_ABOUT, WORD_ABOUT, MSG_ABOUT);
}

static struct chip to_cards(const struct app *app) {
    return chip_of(ICON_CARDS, round_right(&app->round) ? WORD_CARDS : WORD_SEE_CARD, MSG_CARDS);
}

static void paint_second(struct view *view, struct box box, struct chip chip) {
    struct button button = {box,       BUTTON_SECOND, chip.text, view->large ? 480 : 400,
                            chip.icon, chip.message,  false};
    button_paint(view, &button);
}

/* The code is for few: beside the primary key where a column is wide, else among the chips. */
static void paint_first_row(struct frame *frame, struct box row, bool wide) {
    struct view *view = frame->view;
    int32_t code = wide ? row.w * 32 / 100 : 0;
    struct button big = primary_of(frame->app, view->arena);
    big.box = (struct box){row.x, row.y, row.w - code, row.h};
    if (view->large) big.size = 560;
    if (wide) big.box.w -= 220;
    button_paint(view, &big);
    struct button small = {{row.x + row.w - code, row.y, code, row.h},
                           BUTTON_SECOND,
                           word_get(WORD_CODE),
                           view->large ? 340 : 280,
                           ICON_CODE,
                           message_of(MSG_CODE, 0),
                           false};
    if (wide) button_paint(view, &small);
}

/* From the chips upwards: chips, two keys (a wide column has them among the chips), the primary one; what is
   left is for the sentence. Returns its box. */
static struct box paint_keys(struct frame *frame) {
    struct view *view = frame->view;
    struct box touch = frame->touch;
    bool missed = round_missed(&frame->app->round) > 0, wide = is_wide(frame), tight = is_tight(frame);
    int32_t key = tight ? 900 : 1050,
            primary = tight            ? 1040
                      : view->portrait ? 1250
                                       : 1140,
            half = (touch.w - 220) / 2;
    int32_t y = wide ? frame->chips.y : frame->chips.y - 220 - 75 - key;
    struct chip cards = to_cards(frame->app), again = again_or_about(missed);
    struct box row = {touch.x, y - 220 - 75 - primary, touch.w, primary};
    paint_first_row(frame, row, wide);
    if (!wide) paint_second(view, (struct box){touch.x, y, half, key}, cards);
    if (!wide) paint_second(view, (struct box){touch.x + half + 220, y, half, key}, again);
    const struct chip chips[4] = {chip_large(frame->app), chip_of(ICON_HOME, WORD_HOME, MSG_HOME),
                                  wide ? cards : chip_of(ICON_CODE, WORD_CODE, MSG_CODE), again};
    frame_chips(frame, chips, wide ? 4 : 3);
    return (struct box){touch.x, 0, touch.w, row.y - (tight ? 200 : 280)};
}

/* Returns where what comes below may begin. */
static int32_t paint_title(struct frame *frame, struct str line) {
    struct view *view = frame->view;
    bool upright = view->portrait, tight = is_tight(frame);
    enum align align = upright ? ALIGN_MIDDLE : ALIGN_LEFT;
    int32_t x = upright ? frame->w / 2 : frame->touch.x, room = upright ? frame->text.w : frame->touch.w,
            y = upright ? 1680
                : tight ? 1300
                        : 1460,
            under = tight ? 1130 : 1440;
    struct str badge = str_of(badge_name(round_badge(&frame->app->round)));
    struct style style = {ROLE_TITLE, COLOR_INK, COLOR_GROUND, FACE_SERIF_BOLD, tight ? 1000 : 1160,
                          align,      -1};
    style.size = paint_size_for(view, &style, badge, room);
    paint_text(view, &style, align == ALIGN_LEFT ? x - 40 : x, y, badge);
    struct style small = {ROLE_BODY, COLOR_INK, COLOR_GROUND, FACE_SANS, view->large ? 460 : 380, align, -1};
    small.size = paint_size_for(view, &small, line, room);
    paint_text(view, &small, x, y + under, line);
    return y + under + (upright ? 660 : tight ? small.size + 180 : 460);
}

static void paint_street(struct frame *frame, const struct content *content, uint32_t right) {
    struct arena *arena = frame->view->arena;
    uint32_t all = frame->app->figures.right_answers;
    const struct street_part parts[] = {
        {word_get(WORD_CITY_LIT), false, false, false},
        {str_of(arena_printf(arena, "%u", all)), true, true, false},
        {word_get(right ? WORD_CITY_YOURS : WORD_WINDOWS), false, false, false},
        {str_of(arena_printf(arena, "%u", right)), true, true, false},
        {word_get(WORD_CITY_BY_YOU), false, false, false}};
    frame_street(frame, parts, right ? 5 : 3);
    frame_bank(frame, content);
}

/* Upright below the line, lying above the ring, between the wordmark and the note. Returns how much lower
   what comes below it begins. */
static int32_t paint_own_sign(struct frame *frame, int32_t below) {
    struct view *view = frame->view;
    uint16_t sign = frame->app->round.sign;
    if (!sign) return 0;
    int32_t w = sign_width(view, sign),
            middle = view->portrait ? frame->w / 2 : frame->text.x + frame->text.w / 2;
    int32_t x = middle - w / 2, least = FRAME_MARGIN + wordmark_width(740) + 250;
    if (!view->portrait && x < least) x = least;
    sign_paint(view, sign, (struct spot){x, view->portrait ? below : 500});
    return view->portrait ? SIGN_HEIGHT + 250 : 0;
}

void result_view(const struct app *app, const struct app_world *world, struct view *view) {
    if (app_is_attended(app)) {
        lesson_result_view(app, world, view);
        return;
    }
    struct frame frame = frame_begin(view, app, world, FRAME_RESULT);
    struct score_figure figure = figure_of(app, world, view->arena);
    struct str line = summary_line(app, world, view->arena);
    struct style least = {ROLE_BODY, COLOR_INK, COLOR_GROUND, FACE_SANS, 260, ALIGN_LEFT, -1};
    if (paint_width(view, &least, line) > (view->portrait ? frame.text.w : frame.touch.w))
        line = result_windows(app, view->arena);
    const struct card *card = result_card(app, world);
    bool upright = view->portrait;
    own_house_paint(view, upright ? 5000 : frame.text.x + frame.text.w / 2,
                    ground_street(view, &frame.ground), round_right(&app->round), app->round.planned);
    frame_head(&frame, word_get(WORD_LEAVE));
    struct box left = paint_keys(&frame);
    int32_t words = paint_title(&frame, line);
    words += paint_own_sign(&frame, words);
    int32_t panel = upright ? 1800 : is_tight(&frame) ? left.h - words : 1500;
    bool room = left.h - panel >= (upright ? words + 3600 : words);
    struct box sentence = {left.x, left.h - panel, left.w, panel};
    if (card && room) paint_remember(view, card, sentence, is_tight(&frame));
    struct box ring = {frame.text.x, upright ? words : 1700, frame.text.w, 0};
    ring.h = (upright ? (card && room ? sentence.y : left.h) - (app->round.sign ? 400 : 150)
                      : ground_top(view, &frame.ground) - 100) -
             ring.y;
    score_figure_paint(view, &figure, ring);
    paint_street(&frame, world->content, round_right(&app->round));
}
