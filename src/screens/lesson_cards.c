#include "screens/card_page.h"
#include "screens/lesson.h"

/* How a lesson begins: the choice of a topic, then its cards. */

/* The topic that the site names comes first and is what the remote's key begins with. */
static uint32_t first_topic(const struct app_world *world) {
    return *world->content->settings.topic ? 1 : 0;
}

void lesson_home_update(struct app *app, const struct app_world *world, const struct message *message) {
    switch (message->type) {
    case MSG_NEXT:
    case MSG_CARDS:
        lesson_begin(app, world, first_topic(world));
        break;
    case MSG_TOPIC:
        if (message->value >= 0) lesson_begin(app, world, (uint32_t)message->value);
        break;
    case MSG_AGAIN: /* no cards */
        app->topic = (uint16_t)first_topic(world);
        app_new_round(app, world);
        break;
    default:
        break;
    }
}

static struct str topic_text(const struct frame *frame, const struct app_world *world, const char *name) {
    struct arena *arena = frame->view->arena;
    uint32_t cards = lesson_topic_cards(frame->app, world, name);
    const struct word_value values[] = {
        {"t", str_of(name)}, {"n", str_of(arena_printf(arena, "%u", cards))}, {NULL, STR("")}};
    return word_fill(arena, WORD_LESSON_CARDS_OF, values);
}

/* As many as rows hold, after the first `from`. False: there are none. */
static bool fit_topics(struct rows *rows, const struct frame *frame, const struct app_world *world,
                       struct box box, uint32_t from) {
    static const int32_t sizes[] = {520, 500, 460, 430, 400, 370, 350, 0};
    *rows = (struct rows){.want = 1250, .least = 900, .gap = 220, .sizes = sizes, .projected = true};
    for (uint32_t i = from; i < from + ROWS_MOST; i++) {
        const char *name = lesson_topic_name(frame->app, world, i + 1);
        if (!name) break;
        rows->list[rows->count++] = (struct row){.text = topic_text(frame, world, name),
                                                 .message = message_of(MSG_TOPIC, (int32_t)i + 1),
                                                 .index = (uint8_t)(i - from)};
    }
    rows->columns = rows->count > 3 && !frame->view->portrait ? 2 : 1;
    if (rows->count) rows_fit(frame->view, rows, box.w, box.h);
    return rows->count > 0;
}

/* More than the rows hold go on behind their last page. */
static uint32_t topic_pages(struct rows *rows, const struct frame *frame, const struct app_world *world,
                            struct box box) {
    uint32_t pages = 0;
    for (uint32_t from = 0; fit_topics(rows, frame, world, box, from); from += ROWS_MOST)
        pages += rows->pages;
    return pages;
}

static void paint_topics(struct rows *rows, const struct frame *frame, const struct app_world *world,
                         struct box box, uint32_t page) {
    for (uint32_t from = 0; fit_topics(rows, frame, world, box, from); from += ROWS_MOST) {
        if (page < rows->pages) {
            rows_paint(frame->view, rows, box, page);
            return;
        }
        page -= rows->pages;
    }
}

/* Names the topic that it begins with. */
static struct str start_text(const struct app_world *world, struct arena *arena) {
    const char *topic = world->content->settings.topic;
    const struct word_value values[] = {{"t", str_of(topic)}, {NULL, STR("")}};
    return *topic ? word_fill(arena, WORD_LESSON_START_WITH, values) : word_get(WORD_LESSON_START);
}

void lesson_home_view(const struct app *app, const struct app_world *world, struct view *view) {
    struct frame frame = lesson_frame(view, app, world);
    struct rows *rows = ARENA_NEW(view->arena, struct rows);
    lesson_head(&frame, NULL, STR(""), word_get(WORD_WEEK));
    int32_t top = frame_title(&frame, (struct box){frame.text.x, frame.text.y, frame.text.w, 1200},
                              word_get(WORD_LESSON_TOPICS), ALIGN_LEFT) +
                  500;
    struct box box = {frame.text.x, top, frame.text.w, frame.text.y + frame.text.h - top};
    uint32_t pages = topic_pages(rows, &frame, world, box), page = pages ? app->ui.page % pages : 0;
    paint_topics(rows, &frame, world, box, page);
    struct lesson_foot foot = {.at_home = true,
                               .second = lesson_button(BUTTON_SECOND, word_get(WORD_LESSON_ASK), ICON_NONE,
                                                       message_of(MSG_AGAIN, 0)),
                               .primary = lesson_button(BUTTON_PRIMARY, start_text(world, view->arena),
                                                        ICON_NEXT, message_of(MSG_NEXT, 0)),
                               .page = page,
                               .pages = pages};
    lesson_foot(&frame, &foot);
}

void lesson_card_update(struct app *app, const struct app_world *world, const struct message *message) {
    switch (message->type) {
    case MSG_NEXT:
        lesson_turn_card(app, world, 1);
        break;
    case MSG_TURN:
        lesson_turn_card(app, world, message->value < 0 ? -1 : 1);
        break;
    case MSG_AGAIN: /* enough of cards */
        lesson_ask_on(app, world);
        break;
    default:
        break;
    }
}

static struct flow_block block_of(struct str text, enum face face, const int32_t *sizes, int32_t before) {
    return (struct flow_block){.text = text,
                               .role = ROLE_BODY,
                               .color = COLOR_INK,
                               .face = face,
                               .sizes = sizes,
                               .pitch_percent = 145,
                               .before = before};
}

static void collect_words(struct flow *flow, struct view *view, const struct card *card) {
    static const int32_t lead[] = {560, 540, 520, 500, 460, 430, 400, 370, 350, 0},
                         body[] = {460, 440, 420, 420, 410, 400, 390, 370, 350, 0}, source[] = {360, 350, 0};
    flow_add(flow, block_of(str_of(card->lead), FACE_SANS_BOLD, lead, 0));
    flow_add(flow, block_of(str_of(card->body), FACE_SANS, body, 70));
    if (*card->remember) {
        const char *text = arena_printf(view->arena, "%s　%s", word_get(WORD_REMEMBER).at, card->remember);
        flow_add(flow, block_of(str_of(text), FACE_SANS_BOLD, body, 90));
    }
    uint32_t first = flow->count;
    flow_add_source(flow, view->arena, card->record.source, str_of(card->record.quote));
    for (uint32_t i = first; i < flow->count; i++) flow->blocks[i].sizes = source;
}

/* Does what was drawn since then have words, all large enough? */
static bool reads_from_afar(const struct view *view, uint32_t since) {
    const struct draw_list *list = view->list;
    bool words = false;
    for (uint32_t i = since; i < list->command_count; i++) {
        if (list->commands[i].kind != DRAW_TEXT) continue;
        if (list->commands[i].size < view_px(view, LESSON_FLOOR)) return false;
        words = true;
    }
    return words;
}

/* The figure, where it can be drawn large enough to be read from afar. */
static bool paint_figure(struct frame *frame, const struct card *card, struct box box) {
    struct draw_list *list = frame->view->list;
    uint32_t commands = list->command_count, panels = list->panel_count;
    if (!card_has_figure(card) || !figure_paint(frame, card, box)) return false;
    if (reads_from_afar(frame->view, commands)) return true;
    list->command_count = commands;
    list->panel_count = panels;
    return false;
}

static bool paint_picture(struct frame *frame, const struct card *card, struct box box) {
    if (!*card->image) return false;
    int32_t side = box.w < box.h ? box.w : box.h;
    if (side > 4400) side = 4400;
    paint_icon(frame->view, ROLE_PICTURE, card->image,
               (struct box){box.x + (box.w - side) / 2, box.y + (box.h - side) / 2, side, side});
    return true;
}

/* Where the words go: beside the figure or below it, or all over the page. */
static struct box paint_shown(struct frame *frame, const struct card *card) {
    struct box figure, words;
    lesson_split(frame, 48, &figure, &words);
    if (paint_figure(frame, card, figure)) return words;
    lesson_split(frame, 28, &figure, &words);
    bool room = frame->view->portrait || frame->w > 15000;
    return room && paint_picture(frame, card, figure) ? words : frame->text;
}

void lesson_card_view(const struct app *app, const struct app_world *world, struct view *view) {
    if (!app_shows_card(app, world, app->card)) return;
    const struct card *card = &world->content->cards[app->card];
    struct frame frame = lesson_frame(view, app, world);
    struct flow *flow = ARENA_NEW(view->arena, struct flow);
    const char *topic = lesson_topic(app, world);
    uint32_t count, place = lesson_card_place(app, world, &count);
    struct str status = topic ? str_of(topic) : word_get(WORD_LESSON_ALL);
    lesson_head(&frame, NULL, word_numbers(view->arena, WORD_CARD_NTH, place, count), status);
    struct box words = paint_shown(&frame, card);
    int32_t top =
        frame_title(&frame, (struct box){words.x, words.y, words.w, 2000}, str_of(card->title), ALIGN_LEFT) +
        350;
    words.h -= top - words.y;
    words.y = top;
    collect_words(flow, view, card);
    flow_fit(view, flow, words.w, words.h);
    uint32_t page = app->ui.page % flow->pages;
    flow_paint(view, flow, words, page);
    bool last = place == count;
    struct lesson_foot foot = {
        .back = lesson_has_card_before(app, world),
        .primary = lesson_button(BUTTON_PRIMARY, word_get(last ? WORD_LESSON_TO_QUESTIONS : WORD_NEXT_CARD),
                                 ICON_NEXT, message_of(MSG_NEXT, 0)),
        .page = page,
        .pages = flow->pages};
    if (!last)
        foot.second =
            lesson_button(BUTTON_SECOND, word_get(WORD_LESSON_ASK), ICON_NONE, message_of(MSG_AGAIN, 0));
    lesson_foot(&frame, &foot);
}
