#include "ui/flow.h"

#include <assert.h>

enum { BAR = 60, BAR_OVER = 50 };

void flow_add(struct flow *flow, struct flow_block block) {
    assert(flow->count < FLOW_BLOCKS);
    if (!block.text.len) return;
    flow->blocks[flow->count++] = block;
    uint32_t steps = 0;
    while (block.sizes[steps]) steps++;
    if (steps > flow->steps) flow->steps = steps;
}

static int32_t size_at(const struct flow_block *block, uint32_t step) {
    uint32_t i = 0;
    while (i < step && block->sizes[i + 1]) i++;
    return block->sizes[i];
}

static int32_t gap_before(const struct view *view, const struct flow *flow, uint32_t i) {
    if (i == 0) return 0;
    const struct flow_block *block = &flow->blocks[i];
    return view_px(view, size_at(block, flow->step) * block->before / 100);
}

static int32_t pitch_at(int32_t size, int32_t percent) {
    return (size * percent + 50) / 100;
}

/* Cheap: counts lines, breaks nothing. */
static int32_t needed_at(struct view *view, struct flow *flow, uint32_t step, int32_t width) {
    int32_t total = 0;
    flow->step = step;
    for (uint32_t i = 0; i < flow->count; i++) {
        const struct flow_block *block = &flow->blocks[i];
        int32_t size = view_px(view, size_at(block, step));
        uint32_t lines = lines_needed(block->text, view_px(view, width - block->indent), view->metrics,
                                      view_face(view, block->face), size, view->arena);
        total += gap_before(view, flow, i) + lines_height(lines, size, pitch_at(size, block->pitch_percent));
    }
    return total;
}

static void set_blocks(struct view *view, struct flow *flow, int32_t width, int32_t spare) {
    for (uint32_t i = 0; i < flow->count; i++) {
        const struct flow_block *block = &flow->blocks[i];
        int32_t size = view_px(view, size_at(block, flow->step)),
                pitch = pitch_at(size, block->pitch_percent);
        int32_t px = view_px(view, width - block->indent);
        enum face face = view_face(view, block->face);
        uint32_t fewest = lines_needed(block->text, px, view->metrics, face, size, view->arena);
        uint32_t most = spare >= pitch ? fewest + 1 : fewest;
        struct lines lines = lines_break(block->text, px, most, view->metrics, face, size, view->arena);
        flow->fits[i] = (struct fit){size, pitch, flow->step, true, lines};
        if (lines.count > fewest) spare -= (int32_t)(lines.count - fewest) * pitch;
    }
}

/* Walks over all lines in reading order and says on which page and how far down each stands. */
struct walk {
    uint32_t block, line, page;
    int32_t y;
};

static bool begins_paragraph(const struct flow_block *block, const struct lines *lines, uint32_t line) {
    return line == 0 || (lines->list[line].text.at > block->text.at && lines->list[line].text.at[-1] == '\n');
}

/* From here on, what must stand on one page: a line, or a short paragraph that begins. */
static int32_t together(const struct flow_block *block, const struct fit *fit, uint32_t line) {
    enum { SHORT = 3 };
    uint32_t end = line + 1;
    while (end < fit->lines.count && !begins_paragraph(block, &fit->lines, end)) end++;
    bool whole = begins_paragraph(block, &fit->lines, line) && end - line <= SHORT;
    return lines_height(whole ? end - line : 1, fit->size, fit->pitch);
}

static bool walk_next(struct view *view, const struct flow *flow, struct walk *walk, int32_t height) {
    if (walk->block == flow->count) return false;
    const struct fit *fit = &flow->fits[walk->block];
    bool first = walk->block == 0 && walk->line == 0 && walk->page == 0;
    if (!first || walk->y) {
        int32_t above = walk->line ? fit->pitch - fit->size : gap_before(view, flow, walk->block);
        walk->y += walk->y ? above : 0;
    }
    if (walk->y && walk->y + together(&flow->blocks[walk->block], fit, walk->line) > height) {
        walk->page++;
        walk->y = 0;
    }
    return true;
}

static void walk_past(const struct flow *flow, struct walk *walk) {
    walk->y += flow->fits[walk->block].size;
    if (++walk->line < flow->fits[walk->block].lines.count) return;
    walk->line = 0;
    walk->block++;
}

static void turn_pages(struct view *view, struct flow *flow, int32_t height) {
    struct walk walk = {0};
    int32_t highest = 0;
    while (walk_next(view, flow, &walk, height)) {
        walk_past(flow, &walk);
        if (walk.y > highest) highest = walk.y;
    }
    flow->pages = walk.page + 1;
    flow->height = view_u(view, highest);
}

/* The largest step at which all of it fits, else the last. */
static uint32_t largest_step(struct view *view, struct flow *flow, int32_t width, int32_t room) {
    uint32_t low = 0, high = flow->steps ? flow->steps - 1
                                         : 0; /* the answer lies between them: larger type is never lower */
    while (low < high) {
        uint32_t middle = (low + high) / 2;
        if (needed_at(view, flow, middle, width) <= room)
            high = middle;
        else
            low = middle + 1;
    }
    return low;
}

static void set_at(struct view *view, struct flow *flow, uint32_t step, int32_t width, int32_t room) {
    int32_t needed = needed_at(view, flow, step, width);
    set_blocks(view, flow, width, room - needed);
}

static bool is_headline(const struct flow_block *block) {
    return block->face == FACE_SERIF_BOLD || block->face == FACE_SANS_BOLD;
}

/* The step that was set, beside the largest: what stands out is set smaller rather than badly broken. */
static int32_t roughness(const struct flow *flow, uint32_t largest) {
    int32_t sum = 0, smallest = 1000; /* thousandths of what it could be */
    for (uint32_t i = 0; i < flow->count; i++) {
        const struct flow_block *block = &flow->blocks[i];
        if (!is_headline(block)) continue;
        int32_t share = size_at(block, flow->step) * 1000 / size_at(block, largest);
        if (share < smallest) smallest = share;
        sum += lines_roughness(&flow->fits[i].lines);
    }
    return smallest < HEADLINE_LEAST * 10 ? INT32_MAX : sum + 1000 - smallest;
}

static void smooth(struct view *view, struct flow *flow, int32_t width, int32_t room) {
    uint32_t largest = flow->step, best = largest;
    int32_t least = roughness(flow, largest);
    for (uint32_t step = largest + 1; least && step < flow->steps; step++) {
        set_at(view, flow, step, width, room);
        int32_t rough = roughness(flow, largest);
        if (rough < least) best = step;
        if (rough < least) least = rough;
    }
    if (flow->step != best) set_at(view, flow, best, width, room);
}

bool flow_fit(struct view *view, struct flow *flow, int32_t width, int32_t height) {
    int32_t room = view_px(view, height);
    set_at(view, flow, largest_step(view, flow, width, room), width, room);
    turn_pages(view, flow, room);
    if (flow->pages > 1) return false;
    smooth(view, flow, width, room);
    turn_pages(view, flow, room);
    return flow->pages <= 1;
}

/* Between a piece of a line and what stands left of it: only the whole line knows. */
static int32_t air_before(const struct view *view, const struct style *style, struct str line, size_t at,
                          size_t len) {
    enum face face = view_face(view, style->face);
    int32_t size = view_px(view, style->size);
    int32_t both = metrics_width(view->metrics, face, size, str_cut(line, 0, at + len));
    int32_t alone = metrics_width(view->metrics, face, size, str_cut(line, 0, at)) +
                    metrics_width(view->metrics, face, size, str_cut(line, at, at + len));
    return both < alone ? -view_u(view, (alone - both) / 64) : view_u(view, (both - alone) / 64);
}

/* The line in three pieces, the middle one bold. */
static void paint_strong(struct view *view, struct style style, int32_t x, int32_t y, struct str text,
                         struct str strong) {
    size_t at = str_find(text, strong);
    const struct str pieces[3] = {str_cut(text, 0, at), str_cut(text, at, at + strong.len),
                                  str_cut(text, at + strong.len, text.len)};
    struct style bold = style;
    bold.face = FACE_SANS_BOLD;
    bold.color = COLOR_INK;
    for (uint32_t i = 0; i < 3; i++) {
        const struct style *piece = i == 1 ? &bold : &style;
        if (!pieces[i].len) continue;
        x += air_before(view, &style, text, (size_t)(pieces[i].at - text.at), pieces[i].len);
        paint_text(view, piece, x, y, pieces[i]);
        x += paint_width(view, piece, pieces[i]);
    }
}

static void paint_line_of(struct view *view, const struct flow *flow, const struct walk *walk,
                          struct box box) {
    const struct flow_block *block = &flow->blocks[walk->block];
    struct fit one = flow->fits[walk->block];
    one.lines.list += walk->line;
    one.lines.count = 1;
    struct style style = {block->role, block->color, COLOR_GROUND, block->face, 0, ALIGN_LEFT, -1};
    int32_t x = box.x + block->indent, y = box.y + view_u(view, walk->y);
    struct str text = one.lines.list->text;
    if (block->strong.len && str_has(text, block->strong)) {
        style.size = size_at(block, flow->step);
        paint_strong(view, style, x, y, text, block->strong);
        return;
    }
    paint_fit(view, &style, x, y, &one);
}

static void paint_bar(struct view *view, struct box box, int32_t top, int32_t bottom) {
    struct box bar = {box.x, box.y + view_u(view, top) - BAR_OVER, BAR,
                      view_u(view, bottom - top) + 2 * BAR_OVER};
    paint_rect(view, ROLE_SOURCE, COLOR_INK2, bar, BAR / 2);
}

int32_t flow_paint(struct view *view, const struct flow *flow, struct box box, uint32_t page) {
    struct walk walk = {0};
    int32_t bar_top = -1, bar_bottom = 0, bottom = 0;
    while (walk_next(view, flow, &walk, view_px(view, box.h))) {
        const struct flow_block *block = &flow->blocks[walk.block];
        bool here = walk.page == page % flow->pages;
        if (here) paint_line_of(view, flow, &walk, box);
        if (here && block->bar && bar_top < 0) bar_top = walk.y;
        if (here) bottom = walk.y + flow->fits[walk.block].size;
        if (here && block->bar) bar_bottom = bottom;
        walk_past(flow, &walk);
    }
    if (bar_top >= 0) paint_bar(view, box, bar_top, bar_bottom);
    return box.y + view_u(view, bottom);
}
