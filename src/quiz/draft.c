#include "quiz/draft.h"

#include <string.h>

#include "base/random.h"
#include "base/utf8.h"

enum { STREAM_SHOW = 1 };

uint32_t draft_below(const struct draft *draft, enum draw draw, uint64_t index, uint32_t n) {
    return n ? random_below(draft->seed, (uint32_t)draw, draft->attempt * 256ull + index, n) : 0;
}

void draft_from(struct draft *draft, const struct record *record) {
    struct question *question = draft->question;
    question->fact = record->id;
    question->rev = record->rev;
    question->pack = record->pack;
    question->topic = record->topic;
    question->source = record->source;
    question->quote = record->quote;
    question->note = record->note;
    question->image = record->image;
}

/* Beside a side of the ring there is room for five characters. */
static const char *short_of(const char *name, const char *class_name) {
    if (utf8_count(str_of(name)) <= 5) return name;
    return utf8_count(str_of(class_name)) <= 5 ? class_name : "";
}

void draft_from_fact(struct draft *draft, const struct fact *fact) {
    draft_from(draft, &fact->record);
    draft->question->tag = short_of(fact->attribute->name, fact->attribute->class_name);
    if (!*draft->question->image) draft->question->image = fact->attribute->record.image;
}

static const char *slot(const struct slots *slots, char name) {
    switch (name) {
    case 'S':
        return slots->subject;
    case 'V':
        return slots->value;
    case 'D':
        return slots->as_of;
    case 'N':
        return slots->name;
    case 'T':
        return slots->text;
    default:
        return NULL;
    }
}

static const char *slot_at(const char *at, const struct slots *slots) {
    return at[0] == '{' && at[1] && at[2] == '}' ? slot(slots, at[1]) : NULL;
}

const char *draft_fill(const struct draft *draft, const char *template, const struct slots *slots) {
    size_t len = 0;
    for (const char *at = template; *at;) {
        const char *word = slot_at(at, slots);
        len += word ? strlen(word) : 1;
        at += word ? 3 : 1;
    }
    char *text = arena_take(draft->arena, len + 1, 1), *out = text;
    for (const char *at = template; *at;) {
        const char *word = slot_at(at, slots);
        size_t take = word ? strlen(word) : 1;
        memcpy(out, word ? word : at, take);
        out += take;
        at += word ? 3 : 1;
    }
    return text;
}

/* The phrasings take turns from variant to variant, so that a question that comes back is reworded. */
const char *draft_phrase(const struct draft *draft, struct texts phrasings) {
    if (!phrasings.count) return NULL;
    uint32_t first = random_below(draft->base, DRAW_PHRASE, 0, phrasings.count);
    return phrasings.list[(first + draft->variant % phrasings.count + draft->attempt) % phrasings.count];
}

struct texts draft_phrasings(struct texts own, const char *const *built_in, uint32_t count) {
    return own.count ? own : (struct texts){built_in, count};
}

void draft_shuffle(struct draft *draft, const char *const *options, uint32_t count, uint8_t *place) {
    struct question *question = draft->question;
    uint8_t order[QUESTION_OPTIONS];
    for (uint32_t i = 0; i < count; i++) order[i] = (uint8_t)i;
    random_shuffle(draft->order, STREAM_SHOW, order, count);
    for (uint32_t i = 0; i < count; i++) {
        question->options[i] = options[order[i]];
        place[order[i]] = (uint8_t)i;
    }
    question->option_count = (uint8_t)count;
}

static bool comes_before(const struct value *a, const struct value *b) {
    if (a->type == VALUE_NUMBER) return a->thousandths < b->thousandths;
    return a->first_day != b->first_day ? a->first_day < b->first_day : a->last_day < b->last_day;
}

static bool are_sortable(const struct claim *options, uint32_t count) {
    for (uint32_t i = 0; i < count; i++) {
        if (!options[i].value || options[i].value->type != options[0].value->type) return false;
    }
    return true;
}

static void sort_options(struct draft *draft, const struct claim *options, uint32_t count, uint8_t *place) {
    for (uint32_t i = 0; i < count; i++) {
        uint32_t before = 0;
        for (uint32_t k = 0; k < count; k++) {
            if (k != i) before += comes_before(options[k].value, options[i].value);
        }
        place[i] = (uint8_t)before;
        draft->question->options[before] = options[i].show;
    }
    draft->question->option_count = (uint8_t)count;
}

static void set_key(struct question *question, uint32_t count, uint32_t right, const uint8_t *place) {
    uint32_t places = 0;
    for (uint32_t i = 0; i < count; i++) {
        if (right >> i & 1) places |= 1u << place[i];
    }
    question->key.count = 0;
    for (uint32_t i = 0; i < count; i++) {
        if (places >> i & 1) question->key.picks[question->key.count++] = (uint8_t)i;
    }
}

void draft_show(struct draft *draft, const struct claim *options, uint32_t count, uint32_t right) {
    uint8_t place[QUESTION_OPTIONS];
    const char *shows[QUESTION_OPTIONS];
    for (uint32_t i = 0; i < count; i++) shows[i] = options[i].show;
    if (are_sortable(options, count)) {
        sort_options(draft, options, count, place);
    } else {
        draft_shuffle(draft, shows, count, place);
    }
    set_key(draft->question, count, right, place);
}

void draft_say(struct draft *draft, const char *sentence) {
    if (sentence && *sentence && draft->more_count < 8) draft->more[draft->more_count++] = sentence;
}

const char *draft_list(const struct draft *draft, const struct member *members, uint32_t count) {
    const char *list = "";
    for (uint32_t i = 0; i < count; i++) {
        list = arena_printf(draft->arena, "%s%s%s", list, i ? "、" : "", members[i].show);
    }
    return list;
}

const char *draft_without_stop(const struct draft *draft, const char *sentence) {
    struct str text = str_trim(str_of(sentence)), stop = STR("。");
    if (str_ends(text, stop)) text = str_cut(text, 0, text.len - stop.len);
    return arena_text(draft->arena, text.at, text.len);
}

static bool has_room(const struct draft *draft, const char *said, const char *sentence) {
    uint32_t most = draft->limits->explanation_chars;
    return !most || utf8_count(str_of(said)) + utf8_count(str_of(sentence)) <= most;
}

bool draft_may_lead(const struct draft *draft, const char *sentence) {
    return has_room(draft, "", sentence);
}

bool draft_explain(struct draft *draft) {
    const char *said = draft->lead;
    if (!said || !*said || !draft_may_lead(draft, said)) return false;
    for (uint32_t i = 0; i < draft->more_count; i++) {
        if (strstr(said, draft->more[i]) || !has_room(draft, said, draft->more[i])) continue;
        said = arena_printf(draft->arena, "%s%s", said, draft->more[i]);
    }
    draft->question->explanation = said;
    return true;
}
