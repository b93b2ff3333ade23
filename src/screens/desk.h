#ifndef ANZHI_SCREENS_DESK_H
#define ANZHI_SCREENS_DESK_H

#include "app/app.h"
#include "ui/widgets.h"
#include "ui/words.h"

/* What the operator's two pages share: a plain ground without a city, so that nobody takes it for a visitor's
   page, a bar with its name, a part to read and a part to touch. 大字 changes nothing here. */

struct desk {
    struct view *view;
    struct box text, touch;
};

struct desk desk_begin(struct view *view, const struct app *app, struct str note);
/* The place of a key in a grid over the box. */
struct box desk_cell(struct box box, uint32_t columns, uint32_t rows, uint32_t column, uint32_t row);
void desk_key(struct view *view, struct box box, enum button_look look, struct str text,
              struct message message, bool asleep);

#endif
