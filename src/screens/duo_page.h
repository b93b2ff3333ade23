#ifndef ANZHI_SCREENS_DUO_PAGE_H
#define ANZHI_SCREENS_DUO_PAGE_H

#include "screens/sheet.h"

/* The page of two visitors: two halves that are laid out alike, side by side (upright, where nobody begins a
   round for two, one above the other), and below them the chips that are both's. */

struct duo_half {
    uint8_t player;
    struct box box;  /* for what is this player's */
    struct box foot; /* lying, below it: what this player is told, or the key that leads on */
    struct sheet sheet;
    bool has_replied;
};

struct duo_page {
    struct frame frame;
    struct duo_half halves[PLAYERS];
    struct box both; /* from the first half to the second */
};

/* Whether two have room side by side: else the attract screen does not offer it. */
bool duo_has_room(const struct view *view);

/* The halves' sheets are of the round's last question. */
struct duo_page duo_page_begin(struct view *view, const struct app *app, const struct app_world *world);
/* Upright: what is kept free above and below the halves. */
void duo_page_stack(struct duo_page *page, int32_t above, int32_t below);
/* Makes room for the chips (frame_chips paints them) and at their sides for the feet. */
void duo_page_bar(struct duo_page *page, const struct chip *chips, uint32_t count);
/* The line between the halves. */
void duo_page_divide(struct duo_page *page, int32_t top, int32_t bottom);
/* The progress of the half's player; returns where words may begin. */
int32_t duo_ring(struct view *view, const struct duo_half *half);
/* 左边 or 右边; upright 上面 or 下面. */
struct str duo_name(const struct view *view, uint8_t player);

enum { DUO_HEAD = 1150 };

#endif
