#ifndef ANZHI_EXCHANGE_DRAFT_H
#define ANZHI_EXCHANGE_DRAFT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"

/* A draft: what a document seems to say, for a person to accept, mend or throw away. Nothing of it is shown
   to a visitor before that.

   Its value is the words of the document, mended: full-width digits made plain, brackets and quotation marks
   made full-width, bold marks and line breaks taken out. Brackets and quotation marks belong to a title 《…》
   alone.

   | type               | value                                       | subject       | attribute (for
   example)  |
   |--------------------|---------------------------------------------|---------------|--------------------------|
   | date, date-range   | 9月9日 · 2023年2月23日至24日 · 2024年8月     | the event     | 举办时间 | | number
   | 约800人 · 73个 · 突破1000亿元, with its hedge | what has it   | 参加人数                 | | percent |
   40% · 四成 · 三分之一                        | what has it   | 比例                     | | place |
   广州市南沙国际金融论坛会议中心               | the event     | 举办地点                 | | title |
   《人工智能安全治理框架》                     | what did it   | 发布 or ""               | | version | 1.0版
   · GB/T 22239-2019                      | the title     | 版本, 标准号, 文号       | | slogan             |
   网络安全为人民，网络安全靠人民               | the event     | 主题                     | | role | the
   post, 中央网信办副主任                   | the person    | 职务                     | | organization | one
   body                                    | the event …   | 主办, 承办, 发布 …       | | organization-set   |
   a list of bodies                            | the event …   | 联合主办, 签署 …         | | ordered-list | a
   list, in the document's order             | whose it is   | 要点                     | | set | a list
   without an order                     | whose it is   | 包括                     | | alias              |
   the short name                              | the long name | 简称                     | | definition |
   what it is                                  | the term      | 定义                     | | term | words in
   quotation marks                    | ""            | ""                       | | outcome            | what
   was released, founded, unveiled        | who did it    | 发布, 成立, 启动 …       | | metadata           |
   where the text is from                      | the document  | 来源                     | */

enum draft_type {
    DRAFT_DATE,
    DRAFT_DATE_RANGE,
    DRAFT_NUMBER,
    DRAFT_PERCENT,
    DRAFT_PLACE,
    DRAFT_TITLE,
    DRAFT_VERSION,
    DRAFT_SLOGAN,
    DRAFT_ROLE,
    DRAFT_ORGANIZATION,
    DRAFT_ORGANIZATION_SET,
    DRAFT_ORDERED_LIST,
    DRAFT_SET,
    DRAFT_ALIAS,
    DRAFT_DEFINITION,
    DRAFT_TERM,
    DRAFT_OUTCOME,
    DRAFT_METADATA,
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
    const char *normal; /* for machines: 2024-09-09/2024-09-15 · about 800 · more 100000000000; or "" */
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

/* At most DRAFT_WARNS; the rest is dropped. */
void drafts_warn(struct draft *draft, const char *warn);

/* One JSON object in one line, with the fields in the order of the struct: draft, class, pattern, doc, line,
   span, quote, type, topic, subj_guess, attr_guess, value, open, year, warn, dup_of, conflict_with, decision,
   editor, statement, surface, normal, reason. */
void drafts_write_one(const struct draft *draft, struct buf *out);
void drafts_write_lines(const struct drafts *drafts, struct buf *out);

#endif
