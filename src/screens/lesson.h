#ifndef ANZHI_SCREENS_LESSON_H
#define ANZHI_SCREENS_LESSON_H

#include "app/lesson.h"
#include "screens/sheet.h"

/* What a class sees on the projector: no city, wider margins (the edge of a projector's picture is often
   lost), nothing smaller than 3.5 % of the height, and the keys of the trainer on the street. On an upright
   display what stands side by side elsewhere stands one below the other. */

void lesson_home_update(struct app *app, const struct app_world *world, const struct message *message);
void lesson_home_view(const struct app *app, const struct app_world *world, struct view *view);
void lesson_card_update(struct app *app, const struct app_world *world, const struct message *message);
void lesson_card_view(const struct app *app, const struct app_world *world, struct view *view);
void lesson_result_view(const struct app *app, const struct app_world *world, struct view *view);
/* Painted from sheets, so that a test can hand them any question. */
void lesson_ask(struct frame *frame, const struct sheet *sheet, bool back);
void lesson_answer(struct frame *frame, const struct sheet *sheet, struct str status, const struct button *on,
                   bool back);

/* A matching or a filling-in, between head and foot; returns how many pages there are. */
uint32_t lesson_slots(struct frame *frame, const struct sheet *sheet);
bool lesson_has_slots(const struct sheet *sheet);

/* The parts */
enum { LESSON_MARGIN = 700, LESSON_FLOOR = 350 };

struct frame lesson_frame(struct view *view, const struct app *app, const struct app_world *world);
/* The sign, the windows of the round (sheet may be NULL), which question it is, and the state at the right.
 */
void lesson_head(struct frame *frame, const struct sheet *sheet, struct str line, struct str status);

/* Two parts of a page with air between them: side by side, or, upright, one below the other. `share`: of the
   first, in percent. */
void lesson_split(const struct frame *frame, int32_t share, struct box *first, struct box *second);

/* The trainer's keys: back at the left, one or two ways on at the right. Where a text has more pages, the way
   on leads through them first: a remote has no other key. */
struct lesson_foot {
    bool at_home;         /* nothing to go back to */
    bool back;            /* to what was shown before; else to the choice of a topic */
    struct button second; /* no text: none */
    struct button primary;
    uint32_t page, pages;
};
void lesson_foot(struct frame *frame, const struct lesson_foot *foot);
struct button lesson_button(enum button_look look, struct str text, enum icon icon, struct message message);

#endif
