#ifndef ANZHI_UI_ROWS_H
#define ANZHI_UI_ROWS_H

#include "ui/widgets.h"

/* Option rows: how large their type is and how high each is, so that every text is shown whole. Sizes go down
   to the floor, rows grow to what their text needs, and what then still does not fit goes to further pages;
   nothing is cut. */

enum { ROWS_MOST = 16 };

enum row_state {
    ROW_IDLE,
    ROW_PICKED, /* one of several picks */
    ROW_RIGHT,
    ROW_WRONG,
    ROW_DIM /* answered, and not what it is about */
};

struct row {
    struct str text;
    enum row_state state;
    struct str note; /* 你选的, at the right end; "" none */
    bool window;     /* an empty window at the right end, lit when picked: several may be picked */
    uint8_t number;  /* picked as the n-th; 0: no number, a tick */
    struct message message;
    uint8_t index; /* letter */
};

struct rows {
    struct row list[ROWS_MOST];
    uint32_t count;
    int32_t want, least; /* height of a row with one line: preferred, and at least */
    int32_t gap;
    uint32_t columns;     /* side by side; 0 is 1 */
    bool answered;        /* smaller type, nothing to touch */
    bool plain;           /* no plates: characters to be picked, or items of a list */
    bool centred;         /* the text stands in the middle */
    bool projected;       /* larger notes and letters, the smallest type is 3.5 u: read from the last row */
    const int32_t *sizes; /* of the type, hundredths of u, falling, ended by 0; NULL: the usual ones */
    bool may_shrink;      /* one option alone that is higher than the page goes below the floor */
    /* found by rows_fit */
    int32_t size;       /* of the type, pixels */
    int32_t plate, pad; /* width of the plate, from it to the text */
    int32_t heights[ROWS_MOST];
    struct lines lines[ROWS_MOST];
    uint32_t page_of[ROWS_MOST], pages;
    int32_t total; /* height of the highest page */
    /* While they come down from what they were when they were touched. */
    int32_t taller; /* permille of their height more */
    int32_t wider;  /* hundredths of u more from one to the next */
};

/* True when everything stands on one page. */
bool rows_fit(struct view *view, struct rows *rows, int32_t width, int32_t height);
/* Draws one page from the top of the box; returns its bottom. */
int32_t rows_paint(struct view *view, const struct rows *rows, struct box box, uint32_t page);

#endif
