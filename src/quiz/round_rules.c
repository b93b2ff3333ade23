#include "quiz/round.h"

/* What differs between the modes is in this table and nowhere else. */

#define BIT(n) (1u << (n))
#define ALL_KINDS (BIT(QUIZ_KINDS) - 1)
#define ALL_FORMS (BIT(FORMS) - 1)
/* One touch answers these: nothing at the kiosk is toggled, ordered or joined. */
#define ONE_PICK_FORMS (BIT(FORM_SINGLE) | BIT(FORM_JUDGE))
#define MANY_PICK_KINDS (BIT(KIND_MULTIPLE) | BIT(KIND_MATCH) | BIT(KIND_ORDER) | BIT(KIND_FILL))

const struct round_rules round_rules[MODES] = {
    [MODE_KIOSK] = {.mode = MODE_KIOSK,
                    .name = "kiosk",
                    .questions = 5,
                    .points = 20,
                    .options = 3,
                    .kinds = ALL_KINDS & ~MANY_PICK_KINDS,
                    .forms = ONE_PICK_FORMS,
                    .stem_chars = 40,
                    .option_chars = 24,
                    .explanation_chars = 45,
                    .about_week = 2,
                    .judges = 1,
                    .recalls = 2,
                    .first_is_shown = true,
                    .reveals_at_once = true,
                    .fresh = 500},
    [MODE_CLASS] = {.mode = MODE_CLASS,
                    .name = "class",
                    .questions = 10,
                    .points = 10,
                    .options = 4,
                    .kinds = ALL_KINDS,
                    .forms = ALL_FORMS,
                    .about_week = 4,
                    .judges = 3,
                    .recalls = 7,
                    .fresh = 200},
    [MODE_TRAINING] = {.mode = MODE_TRAINING,
                       .name = "training",
                       .questions = 10,
                       .points = 10,
                       .options = 4,
                       .kinds = ALL_KINDS,
                       .forms = ALL_FORMS,
                       .about_week = ROUND_QUESTIONS,
                       .judges = 3,
                       .recalls = ROUND_QUESTIONS,
                       .fresh = 100},
};

_Static_assert(sizeof round_rules / sizeof *round_rules == MODES, "a row for each mode");
_Static_assert(QUIZ_KINDS < 32 && FORMS < 32, "a bit for each kind and form");
