#include "exchange/rival.h"

#include "exchange/char.h"
#include "exchange/unclear.h"

static bool holds(const uint32_t *text, uint32_t from, uint32_t to, const struct char_row *words) {
    struct char_filter filter = char_filter_of(words);
    for (uint32_t i = from; i < to; i++)
        if (char_may_begin(&filter, text[i]) && char_words_at(text + i, words)) return true;
    return false;
}

/* ---- 超过6000人，而保安给出的数字是5200人: whom to believe? ---- */

/* Does what leads to the number say that it is another's, and that it differs? */
static bool is_another_source(const uint32_t *text, uint32_t from, uint32_t to) {
    static const struct char_row says[] = {W("给出"),   W("说法"),   W("口径"),   W("估算"),   W("估计"),
                                           W("另据"),   W("的数字"), W("的数据"), W("统计的"), W("公布的"),
                                           W("通报的"), W("通报，"), WORDS_END},
                                 differs[] = {W("则"), W("而"),   W("却"),  W("但"),
                                              W("另"), W("同期"), WORDS_END};
    return holds(text, from, to, says) && holds(text, from, to, differs);
}

/* 3260人，团市委统计的数字是3185人，两边口径不一致: so says what follows. */
static bool is_said_to_differ(const uint32_t *text, uint32_t at, uint32_t end) {
    static const struct char_row differs[] = {W("不一致"),   W("不完全一致"), W("不尽一致"), W("不同"),
                                              W("有所不同"), W("有出入"),     W("有差异"),   W("不吻合"),
                                              W("对不上"),   WORDS_END},
                                 of[] = {W("统计"), W("口径"), W("数字"), W("数据"),
                                         W("来源"), W("算法"), W("两边"), WORDS_END};
    return holds(text, at, end, differs) && holds(text, at, end, of);
}

static bool is_alike(const uint32_t *text, const struct find *a, const struct find *b) {
    static const struct char_row about[] = {W("左右"), W("上下"), W("以上"), W("以下"), W("以内"), WORDS_END};
    uint32_t a_end = a->value.to - char_words_before(text + a->value.from, text + a->value.to, about),
             b_end = b->value.to - char_words_before(text + b->value.from, text + b->value.to, about);
    return a->pattern == P_NUMBER && b->pattern == P_NUMBER && text[a_end - 1] == text[b_end - 1];
}

/* With the figures right before it, up to the sentence before. */
static void mark_rivals(const struct document *document, struct finds *finds, uint32_t at) {
    enum { BACK = 4 };
    static const char what[] = "原文有两个来源，说的数不一样，用哪一个、要不要写明来源由人判断";
    struct find *find = &finds->list[at];
    const struct sentence *sentence = &document->sentences[find->sentence];
    for (uint32_t i = at; i > 0 && i + BACK > at; i--) {
        struct find *other = &finds->list[i - 1];
        if (other->sentence + 1 < find->sentence) break;
        if (!is_alike(document->text, other, find) || other->value.to > find->value.from) continue;
        bool is_beside = other->sentence == find->sentence;
        uint32_t from = is_beside ? other->value.to : sentence->begin;
        bool differs = is_another_source(document->text, from, find->value.from) ||
                       (is_beside && is_said_to_differ(document->text, find->value.to, sentence->end));
        if (!differs) continue;
        unclear_tell(find, what);
        unclear_tell(other, what);
    }
}

/* ---- 84.5亿元[2], and below [2] 为初步核算数 ---- */

static bool is_preliminary(const struct document *document, uint32_t from, uint32_t to) {
    static const struct char_row words[] = {W("初步核算"), W("初步统计"), W("初步数"), W("快报数"),
                                            W("核实数"),   W("暂估"),     W("待核"),   W("修订数"),
                                            W("尚未核实"), W("未经审计"), WORDS_END};
    return holds(document->text, from, to, words);
}

/* The number in [2] here; 0 when there is none. */
static uint32_t note_at(const uint32_t *text, uint32_t at) {
    uint32_t number = 0, i = at + 1;
    if (text[at] != '[') return 0;
    for (; i < at + 4 && char_is_digit(text[i]); i++) number = number * 10 + (text[i] - '0');
    return text[i] == ']' ? number : 0;
}

enum { NOTES = 64 };

/* Which notes at the foot call their figures preliminary, a bit for each. */
static uint64_t preliminary_notes(const struct document *document) {
    uint64_t notes = 0;
    for (uint32_t i = 0; i < document->paragraph_count; i++) {
        const struct paragraph *paragraph = &document->paragraphs[i];
        uint32_t note = note_at(document->text, paragraph->begin);
        if (note && note < NOTES && is_preliminary(document, paragraph->begin, paragraph->end))
            notes |= (uint64_t)1 << note;
    }
    return notes;
}

/* What the note is of goes on until the next mark that parts: 84.5亿元[2]，增长12.4%；…. */
static bool has_note(const struct document *document, const struct find *find, uint64_t notes) {
    const struct sentence *sentence = &document->sentences[find->sentence];
    uint32_t note = note_at(document->text, find->value.to);
    for (uint32_t i = find->value.from; i > sentence->begin && document->text[i - 1] != U'；' && !note; i--)
        note = note_at(document->text, i - 1);
    return note && note < NOTES && notes >> note & 1;
}

static bool is_within_note(const struct document *document, const struct find *find, uint64_t notes) {
    const struct sentence *sentence = &document->sentences[find->sentence];
    uint32_t note = note_at(document->text, document->paragraphs[sentence->paragraph].begin);
    return note && note < NOTES && (notes >> note & 1) &&
           is_preliminary(document, sentence->begin, sentence->end);
}

void rival_mark(const struct document *document, struct finds *finds) {
    uint64_t notes = preliminary_notes(document);
    for (uint32_t i = 0; i < finds->count; i++) {
        struct find *find = &finds->list[i];
        if (find->pattern != P_NUMBER) continue;
        mark_rivals(document, finds, i);
        if (notes && (has_note(document, find, notes) || is_within_note(document, find, notes)))
            unclear_tell(find, "注释说这是初步的数或者另有核实的数，用不用由人判断");
    }
}
