#include "exchange/find.h"
#include "exchange/names.h"
#include "exchange/phrase.h"

/* Definitions, and where the text is from. */

/* 什么是X？: X, empty when the paragraph asks nothing. */
static struct span asked_term(const struct document *document, const struct paragraph *paragraph) {
    static const uint32_t ask[] = U"什么是";
    uint32_t begin = paragraph->begin, end = paragraph->end,
             asked = char_word_at(document->text + begin, ask);
    if (end > begin && document->text[end - 1] == U'？') end--;
    return asked && end > begin + asked ? (struct span){begin + asked, end} : (struct span){0, 0};
}

/* What is asked right before, on a slide anywhere near on the same page. */
static struct span asked_near(const struct reading *reading) {
    const struct document *document = reading->document;
    uint32_t here = document->sentences[reading->sentence].paragraph, back = document->is_slides ? 6 : 1,
             last = document->is_slides ? here + back : here;
    for (uint32_t i = here > back ? here - back : 0; i < document->paragraph_count && i <= last; i++) {
        const struct paragraph *paragraph = &document->paragraphs[i];
        struct span asked = asked_term(document, paragraph);
        if (asked.to && paragraph->page == document->paragraphs[here].page) return asked;
    }
    return (struct span){0, 0};
}

/* 是指… may be the answer to 什么是X. */
static struct span defined_term(const struct reading *reading, uint32_t begin, uint32_t end) {
    bool is_bare = begin == end && begin == reading->begin;
    return is_bare ? asked_near(reading) : (struct span){begin, end};
}

/* X是指Y; 所谓X，是指Y. */
void find_definitions(struct reading *reading, uint32_t at) {
    static const struct char_row says[] = {W("是指"), W("指的是"), WORDS_END},
                                 leads[] = {W("所谓"),       W("本通知所称"), W("本办法所称"),
                                            W("本条例所称"), W("所称"),       WORDS_END};
    const uint32_t *text = reading->text;
    bool is_namely =
        text[at] == U'即' && at > reading->begin + 1 && text[at - 1] == U'，'; /* 深度伪造，即… */
    uint32_t word = is_namely ? 1 : char_words_at(text + at, says), term_end = at;
    if (!word) return;
    if (term_end > reading->begin && text[term_end - 1] == U'，') term_end--;
    uint32_t begin = phrase_begin(reading, term_end);
    begin += char_words_at(text + begin, leads);
    uint32_t end = reading->end;
    while (end > at && char_ends_sentence(text[end - 1])) end--;
    struct span term = defined_term(reading, begin, term_end);
    if (term.from >= term.to || end <= at + word) return;
    if (is_namely && (begin != reading->begin || term_end - begin > 12)) return;
    struct find *find = find_add(reading, P_DEFINITION, DRAFT_DEFINITION, (struct span){at + word, end});
    find->subject = term;
    find->attribute = "定义";
    find->reason = "是指什么，从哪里起要由人判断";
    find->confident = false;
}

/* （来源：中国网信网） */
void find_origins(struct reading *reading, uint32_t at) {
    static const uint32_t label[] = U"来源：";
    const uint32_t *text = reading->text;
    uint32_t from = at + char_word_at(text + at, label), to = from;
    while (to < reading->end && text[to] != U'）' && !char_ends_clause(text[to]) && !char_is_blank(text[to]))
        to++;
    bool stands_alone = at == reading->begin || (at == reading->begin + 1 && text[at - 1] == U'（');
    if (from == at || !stands_alone || to == from) return;
    struct find *find = find_add(reading, P_ORIGIN, DRAFT_METADATA, (struct span){from, to});
    find->attribute = "来源";
    find->reason = "写明是来源";
}
