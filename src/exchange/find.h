#ifndef ANZHI_EXCHANGE_FIND_H
#define ANZHI_EXCHANGE_FIND_H

#include "exchange/document.h"
#include "exchange/draft.h"

/* What a recogniser found, as places in the text. Recognisers know one sentence and say what stands in it;
   who or what it is said of, which year is meant and whether others disagree is found out later
   (exchange/link.h). */

struct span {
    uint32_t from, to;
};

/* The rows of the table in the editor's guide. */
enum pattern {
    P_TITLE,      /* P1  《…》, its version */
    P_DATE,       /* P2  9月9日至15日 */
    P_SLOGAN,     /* P3  以“…”为主题 */
    P_ORGANIZER,  /* P4  由…主办 */
    P_PLACE,      /* P5  在…举行 */
    P_ROLE,       /* P6  post and name */
    P_ORDERED,    /* P7  一是…二是… */
    P_NUMBER,     /* P8  约800人 */
    P_OUTCOME,    /* P9  发布, 签署, 成立 */
    P_ALIAS,      /* P10 简称“…” */
    P_TERM,       /* P11 other words in quotation marks */
    P_SET,        /* P12 A、B和C */
    P_DEFINITION, /* P13 …是指… */
    P_ORIGIN,     /* P14 （来源：…） */
    P_SPEECH,     /* P15 who said what */
    PATTERNS
};
extern const char *const pattern_words[PATTERNS]; /* "P1" */

struct find {
    enum pattern pattern;
    enum draft_type type;
    struct span value;
    struct span prefix;         /* words that belong before the value but stand apart from it */
    const struct span *members; /* of a list or a set, else NULL */
    uint32_t member_count;
    const char *about;     /* the subject, when it is found elsewhere; "" none */
    struct span subject;   /* empty: not said in the same breath */
    const char *attribute; /* "" none */
    const char *reason;    /* "" as every find of this pattern */
    const char *warn;      /* NULL none */
    const char *unclear;   /* what the document leaves open of it; NULL nothing */
    const char *normal;    /* "" none */
    bool confident, open;
    uint32_t sentence;
    struct draft_year year;
};

struct finds {
    struct arena arena;
    struct find *list;
    uint32_t count, room;
};

void finds_init(struct finds *finds);
void finds_finish(struct finds *finds);

/* A sentence that is being read. */
struct reading {
    const struct document *document;
    const uint32_t *text; /* the document's */
    uint32_t sentence, begin, end;
    uint32_t in_title, in_quote; /* how many 《 and “ are open here */
    struct finds *finds;
};

/* Adds a find in this sentence; the caller fills in what is special about it. */
struct find *find_add(struct reading *reading, enum pattern pattern, enum draft_type type, struct span value);

/* Is the character part of a number, a date or a version that was found already? */
bool find_was_read(const struct reading *reading, uint32_t at);

/* A recogniser is called where a character stands that what it looks for has, and adds what it finds. */
typedef void recogniser(struct reading *reading, uint32_t at);

recogniser find_titles;          /* at 《 */
recogniser find_bare_versions;   /* at V */
recogniser find_standards;       /* at the mark before the year of GB/T 22239—2019, or at 〔 */
recogniser find_dates;           /* at the first digit of a number */
recogniser find_chinese_dates;   /* at 二 of 二〇二五年 */
recogniser find_numbers;         /* at the first digit or numeral of a number */
recogniser find_quotes;          /* at “ */
recogniser find_themes;          /* at 主, 口 … */
recogniser find_quoted_speech;   /* at “, behind find_quotes */
recogniser find_speeches;        /* at 表 of 表示, 说 … */
recogniser find_aliases;         /* at 简 */
recogniser find_places;          /* at 在 */
recogniser find_labelled_places; /* at 地 */
recogniser find_main_places;     /* at 作 */
recogniser find_venues;          /* at 在, 来到 … */
recogniser find_venue_cells;     /* at the last character of a venue */
recogniser find_roles;           /* at the last character of a post */
recogniser find_bodies;          /* at a verb */
recogniser find_labelled_bodies; /* at 主, 承 … */
recogniser find_body_lists;      /* at 、 */
recogniser find_agents;          /* at 由, 经 … */
recogniser find_doers;           /* at 今年, 的报告 … */
recogniser find_joint_bodies;    /* at 会同, 联合 */
recogniser find_sets;            /* at 、 */
recogniser find_counted;         /* at a mark that counts: 一, 1, （, 第, 首 … */
recogniser find_repeated;        /* at the first character of a verb: 要, 坚 … */
recogniser find_sequences;       /* at 程序, 环节 … */
recogniser find_announced;       /* at ： */
recogniser find_outcomes;        /* at a verb, or at 启 */
recogniser find_definitions;     /* at 是 or 指 */
recogniser find_origins;         /* at 来 */

/* Labels and lists of a slide, of which a sentence knows nothing. */
void find_items(const struct document *document, struct finds *finds);

/* All recognisers over all sentences. */
void find_all(const struct document *document, struct finds *finds);

#endif
