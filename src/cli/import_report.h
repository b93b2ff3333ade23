#ifndef ANZHI_CLI_IMPORT_REPORT_H
#define ANZHI_CLI_IMPORT_REPORT_H

#include "exchange/inbox.h"

/* What an editor is told of an import, in Chinese: how much was found, what needs a person, and what
 * contradicts what. */

/* The drafts of one document. */
void import_report_document(const struct drafts *drafts, const char *doc, struct buf *out);
/* What a document leaves out that its source has to have. */
void import_report_source(const struct inbox_document *document, struct buf *out);
/* All contradictions of the drafts, each side with its line. */
void import_report_conflicts(const struct drafts *drafts, struct buf *out);

#endif
