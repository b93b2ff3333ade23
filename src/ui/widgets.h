#ifndef ANZHI_UI_WIDGETS_H
#define ANZHI_UI_WIDGETS_H

#include "ui/icons.h"
#include "ui/pentagon.h"

/* What can be touched, and the small parts that screens share. A widget draws itself and adds its touch
   region; what the touch means is the message it is given. A message of type MESSAGES means: not touchable.
 */

extern const struct message message_none;
struct message message_of(enum message_type type, int32_t value);

/* A shape per letter, so that an option is told by shape as well as by colour and place: A● B▲ C■ D◆ E⬢ F▬.
 */
void paint_token(struct view *view, struct spot middle, int32_t size, uint32_t index, enum color fill,
                 enum color ink, int16_t panel);

enum button_look {
    BUTTON_PRIMARY,
    BUTTON_LIT, /* the primary one on the street, where it is always night */
    BUTTON_SECOND,
    BUTTON_CHOSEN /* of several, and can't be pressed again */
};

struct button {
    struct box box;
    enum button_look look;
    struct str text;
    int32_t size;
    enum icon icon; /* ICON_NEXT stands behind the text, any other in front */
    struct message message;
    bool asleep; /* it can't be pressed yet */
};
void button_paint(struct view *view, const struct button *button);

struct chip {
    enum icon icon;
    struct str text;
    struct message message;
};
/* Shares the width by the length of the words. */
void chips_paint(struct view *view, struct box box, const struct chip *chips, uint32_t count, int32_t size);

/* A small key beside a text: 继续看. */
void key_paint(struct view *view, struct box box, enum role role, struct str text, enum icon icon,
               struct message message);

/* A body with a hard lower edge, that sinks when pressed. Returns the body's box as it is drawn. */
struct box body_paint(struct view *view, enum role role, struct box box, enum color body, enum color edge,
                      int32_t radius);

#endif
