#ifndef ANZHI_QUIZ_KINDS_H
#define ANZHI_QUIZ_KINDS_H

#include "quiz/draft.h"

/* One row for each kind of question: what it is called, which records it can be asked of, how it is made.
   Only quiz/ sees this; a new kind is a new row here and a family's function. */

enum kind_source {
    FROM_WRITTEN,
    FROM_FACTS,
    FROM_SETS,
    FROM_PAIRINGS,
    FROM_SCENARIOS,
    FROM_PHRASES,
    FROM_ENTITIES
};

struct kind_row {
    const char *name, *title;
    enum kind_source source;
    uint8_t difficulty;
    bool (*applies)(const struct content *content, uint32_t index);
    bool (*make)(struct draft *draft);
};

extern const struct kind_row kind_rows[QUIZ_KINDS];

/* value.c */
bool when_applies(const struct content *content, uint32_t index);
bool where_applies(const struct content *content, uint32_t index);
bool who_applies(const struct content *content, uint32_t index);
bool body_applies(const struct content *content, uint32_t index);
bool title_applies(const struct content *content, uint32_t index);
bool number_applies(const struct content *content, uint32_t index);
bool what_applies(const struct content *content, uint32_t index);
bool value_make(struct draft *draft);
/* The candidates for wrong values of a fact, not yet judged. */
void value_candidates(const struct draft *draft, const struct fact *fact, const struct ground *ground,
                      struct claims *candidates);
/* The stem or statement says when, if what it says was only true then. */
const char *value_dated(const struct draft *draft, const struct fact *fact, const char *text);
/* Its own, or its attribute's. */
struct texts value_statements(const struct fact *fact);
struct slots value_slots(const struct fact *fact, const char *value);
const char *value_statement(const struct draft *draft, const struct fact *fact, const char *value);

/* ladder.c: other numbers around the right one, written in the same way. */
void ladder_add(const struct draft *draft, const struct value *key, struct claims *candidates);

/* reverse.c */
bool reverse_applies(const struct content *content, uint32_t index);
bool reverse_make(struct draft *draft);
bool edition_applies(const struct content *content, uint32_t index);
bool edition_make(struct draft *draft);

/* member.c */
bool belongs_applies(const struct content *content, uint32_t index);
bool belongs_make(struct draft *draft);
bool outside_applies(const struct content *content, uint32_t index);
bool outside_make(struct draft *draft);
bool multiple_applies(const struct content *content, uint32_t index);
bool multiple_make(struct draft *draft);
bool count_applies(const struct content *content, uint32_t index);
bool count_make(struct draft *draft);

/* judge.c */
bool judge_applies(const struct content *content, uint32_t index);
bool judge_make(struct draft *draft);

/* sequence.c */
bool match_applies(const struct content *content, uint32_t index);
bool match_make(struct draft *draft);
bool order_applies(const struct content *content, uint32_t index);
bool order_make(struct draft *draft);
bool next_applies(const struct content *content, uint32_t index);
bool next_make(struct draft *draft);

/* blank.c */
bool fill_applies(const struct content *content, uint32_t index);
bool fill_make(struct draft *draft);

/* term.c */
bool term_applies(const struct content *content, uint32_t index);
bool term_make(struct draft *draft);
bool meaning_make(struct draft *draft);
bool scenario_applies(const struct content *content, uint32_t index);
bool scenario_make(struct draft *draft);

/* by_hand.c */
bool written_applies(const struct content *content, uint32_t index);
bool written_make(struct draft *draft);

#endif
