#ifndef ANZHI_SCREENS_CARD_PAGE_H
#define ANZHI_SCREENS_CARD_PAGE_H

#include "screens/sheet.h"

/* A card: title, lead, what its diagram shows, body, a sentence to remember, source. The card screen has keys
   under it, the attract screen shows it alone. Diagrams are drawn from the card's set. */

/* `keys`: room for the keys below, upright and lying; pages through what is too long. Returns how many pages.
 */
uint32_t card_paint(struct frame *frame, const struct card *card, struct box keys);
void card_paint_alone(struct frame *frame, const struct card *card, struct box box);

/* Diagrams (card_figure.c). Draws into the box what fits; false, and nothing drawn, when the box is too small
 * for it. */
bool figure_paint(struct frame *frame, const struct card *card, struct box box);
bool card_has_figure(const struct card *card);
/* The five sides with icons only: the hero of the menu. */
void figure_five(struct view *view, const struct set *set, struct spot middle, int32_t radius, bool words);
bool set_is_five(const struct set *set);
/* A house with a lit window for each member; numbers with as many windows as they count (card_windows.c). */
bool figure_house(struct view *view, const struct set *set, struct box box);
bool figure_numbers(struct view *view, const struct set *set, struct box box);
/* Two things that belong together: a house with two wings on two wheels (card_wings.c). */
bool figure_wings(struct view *view, const struct set *set, struct box box);

#endif
