#ifndef ANZHI_CLI_HTML_H
#define ANZHI_CLI_HTML_H

#include <stdbool.h>

#include "base/str.h"

/* Pages that stand alone: no script, no font, no picture from anywhere else; made to be printed on A4. */

void html_begin(struct buf *out, const char *title, const char *style);
void html_end(struct buf *out);
void html_text(struct buf *out, const char *text); /* may stand anywhere, in attributes too */

/* Whole or not at all, as sinks do. False, after saying why on stderr. */
bool html_write(const char *path, struct str page);

#endif
