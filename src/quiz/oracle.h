#ifndef ANZHI_QUIZ_ORACLE_H
#define ANZHI_QUIZ_ORACLE_H

#include "content/content.h"
#include "quiz/claim.h"

/* Is an option true of a fact or a member of a set? The oracle answers TRUE, FALSE or UNKNOWN, and only a
   proved FALSE may be a wrong option, only a proved TRUE a key. It reasons from the model alone: names and
   aliases, places within places, also_true, never, overlapping days and numbers, functional attributes,
   closed sets, lures that a person vouches for. What it can't prove is UNKNOWN, and then the question is not
   made. */

enum truth { TRUTH_UNKNOWN, TRUTH_TRUE, TRUTH_FALSE };

/* `stem` is the text the option would stand under: also_true has conditions on it. */
enum truth oracle_fact(const struct content *content, const struct fact *fact, const char *option,
                       const char *stem);
/* The other way round: is `subject` an answer to "which subject has this fact's value"? */
enum truth oracle_subject(const struct content *content, const struct fact *fact,
                          const struct entity *subject);
enum truth oracle_subject_in(const struct content *content, const struct fact *fact,
                             const struct entity *subject, struct arena *scratch);
enum truth oracle_member(const struct content *content, const struct set *set, const char *option);

/* The entity that a text names, by name or alias, after folding; or NULL. */
const struct entity *oracle_entity(const struct content *content, const char *text);
/* The same thing, part of it, or around it: never against each other as options. */
bool oracle_related(const struct entity *a, const struct entity *b);

/* What options about one fact or set are judged by: read once, asked for each candidate. */
struct ground {
    struct claims truths; /* the values of all facts of this subject and attribute; the members */
    struct claims also;   /* also true, each unless the stem has certain words */
    const struct texts *unless;
    struct claims never, lures;
    bool exclusive; /* one value only, or a closed set: what is known and not true is false */
};

void ground_of_fact(struct ground *ground, const struct content *content, const struct fact *fact,
                    struct arena *arena);
void ground_of_set(struct ground *ground, const struct content *content, const struct set *set,
                   struct arena *arena);
enum truth ground_judge(const struct ground *ground, const struct claim *claim, const char *stem);

#endif
