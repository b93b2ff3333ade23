#ifndef ANZHI_QUIZ_CLAIM_H
#define ANZHI_QUIZ_CLAIM_H

#include "content/content.h"
#include "content/value.h"

/* What an option says, as the model understands it: the thing it names, the days or the number it means, or
   only its words. A claim is read once and then compared many times. It knows nothing of truth; that is the
   oracle's business. */

struct claim {
    const char *show;
    uint64_t fold;               /* of the words */
    const struct entity *entity; /* or NULL */
    const struct value *value;   /* days or number, or NULL */
    const struct fact *from;     /* the fact that it is the value of, or NULL */
    const struct fact *about;    /* the fact that it is the subject of, or NULL */
    bool vouched;                /* a person says it is wrong here: a lure */
    bool known;                  /* the model has it, of the same class */
    int32_t score;               /* how good a wrong option it makes */
};

struct claims {
    struct claim *list;
    uint32_t count, room;
};

struct claim claim_read(const struct content *content, struct arena *arena, const char *text);
struct claim claim_of_fact(const struct content *content, const struct fact *fact);
struct claim claim_of_entity(const struct content *content, const struct entity *entity);
struct claim claim_of_member(const struct content *content, struct arena *arena, const struct member *member);

/* UNKNOWN: words against words, and nothing says that they exclude each other. */
enum relation claim_compare(const struct claim *a, const struct claim *b);
/* Neither the same, nor part of each other, nor one written inside the other: they may stand side by side. */
bool claims_are_apart(const struct claim *a, const struct claim *b);
/* Options of one question look alike: both days of one form, both numbers of one unit, both in 《》, one kind
 * of thing. */
bool claims_have_one_shape(const struct claim *a, const struct claim *b);

void claims_init(struct claims *claims, struct arena *arena, uint32_t room);
/* Refuses what is full or there already; says whether it was added. */
bool claims_add(struct claims *claims, const struct claim *claim);

#endif
