#ifndef ANZHI_SCREENS_SHEET_SLOTS_H
#define ANZHI_SCREENS_SHEET_SLOTS_H

#include "screens/sheet.h"

/* Where the picks of a matching or a filling-in are shown: a slot beside each left side, a box for each
   character. They are looked at, not touched. */

/* `sizes` of the type, falling, ended by 0; NULL: the usual ones. */
uint32_t slots_pages(struct view *view, const struct sheet *sheet, struct box box, const int32_t *sizes);
void slots_paint_pairs(struct view *view, const struct sheet *sheet, struct box box, const int32_t *sizes,
                       uint32_t page);
/* As large as the box is high, at most. */
void slots_paint_letters(struct view *view, const struct sheet *sheet, struct box box);

#endif
