#include "screens/lesson.h"

/* The answer before a class: left the options as they turned out, right (or, upright, below) what is right,
   why, and where it is from. */

enum { ROW = 1060, LEAST_ROW = 900, ROW_GAP = 200, STEM_MOST = 1500, STEM_GAP = 300 };

static const int32_t row_sizes[] = {500, 460, 430, 400, 370, 350, 0};
static const int32_t lead_sizes[] = {620, 580, 540, 500, 470, 440, 420, 400, 380, 0},
                     rest_sizes[] = {500, 480, 450, 420, 400, 390, 380, 370, 0},
                     source_sizes[] = {360, 350, 0};
static const int32_t stem_sizes[] = {440, 420, 390, 370, 350, 0};

struct layout {
    struct rows rows;
    struct flow flow;
    struct fit stem;
    bool stem_above;
    int32_t stem_most;      /* higher ones stand among the words */
    struct box left, right; /* of the rows, of the verdict and the words below it */
    int32_t verdict;        /* type size */
};

static struct str first_sentence(struct str text) {
    size_t end = str_find(text, STR("。"));
    return end == text.len ? text : str_cut(text, 0, end + 3);
}

static struct flow_block block_of(struct str text, enum role role, enum face face, const int32_t *sizes,
                                  int32_t before) {
    return (struct flow_block){.text = text,
                               .role = role,
                               .color = COLOR_INK,
                               .face = face,
                               .sizes = sizes,
                               .pitch_percent = 140,
                               .before = before};
}

static void collect_why(struct flow *flow, struct view *view, const struct sheet *sheet, bool with_stem) {
    const struct question *question = sheet->question;
    struct str why = str_of(question->explanation), lead = first_sentence(why),
               rest = str_trim(str_cut(why, lead.len, why.len));
    *flow = (struct flow){.count = 0};
    flow_add(flow, block_of(lead, ROLE_EXPLANATION, FACE_SANS_BOLD, lead_sizes, 0));
    flow_add(flow, block_of(rest, ROLE_EXPLANATION, FACE_SANS, rest_sizes, 50));
    if (question->note && *question->note)
        flow_add(flow, block_of(str_of(question->note), ROLE_EXPLANATION, FACE_SANS, rest_sizes, 40));
    uint32_t first = flow->count;
    flow_add_source(flow, view->arena, question->source, str_of(question->quote));
    for (uint32_t i = first; i < flow->count; i++) flow->blocks[i].sizes = source_sizes;
    if (with_stem) flow_add(flow, block_of(str_of(question->stem), ROLE_STEM, FACE_SANS, stem_sizes, 110));
}

static void place_parts(struct frame *frame, struct layout *layout, int32_t share) {
    layout->verdict = frame->text.w > 13000 || frame->view->portrait ? 920 : 760;
    lesson_split(frame, share, &layout->left, &layout->right);
}

static struct box below_verdict(const struct layout *layout) {
    int32_t below = layout->verdict + 420;
    return (struct box){layout->right.x, layout->right.y + below, layout->right.w, layout->right.h - below};
}

/* Upright, the words follow where the rows end. */
static void move_up(const struct frame *frame, struct layout *layout) {
    int32_t end = layout->left.y + layout->rows.total + 700;
    if (!frame->view->portrait || end >= layout->right.y) return;
    layout->right.h += layout->right.y - end;
    layout->right.y = end;
}

static bool lay_left(struct frame *frame, struct layout *layout, const struct sheet *sheet) {
    struct type type = {stem_sizes, 140, FACE_SANS, false};
    layout->stem =
        paint_measure(frame->view, &type, str_of(sheet->question->stem), layout->left.w, layout->stem_most);
    layout->stem_above = layout->stem.fits;
    int32_t used = layout->stem_above ? view_u(frame->view, fit_height(&layout->stem)) + STEM_GAP : 0;
    layout->left.y += used;
    layout->left.h -= used;
    return rows_fit(frame->view, &layout->rows, layout->left.w, layout->left.h);
}

static bool lay_out_at(struct frame *frame, struct layout *layout, const struct sheet *sheet, int32_t share) {
    place_parts(frame, layout, share);
    bool rows = lay_left(frame, layout, sheet);
    move_up(frame, layout);
    collect_why(&layout->flow, frame->view, sheet, !layout->stem_above);
    struct box words = below_verdict(layout);
    return flow_fit(frame->view, &layout->flow, words.w, words.h) && rows;
}

static bool rows_stand(const struct layout *layout) {
    for (uint32_t i = 0; i < layout->rows.count; i++)
        if (layout->rows.heights[i] > layout->left.h) return false;
    return true;
}

/* Each option whole on its page: the wider column for them, the stem among the words at the right. */
static void lay_out_pages(struct frame *frame, struct layout *layout, const struct sheet *sheet) {
    static const int32_t shares[] = {55, 60, 65, 70};
    for (uint32_t i = 0; i < 2 * sizeof shares / sizeof shares[0]; i++) {
        layout->stem_most = i % 2 ? 0 : STEM_MOST;
        lay_out_at(frame, layout, sheet, shares[i / 2]);
        if (rows_stand(layout)) return;
    }
    layout->rows.may_shrink = true;
    lay_out_at(frame, layout, sheet, shares[3]);
}

static void lay_out(struct frame *frame, struct layout *layout, const struct sheet *sheet) {
    static const int32_t shares[] = {55, 50, 45, 60, 65};
    sheet_rows_answered(&layout->rows, frame->view->arena, sheet);
    layout->stem_most = STEM_MOST;
    layout->rows.want = ROW;
    layout->rows.least = LEAST_ROW;
    layout->rows.gap = ROW_GAP;
    layout->rows.sizes = row_sizes;
    layout->rows.projected = true;
    for (uint32_t i = 0; i < sizeof shares / sizeof shares[0]; i++)
        if (lay_out_at(frame, layout, sheet, shares[i])) return;
    lay_out_pages(frame, layout, sheet);
}

static struct str letters(struct arena *arena, const struct answer *key) {
    const char *text = "";
    uint32_t set = 0;
    for (uint32_t i = 0; i < key->count; i++) set |= 1u << key->picks[i];
    for (uint32_t i = 0; i < QUESTION_OPTIONS; i++)
        if (set >> i & 1) text = arena_printf(arena, "%s%c", text, (int)('A' + i));
    return str_of(text);
}

static struct str verdict_of(struct arena *arena, const struct sheet *sheet) {
    enum form form = sheet->question->form;
    if (form == FORM_ORDER || form == FORM_MATCH || form == FORM_FILL) return word_get(WORD_RIGHT_ANSWER);
    const struct word_value values[] = {{"a", letters(arena, &sheet->question->key)}, {NULL, STR("")}};
    return word_fill(arena, WORD_LESSON_CHOOSE, values);
}

static void paint_verdict(struct frame *frame, const struct layout *layout, const struct sheet *sheet) {
    struct view *view = frame->view;
    int32_t x = layout->right.x, y = layout->right.y, size = layout->verdict;
    struct style style = {ROLE_VERDICT, COLOR_RIGHT, COLOR_GROUND, FACE_SERIF_BOLD, size, ALIGN_LEFT, -1};
    struct str text = verdict_of(view->arena, sheet);
    paint_badge(view, ROLE_VERDICT, (struct spot){x + size * 56 / 100, y + size / 2}, size * 108 / 100, true);
    style.size = paint_size_for(view, &style, text, layout->right.w - size * 142 / 100);
    paint_text(view, &style, x + size * 142 / 100, y + (size - style.size) / 2, text);
}

void lesson_answer(struct frame *frame, const struct sheet *sheet, struct str status, const struct button *on,
                   bool back) {
    struct view *view = frame->view;
    struct layout *layout = ARENA_NEW(view->arena, struct layout);
    lay_out(frame, layout, sheet);
    uint32_t pages = layout->flow.pages > layout->rows.pages ? layout->flow.pages : layout->rows.pages,
             page = frame->app->ui.page % pages;
    lesson_head(frame, sheet, word_numbers(view->arena, WORD_LESSON_OF, sheet->number, sheet->planned),
                status);
    struct style style = {ROLE_STEM, COLOR_INK2, COLOR_GROUND, FACE_SANS, 0, ALIGN_LEFT, -1};
    if (layout->stem_above) paint_fit(view, &style, frame->text.x, frame->text.y, &layout->stem);
    paint_verdict(frame, layout, sheet);
    flow_paint(view, &layout->flow, below_verdict(layout), page);
    rows_paint(view, &layout->rows, layout->left, page);
    struct lesson_foot foot = {.back = back, .primary = *on, .page = page, .pages = pages};
    lesson_foot(frame, &foot);
}
