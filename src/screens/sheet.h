#ifndef ANZHI_SCREENS_SHEET_H
#define ANZHI_SCREENS_SHEET_H

#include "screens/frame.h"
#include "ui/flow.h"
#include "ui/rows.h"

/* A question on the screen, asked or answered: what the attract, question, feedback and review screens share.
   It is painted from a sheet, a plain value, so that a test can hand it any question. */

struct sheet {
    const struct question *question;
    enum asked_state state;
    struct answer given; /* when it has been answered: the answer, else the picks so far */
    uint32_t number;     /* counted from 1; a question that comes again has the number of its first time */
    uint32_t planned;
    enum wedge_state wedges[ROUND_QUESTIONS];
    bool returns;                /* it has been missed before */
    bool returns_later;          /* it was missed and will come again */
    bool last;                   /* nothing comes after it but the result */
    bool attended;               /* before a class: nobody is told how he did */
    bool complete;               /* the picks make an answer */
    bool fresh;                  /* it was answered just now: what it became comes about */
    const struct reply *replies; /* of two who look at it together; NULL: it is one visitor's */
    struct str names[PLAYERS];   /* and what they are called */
};

/* Of the index-th question of the round. Borrows the question until the next call. */
struct sheet sheet_of(const struct app *app, const struct app_world *world, uint32_t index);

/* What this player made of it, in a round for two; nothing as long as the question is open. */
void sheet_turn_to(struct sheet *sheet, const struct round *round, uint8_t player);

/* Both look at it together, and see who picked what. */
void sheet_share(struct sheet *sheet, const struct round *round, uint32_t index, const struct view *view);

/* How far the round is: a ring, or windows when there are more than five questions. */
void sheet_progress(struct view *view, const struct sheet *sheet, struct box box);
/* That, which question it is, the wordmark. `title` and `line` may be empty: then as usual. */
void sheet_head(struct frame *frame, const struct sheet *sheet, struct str title, struct str line);

/* The stem with its options, all touchable. */
struct sheet_look {
    const int32_t *sizes; /* of the stem */
    int32_t pitch_percent;
    int32_t stem_top;
    struct str cue; /* instead of the question's hint; "" none */
    bool bare;      /* nothing but stem and options: the attract screen */
};
void sheet_ask(struct frame *frame, const struct sheet *sheet, const struct sheet_look *look);

/* The options as rows, open or answered: for the lesson, which places them in its own way. */
void sheet_rows_open(struct rows *rows, const struct sheet *sheet);
void sheet_rows_answered(struct rows *rows, struct arena *arena, const struct sheet *sheet);

enum sheet_why { WHY_VERDICT, WHY_STEM };
/* The answered question: verdict (or stem), why, source, the rows, and the way on. */
void sheet_answer(struct frame *frame, const struct sheet *sheet, enum sheet_why why,
                  const struct button *on);

/* Why, its note and the source, as a column of text. */
void sheet_why(struct flow *flow, struct view *view, const struct sheet *sheet);
/* Source line and quotation of any record. */
void flow_add_source(struct flow *flow, struct arena *arena, const struct source *source, struct str quote);

#endif
