#include <assert.h>
#include <string.h>

#include "base/utf8.h"
#include "quiz/kinds.h"

/* Questions written by hand are passed through: their words stay, only the order of the options changes, and
   where a place shows fewer options some wrong ones stay away. */

bool written_applies(const struct content *content, uint32_t index) {
    (void)content;
    (void)index;
    return true;
}

static uint32_t bits(uint32_t word) {
    uint32_t count = 0;
    for (; word; word &= word - 1) count++;
    return count;
}

/* The options that stay, as bits: the right ones, a pinned one, and by lot as many others as there is room
 * for. */
static uint32_t staying(const struct draft *draft, const struct written *written) {
    assert(written->option_count > 0);
    uint32_t all = (1u << written->option_count) - 1, most = draft->limits->options;
    if (written->form != FORM_SINGLE || !most) return all;
    for (uint64_t i = 0; bits(all) > most && i < 64; i++) {
        uint32_t drop = 1u << draft_below(draft, DRAW_PICK, i, written->option_count);
        bool pinned = written->pinned_last && drop == 1u << (written->option_count - 1);
        if (!pinned && !(written->answer & drop)) all &= ~drop;
    }
    return all;
}

/* The place of a pinned option is the last one, whatever the lot said. */
static void pin_last(struct question *question, const char *pinned) {
    uint32_t last = question->option_count - 1u, at = 0;
    while (at < last && question->options[at] != pinned) at++;
    question->options[at] = question->options[last];
    question->options[last] = pinned;
    for (uint32_t i = 0; i < question->key.count; i++) {
        uint8_t *pick = &question->key.picks[i];
        *pick = *pick == at ? (uint8_t)last : *pick == last ? (uint8_t)at : *pick;
    }
}

static void show_choice(struct draft *draft, const struct written *written) {
    uint32_t stays = staying(draft, written), count = 0, right = 0;
    struct claim options[WRITTEN_OPTIONS];
    for (uint32_t i = 0; i < written->option_count; i++) {
        if (!(stays >> i & 1)) continue;
        if (written->answer >> i & 1) right |= 1u << count;
        options[count++] = claim_read(draft->content, draft->arena, written->options[i]);
    }
    draft_show(draft, options, count, right);
    if (written->pinned_last) pin_last(draft->question, written->options[written->option_count - 1]);
}

static void show_judge(struct draft *draft, const struct written *written) {
    struct question *question = draft->question;
    question->options[0] = "对";
    question->options[1] = "错";
    question->option_count = 2;
    question->key = (struct answer){.count = 1, .picks = {written->answer & 1 ? 0 : 1}};
}

static void show_order(struct draft *draft, const struct written *written) {
    struct question *question = draft->question;
    uint8_t place[QUESTION_OPTIONS];
    draft_shuffle(draft, written->options, written->option_count, place);
    question->key.count = (uint8_t)written->option_count;
    memcpy(question->key.picks, place, written->option_count);
}

static bool options_fit(const struct draft *draft) {
    const struct question *question = draft->question;
    uint32_t most = draft->limits->option_chars;
    for (uint32_t i = 0; i < question->option_count && most; i++) {
        if (utf8_count(str_of(question->options[i])) > most) return false;
    }
    return true;
}

/* The first sentence is the lead, the rest comes along when it fits. */
static void split_explanation(struct draft *draft, const char *text) {
    struct str all = str_of(text);
    size_t stop = str_find(all, STR("。"));
    size_t cut = stop < all.len ? stop + strlen("。") : all.len;
    draft->lead = arena_text(draft->arena, all.at, cut);
    draft_say(draft, text + cut);
}

/* A scene is about the term that is its answer. */
static const char *term_of(const struct content *content, const struct written *written) {
    for (uint32_t i = 0; written->form == FORM_SINGLE && i < content->entity_count; i++) {
        const struct entity *entity = &content->entities[i];
        for (uint32_t k = 0; entity->kind == ENTITY_TERM && k < written->option_count; k++)
            if (written->answer >> k & 1 && !strcmp(written->options[k], entity->name)) return entity->name;
    }
    return "";
}

bool written_make(struct draft *draft) {
    struct written written;
    struct question *question = draft->question;
    if (!content_question(draft->content, draft->item.record, draft->arena, &written)) return false;
    draft->by_hand = true;
    if (written.fact) draft_from_fact(draft, written.fact);
    const char *image = *written.image ? written.image : question->image;
    const char *tag = question->tag;
    draft_from(draft, &written.record);
    if (written.fact) question->fact = written.fact->record.id;
    question->id = written.record.id;
    question->form = written.form;
    question->stem = written.stem;
    question->emphasis = written.emphasis;
    question->image = image;
    question->tag = *tag ? tag : term_of(draft->content, &written);
    question->difficulty = (uint8_t)written.level;
    if (written.form == FORM_JUDGE) {
        show_judge(draft, &written);
    } else if (written.form == FORM_ORDER) {
        show_order(draft, &written);
    } else {
        show_choice(draft, &written);
    }
    split_explanation(draft, written.explanation);
    return options_fit(draft);
}
