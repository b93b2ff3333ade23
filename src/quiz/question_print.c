#include "base/str.h"
#include "quiz/question.h"

static const char *const form_names[FORMS] = {"single", "multiple", "judge", "order", "match", "fill"};
_Static_assert(FORMS == 6, "a form has a name");

const char *form_name(enum form form) {
    return form_names[form];
}

static void add_member(struct buf *out, const char *key, const char *text) {
    buf_printf(out, "%s\"%s\": ", out->len && out->at[out->len - 1] != '{' ? ", " : "", key);
    buf_json(out, str_of(text));
}

static void add_given(struct buf *out, const char *key, const char *text) {
    if (text && *text) add_member(out, key, text);
}

static void add_texts(struct buf *out, const char *key, const char *const *texts, uint32_t count) {
    buf_printf(out, ", \"%s\": [", key);
    for (uint32_t i = 0; i < count; i++) {
        if (i) buf_text(out, ", ");
        buf_json(out, str_of(texts[i]));
    }
    buf_char(out, ']');
}

static void add_answer(struct buf *out, const struct answer *key) {
    buf_text(out, ", \"answer\": [");
    for (uint32_t i = 0; i < key->count; i++) buf_printf(out, i ? ", %d" : "%d", (int)key->picks[i]);
    buf_char(out, ']');
}

static void add_source(struct buf *out, const struct source *source) {
    buf_text(out, ", \"source\": {");
    add_member(out, "title", source ? source->title : "");
    add_member(out, "publisher", source ? source->publisher : "");
    add_member(out, "date", source ? source->date : "");
    buf_char(out, '}');
}

void question_print_json(const struct question *question, struct buf *out) {
    buf_char(out, '{');
    add_member(out, "id", question->id);
    add_member(out, "fact", question->fact);
    add_member(out, "pack", question->pack ? question->pack->id : "");
    add_member(out, "kind", quiz_kind_name(question->kind));
    add_member(out, "form", form_name(question->form));
    add_member(out, "topic", question->topic);
    add_member(out, "stem", question->stem);
    add_given(out, "emphasis", question->emphasis);
    if (question->row_count) add_texts(out, "rows", question->rows, question->row_count);
    add_texts(out, "options", question->options, question->option_count);
    add_answer(out, &question->key);
    add_member(out, "explanation", question->explanation);
    add_source(out, question->source);
    buf_printf(out, ", \"difficulty\": %d", (int)question->difficulty);
    add_given(out, "hint", question->hint);
    add_given(out, "note", question->note);
    add_given(out, "quote", question->quote);
    buf_char(out, '}');
}

static void print_head(const struct question *question, struct buf *out) {
    buf_printf(out, "〔%s〕%s", quiz_kind_title(question->kind), question->stem);
    if (*question->hint) buf_printf(out, "（%s）", question->hint);
    buf_char(out, '\n');
    for (uint32_t i = 0; i < question->row_count; i++)
        buf_printf(out, "  %d　%s\n", (int)i + 1, question->rows[i]);
}

static void print_key(const struct question *question, struct buf *out) {
    buf_text(out, "  答案　");
    for (uint32_t i = 0; i < question->key.count; i++) {
        uint8_t pick = question->key.picks[i];
        if (question->form == FORM_FILL) {
            buf_text(out, question->options[pick]);
        } else {
            if (i) buf_char(out, ' ');
            buf_printf(out, "%c", 'A' + pick);
        }
    }
    buf_char(out, '\n');
}

/* Not every source has a publisher or a date. */
static void print_source(const struct source *source, struct buf *out) {
    buf_printf(out, "  来源　%s", source->title);
    if (*source->publisher) buf_printf(out, "，%s", source->publisher);
    if (*source->date) buf_printf(out, "，%s", source->date);
    buf_char(out, '\n');
}

void question_print_text(const struct question *question, struct buf *out) {
    print_head(question, out);
    for (uint32_t i = 0; i < question->option_count; i++) {
        buf_printf(out, "  %c　%s\n", 'A' + (int)i, question->options[i]);
    }
    print_key(question, out);
    buf_printf(out, "  解析　%s\n", question->explanation);
    if (*question->note) buf_printf(out, "  说明　%s\n", question->note);
    if (question->source) print_source(question->source, out);
    buf_printf(out, "  编号　%s　难度 %d\n", question->id, (int)question->difficulty);
}
