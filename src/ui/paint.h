#ifndef ANZHI_UI_PAINT_H
#define ANZHI_UI_PAINT_H

#include "ui/view.h"

/* The pencil of the views: shapes and lines of text placed in hundredths of u, written into the list in
   pixels. It knows colours by key and nothing of what is drawn. */

struct spot {
    int32_t x, y;
};

void paint_rect(struct view *view, enum role role, enum color color, struct box box, int32_t radius);
void paint_frame(struct view *view, enum role role, enum color color, struct box box, int32_t radius,
                 int32_t stroke);
/* grow: the polygon grows by this with round joins. */
void paint_polygon(struct view *view, enum role role, enum color color, const struct spot *spots,
                   uint32_t count, int32_t grow);
void paint_outline(struct view *view, enum role role, enum color color, const struct spot *spots,
                   uint32_t count, int32_t stroke);
void paint_stroke(struct view *view, enum role role, enum color color, const struct spot *spots,
                  uint32_t count, int32_t stroke);
void paint_line(struct view *view, enum role role, enum color color, struct spot from, struct spot to,
                int32_t stroke);
void paint_circle(struct view *view, enum role role, enum color color, struct spot middle, int32_t radius);
/* A circle's or ellipse's outline. */
void paint_round(struct view *view, enum role role, enum color color, struct spot middle, int32_t across,
                 int32_t down, int32_t stroke);
void paint_icon(struct view *view, enum role role, const char *name, struct box box);
void paint_alpha(struct view *view, uint8_t alpha); /* of what was painted last */
int16_t paint_panel(struct view *view, struct box box);

enum align { ALIGN_LEFT, ALIGN_MIDDLE, ALIGN_RIGHT };

/* How a line of text looks. */
struct style {
    enum role role;
    enum color color, on;
    enum face face;
    int32_t size; /* hundredths of u */
    enum align align;
    int16_t panel; /* -1: none */
};

/* One line, not broken; y is the top of its em box. */
void paint_text(struct view *view, const struct style *style, int32_t x, int32_t y, struct str text);
int32_t paint_width(const struct view *view, const struct style *style,
                    struct str text); /* hundredths of u */
/* The largest of the size and its steps of 5 % down to the floor (2.6 u) at which the text is not wider. */
int32_t paint_size_for(const struct view *view, const struct style *style, struct str text, int32_t width);
/* Lines that are broken already; style gives all but the size. Returns the bottom of the last em box. */
int32_t paint_fit(struct view *view, const struct style *style, int32_t x, int32_t y, const struct fit *fit);
/* Underlines words (不属于) of lines that paint_fit has painted at the same place, where they stand in one
 * line. */
void paint_stress(struct view *view, const struct style *style, int32_t x, int32_t y, const struct fit *fit,
                  struct str words);

/* Sizes in hundredths of u, falling, ended by 0. */
struct type {
    const int32_t *sizes;
    int32_t pitch_percent;
    enum face face;
    bool headline;
};
struct fit paint_measure(const struct view *view, const struct type *type, struct str text, int32_t width,
                         int32_t height);

#endif
