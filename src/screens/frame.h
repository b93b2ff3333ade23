#ifndef ANZHI_SCREENS_FRAME_H
#define ANZHI_SCREENS_FRAME_H

#include "app/app.h"
#include "ui/ground.h"
#include "ui/widgets.h"
#include "ui/words.h"

/* How a screen is divided: the ground, what is read, what is touched, the row of chips. Upright, all that is
   touched lies in the lower 48 %; lying, it is the right column. Boxes are in hundredths of u. */

enum frame_kind {
    FRAME_PLAIN, /* a low city, a narrow street */
    FRAME_CITY,  /* attract: the city and its street are part of what is said */
    FRAME_RESULT /* the same, but lying the city makes room for the keys */
};

struct frame {
    struct view *view;
    const struct app *app;
    struct ground ground;
    int32_t w, h;
    struct box text;  /* from below the head to where touching begins (upright) or the city (lying) */
    struct box touch; /* above the chips */
    struct box chips;
};

struct frame frame_begin(struct view *view, const struct app *app, const struct app_world *world,
                         enum frame_kind kind);
/* Lying: the right column takes so many permille of the width. Upright: nothing changes. */
void frame_split(struct frame *frame, int32_t permille);
/* Lying: as split before anything is known of the content. */
enum { FRAME_SHARE = 448, FRAME_MARGIN = 600 };

/* Chips: what is touched seldom. Ends with the one that makes the type larger and the way home. */
void frame_chips(struct frame *frame, const struct chip *chips, uint32_t count);
struct chip chip_of(enum icon icon, enum word word, enum message_type type);
struct chip chip_large(const struct app *app);
struct chip chip_flag(const struct app *app);

/* The sign of the program at the left, a word at the right. */
void frame_head(struct frame *frame, struct str right);
/* One line on the street: words and numbers in turn, the numbers lit. */
struct street_part {
    struct str text;
    bool number, lit, apart; /* apart: a wider gap before it */
};
void frame_street(struct frame *frame, const struct street_part *parts, uint32_t count);
/* What is left of the street behind these, before the bank's name. */
int32_t frame_street_room(struct frame *frame, const struct content *content, const struct street_part *parts,
                          uint32_t count);
/* The bank's name and colour at the right end of the street: staff see at a glance that two machines play the
 * same. */
void frame_bank(struct frame *frame, const struct content *content);

/* A title in the largest of the sizes at which it fits; returns the bottom. */
int32_t frame_title(struct frame *frame, struct box box, struct str title, enum align align);

#endif
