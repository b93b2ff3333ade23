#ifndef ANZHI_BASE_DIAG_H
#define ANZHI_BASE_DIAG_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"

/* Messages for the people who edit content: what is wrong, where (with their own line and a caret), how to
   mend it, and what still works. All of them are collected, sorted by file and place with causes before
   consequences, at most 20 a file are kept and the rest counted. Nothing is printed while reading; three
   printers turn the list into text, gcc's form, or JSON. */

enum diag_level { DIAG_WARNING, DIAG_ERROR };

/* One row of a module's table of messages. */
struct diag_kind {
    const char *code; /* "T105": S scanner, B bytes and files, P packs, F facts, T questions, K cards, C
                         colours, L lint */
    enum diag_level level;
    const char *title; /* 「答案超出了选项范围」 */
    bool follows;      /* may be nothing but the consequence of another mistake: told after all others */
};

/* A decoded file, as messages quote it. The text must live as long as the list is being filled. */
struct diag_file {
    const char *name; /* path below the content folder, as shown */
    struct str text;
};

struct diag {
    const struct diag_kind *kind;
    const char *file;
    uint32_t line, column; /* from 1, column in characters; 0: the file as a whole */
    uint32_t marked;       /* characters under the caret, at least 1 */
    const char *quote;     /* the author's line without its end, cut to a screen's width around the caret */
    uint32_t quote_caret;  /* the caret's place inside `quote`, in terminal columns from 0 */
    uint32_t quote_width;  /* the caret's width in terminal columns */
    const char *label;     /* what the subject is: 题目, 事实 */
    const char *subject;   /* `q-001「……」`, or NULL */
    const char *remark;    /* to the right of the caret, or NULL */
    const char *fix;       /* 改法 */
    const char *effect;    /* 影响 */
};

/* What a module says about one problem. Texts are copied. fix and effect are never NULL in a finished
 * program. */
struct diag_words {
    const char *subject, *remark, *fix, *effect;
    const char *label; /* of the subject; NULL: 题目 */
};

/* How many of one file's messages were kept, and how many only counted. */
struct diag_tally {
    const char *file;
    uint32_t kept, left_out;
    uint32_t kept_warnings;
};

struct diags {
    struct arena arena;
    struct diag *list;
    uint32_t count, room;
    struct diag_tally *tallies;
    uint32_t tally_count, tally_room;
    uint32_t errors, warnings; /* all that were reported, kept or not */
    uint32_t limit; /* kept per file; 20. An error takes the place of a warning when all are taken */
};

void diags_init(struct diags *diags);
void diags_finish(struct diags *diags);

/* begin == end marks one character; begin == SIZE_MAX means the file as a whole. */
void diag_report(struct diags *diags, const struct diag_kind *kind, const struct diag_file *file,
                 size_t begin, size_t end, const struct diag_words *words);
/* Would an error in this file be kept? Who reports by the thousand asks before finding words. */
bool diag_has_room(struct diags *diags, const char *file);
/* printf into the list's own memory, to build the words with. */
char *diag_text(struct diags *diags, const char *format, ...) __attribute__((format(printf, 2, 3)));

void diags_sort(struct diags *diags);

void diags_print_text(const struct diags *diags, struct buf *out); /* with the total at the end */
void diags_print_gcc(const struct diags *diags, struct buf *out);
void diags_print_json(const struct diags *diags, struct buf *out);

#endif
