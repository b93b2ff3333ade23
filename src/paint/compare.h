#ifndef ANZHI_PAINT_COMPARE_H
#define ANZHI_PAINT_COMPARE_H

#include "paint/area.h"
#include "ui/draw.h"

/* What must be painted again when one draw list follows another. A pixel looks the same if the commands that
   cover it are the same in the same order: so the commands that both lists have are paired in order, and the
   boxes of all the others are damaged. */

/* The pixels that a command may touch. */
struct area command_area(const struct draw_list *list, const struct draw_command *command);

/* Adds to the damage; cut to the canvas by the caller. */
void lists_compare(const struct draw_list *old, const struct draw_list *new, struct damage *damage);

#endif
