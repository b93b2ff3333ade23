#include <string.h>

#include "app/duo.h"
#include "base/utf8.h"
#include "screens/board.h"
#include "screens/card_page.h"
#include "screens/duo_page.h"
#include "screens/lesson.h"
#include "screens/parts.h"
#include "screens/sheet.h"
#include "screens/week.h"

enum { SHIFTS = 8 };

/* The loop begins anew: another question, another card, everything a few pixels aside. */
static void begin_loop(struct app *app, const struct app_world *world, struct effects *effects) {
    app->ui.shift = (uint8_t)((app->ui.shift + 1) % SHIFTS);
    app_attract(app, world, effects);
}

static void turn_page(struct app *app, const struct app_world *world, struct effects *effects) {
    app->attract++;
    if (app->attract == ATTRACT_CARD && !app_turn_topic(app, world)) app->attract++;
    if (app->attract == ATTRACT_BOARD && !world->content->settings.board) app->attract++;
    if (app->attract == ATTRACT_PAGES) {
        begin_loop(app, world, effects);
        return;
    }
    app->page_at = app->now;
    effect_add(effects, EFFECT_RELOAD, 0); /* nobody is there: has the content changed? */
}

/* The first touch is already an answer. */
static void answer(struct app *app, int32_t option, struct effects *effects) {
    if (app->attract != ATTRACT_QUESTION) return;
    if (app_pick(app, option, effects) && app->screen == SCREEN_ATTRACT) app_show(app, SCREEN_QUESTION);
}

void attract_update(struct app *app, const struct app_world *world, const struct message *message,
                    struct effects *effects) {
    if (app_is_attended(app)) {
        lesson_home_update(app, world, message);
        return;
    }
    switch (message->type) {
    case MSG_TICK:
        turn_page(app, world, effects);
        break;
    case MSG_ANSWER:
        answer(app, message->value, effects);
        break;
    case MSG_NEXT:
    case MSG_AGAIN:
        app_show(app, SCREEN_QUESTION); /* the one that is live here */
        break;
    case MSG_DUO:
        if (world->content->settings.duo) duo_begin(app);
        break;
    case MSG_CARDS:
        app_show(app, SCREEN_CARDS);
        break;
    case MSG_ABOUT:
        app_show(app, SCREEN_ABOUT);
        break;
    default:
        break;
    }
}

/* The name of the Week on a cinnabar door plate: the one red thing on the screen. Right-aligned at x. */
static void paint_plate(struct view *view, const char *year, int32_t x, int32_t y) {
    struct str text =
        str_of(arena_printf(view->arena, "%s%s%s", year, *year ? "年" : "", word_get(WORD_WEEK).at));
    struct style style = {ROLE_LABEL, COLOR_ON_SEAL, COLOR_SEAL, FACE_SANS_BOLD, 290, ALIGN_MIDDLE, -1};
    int32_t w = paint_width(view, &style, text) + 360, h = style.size * 225 / 100;
    struct box box = {x - w, y, w, h};
    style.panel = paint_panel(view, box);
    paint_rect(view, ROLE_LABEL, COLOR_SEAL, box, 110);
    paint_frame(view, ROLE_LABEL, COLOR_ON_SEAL, (struct box){box.x + 55, y + 55, w - 110, h - 110}, 70, 18);
    paint_alpha(view, 153);
    paint_text(view, &style, box.x + w / 2, y + h / 2 - style.size / 2, text);
}

static void paint_top(struct frame *frame, const struct week *week) {
    int32_t y = frame->view->portrait ? 480 : 460;
    paint_wordmark(frame->view, FRAME_MARGIN, y, frame->view->portrait ? 840 : 800);
    paint_plate(frame->view, week->year, frame->w - FRAME_MARGIN, y + 80);
}

/* An option of the question that is open stands in the text: it would push towards it. */
static bool names_option(struct frame *frame, const struct app_world *world, struct str text) {
    const struct round *round = &frame->app->round;
    const struct question *question = round_question(round, round->count - 1u, world->quiz);
    for (uint32_t i = 0; i < question->option_count; i++)
        if (str_has(text, str_of(question->options[i]))) return true;
    return false;
}

/* What many missed today, behind the counters, where a street is long enough for it: the question, else what
   it is about. The question page has it for those who wait; a page of the loop tells the answer. */
static uint32_t add_missed(struct frame *frame, const struct app_world *world, struct street_part *parts,
                           uint32_t count) {
    struct view *view = frame->view;
    if (view->portrait || !world->report || !world->report->missed.item) return count;
    const struct report_missed *missed = &world->report->missed;
    const char *texts[] = {missed->stem, missed->topic};
    parts[count] = (struct street_part){word_get(WORD_MISSED_STREET), false, false, count > 0};
    for (uint32_t i = 0; i < 2; i++) {
        struct str text = {arena_text(view->arena, texts[i], strlen(texts[i])), strlen(texts[i])};
        parts[count + 1] = (struct street_part){text, true, false, false};
        if (names_option(frame, world, text)) continue;
        if (text.len && frame_street_room(frame, world->content, parts, count + 2) >= 0) return count + 2;
    }
    return count;
}

static void paint_counters(struct frame *frame, const struct app_world *world) {
    struct arena *arena = frame->view->arena;
    const struct figures *figures = &frame->app->figures;
    struct street_part parts[8] = {
        {word_get(WORD_TODAY), false, false, false},
        {str_of(arena_printf(arena, "%u", figures->rounds)), true, false, false},
        {word_get(WORD_VISITS), false, false, false},
        {word_get(WORD_WINDOWS_LIT), false, false, true},
        {str_of(arena_printf(arena, "%u", figures->right_answers)), true, true, false},
        {word_get(WORD_WINDOWS), false, false, false}};
    /* A number that is still zero is left out. */
    uint32_t first = figures->rounds ? 0 : 3, end = figures->right_answers ? 6 : 3;
    uint32_t count = first < end ? end - first : 0;
    if (frame->app->attract == ATTRACT_QUESTION) count = add_missed(frame, world, parts + first, count);
    if (count) frame_street(frame, parts + first, count);
    frame_bank(frame, world->content);
}

/* Whoever plugged a stick in stands before the screen and waits. */
static enum word word_of_stick(const struct stick_outcome *outcome) {
    if (!stick_is_done(outcome)) return WORD_STREET_STICK_FAILED;
    return outcome->content == STICK_UNSOUND ? WORD_STREET_STICK_UNSOUND : WORD_STREET_STICK_DONE;
}

static void paint_street(struct frame *frame, const struct app_world *world) {
    const struct report *report = world->report;
    if (!report || !report->stick_told) {
        paint_counters(frame, world);
        return;
    }
    const struct street_part part = {word_get(word_of_stick(&report->stick)), true, false, false};
    frame_street(frame, &part, 1);
    frame_bank(frame, world->content);
}

static struct str theme_line(struct arena *arena, const struct week *week) {
    return str_of(arena_printf(arena, "%.*s%s%.*s", (int)week->first.len, week->first.at,
                               week->second.len ? "，" : "", (int)week->second.len, week->second.at));
}

/* As the announcement sets it: a dash of two characters, then the words. */
static struct str subtheme_line(struct arena *arena, const struct week *week) {
    if (!week->subtheme.len) return STR("");
    return str_of(arena_printf(arena, "——%.*s", (int)week->subtheme.len, week->subtheme.at));
}

/* The theme, pitched to its measure glyph by glyph; the comma counts half, and keeps close to what it ends.
 */
static void paint_pitched(struct view *view, const struct style *style, struct str text, int32_t x, int32_t y,
                          int32_t w) {
    int32_t comma = str_has(text, STR("，")) ? 45 : 0, at = 0,
            pitches = (int32_t)utf8_count(text) * 100 - comma - 100,
            air = (int32_t)((int64_t)(w - style->size) * 100 / pitches) - style->size;
    for (const char *from = text.at, *end = from + text.len, *next = from; from < end; from = next) {
        bool half = utf8_next(&next, end) == u'，';
        int32_t back = half && air > 0 ? air / 2 : 0;
        paint_text(view, style, x + (int32_t)((int64_t)at * (w - style->size) / pitches) - back, y,
                   (struct str){from, (size_t)(next - from)});
        if (half) view->list->commands[view->list->command_count - 1].w /= 2; /* its right half is empty */
        at += half ? 55 : 100;
    }
}

/* Above a rule; what the year adds to it stands in a smaller line of its own between the two. */
static void paint_theme_line(struct view *view, const struct week *week, int32_t x, int32_t y, int32_t w,
                             int32_t size) {
    struct style style = {ROLE_TITLE, COLOR_INK, COLOR_GROUND, FACE_SERIF_BOLD, size, ALIGN_LEFT, -1};
    struct str subtheme = subtheme_line(view->arena, week);
    int32_t rule = y + size + 250;
    if (subtheme.len) y -= 240;
    paint_pitched(view, &style, theme_line(view->arena, week), x, y, w);
    y += size + 85;
    style.size = size > 450 ? size * 62 / 100 : 280;
    style.align = ALIGN_RIGHT;
    style.size = paint_size_for(view, &style, subtheme, w);
    if (subtheme.len) paint_text(view, &style, x + w, y, subtheme);
    paint_line(view, ROLE_PICTURE, COLOR_INK, (struct spot){x + 15, rule}, (struct spot){x + w - 15, rule},
               30);
}

/* 「为了谁、依靠谁？」 with 网络安全为人民 above it would ask nobody anything. */
static bool theme_tells(struct arena *arena, const struct week *week, const struct question *question) {
    struct str parts[] = {theme_line(arena, week), week->subtheme};
    for (uint32_t i = 0; i < question->key.count && i < question->option_count; i++) {
        struct str right = str_of(question->options[question->key.picks[i]]);
        if (str_has(parts[0], right) || str_has(parts[1], right)) return true;
    }
    return false;
}

static void paint_question(struct frame *frame, const struct app_world *world, const struct week *week) {
    static const int32_t upright[] = {1480, 1300, 1200, 1100, 920, 820, 720, 620, 520, 0};
    static const int32_t lying[] = {1260, 1100, 1000, 860, 740, 660, 580, 520, 0};
    struct view *view = frame->view;
    struct sheet sheet = sheet_of(frame->app, world, frame->app->round.count - 1);
    bool tall = view->portrait && frame->h > 16000;
    if (!view->portrait) {
        frame->touch.h += frame->touch.y - 1740;
        frame->touch.y = 1740;
    }
    bool themed = !theme_tells(view->arena, week, sheet.question);
    if (tall && themed)
        paint_theme_line(view, week, FRAME_MARGIN, 1860, frame->text.w, 530);
    else if (!view->portrait && themed)
        paint_theme_line(view, week, FRAME_MARGIN, 1760, frame->text.w, frame->text.w > 7500 ? 470 : 360);
    struct sheet_look look = {view->portrait ? upright : lying, 118,
                              !themed          ? 1800
                              : tall           ? 3120
                              : view->portrait ? 1800
                                               : 2860,
                              word_get(WORD_CUE_ANSWER), true};
    sheet_ask(frame, &sheet, &look);
    bool two = world->content->settings.duo && duo_has_room(view),
         icons = !two || (frame->w > 15000 && !view->large);
    struct chip chips[4] = {chip_of(ICON_CARDS, WORD_CARDS, MSG_CARDS)};
    uint32_t count = 1;
    if (two) chips[count++] = chip_of(ICON_DUO, WORD_DUO, MSG_DUO);
    chips[count++] = chip_large(frame->app);
    chips[count++] = chip_of(ICON_ABOUT, WORD_ABOUT, MSG_ABOUT);
    for (uint32_t i = 0; i < count && !icons; i++) chips[i].icon = ICON_NONE; /* four words need the room */
    frame_chips(frame, chips, count);
}

/* Between the questions every touch anywhere brings the question back. */
static void touch_anywhere(struct view *view) {
    struct panel screen = {.w = view->display.w, .h = view->display.h};
    draw_region(view->list, ROLE_PRIMARY, screen, message_of(MSG_TOUCH, 0));
}

static void paint_cue(struct frame *frame, int32_t y) {
    struct view *view = frame->view;
    struct arena *arena = view->arena;
    const struct word_value values[] = {{"n", word_chinese(arena, frame->app->round.planned)},
                                        {NULL, STR("")}};
    struct str text = word_fill(arena, WORD_CUE_TOUCH, values);
    struct style style = {ROLE_HINT,    COLOR_INK, COLOR_GROUND, FACE_SANS_BOLD, view->large ? 460 : 380,
                          ALIGN_MIDDLE, -1};
    style.size = paint_size_for(view, &style, text, frame->w - 2 * FRAME_MARGIN);
    paint_text(view, &style, frame->w / 2, y, text);
}

/* Characters one below the other. */
static void paint_column(struct view *view, const struct style *style, struct str text, int32_t x, int32_t y,
                         int32_t pitch) {
    for (const char *from = text.at, *end = from + text.len, *next = from; from < end;
         from = next, y += pitch) {
        utf8_next(&next, end);
        paint_text(view, style, x, y, (struct str){from, (size_t)(next - from)});
    }
}

/* 「9月9日至15日」 read downwards: 九月九日至十五日. */
static struct str days_in_chinese(struct arena *arena, struct str days) {
    const char *text = "";
    for (const char *at = days.at, *end = at + days.len; at < end;) {
        uint32_t number = 0;
        const char *from = at;
        while (at < end && *at >= '0' && *at <= '9') number = number * 10 + (uint32_t)(*at++ - '0');
        if (at > from) {
            struct str tens = word_chinese(arena, number < 100 ? number / 10 : 0),
                       ones = word_chinese(arena, number % 10);
            text = arena_printf(arena, "%s%s%s%s", text, number >= 20 ? tens.at : "",
                                number >= 10 ? "十" : "", number % 10 ? ones.at : "");
            continue;
        }
        utf8_next(&at, end);
        text = arena_printf(arena, "%s%.*s", text, (int)(at - from), from);
    }
    return str_of(text);
}

/* At the left of the couplet, under the second of the two red things. */
static void paint_days(struct view *view, const struct week *week, int32_t bottom) {
    enum { X = 1400, PITCH = 400, SIZE = 330, SQUARE = 360 };
    struct str days = days_in_chinese(view->arena, week->days);
    int32_t count = (int32_t)utf8_count(days), y = bottom - count * PITCH;
    if (!count || count > 14) return;
    struct style style = {ROLE_LABEL, COLOR_INK2, COLOR_GROUND, FACE_SANS, SIZE, ALIGN_MIDDLE, -1};
    paint_rect(view, ROLE_FIGURE, COLOR_SEAL, (struct box){X - SQUARE / 2, y - 300 - SQUARE, SQUARE, SQUARE},
               40);
    paint_column(view, &style, days, X, y, PITCH);
}

/* Beside the second line of the couplet, ending where it ends; its dash lies upright. */
static void paint_subtheme_column(struct view *view, struct str text, int32_t x, int32_t top,
                                  int32_t bottom) {
    if (!text.len) return;
    int32_t count = (int32_t)utf8_count(text) + 2, pitch = (bottom - top) / count;
    if (pitch > 560) pitch = 560;
    struct style style = {ROLE_TITLE,   COLOR_INK, COLOR_GROUND, FACE_SERIF_BOLD, pitch * 90 / 100,
                          ALIGN_MIDDLE, -1};
    int32_t y = bottom - count * pitch;
    paint_line(view, ROLE_PICTURE, COLOR_INK, (struct spot){x, y}, (struct spot){x, y + pitch * 18 / 10},
               style.size * 9 / 100);
    paint_column(view, &style, text, x, y + 2 * pitch, pitch);
}

/* Upright the theme is a couplet, the first line at the right. */
static void paint_couplet(struct frame *frame, const struct week *week) {
    enum { TOP = 2500 };
    struct view *view = frame->view;
    size_t first = utf8_count(week->first), second = utf8_count(week->second);
    int32_t longest = (int32_t)(first > second ? first : second);
    int32_t room = frame->chips.y - TOP - 600, pitch = room / longest < 1590 ? room / longest : 1590;
    struct style style = {ROLE_TITLE,   COLOR_INK, COLOR_GROUND, FACE_SERIF_BOLD, pitch * 92 / 100,
                          ALIGN_MIDDLE, -1};
    int32_t bottom = TOP + (longest - 1) * pitch + style.size,
            middle = frame->w / 2 + (week->subtheme.len ? 450 : 0);
    paint_column(view, &style, week->first, middle + 1270, TOP, pitch);
    paint_column(view, &style, week->second, middle - 1330, TOP, pitch);
    paint_subtheme_column(view, week->subtheme, middle - 2900, TOP, bottom);
    paint_days(view, week, bottom);
}

static void paint_centred(struct frame *frame, struct style style, int32_t y, struct str text) {
    style.size = paint_size_for(frame->view, &style, text, frame->w - 2 * FRAME_MARGIN);
    paint_text(frame->view, &style, frame->w / 2, y, text);
}

static void paint_theme(struct frame *frame, const struct week *week) {
    struct view *view = frame->view;
    if (view->portrait) {
        paint_couplet(frame, week);
        return;
    }
    struct style style = {
        ROLE_TITLE,   COLOR_INK, COLOR_GROUND, FACE_SERIF_BOLD, frame->w > 15000 ? 1440 : 1200,
        ALIGN_MIDDLE, -1};
    struct str subtheme = subtheme_line(view->arena, week);
    int32_t y = subtheme.len ? 2000 : 2500;
    paint_centred(frame, style, y, week->first);
    paint_centred(frame, style, y + (subtheme.len ? 1800 : 2000), week->second);
    style.size = 620;
    if (subtheme.len) paint_centred(frame, style, y + 3660, subtheme);
}

static void paint_figure(struct view *view, int32_t middle, int32_t y, uint32_t number, enum word word,
                         int32_t size) {
    struct style style = {ROLE_FIGURE, COLOR_INK, COLOR_GROUND, FACE_SERIF_BOLD, size, ALIGN_MIDDLE, -1};
    paint_text(view, &style, middle, y, str_of(arena_printf(view->arena, "%u", number)));
    style = (struct style){ROLE_LABEL,   COLOR_INK2, COLOR_GROUND, FACE_SANS, view->large ? 520 : 440,
                           ALIGN_MIDDLE, -1};
    paint_text(view, &style, middle, y + size * 115 / 100, word_get(word));
}

/* What many missed today, with its answer: a lead, the question, what is right. Texts are copied, for the
   report may be reckoned anew while this frame is still looked at. */
static void paint_missed(struct view *view, const struct report_missed *missed, struct box box) {
    static const int32_t stems[] = {720, 640, 560, 520, 480, 440, 400, 360, 320, 290, 0},
                         answers[] = {460, 420, 380, 340, 300, 260, 0};
    const struct type stem = {stems, 136, FACE_SERIF_BOLD, true},
                      answer = {answers, 140, FACE_SANS_BOLD, false};
    struct style style = {ROLE_LABEL, COLOR_INK2, COLOR_GROUND, FACE_SANS_BOLD, 380, ALIGN_MIDDLE, -1};
    const struct word_value values[] = {{"a", str_of(missed->answer)}, {NULL, STR("")}};
    struct str asked = {arena_text(view->arena, missed->stem, strlen(missed->stem)), strlen(missed->stem)};
    int32_t middle = box.x + box.w / 2, y = box.y + 620;
    int32_t room = box.h - 620 - 280;
    struct fit fit = paint_measure(view, &stem, asked, box.w, room * 62 / 100),
               told = paint_measure(view, &answer, word_fill(view->arena, WORD_MISSED_ANSWER, values), box.w,
                                    room * 38 / 100);
    if (!fit.fits || !told.fits) return;
    paint_text(view, &style, middle, box.y, word_get(WORD_MISSED));
    style = (struct style){ROLE_FIGURE, COLOR_INK, COLOR_GROUND, FACE_SERIF_BOLD, 0, ALIGN_MIDDLE, -1};
    y = paint_fit(view, &style, middle, y, &fit) + 280;
    style = (struct style){ROLE_FIGURE, COLOR_RIGHT, COLOR_GROUND, FACE_SANS_BOLD, 0, ALIGN_MIDDLE, -1};
    paint_fit(view, &style, middle, y, &told);
}

/* One below the other, or side by side. */
static void paint_two_figures(struct frame *frame, struct spot middle, int32_t across, int32_t down,
                              int32_t size) {
    const struct figures *figures = &frame->app->figures;
    paint_figure(frame->view, middle.x - across, middle.y, figures->rounds, WORD_FIGURES_VISITS, size);
    paint_figure(frame->view, middle.x + across, middle.y + down, figures->right_answers,
                 WORD_FIGURES_WINDOWS, size);
}

static void paint_figures_title(struct frame *frame, int32_t y) {
    struct style style = {ROLE_TITLE, COLOR_INK, COLOR_GROUND, FACE_SERIF_BOLD, 920, ALIGN_MIDDLE, -1};
    paint_text(frame->view, &style, frame->w / 2, y, word_get(WORD_FIGURES_TITLE));
}

/* Figures make room for what was missed: upright above it, lying beside it. */
static void paint_figures_and_missed(struct frame *frame, const struct report_missed *missed) {
    bool upright = frame->view->portrait;
    const struct box *right = &frame->touch;
    int32_t middle = frame->w / 2, top = upright ? 8200 : 3300, bottom = frame->chips.y - 100;
    struct box box = {frame->text.x, top, frame->text.w, bottom - top};
    paint_figures_title(frame, upright ? 2400 : 1700);
    if (upright)
        paint_two_figures(frame, (struct spot){middle, 4300}, frame->w / 4, 0, 1400);
    else
        paint_two_figures(frame, (struct spot){right->x + right->w / 2, 3100}, 0, 1850, 1000);
    paint_missed(frame->view, missed, box);
}

static void paint_figures(struct frame *frame, const struct report *report) {
    bool upright = frame->view->portrait;
    struct spot middle = {frame->w / 2, upright ? 5000 * frame->h / 17778 : 3700};
    if (report && report->missed.item) {
        paint_figures_and_missed(frame, &report->missed);
        return;
    }
    paint_figures_title(frame, upright ? 2600 : 2000);
    if (upright)
        paint_two_figures(frame, middle, 0, 4000 * frame->h / 17778, 2000);
    else
        paint_two_figures(frame, middle, frame->w / 4, 0, 1700);
}

void attract_view(const struct app *app, const struct app_world *world, struct view *view) {
    if (app_is_attended(app)) {
        lesson_home_view(app, world, view);
        return;
    }
    if (app->round.count == 0) return;
    struct frame frame = frame_begin(view, app, world, FRAME_CITY);
    paint_street(&frame, world);
    if (app->attract == ATTRACT_CARD && app_shows_card(app, world, app->card)) {
        struct box box = frame.text;
        box.w = frame.w - 2 * FRAME_MARGIN;
        box.y = 1700;
        box.h = frame.chips.y - 1700;
        card_paint_alone(&frame, &world->content->cards[app->card], box);
    }
    struct week week = week_of(app, world->content);
    paint_top(&frame, &week);
    if (app->attract == ATTRACT_QUESTION) {
        paint_question(&frame, world, &week);
        return;
    }
    if (app->attract == ATTRACT_THEME) paint_theme(&frame, &week);
    if (app->attract == ATTRACT_FIGURES) paint_figures(&frame, world->report);
    if (app->attract == ATTRACT_BOARD) board_paint(&frame, world->report);
    paint_cue(&frame, frame.chips.y + (view->portrait ? 200 : 300));
    touch_anywhere(view);
}
