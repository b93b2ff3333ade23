#include "exchange/char.h"
#include "exchange/find.h"
#include "exchange/lead.h"
#include "exchange/phrase.h"
#include "exchange/steps.h"

/* 按照推荐、初审、公示的程序: stages by name, in order. */

/* Where the list ends before 的程序, 等五个环节. */
static uint32_t sequence_end(const struct reading *reading, uint32_t at) {
    static const struct char_row tails[] = {W("的"), W("等"),   W("个"),  W("几个"),
                                            W("各"), W("等各"), WORDS_END};
    const uint32_t *text = reading->text;
    uint32_t end = at;
    for (uint32_t n; (n = char_words_before(text + reading->begin, text + end, tails)) != 0;) {
        end -= n;
        while (end > reading->begin && char_is_numeral(text[end - 1])) end--;
    }
    return end == at ? reading->begin : end;
}

/* Back to the word that introduces it. */
static uint32_t sequence_begin(const struct reading *reading, uint32_t begin, uint32_t end) {
    static const struct char_row introductions[] = {W("按照"), W("按"),   W("经过"), W("经"),   W("遵循"),
                                                    W("历经"), W("通过"), W("分为"), W("包括"), W("实行"),
                                                    W("完成"), W("坚持"), WORDS_END};
    for (uint32_t i = begin; i < end; i++) {
        uint32_t lead = char_words_at(reading->text + i, introductions);
        if (lead) return i + lead;
    }
    return end;
}

/* At 程序, 步骤, 环节: what stands before it in order, parted by 、. */
void find_sequences(struct reading *reading, uint32_t at) {
    static const struct char_row words[] = {W("程序"), W("步骤"), W("顺序"), W("流程"),
                                            W("环节"), W("阶段"), WORDS_END};
    enum { LONGEST = 10, FEWEST = 3 };
    if (!char_words_at(reading->text + at, words) || reading->in_title) return;
    uint32_t end = sequence_end(reading, at), begin = sequence_begin(reading, phrase_begin(reading, at), end),
             count = 0;
    struct span items[STEPS];
    for (uint32_t i = begin; i <= end && begin < end; i++) {
        if (i < end && reading->text[i] != U'、') continue;
        if (i == begin || i - begin > LONGEST || count == STEPS) return;
        items[count++] = (struct span){begin, i};
        begin = i + 1;
    }
    if (count < FEWEST) return;
    struct find *find = lead_add_list(reading, items, count);
    find->confident = false;
    find->reason = "依次写出的几个环节";
}
