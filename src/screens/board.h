#ifndef ANZHI_SCREENS_BOARD_H
#define ANZHI_SCREENS_BOARD_H

#include "app/report.h"
#include "screens/frame.h"

/* The board of the day and the call-sign that puts a visitor on it: a door plate, as a number has one. */

/* A page of the attract screen; report may be NULL. */
void board_paint(struct frame *frame, const struct report *report);

/* 「你的代号」 and the plate, in one line. */
enum { SIGN_HEIGHT = 680 };
int32_t sign_width(struct view *view, uint16_t sign);
void sign_paint(struct view *view, uint16_t sign, struct spot at);

#endif
