#include "screens/duo_page.h"

#include <assert.h>

#include "ui/motion.h"

/* The sheet itself and its head. */

static enum wedge_state wedge_of(const struct asked *asked) {
    static const enum wedge_state states[] = {[ASKED_OPEN] = WEDGE_NOW,
                                              [ASKED_RIGHT] = WEDGE_LIT,
                                              [ASKED_WRONG] = WEDGE_MISS,
                                              [ASKED_SKIPPED] = WEDGE_MISS,
                                              [ASKED_SHARED] = WEDGE_TODO};
    return states[asked->state];
}

/* What one of two let pass is not missed. */
static enum wedge_state wedge_of_reply(const struct asked *asked, const struct reply *reply) {
    if (asked->state == ASKED_OPEN) return WEDGE_NOW;
    return reply->state == ASKED_RIGHT ? WEDGE_LIT : reply->state == ASKED_WRONG ? WEDGE_MISS : WEDGE_TODO;
}

void sheet_turn_to(struct sheet *sheet, const struct round *round, uint8_t player) {
    const struct asked *asked = round_current(round);
    const struct reply *reply = &asked->replies[player - 1];
    static const struct answer none;
    bool open = asked->state == ASKED_OPEN;
    sheet->state = open ? ASKED_OPEN : (enum asked_state)reply->state;
    sheet->given = open ? none : reply->given;
    for (uint32_t i = 0; i < round->count; i++)
        sheet->wedges[i] = wedge_of_reply(&round->asked[i], &round->asked[i].replies[player - 1]);
}

/* Lit where nobody missed it; who let it pass missed nothing. */
static enum wedge_state wedge_of_both(const struct asked *asked) {
    bool right = false, wrong = false;
    for (uint8_t i = 0; i < (uint8_t)PLAYERS; i++) {
        right = right || asked->replies[i].state == ASKED_RIGHT;
        wrong = wrong || asked->replies[i].state == ASKED_WRONG;
    }
    return wrong ? WEDGE_MISS : right ? WEDGE_LIT : WEDGE_TODO;
}

void sheet_share(struct sheet *sheet, const struct round *round, uint32_t index, const struct view *view) {
    sheet->replies = round->asked[index].replies;
    for (uint8_t i = 0; i < (uint8_t)PLAYERS; i++) sheet->names[i] = duo_name(view, (uint8_t)(i + 1));
    for (uint32_t i = 0; i < round->count; i++) sheet->wedges[i] = wedge_of_both(&round->asked[i]);
}

struct sheet sheet_of(const struct app *app, const struct app_world *world, uint32_t index) {
    const struct round *round = &app->round;
    assert(index < round->count);
    const struct asked *asked = &round->asked[index];
    struct sheet sheet = {.question = round_question(round, index, world->quiz),
                          .state = (enum asked_state)asked->state,
                          .given = asked->state == ASKED_OPEN ? app->draft : asked->given,
                          .planned = round->planned,
                          .returns = asked->return_of != 0,
                          .attended = app_is_attended(app)};
    sheet.number = sheet.returns ? asked->return_of : index + 1;
    for (uint32_t i = 0; i < sheet.planned && i < round->count; i++)
        sheet.wedges[i] = wedge_of(&round->asked[i]);
    if (sheet.returns && asked->state == ASKED_OPEN) sheet.wedges[sheet.number - 1] = WEDGE_NOW;
    sheet.returns_later = asked->state == ASKED_WRONG && !asked->return_of;
    sheet.last = round_is_over(round);
    sheet.complete = asked_is_complete(asked, &app->draft);
    return sheet;
}

static void paint_number(struct view *view, struct spot middle, int32_t size, uint32_t number) {
    struct style style = {ROLE_PROGRESS, COLOR_INK, COLOR_GROUND, FACE_SERIF_BOLD, size, ALIGN_MIDDLE, -1};
    paint_text(view, &style, middle.x, middle.y - size / 2, str_of(arena_printf(view->arena, "%u", number)));
}

/* The side of the question that was answered just now comes about; the others have done so before. */
static void paint_sides(struct view *view, const struct sheet *sheet, const struct ring *ring) {
    int32_t shares[5];
    for (uint32_t i = 0; i < 5; i++) shares[i] = MOTION_WHOLE;
    if (sheet->fresh) shares[sheet->number - 1] = motion_at(view, MOTION_PAGE, MOTION_OUT, 300);
    ring_paint_coming(view, ROLE_PROGRESS, ring, sheet->wedges, shares, WEDGE_NOW);
}

static void paint_ring(struct view *view, const struct sheet *sheet, struct box box) {
    int32_t radius = box.w * 52 / 100;
    struct ring ring = {{box.x + box.w / 2, box.y + box.w * 53 / 100},
                        radius,
                        radius * 64 / 100,
                        radius * 14 / 100,
                        radius * 3 / 100,
                        radius * 35 / 1000,
                        2};
    paint_sides(view, sheet, &ring);
    paint_number(view, ring.middle, box.w * 37 / 100, sheet->number);
}

static void paint_progress_window(struct view *view, struct box box, enum wedge_state state) {
    if (state == WEDGE_LIT)
        paint_lamp(view, ROLE_PROGRESS, box, 30);
    else if (state == WEDGE_NOW)
        paint_rect(view, ROLE_PROGRESS, COLOR_INK, box, 30);
    else
        paint_frame(view, ROLE_PROGRESS, state == WEDGE_MISS ? COLOR_WRONG : COLOR_LINE, box, 30, 36);
    struct spot middle = {box.x + box.w / 2, box.y + box.h / 2};
    if (state == WEDGE_MISS) paint_cross(view, ROLE_PROGRESS, COLOR_WRONG, middle, box.w * 8 / 10, 30);
}

/* More than five questions are a house of windows. */
static void paint_windows(struct view *view, const struct sheet *sheet, struct box box) {
    enum { PITCH = 290, WINDOW = 230, ACROSS = 5 };
    int32_t storeys = ((int32_t)sheet->planned + ACROSS - 1) / ACROSS;
    int32_t top = box.y + (box.w - storeys * PITCH + PITCH - WINDOW) / 2;
    for (uint32_t i = 0; i < sheet->planned; i++) {
        struct box window = {box.x + (int32_t)(i % ACROSS) * PITCH, top + (int32_t)(i / ACROSS) * PITCH,
                             WINDOW, WINDOW};
        paint_progress_window(view, window, sheet->wedges[i]);
    }
}

static struct str usual_line(const struct view *view, const struct sheet *sheet) {
    struct arena *arena = view->arena;
    if (sheet->returns) return word_get(WORD_RETURN);
    enum word word = view->large ? WORD_OF_N_SHORT : WORD_OF_N;
    const struct word_value values[] = {{"n", word_chinese(arena, sheet->planned)}, {NULL, STR("")}};
    return word_fill(arena, word, values);
}

static struct str usual_title(const struct view *view, const struct sheet *sheet) {
    const struct word_value values[] = {{"n", word_chinese(view->arena, sheet->number)}, {NULL, STR("")}};
    return word_fill(view->arena, WORD_QUESTION_N, values);
}

void sheet_progress(struct view *view, const struct sheet *sheet, struct box box) {
    if (sheet->planned <= 5)
        paint_ring(view, sheet, box);
    else
        paint_windows(view, sheet, box);
}

void sheet_head(struct frame *frame, const struct sheet *sheet, struct str title, struct str line) {
    enum { SIZE = 1400, WORDMARK = 640 };
    struct view *view = frame->view;
    sheet_progress(view, sheet, (struct box){FRAME_MARGIN, 500, SIZE, SIZE});
    int32_t x = FRAME_MARGIN + 1800, mark = frame->w - FRAME_MARGIN - wordmark_width(WORDMARK),
            room = mark - x - 200;
    struct style style = {ROLE_HEAD,  COLOR_INK, COLOR_GROUND, FACE_SERIF_BOLD, view->large ? 600 : 460,
                          ALIGN_LEFT, -1};
    paint_text(view, &style, x, view->large ? 640 : 720, title.len ? title : usual_title(view, sheet));
    style = (struct style){ROLE_HEAD,  COLOR_INK2, COLOR_GROUND, FACE_SANS, view->large ? 360 : 280,
                           ALIGN_LEFT, -1};
    if (!line.len) line = usual_line(view, sheet);
    style.size = paint_size_for(view, &style, line, room);
    paint_text(view, &style, x, view->large ? 1460 : 1380, line);
    paint_wordmark(view, mark, 620, WORDMARK);
}
