#include "base/utf8.h"
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

/* [4] 等级保护: the mark of a note is none of the term. */
static uint32_t behind_note(const struct reading *reading, uint32_t at) {
    if (reading->text[at] == '[')
        while (at < reading->end && reading->text[at] != ' ' && !utf8_is_han(reading->text[at])) at++;
    while (at < reading->end && char_is_blank(reading->text[at])) at++;
    return at;
}

/* A short noun with which the sentence begins. */
static bool is_term(const struct reading *reading, struct span term) {
    enum { SHORTEST = 2, LONGEST = 12 };
    static const struct char_row odd[] = {
        W("的"), W("了"), W("说"), W("这"), W("那"), W("他"), W("她"), W("我"), W("你"),  W("第"),
        W("都"), W("也"), W("会"), W("要"), W("不"), W("就"), W("其"), W("本"), W("该"),  W("此"),
        W("今"), W("目"), W("有"), W("在"), W("是"), W("“"),  W("”"),  W("、"), WORDS_END};
    bool opens = term.from == behind_note(reading, reading->begin) ||
                 (term.from > reading->begin && reading->text[term.from - 1] == U'：');
    if (!opens || term.to < term.from + SHORTEST || term.to - term.from > LONGEST) return false;
    for (uint32_t i = term.from; i < term.to; i++)
        if (char_is_digit(reading->text[i]) || char_words_at(reading->text + i, odd)) return false;
    return true;
}

/* What something is ends in a noun: …的制度, …的网页. */
static bool ends_in_noun(const struct reading *reading, uint32_t from, uint32_t end) {
    enum { SHORTEST = 8, NOUN = 8 };
    if (end < from + SHORTEST) return false;
    for (uint32_t i = end - 1; i > from && end - i <= NOUN; i--)
        if (reading->text[i] == U'的') return end - i > 1;
    return false;
}

/* 钓鱼网站就是…的网页; 等级保护，是对…的制度; 深度伪造是一种…的技术 */
static void find_equations(struct reading *reading, uint32_t at) {
    static const struct char_row says[] = {W("是一种"), W("是一类"), W("是一项"), W("是一套"), WORDS_END};
    const uint32_t *text = reading->text;
    if (text[at] != U'是' || at <= reading->begin + 2) return;
    bool is_just = text[at - 1] == U'就', is_parted = text[at - 1] == U'，';
    if (!is_just && !is_parted && !char_words_at(text + at, says)) return;
    uint32_t end = reading->end, term_end = at - (is_just || is_parted);
    if (is_just && text[term_end - 1] == U'，') term_end--;
    while (end > at && char_ends_sentence(text[end - 1])) end--;
    struct span term = {behind_note(reading, phrase_begin(reading, term_end)), term_end};
    if (term.from >= term.to || !is_term(reading, term) || !ends_in_noun(reading, at + 1, end)) return;
    struct find *find = find_add(reading, P_DEFINITION, DRAFT_DEFINITION, (struct span){at + 1, end});
    find->subject = term;
    find->attribute = "定义";
    find->reason = "像是在说明是什么，要由人判断";
    find->confident = false;
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
    if (!word) find_equations(reading, at);
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
