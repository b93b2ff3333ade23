#ifndef ANZHI_CLI_FINDINGS_H
#define ANZHI_CLI_FINDINGS_H

#include "base/diag.h"

/* 检查报告.txt: what the kiosk found in content that changed while it ran, for whoever changed it. */

void findings_print(const struct diags *diags, int64_t now_millis, struct buf *out);
/* Into the content folder, or, when that can't be written, into the data folder. A report that can't be
   written anywhere stops nothing. */
void findings_write(const char *content, const char *data, struct str text);

#endif
