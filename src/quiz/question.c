#include "quiz/question.h"

#include <string.h>

#include "base/hash.h"
#include "base/random.h"
#include "base/utf8.h"
#include "quiz/flaw.h"
#include "quiz/kinds.h"

enum { ATTEMPTS = 4, STREAM_VARIANT = 0, STREAM_ORDER = 1 };

static bool is_allowed(const struct question_limits *limits, uint32_t kind) {
    return limits->kinds >> kind & 1;
}

static uint64_t base_of(const struct content *content, struct item item) {
    struct hash hash = hash_begin();
    const struct record *record = pool_record(content, item);
    if (record) {
        hash_str(&hash, str_of(record->id));
    } else {
        hash_number(&hash, item.record);
    }
    hash_number(&hash, item.kind);
    return hash_end(&hash);
}

static const struct question empty = {
    .id = "",
    .fact = "",
    .topic = "",
    .tag = "",
    .stem = "",
    .emphasis = "",
    .hint = "",
    .explanation = "",
    .quote = "",
    .note = "",
    .image = "",
};

static bool is_long(const char *text) {
    return utf8_count(str_of(text)) > 12;
}

/* Harder when the key is a number or a long title, easier when it is what everybody should know. */
static uint8_t difficulty_of(const struct draft *draft) {
    const struct question *question = draft->question;
    int level = kind_rows[question->kind].difficulty;
    const struct record *record = pool_record(draft->content, draft->item);
    level += question->kind == KIND_NUMBER ||
             (question->form == FORM_SINGLE && is_long(question->options[question->key.picks[0]]));
    level -= record && record->weight >= 3;
    return (uint8_t)(level < 1 ? 1 : level > 5 ? 5 : level);
}

static bool stem_fits(const struct draft *draft) {
    uint32_t most = draft->limits->stem_chars;
    return !most || utf8_count(str_of(draft->question->stem)) <= most;
}

static void complete(struct draft *draft) {
    struct question *question = draft->question;
    if (!*question->id) {
        question->id = arena_printf(draft->arena, "%s/%s", question->fact, quiz_kind_name(question->kind));
    }
    if (!question->difficulty) question->difficulty = difficulty_of(draft);
}

/* What is asked for at first, and what has to do: no flaw at all, no critical one. */
enum demand { FLAWLESS, SOUND, DEMANDS };

/* A written question has passed a person; its flaws are told by `check`. */
static bool meets(const struct draft *draft, enum demand demand) {
    if (draft->by_hand) return true;
    if (demand == FLAWLESS) return !question_flaws(draft->question, draft->arena);
    return question_flaw(draft->question, draft->arena) == FLAW_NONE;
}

static bool attempt(struct draft *draft, const struct kind_row *row, enum demand demand) {
    *draft->question = empty;
    draft->question->kind = (enum quiz_kind)draft->item.kind;
    draft->lead = NULL;
    draft->more_count = 0;
    if (!row->make(draft) || !stem_fits(draft) || !draft_explain(draft)) return false;
    complete(draft);
    return meets(draft, demand);
}

bool question_make(const struct content *content, struct item item, uint32_t variant, uint64_t seed,
                   const struct question_limits *limits, struct arena *arena, struct question *out) {
    if (!is_allowed(limits, item.kind)) return false;
    uint64_t base = base_of(content, item);
    struct draft draft = {.content = content,
                          .limits = limits,
                          .arena = arena,
                          .item = item,
                          .variant = variant,
                          .base = base,
                          .seed = random_derive(base, STREAM_VARIANT, variant),
                          .order = random_derive(seed, STREAM_ORDER, base),
                          .question = out};
    for (int demand = FLAWLESS; demand < DEMANDS; demand++) {
        for (draft.attempt = 0; draft.attempt < ATTEMPTS; draft.attempt++)
            if (attempt(&draft, &kind_rows[item.kind], (enum demand)demand)) return true;
    }
    return false;
}

static bool has_pick(const struct answer *answer, uint8_t pick) {
    for (uint32_t i = 0; i < answer->count; i++) {
        if (answer->picks[i] == pick) return true;
    }
    return false;
}

static bool same_picks(const struct answer *key, const struct answer *answer) {
    for (uint32_t i = 0; i < key->count; i++) {
        if (!has_pick(answer, key->picks[i])) return false;
    }
    return true;
}

static bool same_texts(const struct question *question, const struct answer *answer) {
    uint32_t used = 0;
    for (uint32_t i = 0; i < answer->count; i++) {
        uint8_t pick = answer->picks[i];
        if (pick >= question->option_count || used >> pick & 1) return false;
        used |= 1u << pick;
        if (strcmp(question->options[pick], question->options[question->key.picks[i]]) != 0) return false;
    }
    return true;
}

bool question_judges(const struct question *question, const struct answer *answer) {
    const struct answer *key = &question->key;
    if (answer->count != key->count) return false;
    if (question->form == FORM_MULTIPLE) return same_picks(key, answer);
    if (question->form == FORM_FILL) return same_texts(question, answer);
    return !memcmp(key->picks, answer->picks, key->count);
}

bool question_takes_many(const struct question *question) {
    return question->form != FORM_SINGLE && question->form != FORM_JUDGE;
}
