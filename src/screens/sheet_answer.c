#include "screens/sheet.h"

#include <string.h>

#include "ui/motion.h"

/* The answered question: verdict, why, where it is from, the rows as they turned out, and the way on. Rows
   are no longer touched, so upright they may stand above the reach; the button may not. */

enum {
    ROW = 880,
    LEAST_ROW = 760,
    ROW_GAP = 180,
    BUTTON = 1400,
    BUTTON_LOW = 1100,
    GAP = 220,
    TOUCH_TOP_LEAST = 1500,
    HEAD_BOTTOM = 1960,
    STEM_TOP = 2500
};

/* 大字: steps of its own, then those of everybody, so that it is never smaller. */
static const int32_t lead_sizes[] = {640, 580, 520, 480, 440, 0}, rest_sizes[] = {480, 450, 420, 400, 370, 0};
static const int32_t lead_large[] = {832, 754, 676, 640, 640, 580, 520, 480, 440, 0};
static const int32_t rest_large[] = {624, 585, 546, 500, 480, 450, 420, 400, 370, 0};
static const int32_t source_sizes[] = {280, 0}, source_large[] = {364, 364, 364, 320, 280, 0};
static const int32_t stem_sizes[] = {650, 620, 580, 550, 520, 0},
                     stem_large[] = {845, 806, 754, 700, 650, 620, 580, 550, 520, 0};
static const int32_t small_stem[] = {330, 300, 280, 0},
                     small_stem_large[] = {420, 400, 380, 360, 330, 300, 280, 0};

/* What became of the options, by form. */

static bool has_pick(const struct answer *answer, uint32_t option) {
    return memchr(answer->picks, (int)option, answer->count) != NULL;
}

/* 「左边选的」, or both's. Empty: nobody picked it. */
static struct str pickers(struct arena *arena, const struct sheet *sheet, uint32_t option) {
    uint32_t count = 0, last = 0;
    for (uint32_t i = 0; i < PLAYERS; i++)
        if (has_pick(&sheet->replies[i].given, option)) {
            count++;
            last = i;
        }
    if (count == 0) return STR("");
    if (count == PLAYERS) return word_get(WORD_DUO_BOTH_PICKED);
    const struct word_value values[] = {{"s", sheet->names[last]}, {NULL, STR("")}};
    return word_fill(arena, WORD_DUO_PICKED, values);
}

static struct row shared_row(struct arena *arena, const struct sheet *sheet, uint32_t i) {
    struct row row = {.text = str_of(sheet->question->options[i]),
                      .message = message_none,
                      .index = (uint8_t)i,
                      .state = ROW_DIM,
                      .note = pickers(arena, sheet, i)};
    if (row.note.len) row.state = ROW_WRONG;
    if (!has_pick(&sheet->question->key, i)) return row;
    row.state = ROW_RIGHT;
    row.note = word_get(WORD_RIGHT_ANSWER);
    return row;
}

static struct row chosen_row(const struct sheet *sheet, uint32_t i) {
    bool right = has_pick(&sheet->question->key, i), picked = has_pick(&sheet->given, i);
    struct row row = {.text = str_of(sheet->question->options[i]),
                      .message = message_none,
                      .index = (uint8_t)i,
                      .state = ROW_DIM};
    if (right) {
        row.state = ROW_RIGHT;
        row.note = word_get(picked ? WORD_YOU_WERE_RIGHT : WORD_RIGHT_ANSWER);
    } else if (picked) {
        row.state = ROW_WRONG;
        row.note = word_get(sheet->attended ? WORD_LESSON_PICK : WORD_YOUR_PICK);
    }
    return row;
}

/* The right order, each row with whether it was put there. */
static struct row order_row(const struct sheet *sheet, uint32_t i) {
    uint8_t option = sheet->question->key.picks[i];
    bool right = i < sheet->given.count && sheet->given.picks[i] == option;
    return (struct row){.text = str_of(sheet->question->options[option]),
                        .message = message_none,
                        .index = option,
                        .state = sheet->state == ASKED_SKIPPED || right ? ROW_RIGHT : ROW_WRONG};
}

static struct row match_row(struct arena *arena, const struct sheet *sheet, uint32_t i) {
    const struct question *question = sheet->question;
    uint8_t option = question->key.picks[i];
    bool right = i < sheet->given.count &&
                 !strcmp(question->options[sheet->given.picks[i]], question->options[option]);
    struct str text = str_of(arena_printf(arena, "%s：%s", question->rows[i], question->options[option]));
    return (struct row){.text = text,
                        .message = message_none,
                        .index = (uint8_t)i,
                        .state = sheet->state == ASKED_SKIPPED || right ? ROW_RIGHT : ROW_WRONG};
}

static struct str spelled(struct arena *arena, const struct question *question, const struct answer *answer) {
    const char *text = "";
    for (uint32_t i = 0; i < answer->count; i++)
        text = arena_printf(arena, "%s%s", text, question->options[answer->picks[i]]);
    return str_of(text);
}

static void collect_fill(struct rows *rows, struct arena *arena, const struct sheet *sheet) {
    bool right = sheet->state == ASKED_RIGHT;
    rows->list[rows->count++] =
        (struct row){.text = spelled(arena, sheet->question, &sheet->question->key),
                     .state = ROW_RIGHT,
                     .message = message_none,
                     .note = word_get(right ? WORD_YOU_WERE_RIGHT : WORD_RIGHT_ANSWER)};
    if (right || !sheet->given.count) return;
    rows->list[rows->count++] = (struct row){.text = spelled(arena, sheet->question, &sheet->given),
                                             .state = ROW_WRONG,
                                             .message = message_none,
                                             .note = word_get(WORD_YOUR_PICK)};
}

void sheet_rows_answered(struct rows *rows, struct arena *arena, const struct sheet *sheet) {
    const struct question *question = sheet->question;
    *rows = (struct rows){.gap = ROW_GAP, .want = ROW, .least = LEAST_ROW, .answered = true};
    switch (question->form) {
    case FORM_ORDER:
        for (uint32_t i = 0; i < question->key.count; i++) rows->list[rows->count++] = order_row(sheet, i);
        break;
    case FORM_MATCH:
        for (uint32_t i = 0; i < question->row_count; i++)
            rows->list[rows->count++] = match_row(arena, sheet, i);
        break;
    case FORM_FILL:
        rows->plain = true;
        collect_fill(rows, arena, sheet);
        break;
    default:
        for (uint32_t i = 0; i < question->option_count; i++)
            rows->list[rows->count++] = sheet->replies ? shared_row(arena, sheet, i) : chosen_row(sheet, i);
        break;
    }
}

/* Why: the first sentence stands alone, then the rest, then the source. */

static struct str first_sentence(struct str text) {
    size_t end = str_find(text, STR("。"));
    return end == text.len ? text : str_cut(text, 0, end + 3);
}

static struct flow_block source_block(struct str text, int32_t before) {
    return (struct flow_block){.text = text,
                               .role = ROLE_SOURCE,
                               .color = COLOR_INK2,
                               .face = FACE_SANS,
                               .sizes = source_sizes,
                               .pitch_percent = 142,
                               .before = before,
                               .indent = 300,
                               .bar = true};
}

static const char *blank_then(struct arena *arena, const char *text) {
    return text && *text ? arena_printf(arena, "　%s", text) : "";
}

/* “ ” of the source become ‘ ’ inside ours. */
static struct str quoted(struct arena *arena, struct str quote) {
    struct buf out;
    buf_init(&out);
    buf_text(&out, "“");
    while (quote.len) {
        bool open = str_starts(quote, STR("“")), close = str_starts(quote, STR("”"));
        if (open || close)
            buf_text(&out, open ? "‘" : "’");
        else
            buf_char(&out, quote.at[0]);
        quote = str_cut(quote, open || close ? 3 : 1, quote.len);
    }
    buf_text(&out, "”");
    struct str text = {arena_text(arena, out.at, out.len), out.len};
    buf_finish(&out);
    return text;
}

void flow_add_source(struct flow *flow, struct arena *arena, const struct source *source, struct str quote) {
    if (!source) return;
    const char *line = arena_printf(arena, "%s　%s%s%s", word_get(WORD_SOURCE).at, source->title,
                                    blank_then(arena, source->publisher), blank_then(arena, source->date));
    struct flow_block block = source_block(str_of(line), 135);
    block.strong = str_of(source->title);
    flow_add(flow, block);
    if (quote.len) flow_add(flow, source_block(quoted(arena, quote), 54));
}

static void use_large(struct flow *flow, bool large) {
    for (uint32_t i = 0; large && i < flow->count; i++)
        if (flow->blocks[i].sizes == source_sizes) flow->blocks[i].sizes = source_large;
}

static struct flow_block text_block(struct str text, enum role role, enum face face, const int32_t *sizes,
                                    int32_t pitch, int32_t before) {
    return (struct flow_block){.text = text,
                               .role = role,
                               .color = COLOR_INK,
                               .face = face,
                               .sizes = sizes,
                               .pitch_percent = pitch,
                               .before = before};
}

void sheet_why(struct flow *flow, struct view *view, const struct sheet *sheet) {
    const struct question *question = sheet->question;
    struct str why = str_of(question->explanation), lead = first_sentence(why);
    bool large = view->large;
    flow_add(flow,
             text_block(lead, ROLE_EXPLANATION, FACE_SANS_BOLD, large ? lead_large : lead_sizes, 136, 110));
    struct str rest = str_trim(str_cut(why, lead.len, why.len));
    flow_add(flow, text_block(rest, ROLE_EXPLANATION, FACE_SANS, large ? rest_large : rest_sizes, 145, 62));
    if (question->note && *question->note)
        flow_add(flow, text_block(str_of(question->note), ROLE_EXPLANATION, FACE_SANS,
                                  large ? rest_large : rest_sizes, 145, 40));
    flow_add_source(flow, view->arena, question->source, str_of(question->quote));
    use_large(flow, large);
}

static void collect_why(struct flow *flow, struct view *view, const struct sheet *sheet, bool stem_first,
                        bool stem_last) {
    struct str stem = str_of(sheet->question->stem);
    bool large = view->large;
    if (stem_first)
        flow_add(flow, text_block(stem, ROLE_STEM, FACE_SERIF_BOLD, large ? stem_large : stem_sizes, 136, 0));
    sheet_why(flow, view, sheet);
    if (stem_last) {
        struct flow_block block =
            text_block(stem, ROLE_STEM, FACE_SANS, large ? small_stem_large : small_stem, 140, 110);
        block.color = COLOR_INK2;
        flow_add(flow, block);
    }
}

/* Where everything stands. */
struct layout {
    struct rows rows;
    struct flow flow;
    struct fit stem; /* the small one above the verdict */
    bool stem_above;
    int32_t verdict, verdict_size; /* its top, its type size */
    struct box rows_box, flow_box, button;
    uint32_t pages;
};

/* Beside the head's words when the column is wide enough to reach below them. */
static int32_t rows_top(const struct frame *frame) {
    return frame->touch.x < 6600 ? HEAD_BOTTOM : TOUCH_TOP_LEAST;
}

static bool lay_rows(struct frame *frame, struct layout *layout) {
    struct box touch = frame->touch;
    int32_t bottom = touch.y + touch.h, top = frame->view->portrait ? touch.y - 3000 : rows_top(frame);
    layout->button = (struct box){touch.x, bottom - BUTTON_LOW, touch.w, BUTTON_LOW};
    bool fits = rows_fit(frame->view, &layout->rows, touch.w, bottom - BUTTON_LOW - GAP - top);
    int32_t total = layout->rows.total, under = touch.y + total + GAP;
    if (fits && under + BUTTON <= bottom) { /* as designed: the button in the place of the third option */
        int32_t usual = touch.y + (frame->view->portrait ? 3240 : 3200);
        if (usual + BUTTON > bottom) usual = bottom - BUTTON;
        layout->button = (struct box){touch.x, under > usual ? under : usual, touch.w, BUTTON};
        layout->rows_box = (struct box){touch.x, touch.y, touch.w, total};
        return true;
    }
    int32_t above = layout->button.y - GAP - total;
    if (fits && !frame->view->portrait && above > touch.y) above = touch.y;
    layout->rows_box = (struct box){touch.x, above, touch.w, total};
    return fits;
}

static void lay_stem(struct frame *frame, struct layout *layout, const struct sheet *sheet) {
    struct view *view = frame->view;
    static const int32_t usual[] = {330, 0}, large[] = {420, 380, 330, 0};
    struct type type = {view->large ? large : usual, 140, FACE_SANS, false};
    int32_t room = view->portrait ? 800 : 640, air = view->portrait ? 200 : 100;
    if (view->large) room += 250;
    layout->stem = paint_measure(view, &type, str_of(sheet->question->stem), frame->text.w, room);
    layout->stem_above = layout->stem.fits;
    layout->verdict = STEM_TOP + (layout->stem_above ? room + air : 0) - (view->portrait ? 0 : 60);
    layout->verdict_size = view->portrait         ? 1000
                           : frame->text.w > 7500 ? 920
                           : frame->text.w > 5000 ? 720
                                                  : 560;
}

static bool lay_flow(struct frame *frame, struct layout *layout, const struct sheet *sheet,
                     enum sheet_why why) {
    struct view *view = frame->view;
    int32_t top = STEM_TOP, bottom = frame->text.y + frame->text.h;
    layout->flow = (struct flow){0};
    if (why == WHY_VERDICT) {
        lay_stem(frame, layout, sheet);
        top = layout->verdict + layout->verdict_size * 156 / 100;
    }
    if (view->portrait && layout->rows_box.y - 280 < bottom) bottom = layout->rows_box.y - 280;
    collect_why(&layout->flow, view, sheet, why == WHY_STEM, why == WHY_VERDICT && !layout->stem_above);
    layout->flow_box = (struct box){frame->text.x, top, frame->text.w, bottom - top};
    return flow_fit(view, &layout->flow, layout->flow_box.w, layout->flow_box.h);
}

/* When there are pages, what was picked and what is right stand on the first. */
static void put_verdicts_first(struct rows *rows) {
    struct row sorted[ROWS_MOST] = {0};
    uint32_t count = 0;
    for (uint32_t pass = 0; pass < 2; pass++)
        for (uint32_t i = 0; i < rows->count; i++)
            if ((rows->list[i].state == ROW_DIM) == (pass == 1)) sorted[count++] = rows->list[i];
    for (uint32_t i = 0; i < count; i++) rows->list[i] = sorted[i];
}

/* A row that is higher than there is room for can't be turned to either. */
static bool rows_stand(const struct frame *frame, const struct layout *layout) {
    int32_t top = frame->view->portrait ? 0 : rows_top(frame);
    return layout->rows_box.y >= top;
}

/* Lying: the first split at which everything fits, else the first at which it can be paged through. */
static void lay_out(struct frame *frame, struct layout *layout, const struct sheet *sheet,
                    enum sheet_why why) {
    static const int32_t shares[] = {FRAME_SHARE, 500, 560, 620, 680, 740};
    enum { SHARES = sizeof shares / sizeof shares[0] };
    int32_t paged = 0;
    bool done = false;
    for (uint32_t i = 0; i < SHARES && !done; i++) {
        frame_split(frame, shares[i]);
        bool rows = lay_rows(frame, layout), flow = lay_flow(frame, layout, sheet, why);
        done = rows && flow;
        if (!paged && rows_stand(frame, layout)) paged = shares[i];
        if (frame->view->portrait) break;
    }
    if (!done && !frame->view->portrait) {
        frame_split(frame, paged ? paged : shares[SHARES - 1]);
        layout->rows.may_shrink = true;
        lay_rows(frame, layout);
        lay_flow(frame, layout, sheet, why);
    }
    if (layout->rows.pages > 1) {
        put_verdicts_first(&layout->rows);
        lay_rows(frame, layout);
        lay_flow(frame, layout, sheet, why);
    }
    layout->pages = layout->flow.pages > layout->rows.pages ? layout->flow.pages : layout->rows.pages;
}

static struct str verdict_note(struct arena *arena, const struct sheet *sheet) {
    if (sheet->state == ASKED_SKIPPED) return STR("");
    if (sheet->state == ASKED_RIGHT && sheet->returns) return word_get(WORD_KNOWN_NOW);
    if (sheet->state == ASKED_WRONG) return word_get(sheet->returns_later ? WORD_COMES_AGAIN : WORD_NOT_YET);
    const struct word_value values[] = {{"n", word_chinese(arena, sheet->number)}, {NULL, STR("")}};
    return word_fill(arena, WORD_WINDOW_LIT, values);
}

static void paint_verdict(struct frame *frame, const struct layout *layout, const struct sheet *sheet) {
    struct view *view = frame->view;
    bool right = sheet->state == ASKED_RIGHT, skipped = sheet->state == ASKED_SKIPPED;
    int32_t x = frame->text.x, y = layout->verdict, size = layout->verdict_size;
    struct style style = {ROLE_VERDICT,
                          right     ? COLOR_RIGHT
                          : skipped ? COLOR_INK
                                    : COLOR_WRONG,
                          COLOR_GROUND,
                          FACE_SERIF_BOLD,
                          size,
                          ALIGN_LEFT,
                          -1};
    if (!skipped)
        paint_badge(view, ROLE_VERDICT, (struct spot){x + size * 56 / 100, y + size / 2}, size * 108 / 100,
                    right);
    if (!skipped) x += size * 142 / 100;
    struct str word = word_get(right ? WORD_RIGHT : skipped ? WORD_RIGHT_ANSWER : WORD_WRONG);
    paint_text(view, &style, x, y, word);
    x += paint_width(view, &style, word) + 300;
    struct str note = verdict_note(view->arena, sheet);
    struct style side = {ROLE_VERDICT, COLOR_INK2, COLOR_GROUND, FACE_SANS, view->large ? 460 : 360,
                         ALIGN_LEFT,   -1};
    side.size = paint_size_for(view, &side, note, frame->text.x + frame->text.w - x);
    bool stands = paint_width(view, &side, note) <= frame->text.x + frame->text.w - x;
    if (note.len && stands) paint_text(view, &side, x, y + size - side.size - 50, note);
}

static void paint_way_on(struct frame *frame, const struct layout *layout, const struct button *on) {
    struct view *view = frame->view;
    struct button button = *on;
    button.box = layout->button;
    if (layout->pages > 1) {
        struct box left = button.box;
        left.w = button.box.w * 38 / 100;
        button.box.x += left.w + GAP;
        button.box.w -= left.w + GAP;
        struct str text =
            word_numbers(view->arena, WORD_MORE, frame->app->ui.page % layout->pages + 1, layout->pages);
        struct button more = {left,      BUTTON_SECOND,           text, view->large ? 480 : 400,
                              ICON_NONE, message_of(MSG_MORE, 0), false};
        button_paint(view, &more);
    }
    button_paint(view, &button);
}

/* In the place of the third option, which a second tap would hit: it comes when the rows are at rest, and
 * only then is it touched. */
static void paint_way_on_late(struct frame *frame, const struct layout *layout, const struct button *on) {
    enum { COMES = 420, IS_THERE = 600 };
    struct view *view = frame->view;
    struct motion_mark mark = motion_mark(view);
    uint32_t region = view->list->region_count;
    paint_way_on(frame, layout, on);
    motion_raise_since(view, mark, 0, motion_at(view, MOTION_PAGE, COMES, IS_THERE - COMES));
    if (motion_is_past(view, MOTION_PAGE, IS_THERE)) return;
    for (; region < view->list->region_count; region++) view->list->regions[region].enabled = false;
}

/* Down from the height at which they were touched. */
static void lower_rows(struct frame *frame, struct layout *layout) {
    enum { LENGTH = 300, GAP_ASKED = 220, ASKED = 1400 };
    struct rows *rows = &layout->rows;
    int32_t left = MOTION_WHOLE - motion_at(frame->view, MOTION_PAGE, 0, LENGTH),
            count = (int32_t)rows->count;
    int32_t gaps = (count - 1) * (GAP_ASKED - ROW_GAP), rows_h = rows->total - (count - 1) * ROW_GAP;
    int32_t room = frame->touch.y + frame->touch.h - layout->rows_box.y - rows->total - gaps;
    if (!left || rows->pages > 1 || room <= 0) return;
    int32_t taller = room * 1000 / rows_h, most = (ASKED - ROW) * 1000 / ROW;
    rows->taller = motion_between(0, taller < most ? taller : most, left);
    rows->wider = motion_between(0, GAP_ASKED - ROW_GAP, left);
}

static void paint_small_stem(struct frame *frame, const struct layout *layout) {
    struct style style = {ROLE_STEM, COLOR_INK2, COLOR_GROUND, FACE_SANS, 0, ALIGN_LEFT, -1};
    int32_t up = layout->stem.lines.count > 1 ? 200 : frame->view->portrait ? 0 : 100;
    paint_fit(frame->view, &style, frame->text.x, STEM_TOP - up, &layout->stem);
}

static void paint_reasons(struct frame *frame, const struct layout *layout, const struct sheet *sheet,
                          enum sheet_why why, uint32_t page) {
    enum { RISE = 120, VERDICT_AT = 50, VERDICT = 240, TEXT = 220 }; /* the old text is nearly gone */
    struct view *view = frame->view;
    int32_t text = sheet->fresh ? motion_at(view, MOTION_PAGE, MOTION_OUT, TEXT) : MOTION_WHOLE,
            verdict = sheet->fresh ? motion_at(view, MOTION_PAGE, VERDICT_AT, VERDICT) : MOTION_WHOLE;
    struct motion_mark mark = motion_mark(view);
    if (why == WHY_VERDICT && layout->stem_above) paint_small_stem(frame, layout);
    motion_raise_since(view, mark, 0, text);
    mark = motion_mark(view);
    if (why == WHY_VERDICT) paint_verdict(frame, layout, sheet);
    motion_raise_since(view, mark, RISE, verdict);
    mark = motion_mark(view);
    flow_paint(view, &layout->flow, layout->flow_box, page);
    motion_raise_since(view, mark, 0, text);
}

void sheet_answer(struct frame *frame, const struct sheet *sheet, enum sheet_why why,
                  const struct button *on) {
    struct view *view = frame->view;
    struct layout *layout = ARENA_NEW(view->arena, struct layout);
    sheet_rows_answered(&layout->rows, view->arena, sheet);
    lay_out(frame, layout, sheet, why);
    uint32_t page = frame->app->ui.page % layout->pages;
    if (sheet->fresh) lower_rows(frame, layout);
    paint_reasons(frame, layout, sheet, why, page);
    rows_paint(view, &layout->rows, layout->rows_box, page);
    if (sheet->fresh)
        paint_way_on_late(frame, layout, on);
    else
        paint_way_on(frame, layout, on);
}
