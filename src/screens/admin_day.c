#include "screens/admin_day.h"

#include "base/utf8.h"

enum { LABEL = 280, HEAD = 320, FIGURES = 1250, GAP = 350 };

static struct style label_style(enum color color, enum align align) {
    return (struct style){ROLE_LABEL, color, COLOR_GROUND, FACE_SANS, LABEL, align, -1};
}

/* A title at the left, what is to be known beside it at the right. Returns where it ends. */
static int32_t paint_head(struct view *view, struct box box, enum word word, struct str note) {
    struct style style = {ROLE_LABEL, COLOR_INK, COLOR_GROUND, FACE_SANS_BOLD, HEAD, ALIGN_LEFT, -1};
    struct style small = label_style(COLOR_INK2, ALIGN_RIGHT);
    int32_t room = box.w - paint_width(view, &style, word_get(word)) - 200;
    paint_text(view, &style, box.x, box.y, word_get(word));
    small.size = paint_size_for(view, &small, note, room);
    if (note.len && paint_width(view, &small, note) <= room)
        paint_text(view, &small, box.x + box.w, box.y + HEAD - small.size, note);
    return box.y + HEAD + 160;
}

/* Four numbers */

struct figure {
    struct str number;
    enum word word;
};

static uint32_t percent_of(uint32_t part, uint32_t whole) {
    return whole ? (part * 200 + whole) / (2 * whole) : 0;
}

static void paint_figure(struct view *view, const struct figure *figure, struct box box) {
    struct style style = {ROLE_FIGURE, COLOR_INK, COLOR_GROUND, FACE_SERIF_BOLD, 560, ALIGN_LEFT, -1};
    style.size = paint_size_for(view, &style, figure->number, box.w - 200);
    paint_text(view, &style, box.x, box.y + 560 - style.size, figure->number);
    struct style small = label_style(COLOR_INK2, ALIGN_LEFT);
    small.size = paint_size_for(view, &small, word_get(figure->word), box.w - 150);
    paint_text(view, &small, box.x, box.y + 700, word_get(figure->word));
}

static void paint_figures(struct view *view, const struct report_day *day, struct box box) {
    struct arena *arena = view->arena;
    const struct figure figures[] = {
        {str_of(arena_printf(arena, "%u", day->started)), WORD_DAY_STARTED},
        {str_of(arena_printf(arena, "%u%%", percent_of(day->ended, day->started))), WORD_DAY_ENDED},
        {str_of(arena_printf(arena, "%u%%", percent_of(day->right, day->answers))), WORD_DAY_RIGHT},
        {word_number(arena, WORD_DAY_SECONDS, day->round_s), WORD_DAY_ROUND}};
    for (int32_t i = 0; i < 4; i++)
        paint_figure(view, &figures[i], (struct box){box.x + box.w * i / 4, box.y, box.w / 4, FIGURES});
}

/* Hours as houses: a window for each part of the busiest hour */

enum { FLOORS = 6, HOURS_LEAST = 8, HOURS_MOST = 16 };

struct span {
    uint32_t first, count, peak; /* peak: which hour */
};

static struct span span_of(const struct report_day *day) {
    struct span span = {9, 0, 9};
    uint32_t first = REPORT_HOURS, last = 0;
    for (uint32_t i = 0; i < REPORT_HOURS; i++) {
        if (day->hours[i] && first == REPORT_HOURS) first = i;
        if (day->hours[i]) last = i;
        if (day->hours[i] > day->hours[span.peak]) span.peak = i;
    }
    if (first < REPORT_HOURS) span.first = first;
    span.count = first < REPORT_HOURS ? last - first + 1 : HOURS_LEAST;
    if (span.count < HOURS_LEAST) span.count = HOURS_LEAST;
    if (span.count > HOURS_MOST) span.count = HOURS_MOST;
    if (span.first + span.count > REPORT_HOURS) span.first = REPORT_HOURS - span.count;
    return span;
}

static void paint_hour(struct view *view, uint32_t lit, struct box box) {
    int32_t h = box.h / FLOORS;
    for (int32_t i = 0; i < FLOORS; i++) {
        struct box window = {box.x, box.y + box.h - h * (i + 1), box.w, h - 50};
        paint_rect(view, ROLE_FIGURE, (uint32_t)i < lit ? COLOR_LAMP2 : COLOR_TRACK, window, 25);
    }
}

static void paint_hours(struct view *view, const struct report_day *day, struct box box) {
    struct span span = span_of(day);
    uint32_t most = day->hours[span.peak];
    int32_t pitch = box.w / (int32_t)span.count, w = pitch * 62 / 100;
    struct style style = label_style(COLOR_INK2, ALIGN_MIDDLE);
    style.size = 260;
    for (uint32_t i = 0; i < span.count; i++) {
        uint32_t hour = span.first + i, lit = most ? (day->hours[hour] * FLOORS + most - 1) / most : 0;
        struct box house = {box.x + pitch * (int32_t)i, box.y, w, box.h - 340};
        paint_hour(view, lit, house);
        bool told = pitch >= 420 || i % 2 == 0;
        if (told)
            paint_text(view, &style, house.x + w / 2, box.y + box.h - 260,
                       str_of(arena_printf(view->arena, "%u", hour)));
    }
}

static struct str peak_of(struct view *view, const struct report_day *day) {
    uint32_t hour = span_of(day).peak;
    return day->hours[hour] ? word_numbers(view->arena, WORD_DAY_PEAK, hour, day->hours[hour]) : STR("");
}

/* How far they come */

enum { STEP = 400 };

static void paint_bar(struct view *view, struct box box, uint32_t part, uint32_t whole, enum color color) {
    paint_rect(view, ROLE_FIGURE, COLOR_TRACK, box, 20);
    box.w = whole ? (int32_t)((int64_t)box.w * part / whole) : 0;
    if (box.w > 0) paint_rect(view, ROLE_FIGURE, color, box, 20);
}

static void paint_step(struct view *view, struct str label, uint32_t part, uint32_t whole, struct box box) {
    enum { LABELS = 1300, NUMBERS = 1600, AIR = 150 };
    struct style style = label_style(COLOR_INK2, ALIGN_LEFT);
    style.size = paint_size_for(view, &style, label, LABELS - 100);
    paint_text(view, &style, box.x, box.y, label);
    paint_bar(view, (struct box){box.x + LABELS, box.y + 60, box.w - LABELS - NUMBERS, 180}, part, whole,
              COLOR_PRIMARY);
    style = label_style(COLOR_INK, ALIGN_RIGHT);
    struct str number = word_numbers(view->arena, WORD_DAY_SHARE, part, percent_of(part, whole));
    style.size = paint_size_for(view, &style, number, NUMBERS - AIR);
    paint_text(view, &style, box.x + box.w, box.y, number);
}

static void paint_steps(struct view *view, const struct report_day *day, struct box box) {
    for (uint32_t i = 0; i < day->steps; i++, box.y += STEP)
        paint_step(view, word_number(view->arena, WORD_DAY_STEP, i + 1), day->reached[i], day->started, box);
    paint_step(view, word_get(WORD_DAY_RESULT), day->ended, day->started, box);
}

void admin_day_paint(struct view *view, const struct report_day *day, struct box box) {
    int32_t steps = (int32_t)(day->steps + 1) * STEP, bottom = box.y + box.h;
    paint_figures(view, day, box);
    box.y += FIGURES + GAP;
    box.y = paint_head(view, box, WORD_DAY_HOURS, peak_of(view, day));
    int32_t high = bottom - box.y - GAP - HEAD - 160 - steps;
    if (high > 2400) high = 2400;
    paint_hours(view, day, (struct box){box.x, box.y, box.w, high});
    box.y += high + GAP;
    box.y = paint_head(view, box, WORD_DAY_REACHED, STR(""));
    paint_steps(view, day, box);
}

/* Questions */

enum { ROW = 840, ROW_PITCH = 1040, KEY = 1250, STEM = 290 };

static uint32_t rows_of(struct box box) {
    return (uint32_t)((box.h - HEAD - 160 + ROW_PITCH - ROW) / ROW_PITCH);
}

uint32_t admin_items_pages(const struct report *report, struct box box) {
    uint32_t rows = rows_of(box);
    return report->item_count ? (report->item_count + rows - 1) / rows : 1;
}

/* As much of it as there is room for: staff know it by its beginning. */
static struct str beginning(struct view *view, const struct style *style, struct str text, int32_t room) {
    if (paint_width(view, style, text) <= room) return text;
    for (size_t chars = utf8_count(text); chars > 1; chars--) {
        struct str head = utf8_head(text, chars - 1);
        struct str cut = str_of(arena_printf(view->arena, "%.*s……", (int)head.len, head.at));
        if (paint_width(view, style, cut) <= room) return cut;
    }
    return STR("");
}

static struct str flag_text(struct view *view, const struct report_item *item) {
    static const enum word words[REPORT_FLAGS] = {
        [REPORT_ODD] = WORD_ITEM_ODD,   [REPORT_LURE] = WORD_ITEM_LURE, [REPORT_HARD] = WORD_ITEM_HARD,
        [REPORT_LEFT] = WORD_ITEM_LEFT, [REPORT_EASY] = WORD_ITEM_EASY,
    };
    if (item->off) return word_get(WORD_ITEM_IS_OFF);
    if (item->flag == REPORT_FLAGGED) return word_number(view->arena, WORD_ITEM_FLAGGED, item->flagged);
    return item->flag ? word_get(words[item->flag]) : STR("");
}

static bool is_urgent(const struct report_item *item) {
    return !item->off && (item->flag == REPORT_FLAGGED || item->flag == REPORT_ODD);
}

/* What is to be said of it comes first; the bar has what is left. */
static void paint_measure_line(struct view *view, const struct report_item *item, struct box box) {
    struct style style = label_style(COLOR_INK, ALIGN_LEFT);
    struct str share = word_numbers(view->arena, WORD_ITEM_SHARE, item->percent, item->answers),
               flag = flag_text(view, item);
    style.size = 260;
    int32_t bar = box.w * 26 / 100;
    if (item->answers) {
        paint_bar(view, (struct box){box.x, box.y + 50, bar, 160}, item->percent, 100,
                  is_urgent(item) ? COLOR_WRONG : COLOR_PRIMARY);
        paint_text(view, &style, box.x + bar + 120, box.y, share);
    }
    int32_t left = item->answers ? bar + 120 + paint_width(view, &style, share) + 150 : 0;
    style = label_style(is_urgent(item) ? COLOR_WRONG : COLOR_INK2, item->answers ? ALIGN_RIGHT : ALIGN_LEFT);
    style.size = 260;
    if (flag.len && paint_width(view, &style, flag) <= box.w - left)
        paint_text(view, &style, item->answers ? box.x + box.w : box.x, box.y, flag);
}

/* A copy: the report may be reckoned anew while the last frame is still looked at. */
static struct str stem_of(struct view *view, const struct report_item *item) {
    struct str stem = str_of(*item->stem ? item->stem : item->item);
    return (struct str){arena_text(view->arena, stem.at, stem.len), stem.len};
}

static void paint_item(struct view *view, const struct report_item *item, uint32_t index, struct box box) {
    struct style style = {ROLE_BODY, COLOR_INK, COLOR_GROUND, FACE_SANS, STEM, ALIGN_LEFT, -1};
    int32_t room = box.w - KEY - 250;
    paint_text(view, &style, box.x, box.y + 90, beginning(view, &style, stem_of(view, item), room));
    paint_measure_line(view, item, (struct box){box.x, box.y + 500, room, 300});
    desk_key(view, (struct box){box.x + box.w - KEY, box.y, KEY, ROW}, BUTTON_SECOND,
             word_get(item->off ? WORD_ITEM_ON : WORD_ITEM_OFF), message_of(MSG_SWITCH, (int32_t)index),
             false);
}

void admin_items_paint(struct view *view, const struct report *report, uint32_t page, struct box box) {
    uint32_t rows = rows_of(box), first = page * rows;
    int32_t y = paint_head(view, box, WORD_ITEMS, word_get(WORD_ITEMS_NOTE));
    struct style style = label_style(COLOR_INK2, ALIGN_LEFT);
    if (report->item_count == 0) paint_text(view, &style, box.x, y + 100, word_get(WORD_ITEMS_NONE));
    for (uint32_t i = first; i < report->item_count && i < first + rows; i++, y += ROW_PITCH)
        paint_item(view, &report->items[i], i, (struct box){box.x, y, box.w, ROW});
}
