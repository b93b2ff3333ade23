#ifndef ANZHI_SCREENS_ADMIN_DAY_H
#define ANZHI_SCREENS_ADMIN_DAY_H

#include "app/report.h"
#include "screens/desk.h"

/* What the scores say, on the operator's panel: the day's figures to read, and questions to switch off or on.
 */

void admin_day_paint(struct view *view, const struct report_day *day, struct box box);
/* Questions of this page, from the top of the box. */
void admin_items_paint(struct view *view, const struct report *report, uint32_t page, struct box box);
uint32_t admin_items_pages(const struct report *report, struct box box);

#endif
