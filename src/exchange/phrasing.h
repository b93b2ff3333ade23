#ifndef ANZHI_EXCHANGE_PHRASING_H
#define ANZHI_EXCHANGE_PHRASING_H

#include "content/content.h"
#include "exchange/draft.h"

/* In which words a draft would be asked: an attribute that the content has already, or a new one made of a
   row of the table here. A draft's attribute is a word of its document (举办时间, 主办, 发布 …), not yet a
   way of asking. */

struct phrasing_row {
    const char *word;     /* as drafts have it */
    uint32_t types;       /* bit per draft_type */
    const char *known[3]; /* names of attributes of the content that ask the same; the first is taken, unless
                             one of the subject's series is asked by another */
    const char *name, *class_name;
    const char *stems[3];
    const char *statement;
    bool dated, political;
};

struct phrasing {
    const struct attribute *attribute; /* of the content; NULL: to be made */
    const char *name, *class_name;     /* of the one to be made */
    const char *stems[3];
    const char *statement; /* with {S} and {V}, of either */
    bool dated, political;
    bool is_rough; /* of no row: a person should look at the wording */
};

/* False: the draft has no word to go by. The word may be the name or the id of an attribute as well. */
bool phrasing_find(const struct content *content, const struct draft *draft, const struct entity *subject,
                   struct arena *arena, struct phrasing *out);
/* What a list is a list of: 「主办{S}的单位」, and its class. */
const char *phrasing_set_name(struct arena *arena, const struct draft *draft, const char *subject);
const char *phrasing_set_class(const struct draft *draft);

/* {S}, {V} and {D} filled in. */
const char *phrasing_fill(struct arena *arena, const char *template, const char *subject, const char *value,
                          const char *day);

#endif
