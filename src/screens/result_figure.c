#include "screens/result_figure.h"

#include "ui/motion.h"

enum { TAG = 380, VERDICT = 280, TICK = 290, LEAST_TOTAL = 830 };
enum { ALL_SIDES = 700, WINDOW_APART = 90 };

/* One after the other, all within the same time. */
static int32_t share_of(struct view *view, uint32_t i, uint32_t count) {
    int32_t apart = ALL_SIDES / (int32_t)count;
    return motion_at(view, MOTION_PAGE, MOTION_OUT + (int32_t)i * apart, apart);
}

/* What those that are lit by now are worth. */
static uint32_t score_by_now(struct view *view, const struct score_figure *figure) {
    uint32_t lit = 0, by_now = 0;
    for (uint32_t i = 0; i < figure->count; i++) {
        if (figure->wedges[i] != WEDGE_LIT) continue;
        lit++;
        by_now += share_of(view, i, figure->count) > 0;
    }
    return by_now < lit ? figure->score * by_now / lit : figure->score;
}

void score_figure_name(struct score_figure *figure, const struct round *round, struct quiz *quiz,
                       struct arena *arena) {
    for (uint32_t i = 0; i < figure->count && figure->count <= 5; i++) {
        const struct question *question = round_question(round, i, quiz);
        struct str tag = str_of(*question->tag ? question->tag : question->topic);
        const struct word_value values[] = {{"n", word_chinese(arena, i + 1)}, {NULL, STR("")}};
        figure->tags[i] =
            tag.len ? str_of(arena_text(arena, tag.at, tag.len)) : word_fill(arena, WORD_QUESTION_N, values);
    }
}

/* The word beside a side of the ring, and below it whether that side is lit; of one that was let pass,
 * nothing. */
static void paint_tag(struct view *view, struct spot at, enum align align, struct str tag,
                      enum wedge_state state, int32_t room, int32_t share) {
    bool lit = state == WEDGE_LIT;
    struct style style = {ROLE_LABEL, COLOR_INK, COLOR_GROUND, FACE_SANS_BOLD, TAG, align, -1};
    style.size = paint_size_for(view, &style, tag, room);
    paint_text(view, &style, at.x, at.y + (TAG - style.size) / 2, tag);
    if (state == WEDGE_TODO) return;
    struct str said = word_get(lit ? WORD_LIT : WORD_LOOK_AGAIN);
    struct style small = {
        ROLE_LABEL, lit ? COLOR_RIGHT : COLOR_WRONG, COLOR_GROUND, FACE_SANS_BOLD, VERDICT, ALIGN_LEFT, -1};
    int32_t w = paint_width(view, &small, said) + 360, y = at.y + TAG * 132 / 100;
    int32_t x = align == ALIGN_LEFT ? at.x : align == ALIGN_RIGHT ? at.x - w : at.x - w / 2;
    struct spot sign = {x + 140, y + VERDICT / 2};
    struct motion_mark mark = motion_mark(view);
    if (lit)
        paint_tick(view, ROLE_LABEL, small.color, sign, TICK, 50);
    else
        paint_cross(view, ROLE_LABEL, small.color, sign, TICK, 50);
    paint_text(view, &small, x + 360, y, said);
    motion_raise_since(view, mark, 0, share);
}

static struct spot tag_spot(const struct ring *ring, uint32_t side) {
    struct spot at = ring_beside(ring, side, 0);
    if (side == 2) return (struct spot){at.x, at.y + 220};
    int32_t out = side == 0 || side == 1 ? 1 : -1;
    bool upper = side == 0 || side == 4;
    return (struct spot){at.x + out * (upper ? 190 : 325), at.y - (upper ? TAG + 440 : TAG / 5)};
}

/* `most`: the size of a number of two digits. */
static void paint_score(struct view *view, struct spot middle, uint32_t score, int32_t most) {
    struct style style = {
        ROLE_FIGURE,  COLOR_INK, COLOR_GROUND, FACE_SERIF_BOLD, score < 100 ? most : most * 11 / 12,
        ALIGN_MIDDLE, -1};
    bool alone = most < LEAST_TOTAL; /* a small ring has no room for two lines */
    paint_text(view, &style, middle.x, middle.y - (alone ? style.size / 2 : most * 56 / 100),
               str_of(arena_printf(view->arena, "%u", score)));
    if (alone) return;
    struct style small = {ROLE_LABEL, COLOR_INK2, COLOR_GROUND, FACE_SANS, 280, ALIGN_MIDDLE, -1};
    paint_text(view, &small, middle.x, middle.y + most * 52 / 100, word_get(WORD_OUT_OF));
}

static void paint_ring(struct view *view, const struct score_figure *figure, struct box box) {
    int32_t radius = box.h * 1000 / 2330 < 2600 ? box.h * 1000 / 2330 : 2600;
    int32_t beside = (box.w / 2 - 1680) * 1000 / 769; /* room for five characters at each side */
    if (radius > beside) radius = beside;
    struct ring ring = {{box.x + box.w / 2, box.y + radius + 120}, radius, radius * 57 / 100, 130, 60, 40, 5};
    int32_t shares[5];
    for (uint32_t i = 0; i < 5; i++) shares[i] = share_of(view, i, 5);
    ring_paint_coming(view, ROLE_FIGURE, &ring, figure->wedges, shares, WEDGE_TODO);
    for (uint32_t i = 0; i < figure->count && i < 5; i++) {
        struct spot at = tag_spot(&ring, i);
        enum align align = i == 2 ? ALIGN_MIDDLE : i < 2 ? ALIGN_LEFT : ALIGN_RIGHT;
        int32_t room = i == 2 ? radius * 9 / 10 : i < 2 ? box.x + box.w - at.x : at.x - box.x;
        paint_tag(view, at, align, figure->tags[i], figure->wedges[i], room, shares[i]);
    }
    int32_t size = radius * 48 / 100;
    paint_score(view, ring.middle, score_by_now(view, figure), size < 1200 ? size : 1200);
}

/* More than five questions: a house with a window for each. */
static void paint_house(struct view *view, const struct score_figure *figure, struct box box) {
    enum { ACROSS = 5 };
    int32_t storeys = ((int32_t)figure->count + ACROSS - 1) / ACROSS,
            pitch = (box.h - 1300) / (storeys > 3 ? storeys : 3);
    int32_t most = (box.w - 2600) / ACROSS; /* the score stands beside */
    if (pitch > most) pitch = most;
    if (pitch > 1000) pitch = 1000;
    int32_t side = pitch * 72 / 100, left = box.x + (box.w - ACROSS * pitch - 2600) / 2,
            top = box.y + (box.h - storeys * pitch) / 2;
    for (uint32_t i = 0; i < figure->count; i++) {
        struct box window = {left + (int32_t)(i % ACROSS) * pitch, top + (int32_t)(i / ACROSS) * pitch, side,
                             side};
        struct spot middle = {window.x + side / 2, window.y + side / 2};
        struct motion_mark mark = motion_mark(view);
        bool missed = figure->wedges[i] == WEDGE_MISS;
        if (figure->wedges[i] == WEDGE_LIT)
            paint_lamp(view, ROLE_FIGURE, window, side * 13 / 100);
        else
            paint_frame(view, ROLE_FIGURE, missed ? COLOR_WRONG : COLOR_LINE, window, side * 13 / 100, 40);
        if (missed) paint_cross(view, ROLE_FIGURE, COLOR_WRONG, middle, side * 7 / 10, 50);
        motion_raise_since(view, mark, 0, share_of(view, i, figure->count));
    }
    struct spot score = {left + ACROSS * pitch + 1500, box.y + box.h / 2};
    paint_score(view, score, score_by_now(view, figure), 1200);
}

void score_figure_paint(struct view *view, const struct score_figure *figure, struct box box) {
    if (figure->count <= 5)
        paint_ring(view, figure, box);
    else
        paint_house(view, figure, box);
}

static void paint_own_window(struct view *view, struct box window, int32_t share) {
    if (share < MOTION_WHOLE) paint_frame(view, ROLE_CITY, COLOR_ON_STREET2, window, 20, 20);
    if (!share) return;
    paint_rect(view, ROLE_CITY, COLOR_LAMP, window, 20);
    paint_alpha(view, (uint8_t)(255 * (int64_t)share / MOTION_WHOLE));
}

/* The visitor's own house in front of the city: five-sided, a window per question. Its windows go on when the
   result has been told. */
void own_house_paint(struct view *view, int32_t middle, int32_t street, uint32_t lit, uint32_t count) {
    enum { MOST = 7, PITCH = 270, WALL = 620 };
    int32_t across = count < MOST ? (int32_t)count : MOST, w = across * PITCH + 160, x = middle - w / 2;
    const struct spot house[5] = {{x, street + 10},
                                  {x, street - WALL},
                                  {middle, street - WALL - w * 36 / 100},
                                  {x + w, street - WALL},
                                  {x + w, street + 10}};
    paint_polygon(view, ROLE_CITY, COLOR_STREET, house, 5, 0);
    paint_stroke(view, ROLE_CITY, COLOR_LAMP, house, 5, 32);
    for (int32_t i = 0; i < across; i++) {
        struct box window = {x + 120 + i * PITCH, street - WALL + 150, 190, 270};
        int32_t begin = MOTION_OUT + ALL_SIDES + i * WINDOW_APART;
        paint_own_window(view, window,
                         i < (int32_t)lit ? motion_at(view, MOTION_PAGE, begin, WINDOW_APART) : 0);
    }
}
