#include "screens/parts.h"
#include "screens/sheet.h"

void about_update(struct app *app, const struct app_world *world, const struct message *message,
                  struct effects *effects) {
    (void)effects;
    switch (message->type) {
    case MSG_CARDS:
        app_show(app, SCREEN_CARDS);
        break;
    case MSG_AGAIN:
        app_new_round(app, world);
        break;
    default: /* home is everybody's */
        break;
    }
}

enum { TITLE_TOP = 1640, KEY = 1300 };

/* What does not fit is paged, so 大字 need not yield to it. */
static const int32_t body_sizes[] = {420, 400, 370, 0}, body_large[] = {546, 500, 480, 0};
static const int32_t small_sizes[] = {320, 300, 280, 0}, small_large[] = {400, 380, 364, 0};

static void add(struct flow *flow, struct str text, enum face face, enum color color, const int32_t *sizes,
                int32_t before) {
    flow_add(flow, (struct flow_block){.text = text,
                                       .role = ROLE_BODY,
                                       .color = color,
                                       .face = face,
                                       .sizes = sizes,
                                       .pitch_percent = 145,
                                       .before = before});
}

static const char *part(struct arena *arena, const char *text) {
    return text && *text ? arena_printf(arena, "　%s", text) : "";
}

/* All sources in one block, a line each: there may be hundreds, and pages take care of that. */
static struct str all_sources(struct arena *arena, const struct content *content) {
    struct buf out;
    buf_init(&out);
    for (uint32_t i = 0; i < content->source_count; i++) {
        const struct source *source = &content->sources[i];
        buf_printf(&out, "%s%s%s%s", i ? "\n" : "", source->title, part(arena, source->publisher),
                   part(arena, source->date));
    }
    struct str text = {arena_text(arena, out.at, out.len), out.len};
    buf_finish(&out);
    return text;
}

void about_view(const struct app *app, const struct app_world *world, struct view *view) {
    struct frame frame = frame_begin(view, app, world, FRAME_PLAIN);
    struct flow *flow = ARENA_NEW(view->arena, struct flow);
    const int32_t *body = view->large ? body_large : body_sizes,
                  *small = view->large ? small_large : small_sizes;
    frame_split(&frame, frame.w > 15000 ? 330 : 400);
    frame_head(&frame, STR(""));
    int32_t y = frame_title(&frame, (struct box){frame.text.x, TITLE_TOP, frame.text.w, 1200},
                            word_get(WORD_ABOUT_TITLE), ALIGN_LEFT) +
                400;
    add(flow, word_get(WORD_ABOUT_LEAD), FACE_SANS, COLOR_INK, body, 0);
    add(flow, word_get(WORD_ABOUT_PRIVACY), FACE_SANS, COLOR_INK, body, 60);
    add(flow, word_get(WORD_ABOUT_SOURCES), FACE_SANS_BOLD, COLOR_INK, body, 120);
    add(flow, all_sources(view->arena, world->content), FACE_SANS, COLOR_INK2, small, 90);
    struct box key = {frame.touch.x, frame.chips.y - 260 - KEY, frame.touch.w, KEY};
    struct box box = {frame.text.x, y, frame.text.w,
                      (view->portrait ? key.y - 300 : frame.text.y + frame.text.h) - y};
    flow_fit(view, flow, box.w, box.h);
    flow_paint(view, flow, box, app->ui.page % flow->pages);
    struct button button = {key,
                            BUTTON_PRIMARY,
                            word_get(WORD_START),
                            view->large ? 580 : 480,
                            ICON_NONE,
                            message_of(MSG_AGAIN, 0),
                            false};
    if (flow->pages > 1) {
        struct box left = key;
        left.w = key.w * 44 / 100;
        button.box.x += left.w + 220;
        button.box.w -= left.w + 220;
        struct button more = {
            left,
            BUTTON_SECOND,
            word_numbers(view->arena, WORD_MORE, app->ui.page % flow->pages + 1, flow->pages),
            view->large ? 480 : 400,
            ICON_NONE,
            message_of(MSG_MORE, 0),
            false};
        button_paint(view, &more);
    }
    button_paint(view, &button);
    const struct chip chips[] = {chip_of(ICON_CARDS, WORD_CARDS, MSG_CARDS), chip_large(app),
                                 chip_of(ICON_HOME, WORD_HOME, MSG_HOME)};
    frame_chips(&frame, chips, 3);
}
