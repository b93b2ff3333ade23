#include "cli/blank.h"

#include <string.h>

const char *const blank_words[BLANKS] = {"question", "fact", "card"};

const struct pack *blank_pack(const struct content *content, const char *id) {
    for (uint32_t i = 0; i < content->pack_count; i++)
        if (strcmp(content->packs[i].id, id) == 0) return &content->packs[i];
    return NULL;
}

/* The number that text begins with; what is longer than any of ours counts as none. */
static uint32_t leading_number(struct str text) {
    enum { DIGITS = 6 };
    uint32_t number = 0;
    size_t at = 0;
    while (at < text.len && text.at[at] >= '0' && text.at[at] <= '9' && at <= DIGITS)
        number = number * 10 + (uint32_t)(text.at[at++] - '0');
    return at <= DIGITS ? number : 0;
}

static uint32_t highest_in(struct str text, struct str prefix) {
    uint32_t highest = 0;
    for (;;) {
        size_t at = str_find(text, prefix);
        if (at == text.len) return highest;
        text = str_cut(text, at + prefix.len, text.len);
        uint32_t number = leading_number(text);
        if (number > highest) highest = number;
    }
}

/* The bytes are searched, not the records: an id in a draft, in a broken record or in a comment is taken. */
uint32_t blank_number(const struct content *content, const char *prefix) {
    uint32_t highest = 0;
    for (uint32_t i = 0; i < content->file_count; i++) {
        uint32_t number = highest_in(content->files[i].index.file.text, str_of(prefix));
        if (number > highest) highest = number;
    }
    return highest + 1;
}

/* The newest record of the pack says which topic and source its editor is at. */
struct model {
    const char *topic, *source;
    const struct fact *fact; /* whose subject and attribute show how they are written */
};

static void follow(struct model *model, const struct record *record, const struct pack *pack) {
    if (record->pack != pack || !record->source) return;
    model->topic = record->topic;
    model->source = record->source->id;
}

static void follow_questions(struct model *model, const struct content *content, const struct pack *pack,
                             struct arena *arena) {
    for (uint32_t i = 0; i < content->written_count; i++) {
        struct written written;
        if (content_written(content, i, arena, &written)) follow(model, &written.record, pack);
    }
}

static void follow_facts(struct model *model, const struct content *content, const struct pack *pack) {
    for (uint32_t i = 0; i < content->fact_count; i++) {
        const struct fact *fact = &content->facts[i];
        if (!model->fact || fact->record.pack == pack) model->fact = fact;
        follow(model, &fact->record, pack);
    }
}

static void follow_cards(struct model *model, const struct content *content, const struct pack *pack) {
    for (uint32_t i = 0; i < content->card_count; i++) follow(model, &content->cards[i].record, pack);
}

static const char *any_source(const struct content *content, const struct pack *pack) {
    for (uint32_t i = 0; i < content->source_count; i++)
        if (content->sources[i].pack == pack) return content->sources[i].id;
    return content->source_count ? content->sources[0].id : "chuchu";
}

static struct model model_of(const struct content *content, const struct pack *pack, enum blank blank,
                             struct arena *arena) {
    struct model model = {.topic = "情景", .source = any_source(content, pack)};
    if (blank == BLANK_QUESTION) follow_questions(&model, content, pack, arena);
    if (blank == BLANK_FACT) follow_facts(&model, content, pack);
    if (blank == BLANK_CARD) follow_cards(&model, content, pack);
    return model;
}

static void add(struct buf *out, const char *key, const char *value) {
    buf_printf(out, "  \"%s\": ", key);
    buf_json(out, str_of(value));
    buf_text(out, ",\n");
}

static void add_question(struct buf *out, const struct model *model) {
    (void)model;
    add(out, "stem", "题干写在这里，30字以内？");
    buf_text(out, "  \"options\": [\"对的选项\", \"错的选项\", \"另一个错的\"],\n");
    add(out, "answer", "A");
    add(out, "explanation", "先用一句话说清为什么。再补一句，合起来45字以内。");
    buf_text(out, "  \"level\": 2,\n");
}

static void add_fact(struct buf *out, const struct model *model) {
    const struct fact *fact = model->fact;
    buf_printf(out, "  \"subject\": \"@%s\",\n", fact ? fact->subject->record.id : "shiwu");
    add(out, "attribute", fact ? fact->attribute->record.id : "wenfa");
    add(out, "value", "值写在这里");
    add(out, "why", "解析里多说的一句，30字以内。");
}

static void add_card(struct buf *out, const struct model *model) {
    (void)model;
    add(out, "title", "标题九字以内");
    add(out, "lead", "标题下的一句");
    add(out, "body", "正文写在这里，和上面一句合起来75字以内。");
    add(out, "remember", "记住的一句");
    add(out, "todo", "今天就能做的一件小事，30字以内。");
}

static const struct {
    const char *letter; /* in the id */
    void (*add)(struct buf *, const struct model *);
} blanks[BLANKS] = {
    [BLANK_QUESTION] = {"q", add_question},
    [BLANK_FACT] = {"f", add_fact},
    [BLANK_CARD] = {"c", add_card},
};

void blank_print(const struct content *content, const struct pack *pack, enum blank blank, struct buf *out) {
    struct arena arena;
    arena_init(&arena);
    struct model model = model_of(content, pack, blank, &arena);
    const char *prefix = arena_printf(&arena, "%s-%s-", pack->id, blanks[blank].letter);
    buf_printf(out, "{\n  \"id\": \"%s%03u\",\n", prefix, (unsigned)blank_number(content, prefix));
    blanks[blank].add(out, &model);
    add(out, "topic", model.topic);
    add(out, "source", model.source);
    buf_text(out, "  \"status\": \"draft\"\n}\n");
    arena_finish(&arena);
}
