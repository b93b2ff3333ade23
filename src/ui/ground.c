#include "ui/ground.h"

#include "base/random.h"
#include "ui/motion.h"
#include "ui/paint.h"

enum {
    MODULE = 112, /* a window and the wall around it */
    WINDOW = 56,
    SLOPE = 7265, /* tan 36° × 10000 */
    PLANES = 4,
    HORIZON = 2600,
    TALLEST = 12,
    STREAM_WINDOWS = 1,
    STREAM_FAR = 2
};

struct building {
    uint8_t wide, high; /* windows */
    char roof;          /* f flat, g gable, s steps, n none: a gap between houses */
};

static const struct building city_portrait[] = {{8, 5, 'g'},  {5, 9, 'f'},  {4, 6, 'f'}, {9, 5, 'g'},
                                                {2, 2, 'n'},  {6, 11, 's'}, {4, 8, 'f'}, {10, 5, 'g'},
                                                {5, 10, 'f'}, {3, 7, 'f'},  {2, 2, 'n'}, {8, 6, 'g'},
                                                {5, 12, 's'}, {9, 4, 'g'},  {4, 8, 'f'}, {7, 5, 'g'}};
static const struct building city_landscape[] = {
    {8, 4, 'g'},  {5, 8, 'f'}, {4, 6, 'f'}, {9, 5, 'g'}, {2, 2, 'n'}, {6, 10, 's'}, {4, 7, 'f'},
    {10, 5, 'g'}, {5, 9, 'f'}, {2, 2, 'n'}, {8, 5, 'g'}, {4, 8, 'f'}, {5, 11, 's'}, {9, 4, 'g'},
    {3, 7, 'f'},  {2, 2, 'n'}, {7, 5, 'g'}, {5, 9, 'f'}, {4, 6, 'f'}, {10, 5, 'g'}, {5, 10, 's'},
    {2, 2, 'n'},  {8, 4, 'g'}, {4, 8, 'f'}, {6, 6, 'f'}, {9, 5, 'g'}, {5, 9, 's'},  {7, 4, 'g'}};

struct city {
    const struct building *list;
    uint32_t count;
    int32_t base, height;
    uint32_t lit, before;
};

/* The ground fills the display, not the layout box. */
static struct view whole_display(const struct view *view) {
    struct view whole = *view;
    whole.left = whole.top = 0;
    whole.box_w = view->display.w;
    whole.box_h = view->display.h;
    return whole;
}

static void paint_plane(struct view *view, uint32_t index, int32_t apex) {
    int32_t w = view_width(view) + 2, h = view_height(view) + 2, middle = w / 2;
    int32_t low = apex + (int32_t)((int64_t)middle * SLOPE / 10000), reach = middle;
    if (low > h) {
        reach = (int32_t)((int64_t)(h - apex) * 10000 / SLOPE);
        low = h;
    }
    const struct spot spots[5] = {{middle - reach, low},
                                  {middle, apex},
                                  {middle + reach, low},
                                  {middle + reach, h},
                                  {middle - reach, h}};
    paint_polygon(view, ROLE_GROUND, (enum color)(COLOR_PLANE0 + index), spots, low < h ? 5 : 3, 0);
}

static void paint_sky(struct view *view, const struct ground *ground, int32_t base) {
    int32_t apex = ground->apex     ? ground->apex
                   : view->portrait ? 1400
                                    : 1000,
            step = view->portrait ? 2700 : 1700;
    for (uint32_t i = 0; i < PLANES; i++) paint_plane(view, i, apex + (int32_t)i * step);
    struct panel place =
        view_place(view, (struct box){0, base - HORIZON, view_width(view) + 2, HORIZON + 20});
    struct draw_command *command = draw_add(view->list, DRAW_GRADIENT, ROLE_GROUND, COLOR_HORIZON);
    command->x = 0;
    command->y = place.y;
    command->w = view->display.w;
    command->h = place.h;
}

static void paint_far_house(struct view *view, int32_t x, int32_t base, int32_t w, int32_t h, bool gable) {
    const struct spot spots[5] = {{x, base},
                                  {x, base - h},
                                  {x + w / 2, base - h - (gable ? w * 27 / 100 : 0)},
                                  {x + w, base - h},
                                  {x + w, base}};
    paint_polygon(view, ROLE_CITY, COLOR_FAR, spots, 5, 0);
}

static void paint_far_city(struct view *view, int32_t base, int32_t height) {
    static const int32_t widths[] = {4, 6, 7, 9, 11}, gaps[] = {0, 0, 150, 300};
    int32_t x = -300;
    for (uint32_t i = 0; x < view_width(view); i++) {
        uint64_t chance = random_at(5, STREAM_FAR, i);
        int32_t w = widths[chance % 5] * MODULE,
                h = (450 + (int32_t)(chance >> 8 & 1023) * 700 / 1024) * MODULE / 100;
        paint_far_house(view, x, base, w, h * height / 100, chance >> 20 & 1);
        x += w + gaps[chance >> 24 & 3] * MODULE / 100;
    }
}

static int32_t storeys(const struct city *city, const struct building *building) {
    int32_t high = (building->high * city->height + 50) / 100;
    return high < 2 ? 2 : high;
}

/* Walls and roof in one polygon, or a seam would show. */
static uint32_t house_spots(const struct building *building, int32_t x, int32_t base, int32_t high,
                            struct spot *out) {
    int32_t w = building->wide * MODULE, y = base - high * MODULE, m = MODULE;
    const struct spot gable[] = {{x, base},       {x, y},     {x - 30, y},  {x + w / 2, y - w * 30 / 100},
                                 {x + w + 30, y}, {x + w, y}, {x + w, base}};
    const struct spot steps[] = {{x, base},
                                 {x, y},
                                 {x + m, y},
                                 {x + m, y - m},
                                 {x + 2 * m, y - m},
                                 {x + 2 * m, y - 2 * m},
                                 {x + w - 2 * m, y - 2 * m},
                                 {x + w - 2 * m, y - m},
                                 {x + w - m, y - m},
                                 {x + w - m, y},
                                 {x + w, y},
                                 {x + w, base}};
    const struct spot flat[] = {{x, base}, {x, y}, {x + w, y}, {x + w, base}};
    const struct spot *from = building->roof == 'g' ? gable : building->roof == 's' ? steps : flat;
    uint32_t count = building->roof == 'g' ? 7 : building->roof == 's' ? 12 : 4;
    for (uint32_t i = 0; i < count; i++) out[i] = from[i];
    return count;
}

static int32_t city_width(const struct city *city) {
    int32_t width = 0;
    for (uint32_t i = 0; i < city->count; i++) width += city->list[i].wide * MODULE;
    return width;
}

/* The row of houses is set in the middle and repeated to both sides: house number `at` of the first one on
 * the display. */
static int32_t first_house(const struct view *view, const struct city *city, uint32_t *at) {
    int32_t x = (view_width(view) - city_width(city)) / 2;
    *at = 0;
    while (x > 0) {
        *at = (*at + city->count - 1) % city->count;
        x -= city->list[*at].wide * MODULE;
    }
    while (x + city->list[*at].wide * MODULE <= 0) {
        x += city->list[*at].wide * MODULE;
        *at = (*at + 1) % city->count;
    }
    return x;
}

enum window { WINDOW_UNLIT, WINDOW_LAMP, WINDOW_LAMP2, WINDOW_COMING };

/* A window goes on when the share of lit ones passes its own number: during a day lamps only ever go on. */
static uint64_t window_chance(uint32_t house, uint32_t cell) {
    return random_at(7, STREAM_WINDOWS, (uint64_t)house << 16 | cell);
}

static enum window lamp_of(uint64_t chance) {
    return (chance >> 32) % 5 ? WINDOW_LAMP : WINDOW_LAMP2;
}

/* A walk over all windows of the city. Those that go on now do so in the order in which they are met, one
 * each second and a half. */
struct round_walk {
    const struct city *city;
    enum window wanted;
    uint32_t met; /* that go on now */
    struct draw_command *command;
};

/* How far this window has come from unlit to lit. */
static int32_t window_share(struct view *view, struct round_walk *walk, uint64_t chance) {
    enum { APART = 1500, LENGTH = 400 };
    uint32_t number = (uint32_t)(chance % 1000);
    if (number >= walk->city->lit) return 0;
    if (number < walk->city->before) return MOTION_WHOLE;
    return motion_at(view, MOTION_CITY, (int32_t)walk->met++ * APART, LENGTH);
}

static bool is_wanted(const struct round_walk *walk, uint64_t chance, int32_t share) {
    if (walk->wanted == WINDOW_COMING) return share > 0 && share < MOTION_WHOLE;
    if (walk->wanted == WINDOW_UNLIT) return share < MOTION_WHOLE;
    return share == MOTION_WHOLE && lamp_of(chance) == walk->wanted;
}

static void add_window(struct view *view, struct round_walk *walk, uint64_t chance, int32_t left,
                       int32_t top) {
    int32_t share = window_share(view, walk, chance);
    if (!is_wanted(walk, chance, share)) return;
    if (walk->wanted == WINDOW_COMING) {
        walk->command = draw_add(view->list, DRAW_RECTS, ROLE_CITY,
                                 lamp_of(chance) == WINDOW_LAMP ? COLOR_LAMP : COLOR_LAMP2);
        walk->command->w = walk->command->h = view_px(view, WINDOW);
        walk->command->alpha = (uint8_t)(255 * (int64_t)share / MOTION_WHOLE);
    }
    draw_point(view->list, walk->command, view_px(view, left) * 16, view_px(view, top) * 16);
}

static void add_windows(struct view *view, struct round_walk *walk, uint32_t house,
                        const struct building *building, int32_t x) {
    int32_t high = storeys(walk->city, building), y = walk->city->base - high * MODULE;
    for (int32_t row = 0; row < high; row++)
        for (int32_t column = 0; column < building->wide; column++) {
            bool door = row == high - 1 && (column * 3 + (int32_t)house) % 7 == 0;
            if (door) continue;
            add_window(view, walk, window_chance(house, (uint32_t)(row << 8 | column)),
                       x + column * MODULE + MODULE / 4, y + row * MODULE + MODULE * 3 / 10);
        }
}

static void walk_round(struct view *view, struct round_walk *walk) {
    const struct city *city = walk->city;
    uint32_t at;
    int32_t x = first_house(view, city, &at);
    for (uint32_t i = 0; x < view_width(view); i++, at = (at + 1) % city->count) {
        const struct building *building = &city->list[at];
        if (building->roof != 'n') add_windows(view, walk, i, building, x);
        x += building->wide * MODULE;
    }
}

static void paint_windows(struct view *view, const struct city *city, enum window wanted, enum color color) {
    struct draw_command *command = draw_add(view->list, DRAW_RECTS, ROLE_CITY, color);
    command->w = command->h = view_px(view, WINDOW);
    struct round_walk walk = {city, wanted, 0, command};
    walk_round(view, &walk);
    command->x = command->y = 0;
}

/* Each with its own strength: they are at most two. */
static void paint_coming_windows(struct view *view, const struct city *city) {
    struct round_walk walk = {city, WINDOW_COMING, 0, NULL};
    if (view->motion && city->before < city->lit) walk_round(view, &walk);
}

static void paint_houses(struct view *view, const struct city *city) {
    uint32_t at;
    int32_t x = first_house(view, city, &at);
    for (uint32_t i = 0; x < view_width(view); i++, at = (at + 1) % city->count) {
        const struct building *building = &city->list[at];
        struct spot spots[12];
        uint32_t count = house_spots(building, x, city->base + 10, storeys(city, building), spots);
        if (building->roof != 'n')
            paint_polygon(view, ROLE_CITY, at % 2 ? COLOR_NEAR0 : COLOR_NEAR1, spots, count, 0);
        x += building->wide * MODULE;
    }
}

static struct city city_of(const struct view *view, const struct ground *ground, int32_t base) {
    struct city city = {city_landscape, sizeof city_landscape / sizeof city_landscape[0],
                        base,           ground->height,
                        ground->lit,    ground->before};
    if (!view->portrait) return city;
    city.list = city_portrait;
    city.count = sizeof city_portrait / sizeof city_portrait[0];
    return city;
}

void ground_paint(struct view *view, const struct ground *ground) {
    struct view whole = whole_display(view);
    int32_t w = view_width(&whole) + 2, h = view_height(&whole), base = h - ground->band;
    paint_rect(&whole, ROLE_GROUND, COLOR_GROUND, (struct box){0, 0, w, h + 2}, 0);
    if (!view->contrast) {
        paint_sky(&whole, ground, base);
    }
    if (!view->contrast && ground->height > 0) {
        struct city city = city_of(&whole, ground, base);
        paint_far_city(&whole, base, ground->height);
        paint_houses(&whole, &city);
        paint_windows(&whole, &city, WINDOW_UNLIT, COLOR_UNLIT);
        paint_windows(&whole, &city, WINDOW_LAMP, COLOR_LAMP);
        paint_windows(&whole, &city, WINDOW_LAMP2, COLOR_LAMP2);
        paint_coming_windows(&whole, &city);
    }
    paint_rect(&whole, ROLE_STREET, COLOR_STREET, (struct box){0, base, w, ground->band + 2}, 0);
}

/* Measured in the layout box: below it stands the rest of an overlong display. */
int32_t ground_street(const struct view *view, const struct ground *ground) {
    int32_t below = (int32_t)((int64_t)(view->display.h - view->top) * 10000 / view->short_side);
    return below - ground->band;
}

int32_t ground_top(const struct view *view, const struct ground *ground) {
    int32_t tallest = ((view->portrait ? TALLEST : TALLEST - 1) * ground->height + 50) / 100 + 2;
    return ground_street(view, ground) - tallest * MODULE;
}

uint32_t ground_lit(uint32_t right_answers, uint32_t goal) {
    uint64_t share = goal ? (uint64_t)right_answers * 1000 / goal : 0;
    return share < 150 ? 150 : share > 950 ? 950 : (uint32_t)share;
}
