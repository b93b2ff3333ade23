#ifndef ANZHI_SCREENS_DESK_H
#define ANZHI_SCREENS_DESK_H

#include "app/app.h"
#include "ui/flow.h"
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

/* What is to be read, a block below the other: a heading, a line, a name with its value. */
void desk_head(struct flow *flow, enum word word);
void desk_line(struct flow *flow, struct str text, enum color color);
void desk_fact(struct flow *flow, struct arena *arena, enum word label, const char *value);

#endif
