#ifndef ANZHI_BASE_JSON_READ_H
#define ANZHI_BASE_JSON_READ_H

#include <stdbool.h>
#include <stdint.h>

#include "base/json.h"
#include "base/json_scan.h"

/* The patient half of the scanner: it reads what json_scan refused, token by token. What is certain though
   wrong (full-width punctuation, a missing comma) it reports, notes as an edit and sees through; at anything
   else it reports once and gives up on the value, and the caller looks for the next one. Inside base only. */

enum problem {
    PROBLEM_NONE,
    /* seen through: the value stays sound */
    WIDE_SIGN,
    WIDE_QUOTE,
    WIDE_DIGIT,
    ODD_BLANK,
    SINGLE_QUOTE,
    SEMICOLON,
    BARE_KEY,
    ODD_WORD,
    MISSING_COMMA,
    DOUBLED_COMMA,
    /* the value is lost, but reading goes on */
    DUPLICATE_KEY,
    BAD_NUMBER,
    LONG_NUMBER,
    BAD_ESCAPE,
    NUL_ESCAPE,
    CONTROL_IN_STRING,
    LONG_STRING,
    /* the value is lost and the next one is looked for */
    OPEN_STRING,
    OPEN_COMMENT,
    STRAY_TEXT,
    INNER_QUOTE,
    UNKNOWN_WORD,
    CONTROL_OUTSIDE,
    STRAY_SIGN,
    MISSING_COLON,
    MISSING_VALUE,
    MISSING_KEY,
    MISSING_CLOSE_OBJECT,
    MISSING_CLOSE_LIST,
    EXTRA_CLOSE,
    TOO_DEEP,
    TOO_MANY_KEYS,
    /* the file as a whole */
    FILE_EMPTY,
    FILE_TOO_LARGE,
    FILE_NO_ROOT,
    FILE_TRUNCATED,
    TEXT_AFTER_END,
    TOO_MANY_ELEMENTS,
    PROBLEM_COUNT
};

/* `{}` in remark and fix stands for what was found, `<>` for what should stand there. */
struct problem_row {
    struct diag_kind kind;
    const char *remark, *fix, *effect; /* effect NULL: that of the place */
};
extern const struct problem_row json_problems[PROBLEM_COUNT];

enum token_kind {
    TOKEN_END,
    TOKEN_OPEN_OBJECT,
    TOKEN_CLOSE_OBJECT,
    TOKEN_OPEN_LIST,
    TOKEN_CLOSE_LIST,
    TOKEN_COLON,
    TOKEN_COMMA,
    TOKEN_STRING,
    TOKEN_NUMBER,
    TOKEN_WORD,
    TOKEN_BAD
};

struct token {
    enum token_kind kind;
    uint32_t begin, end;
    struct json_span inside; /* of a string: between its quotes */
    enum problem problem;    /* of TOKEN_BAD: to be reported when the parser meets it */
};

/* A change that makes the text strict: at `at`, `cut` bytes go and `put` comes. */
struct edit {
    uint32_t at, cut;
    uint32_t rank; /* in the order of noting */
    char put[7];
    uint8_t put_len;
};

struct edits {
    struct edit *list;
    uint32_t count, room;
    bool cut_comments;
};

struct reader {
    struct diag_file file;
    const struct json_limits *limits;
    struct scan_keys *keys;
    struct diags *diags; /* NULL: nothing is said */
    struct edits *edits; /* NULL: nothing is noted */
    const char *effect_lost;
    uint32_t at;        /* behind the current token */
    uint32_t last_end;  /* behind the token before it */
    uint32_t solid_end; /* behind the last token before it that is no comma */
    enum token_kind last_kind;
    struct token token;
    bool plain;          /* nothing but strict JSON so far */
    bool sound;          /* nothing lost so far */
    bool ended;          /* the end of the file came too early and was reported */
    uint32_t said_until; /* signs before this were reported when the text was read the first time */
    uint32_t lost_at;    /* where a value was last given up; met again, it is not reported again */
    uint32_t line_said_until[PROBLEM_COUNT]; /* one message a line is enough for each sort of sign */
};

void reader_begin(struct reader *reader, struct diag_file file, const struct json_limits *limits,
                  struct scan_keys *keys);
void reader_next(struct reader *reader);
/* Makes the token at `at` the current one. */
void reader_jump(struct reader *reader, uint32_t at);
/* What kind of sign stands behind the blanks at `at`; a string or TOKEN_BAD where none does. Nothing is
 * noted. */
enum token_kind reader_peek(const struct reader *reader, uint32_t at);
/* Reads the value that begins with the current token; the reader then stands behind it, without a next token.
   False: a report was made and the place of the value's end is unknown. */
bool reader_value(struct reader *reader, uint32_t depth);
bool reader_at_value(const struct reader *reader);
/* The current token is a string or a bare word, and a colon follows it. */
bool reader_at_key(const struct reader *reader);

void reader_report(struct reader *reader, enum problem problem, uint32_t begin, uint32_t end);
void reader_report_words(struct reader *reader, enum problem problem, struct json_span span, struct str found,
                         const char *should);
/* About the file as a whole. */
void reader_report_file(struct reader *reader, enum problem problem, struct str found, const char *should);
/* Under the last character before `at`. */
void reader_report_before(struct reader *reader, enum problem problem, uint32_t at);
/* Under the last character before the current token. */
void reader_report_missing(struct reader *reader, enum problem problem);
/* Says what is wrong with the current token where `expected` should stand. */
void reader_refuse(struct reader *reader, enum problem expected);
void reader_edit(struct reader *reader, uint32_t at, uint32_t cut, const char *put);

void edits_begin(struct edits *edits, bool cut_comments);
void edits_finish(struct edits *edits);
/* Those at `from` and behind. */
void edits_forget(struct edits *edits, uint32_t from);
/* The one that begins at `at`, if any: another takes its place. */
void edits_forget_at(struct edits *edits, uint32_t at);
uint32_t edits_count(const struct edits *edits);
void edits_apply(struct edits *edits, struct str text, struct json_span span, struct buf *out);

#endif
