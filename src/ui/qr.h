#ifndef ANZHI_UI_QR_H
#define ANZHI_UI_QR_H

#include "ui/paint.h"

/* A text as a QR code, for a telephone to take along: plain text in UTF-8, declared as such, so that no
   reader has to guess. libqrencode computes the modules from the bytes and nothing else; the code is painted
   black on white in every theme, because readers expect it, with the quiet zone of four modules that they
   need. */

struct qr {
    uint32_t side;       /* in modules, without the quiet zone */
    const uint8_t *dark; /* side × side, row by row: 0 or 1 */
};

/* NULL: the text is too long for any code. Lives in the arena. */
const struct qr *qr_encode(struct arena *arena, struct str text);
/* As large as whole pixels a module allow, in the middle of the box. */
void qr_paint(struct view *view, const struct qr *qr, struct box box);

#endif
