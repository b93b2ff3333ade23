#ifndef ANZHI_EXCHANGE_DRAFT_H
#define ANZHI_EXCHANGE_DRAFT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"

/* A draft: what a document seems to say, for a person to accept, mend or throw away. Nothing of it is shown
   to a visitor before that.

   Its value is the words of the document, mended: full-width digits made plain, half-width brackets made
   full-width, bold marks and line breaks taken out. Only titles keep their marks, 《…》; what stood in
   quotation marks comes without them. */

/* What each is of, with an example; S is the draft's subject, and its attribute stands in brackets. */
enum draft_type {
    DRAFT_DATE,       /* 9月9日, 2024年8月. S: an event [举办时间, 发布时间, 截至时间 …] */
    DRAFT_DATE_RANGE, /* 2月23日至24日 */
    DRAFT_NUMBER,     /* 约800人, 突破1000亿元: hedge, number, measure. S: what there are so many of */
    DRAFT_PERCENT,    /* 40%, 三成, 三分之一 */
    DRAFT_PLACE,      /* 四川成都. S: an event [举办地点] */
    DRAFT_TITLE,      /* 《人工智能安全治理框架》. S: who [发布, 签署 …] */
    DRAFT_VERSION,    /* 1.0版. S: the title [版本, 标准号, 文号] */
    DRAFT_SLOGAN,     /* 网络安全为人民，网络安全靠人民. S: an event [主题] */
    DRAFT_ROLE,       /* the post, 广东省副省长. S: the person's name [职务] */
    DRAFT_ORGANIZATION,     /* one body. S: an event, a title [主办, 承办, 发布, 牵头 …] */
    DRAFT_ORGANIZATION_SET, /* a list of bodies. The same */
    DRAFT_ORDERED_LIST,     /* a list, as the document orders it. S: who said it, or what it is of [要点] */
    DRAFT_SET,              /* a list without an order [包括] */
    DRAFT_ALIAS,            /* the short name. S: the long one [简称] */
    DRAFT_DEFINITION,       /* what it is. S: the term [定义] */
    DRAFT_TERM,             /* other words in quotation marks */
    DRAFT_OUTCOME,  /* what was released, founded, begun. S: who did it [发布, 成立, 启动 …] */
    DRAFT_SPEECH,   /* what somebody said. S: who [指出, 表示, 提出 …] */
    DRAFT_METADATA, /* where the text is from. S: the document [来源] */
    DRAFT_TYPES
};

extern const char *const draft_type_words[DRAFT_TYPES]; /* "date", "date-range" … */

/* Where the year of a date is from; the words are those of the draft file. */
enum year_from {
    YEAR_NONE,  /* "": it has none */
    YEAR_SELF,  /* "value": it is written in the date itself */
    YEAR_TITLE, /* "title": of the document */
    YEAR_TEXT,  /* "text": the first one that the text names */
    YEAR_PAGE,  /* "page": when the page was published */
    YEAR_GUESS, /* "guess": 今年, 次日 and the like; never of a confident draft */
    YEAR_FROMS
};
extern const char *const year_from_words[YEAR_FROMS];

struct draft_year {
    uint32_t value; /* 0 none */
    enum year_from from;
};

enum { DRAFT_WARNS = 4 };

struct draft {
    const char *id;      /* "D0017", of one import */
    bool confident;      /* class A, else B */
    const char *pattern; /* "P4", as the table in exchange/find.h has it */
    const char *doc;     /* the file's name without its folders */
    uint32_t line;       /* in the original file, from 1 */
    uint32_t from, to;   /* its characters [from, to) in that line, from 0; of several lines: in the first */
    const char *quote;   /* the sentence, mended */
    enum draft_type type;
    const char *topic; /* of the pack, a guess; or "" */
    const char *subject, *attribute;
    const char *const *values; /* one, or the members of a list or a set */
    uint32_t value_count;
    bool is_list; /* the value is written as a list, be it of one member */
    bool open;    /* 等: there are more members than these */
    struct draft_year year;
    const char *warns[DRAFT_WARNS];
    uint32_t warn_count;
    const char *dup_of; /* the id of an earlier draft that says the same; or "" */
    const char
        *conflict_with; /* ids of drafts and of facts in packs that say otherwise, after commas; or "" */
    const char *decision, *editor, *statement; /* a person's; "" until then */
    const char *surface;                       /* the words as they stand in the file */
    const char *normal; /* for machines: 2024-09-09/2024-09-15 · about 800 人; or "" */
    const char *reason; /* why it is confident or not, in Chinese */
};

struct drafts {
    struct arena arena; /* of all texts in it */
    struct draft *list;
    uint32_t count, room;
};

void drafts_init(struct drafts *drafts);
void drafts_finish(struct drafts *drafts);
struct draft *drafts_add(struct drafts *drafts); /* zeroed, its texts "" */
/* Room for so many more, so that a long list is not copied again and again. */
void drafts_reserve(struct drafts *drafts, uint32_t more);

/* At most DRAFT_WARNS; the rest is dropped. */
void drafts_warn(struct draft *draft, const char *warn);

/* One JSON object in one line, with the fields in the order of the struct: draft, class, pattern, doc, line,
   span, quote, type, topic, subj_guess, attr_guess, value, open, year, warn, dup_of, conflict_with, decision,
   editor, statement, surface, normal, reason. */
void drafts_write_one(const struct draft *draft, struct buf *out);
void drafts_write_lines(const struct drafts *drafts, struct buf *out);

#endif
