#ifndef ANZHI_UI_DRAW_H
#define ANZHI_UI_DRAW_H

#include <stdbool.h>
#include <stdint.h>

#include "app/message.h"
#include "base/arena.h"
#include "base/str.h"
#include "ui/metrics.h"

/* What a frame looks like, as data: commands in painting order and touch regions, all in pixels. Nothing is
   retained between frames; two lists that are equal need no painting. Colours are keys of the theme, so a
   list is the same in every theme (the contrast theme has its own layout, because it draws outlines instead
   of edges). */

enum color {
    COLOR_NONE,
    COLOR_GROUND,
    COLOR_PLANE0,
    COLOR_PLANE1,
    COLOR_PLANE2,
    COLOR_PLANE3,
    COLOR_HORIZON,
    COLOR_PANEL,
    COLOR_EDGE,
    COLOR_LINE,
    COLOR_INK,
    COLOR_INK2,
    COLOR_PLATE,
    COLOR_PLATE_EDGE,
    COLOR_ON_PLATE,
    COLOR_PRIMARY,
    COLOR_PRIMARY_EDGE,
    COLOR_ON_PRIMARY,
    COLOR_LAMP,
    COLOR_LAMP2,
    COLOR_LAMP_EDGE,
    COLOR_ON_LAMP,
    COLOR_RIGHT,
    COLOR_RIGHT_EDGE,
    COLOR_RIGHT_TINT,
    COLOR_ON_RIGHT,
    COLOR_WRONG,
    COLOR_WRONG_EDGE,
    COLOR_WRONG_TINT,
    COLOR_ON_WRONG,
    COLOR_SEAL,
    COLOR_ON_SEAL,
    COLOR_NEAR0,
    COLOR_NEAR1,
    COLOR_FAR,
    COLOR_UNLIT,
    COLOR_STREET,
    COLOR_SCRIM,
    COLOR_ON_STREET,
    COLOR_ON_STREET2,
    COLOR_TRACK,
    COLOR_CODE, /* of a QR code: black on white whatever the theme */
    COLOR_CODE_PAPER,
    COLORS
};

/* What a command or region is for: tests and `--dump` find their way by it. */
enum role {
    ROLE_GROUND,
    ROLE_CITY,
    ROLE_HEAD,
    ROLE_PROGRESS,
    ROLE_STEM,
    ROLE_HINT,
    ROLE_OPTION,
    ROLE_VERDICT,
    ROLE_EXPLANATION,
    ROLE_SOURCE,
    ROLE_PRIMARY,
    ROLE_SECOND,
    ROLE_CHIP,
    ROLE_TITLE,
    ROLE_BODY,
    ROLE_LABEL,
    ROLE_FIGURE,
    ROLE_PICTURE,
    ROLE_STREET,
    ROLE_SCRIM,
    ROLE_PANEL,
    ROLE_FOCUS,
    ROLE_RIPPLE,
    ROLES
};

enum draw_kind {
    DRAW_RECT,     /* filled, `radius` round corners */
    DRAW_RECTS,    /* many of one size: w × h at each of the points (1/16 pixel); the windows of the city */
    DRAW_FRAME,    /* outline of width `stroke`, inside the box, `radius` outside */
    DRAW_POLYGON,  /* filled; points in 1/16 pixel, grown by `radius` (1/16 pixel) with round joins */
    DRAW_OUTLINE,  /* a closed polyline of width `stroke` (1/16 pixel), round joins */
    DRAW_STROKE,   /* an open polyline of width `stroke` (1/16 pixel), round ends and joins */
    DRAW_GRADIENT, /* vertical, from nothing at the top to `alpha` at the bottom */
    DRAW_TEXT,     /* one line; x, y is the top left of the em box, w its advance without what hangs over */
    DRAW_ICON,     /* a drawing named `text`, rasterised to w × h */
    DRAW_KINDS
};

struct point {
    int32_t x, y;
};

struct draw_command {
    uint8_t kind, role, color, on; /* on: the colour behind a text, for the contrast test */
    uint8_t face, alpha;           /* alpha 255: opaque */
    int16_t panel;                 /* text: index of the panel it must stay inside, -1 the screen */
    int32_t x, y, w, h;            /* polygons and lines: the box around the points */
    int32_t size, radius, stroke;
    uint32_t point_first, point_count;
    struct str text;
};

struct region {
    int32_t x, y, w,
        h; /* the hit area: what is seen and 1 u around it, as far as no neighbour is in the way */
    uint8_t role;
    bool enabled;
    struct message message; /* what touching it means */
};

struct panel {
    int32_t x, y, w, h;
    uint32_t command; /* how many commands were there before it: a later panel may cover an earlier text */
};

struct draw_list {
    struct panel seats[PLAYERS]; /* where each of two players touches */
    uint32_t seat_count;         /* 0: the screen is everybody's */
    struct arena *arena;         /* of this frame; texts are copied into it */
    struct draw_command *commands;
    struct region *regions; /* the focus goes in this order */
    struct point *points;
    struct panel *panels;
    uint32_t command_count, region_count, point_count, panel_count;
    uint32_t command_room, region_room, point_room, panel_room;
};

void draw_begin(struct draw_list *list, struct arena *arena); /* clears the arena */
struct draw_command *draw_add(struct draw_list *list, enum draw_kind kind, enum role role, enum color color);
struct region *draw_region(struct draw_list *list, enum role role, struct panel box, struct message message);
int16_t draw_panel(struct draw_list *list, struct panel box);
void draw_seat(struct draw_list *list, struct panel box); /* the next player's */
/* To the command that was added last. Keeps its box. */
void draw_point(struct draw_list *list, struct draw_command *command, int32_t x16, int32_t y16);
/* Hit areas grow by `outset` pixels and meet in the middle where two would overlap; none leaves the screen.
 */
void draw_settle(struct draw_list *list, int32_t outset, int32_t w, int32_t h);

uint64_t draw_hash(const struct draw_list *list);
const char *role_name(enum role role);
const char *color_name(enum color color);
const char *draw_kind_name(enum draw_kind kind);
/* JSON lines: a `text` per line, a `region` per target, the rest by kind. */
void draw_print(const struct draw_list *list, struct buf *out);

/* The topmost enabled region at a point; NULL: none. */
const struct region *draw_hit(const struct draw_list *list, int32_t x, int32_t y);
/* Whose seat a point lies in: 1 …; 0: nobody's. */
uint8_t draw_player(const struct draw_list *list, int32_t x, int32_t y);

#endif
