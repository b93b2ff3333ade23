#ifndef ANZHI_EXCHANGE_INBOX_H
#define ANZHI_EXCHANGE_INBOX_H

#include <cjson/cJSON.h>

#include "base/diag.h"
#include "exchange/draft.h"

/* What was found in documents and what a person said of it: the files inbox/NAME.drafts.json, one for each
   document. The content's loader passes inbox/ over, so nothing here is ever asked of a visitor. Deciding is
   a change of status; a draft that was decided stays in its file with the id that its fact got. Bytes come in
   and go out here; who reads and writes files is cli/inbox_files.h. */

enum fate { FATE_OPEN, FATE_ACCEPTED, FATE_REJECTED, FATES };
extern const char *const fate_words[FATES]; /* as in the files: "draft", "accepted", "rejected" */

/* Beside the draft of the same place. */
struct decision {
    enum fate fate;
    const char *fact; /* accepted and moved: the record it became in its pack; else "" */
    const char *note; /* why it was rejected, or "" */
    uint64_t mark;    /* of subject, attribute and values as they were found: has somebody edited them? */
    uint32_t document;
    bool is_found;     /* by the last import of its document */
    const char *extra; /* keys of a person's own ("x-…"), as JSON */
};

struct inbox_document {
    const char *name; /* of its file of drafts, without ".drafts.json" */
    const char *file; /* of the document, without its folders */
    const char *path; /* where it lay when it was imported; or "" */
    const char *title, *publisher, *date, *url;
    const char *title_from; /* 开头的一行, 文件名: the title is a guess that nobody has confirmed; else "" */
    uint64_t hash;          /* of its bytes */
    const char *into; /* the pack its facts go to */
    bool is_changed;  /* since it was read */
};

struct inbox {
    struct drafts drafts; /* of all documents; all texts live in its arena */
    struct decision *decisions;
    uint32_t decision_room;
    struct inbox_document *documents;
    uint32_t document_count, document_room;
    uint32_t last_id; /* the highest number that was ever given */
};

void inbox_init(struct inbox *inbox);
void inbox_finish(struct inbox *inbox);

/* One file of drafts, decoded. False, after saying so, when something in it can't be read: then nothing of it
   was taken, and the file must not be written over. */
bool inbox_read(struct inbox *inbox, const char *name, struct diag_file file, struct diags *diags);

/* What was found in a document joins what is known of it. The same draft (of the same words in the same
   sentence) keeps its id, what was decided of it and what a person edited; a new one gets the next id; one
   that is not found any more is dropped, unless it was decided. */
void inbox_take(struct inbox *inbox, const struct inbox_document *document, const struct draft *found,
                uint32_t count);

/* The text of one document's file. */
void inbox_print(const struct inbox *inbox, uint32_t document, struct buf *out);

/* What a person says of a document; "" leaves it as it is. A title that is said is no guess any more. */
void inbox_tell(struct inbox *inbox, uint32_t document, const char *title, const char *date);

void inbox_decide(struct inbox *inbox, uint32_t draft, enum fate fate, const char *fact, const char *note);

#define INBOX_NONE UINT32_MAX
uint32_t inbox_find(const struct inbox *inbox, const char *id);        /* INBOX_NONE: no draft has it */
uint32_t inbox_find_fact(const struct inbox *inbox, const char *fact); /* the draft it was */
/* The ids of a list such as conflict_with: the next one of the rest. */
bool inbox_next_id(struct str *rest, struct str *id);
/* "001" of 001_d34c….txt: the name as far as it is needed, for people. */
const char *inbox_short_name(struct arena *arena, const struct inbox_document *document);

#endif
