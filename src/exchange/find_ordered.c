#include "exchange/char.h"
#include "exchange/find.h"
#include "exchange/phrase.h"

/* 一是…；二是…；三是…, also over paragraphs; （一）…（二）… in one; sentences that all begin with 坚持. */

enum { STEPS = 10, REACH = 1500, ITEM_LONGEST = 60 };

static const uint32_t numerals[STEPS] = {U'一', U'二', U'三', U'四', U'五',
                                         U'六', U'七', U'八', U'九', U'十'};

enum family {
    FAMILY_IS,
    FAMILY_MUST,
    FAMILY_BRACKET,
    FAMILY_PARAGRAPH,
    FAMILY_CIRCLE,
    FAMILY_DISK,
    FAMILY_ORDINAL
};

/* The length of the mark that counts `step` here, else 0. */
static uint32_t mark_at(const uint32_t *text, enum family family, uint32_t step) {
    enum { UNIT = 3 };
    if (family == FAMILY_BRACKET)
        return text[0] == U'（' && text[1] == numerals[step] && text[2] == U'）' ? 3 : 0;
    if (family == FAMILY_IS || family == FAMILY_MUST)
        return text[0] == numerals[step] && text[1] == (family == FAMILY_IS ? U'是' : U'要') ? 2 : 0;
    if (family == FAMILY_CIRCLE) return text[0] == U'①' + step ? 1 + (text[1] == ' ') : 0;
    if (family == FAMILY_DISK) return text[0] == U'❶' + step ? 1 + (text[1] == ' ') : 0;
    if (family == FAMILY_PARAGRAPH) return text[0] == numerals[step] && text[1] == U'、' ? 2 : 0;
    if (text[0] != U'第' || text[1] != numerals[step]) return 0;
    for (uint32_t n = 2; n <= 2 + UNIT; n++)
        if (text[n] == U'是' || (text[n] == U'，' && n == 2)) return n + 1;
    return 0;
}

static struct span item_at(const struct reading *reading, uint32_t at) {
    uint32_t end = at;
    while (!char_ends_clause(reading->text[end]) && end - at < ITEM_LONGEST) end++;
    return (struct span){at, end};
}

/* The next mark, before the list begins anew; 0 when there is none. */
static uint32_t next_mark(const struct reading *reading, uint32_t at, enum family family, uint32_t step) {
    const uint32_t *text = reading->text;
    uint32_t stop = at + REACH < reading->document->count ? at + REACH : reading->document->count;
    for (uint32_t i = at; i < stop; i++) {
        if (family == FAMILY_BRACKET && text[i] == '\n') return 0;
        if (family == FAMILY_PARAGRAPH && text[i] == '\n') /* the very next paragraph, or none */
            return mark_at(text + i + 1, family, step) ? i + 1 : 0;
        if (family == FAMILY_PARAGRAPH) continue;
        if (text[i] != numerals[step] && text[i] != U'①' + step && text[i] != U'❶' + step &&
            text[i] != U'（' && text[i] != U'第' && text[i] != U'一')
            continue;
        if (mark_at(text + i, family, 0)) return 0;
        if (mark_at(text + i, family, step)) return i;
    }
    return 0;
}

static void add_list(struct reading *reading, const struct span *items, uint32_t count, bool confident,
                     const char *reason) {
    struct find *find =
        find_add(reading, P_ORDERED, DRAFT_ORDERED_LIST, (struct span){items[0].from, items[count - 1].to});
    find->members = phrase_keep(reading, items, count);
    find->member_count = count;
    find->attribute = "要点";
    find->confident = confident;
    find->reason = reason;
}

static void read_family(struct reading *reading, uint32_t at, enum family family) {
    struct span items[STEPS];
    uint32_t count = 0, start = at, mark = mark_at(reading->text + at, family, 0);
    while (mark && count < STEPS) {
        items[count] = item_at(reading, at + mark);
        if (items[count].to == items[count].from) break;
        at = ++count < STEPS ? next_mark(reading, items[count - 1].to, family, count) : 0;
        mark = at ? mark_at(reading->text + at, family, count) : 0;
    }
    bool opens = family != FAMILY_PARAGRAPH || (count > 2 && start == reading->begin);
    if (count > 1 && opens) add_list(reading, items, count, true, "一是、二是依次写出");
}

void find_counted(struct reading *reading, uint32_t at) {
    for (enum family family = FAMILY_IS; family <= FAMILY_ORDINAL; family++)
        if (mark_at(reading->text + at, family, 0)) read_family(reading, at, family);
}

static const uint32_t *lead_of(const struct reading *reading, uint32_t sentence) {
    const uint32_t *text = reading->text + reading->document->sentences[sentence].begin;
    return *text == U'要' ? text + 1 : text;
}

/* Sentences of one paragraph that begin with 坚持; read at the first of them. */
void find_repeated(struct reading *reading, uint32_t at) {
    static const uint32_t lead[] = U"坚持";
    const struct document *document = reading->document;
    const struct paragraph *paragraph =
        &document->paragraphs[document->sentences[reading->sentence].paragraph];
    struct span items[STEPS];
    uint32_t count = 0, last = paragraph->first_sentence + paragraph->sentence_count;
    if (reading->text + at != lead_of(reading, reading->sentence) || !char_word_at(reading->text + at, lead))
        return;
    uint32_t before = reading->sentence;
    while (before > paragraph->first_sentence && reading->sentence - before < 8)
        if (char_word_at(lead_of(reading, --before), lead)) return;
    for (uint32_t i = reading->sentence; i < last && i < reading->sentence + 30 && count < STEPS; i++)
        if (char_word_at(lead_of(reading, i), lead))
            items[count++] = item_at(reading, (uint32_t)(lead_of(reading, i) - reading->text));
    if (count > 2) add_list(reading, items, count, true, "几句都以“坚持”开头");
}
