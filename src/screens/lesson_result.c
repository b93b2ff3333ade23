#include "screens/lesson.h"

/* The closing board: what the class knew, the hardest question with its answer, and one thing to take home.
 */

enum { WINDOW = 900, WINDOW_GAP = 260, SCORE = 1600 };

static enum wedge_state window_of(const struct asked *asked) {
    return asked->state == ASKED_RIGHT ? WEDGE_LIT : asked->state == ASKED_WRONG ? WEDGE_MISS : WEDGE_TODO;
}

static void paint_window(struct view *view, struct box box, enum wedge_state state) {
    if (state == WEDGE_LIT)
        paint_lamp(view, ROLE_FIGURE, box, box.w * 13 / 100);
    else
        paint_frame(view, ROLE_FIGURE, state == WEDGE_MISS ? COLOR_WRONG : COLOR_LINE, box, box.w * 13 / 100,
                    40);
    struct spot middle = {box.x + box.w / 2, box.y + box.h / 2};
    if (state == WEDGE_MISS) paint_cross(view, ROLE_FIGURE, COLOR_WRONG, middle, box.w * 5 / 10, 50);
}

/* A house of windows, five to a storey. */
static void paint_house(struct view *view, const struct round *round, struct box box) {
    int32_t storeys = (round->planned + 4) / 5, side = (box.w - 4 * WINDOW_GAP) / 5;
    int32_t low = storeys ? (box.h - (storeys - 1) * WINDOW_GAP) / storeys : side;
    if (side > low) side = low;
    if (side > WINDOW) side = WINDOW;
    for (uint32_t i = 0; i < round->planned && i < round->count; i++) {
        struct box window = {box.x + (int32_t)(i % 5) * (side + WINDOW_GAP),
                             box.y + (int32_t)(i / 5) * (side + WINDOW_GAP), side, side};
        paint_window(view, window, window_of(&round->asked[i]));
    }
}

static void paint_score(struct frame *frame, struct box box) {
    struct view *view = frame->view;
    const struct round *round = &frame->app->round;
    uint32_t right = round_right(round);
    struct style label = {ROLE_LABEL, COLOR_INK2, COLOR_GROUND, FACE_SANS, 420, ALIGN_LEFT, -1};
    struct style score = {ROLE_TITLE, COLOR_INK, COLOR_GROUND, FACE_SERIF_BOLD, SCORE, ALIGN_LEFT, -1};
    bool answered = round_answered(round) > 0;
    if (!answered) score.size = 700;
    struct str text = answered ? str_of(arena_printf(view->arena, "%u / %u", right, (unsigned)round->planned))
                               : word_number(view->arena, WORD_LESSON_SEEN, round->planned);
    score.size = paint_size_for(view, &score, text, box.w);
    if (answered) paint_text(view, &label, box.x, box.y, word_get(WORD_LESSON_RESULT));
    paint_text(view, &score, box.x - 40, box.y + 560, text);
    int32_t top = box.y + 560 + SCORE + 350;
    paint_house(view, round, (struct box){box.x, top, box.w, box.y + box.h - top});
}

static struct flow_block block_of(struct str text, enum role role, enum face face, enum color color,
                                  const int32_t *sizes, int32_t before) {
    return (struct flow_block){.text = text,
                               .role = role,
                               .color = color,
                               .face = face,
                               .sizes = sizes,
                               .pitch_percent = 140,
                               .before = before};
}

static const char *answer_text(struct arena *arena, const struct question *question) {
    const char *text = "", *between = question->form == FORM_FILL ? "" : "、";
    for (uint32_t i = 0; i < question->key.count; i++)
        text = arena_printf(arena, "%s%s%s", text, *text ? between : "",
                            question->options[question->key.picks[i]]);
    return text;
}

static const int32_t label_sizes[] = {380, 360, 0}, title_sizes[] = {700, 640, 580, 0};

static void add_hardest(struct flow *flow, struct arena *arena, const struct app *app,
                        const struct app_world *world) {
    static const int32_t stems[] = {560, 520, 480, 440, 420, 400, 370, 350, 0},
                         answers[] = {500, 460, 440, 420, 400, 380, 360, 350, 0};
    uint32_t index;
    if (!lesson_hardest(&app->round, &index)) return;
    const struct question *question = round_question(&app->round, index, world->quiz);
    /* The question lives only until the next one is made. */
    const char *stem = arena_printf(arena, "%s", question->stem),
               *answer = arena_printf(arena, "%s　%s", word_get(WORD_RIGHT_ANSWER).at,
                                      answer_text(arena, question));
    flow_add(flow,
             block_of(word_get(WORD_LESSON_HARDEST), ROLE_LABEL, FACE_SANS_BOLD, COLOR_INK2, label_sizes, 0));
    flow_add(flow, block_of(str_of(stem), ROLE_BODY, FACE_SERIF_BOLD, COLOR_INK, stems, 40));
    flow_add(flow, block_of(str_of(answer), ROLE_BODY, FACE_SANS_BOLD, COLOR_RIGHT, answers, 50));
}

static const char *thing_to_do(const struct app *app, const struct app_world *world) {
    const char *topic = lesson_topic(app, world), *any = NULL;
    uint32_t count = world->content->card_count, from = count ? app->round.first % count : 0;
    for (uint32_t i = 0; i < count; i++) {
        uint32_t index = (from + i) % count;
        const struct card *card = &world->content->cards[index];
        const char *thing = *card->todo ? card->todo : card->remember;
        if (!app_shows_card(app, world, (int32_t)index) || !*thing) continue;
        if (!topic || str_is(str_of(card->record.topic), topic)) return thing;
        if (!any) any = thing;
    }
    return any;
}

static void add_thing(struct flow *flow, const char *thing) {
    static const int32_t sizes[] = {520, 480, 460, 440, 420, 400, 370, 350, 0};
    if (!thing) return;
    flow_add(flow, block_of(word_get(WORD_ONE_THING), ROLE_LABEL, FACE_SANS_BOLD, COLOR_INK2, label_sizes,
                            flow->count ? 170 : 0));
    flow_add(flow, block_of(str_of(thing), ROLE_BODY, FACE_SANS_BOLD, COLOR_INK, sizes, 40));
}

void lesson_result_view(const struct app *app, const struct app_world *world, struct view *view) {
    struct frame frame = lesson_frame(view, app, world);
    struct box left, right;
    struct flow *flow = ARENA_NEW(view->arena, struct flow);
    const char *topic = lesson_topic(app, world);
    bool missed = round_missed(&app->round) > 0;
    lesson_split(&frame, 40, &left, &right);
    lesson_head(&frame, NULL, topic ? str_of(topic) : STR(""), word_get(WORD_LESSON_ENDED));
    paint_score(&frame, left);
    if (!missed && round_right(&app->round) == app->round.planned && app->round.planned)
        flow_add(flow, block_of(word_get(WORD_LESSON_ALL_RIGHT), ROLE_BODY, FACE_SERIF_BOLD, COLOR_INK,
                                title_sizes, 0));
    add_hardest(flow, view->arena, app, world);
    add_thing(flow, thing_to_do(app, world));
    uint32_t page = 0;
    if (flow->count) {
        flow_fit(view, flow, right.w, right.h);
        page = app->ui.page % flow->pages;
        flow_paint(view, flow, right, page);
    }
    struct button again = lesson_button(missed ? BUTTON_SECOND : BUTTON_PRIMARY, word_get(WORD_AGAIN),
                                        ICON_NONE, message_of(MSG_AGAIN, 0));
    struct lesson_foot foot = {.primary = again, .page = page, .pages = flow->pages};
    if (missed) foot.second = again;
    if (missed)
        foot.primary =
            lesson_button(BUTTON_PRIMARY, word_get(WORD_LESSON_REVIEW), ICON_NEXT, message_of(MSG_REVIEW, 0));
    lesson_foot(&frame, &foot);
}
