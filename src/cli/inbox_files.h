#ifndef ANZHI_CLI_INBOX_FILES_H
#define ANZHI_CLI_INBOX_FILES_H

#include "cli/rewrite.h"
#include "exchange/inbox.h"

/* The inbox on disk: the files inbox/NAME.drafts.json of a content folder. */

struct inbox_files {
    struct inbox inbox;
    const char *folder; /* content/inbox */
    struct arena arena;
    struct str *before; /* beside the inbox's documents: the bytes of their files */
    uint32_t count;
};

/* False, after saying why on stderr: one of the files was spoilt by hand. A content folder without an inbox
   has an empty one. Call inbox_files_close in both cases. */
bool inbox_files_open(struct inbox_files *files, const char *content);
void inbox_files_close(struct inbox_files *files);

/* What has to be written for the documents that changed, in the arena; the count. */
uint32_t inbox_files_changes(struct inbox_files *files, struct rewrite **list);
/* Writes them. False, after saying why on stderr: nothing was written. */
bool inbox_files_save(struct inbox_files *files);

#endif
