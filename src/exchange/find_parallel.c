#include "exchange/char.h"
#include "exchange/find.h"
#include "exchange/lead.h"
#include "exchange/phrase.h"
#include "exchange/steps.h"

/* Lists without numbers: sentences that all begin alike, and the lines below 三项任务：. */

enum { REACH = 600 };

/* ---- 坚持…。坚持…。坚持…。 ---- */

static const uint32_t *lead_of_sentence(const struct reading *reading, uint32_t sentence) {
    const uint32_t *text = reading->text + reading->document->sentences[sentence].begin;
    return *text == U'要' ? text + 1 : text;
}

/* Sentences of one paragraph that begin with 坚持, others between them; read at the first. */
static void read_upheld(struct reading *reading, uint32_t at) {
    static const uint32_t lead[] = U"坚持";
    const struct document *document = reading->document;
    const struct paragraph *paragraph =
        &document->paragraphs[document->sentences[reading->sentence].paragraph];
    struct span items[STEPS];
    uint32_t count = 0, last = paragraph->first_sentence + paragraph->sentence_count;
    if (reading->text + at != lead_of_sentence(reading, reading->sentence) ||
        !char_word_at(reading->text + at, lead))
        return;
    uint32_t before = reading->sentence;
    while (before > paragraph->first_sentence && reading->sentence - before < 8)
        if (char_word_at(lead_of_sentence(reading, --before), lead)) return;
    for (uint32_t i = reading->sentence; i < last && i < reading->sentence + 30 && count < STEPS; i++)
        if (char_word_at(lead_of_sentence(reading, i), lead))
            items[count++] = lead_item(reading, (uint32_t)(lead_of_sentence(reading, i) - reading->text));
    if (count > 2) lead_add_list(reading, items, count)->reason = "几句都以“坚持”开头";
}

/* ---- 要…；要…；要… ---- */

static bool opens_part(uint32_t before) {
    return before == U'：' || before == U'；' || char_ends_sentence(before);
}

static uint32_t next_part(const uint32_t *text, uint32_t at, uint32_t stop) {
    while (at < stop && text[at] != '\n' && text[at]) {
        at++;
        if (opens_part(text[at - 1]) && text[at - 1] != '\n') return at;
    }
    return 0;
}

/* Is it in an item of the list, or right before one? */
static bool holds(const struct find *list, uint32_t at) {
    enum { MARK = 4 };
    for (uint32_t i = 0; i < list->member_count; i++)
        if (at + MARK >= list->members[i].from && at < list->members[i].to) return true;
    return false;
}

static bool was_listed(const struct reading *reading, uint32_t at) {
    enum { LAST = 12 };
    const struct finds *finds = reading->finds;
    for (uint32_t i = finds->count; i > 0 && i + LAST > finds->count; i--) {
        const struct find *find = &finds->list[i - 1];
        if (find->type == DRAFT_ORDERED_LIST && holds(find, at)) return true;
    }
    return false;
}

static const struct char_row leads[] = {
    W("要"),   W("突出"), W("聚焦"), W("强化"), W("着力"), W("紧盯"), W("盯住"), W("守好"), W("守住"),
    W("抓好"), W("抓实"), W("压实"), W("筑牢"), W("深化"), W("推进"), W("加强"), W("坚持"), W("坚决"),
    W("围绕"), W("紧扣"), W("健全"), W("完善"), W("提升"), W("建好"), W("用好"), W("管好"), WORDS_END};

/* Parts one behind the other with the same word in front, as many as were announced. */
static void read_alike(struct reading *reading, uint32_t at) {
    const uint32_t *text = reading->text;
    if (at && !opens_part(text[at - 1])) return;
    uint32_t lead = char_words_at(text + at, leads), stop = at + REACH, count = 0;
    if (!lead || was_listed(reading, at)) return;
    struct span items[STEPS];
    for (uint32_t i = at; i && count < STEPS; i = next_part(text, i, stop)) {
        uint32_t n = 0;
        while (n < lead && text[i + n] == text[at + n]) n++;
        if (n < lead) break;
        items[count++] = lead_item(reading, text[at] == U'要' ? i + 1 : i);
    }
    if (count > 1 && lead_of(reading, at, count) == LEAD_AGREES)
        lead_add_list(reading, items, count)->reason = "前面说有几项，后面几句开头相同";
}

void find_repeated(struct reading *reading, uint32_t at) {
    read_upheld(reading, at);
    read_alike(reading, at);
}

/* ---- 三项任务： and three lines ---- */

/* The mark a typesetter puts before each line, or 0. */
static uint32_t bullet_length(const uint32_t *at) {
    static const struct char_row bullets[] = {
        W("——"), W("—"), W("●"), W("■"), W("◆"), W("·"), W("•"), W("▶"), W("►"), W("★"), W("◎"),
        W("○"),  W("□"), W("✅"), W("☑"), W("➤"), W("➢"), W("√"), W("✔"), W("❖"), W("▸"), WORDS_END};
    return char_words_at(at, bullets);
}

/* 议题一： is a mark that counts, and read elsewhere. */
static bool ends_in_number(uint32_t last) {
    return char_is_numeral(last) || char_is_digit(last) || (last >= U'①' && last < U'①' + STEPS);
}

/* A line is a point when it has a bullet, or is short and no sentence of several clauses. */
static struct span point_of(const struct reading *reading, const struct paragraph *paragraph, bool bulleted) {
    enum { SHORT = 32 };
    const struct span none = {0, 0};
    const uint32_t *text = reading->text;
    uint32_t bullet = bullet_length(text + paragraph->begin), at = paragraph->begin + bullet;
    if ((bullet > 0) != bulleted) return none;
    if (!bullet && paragraph->end - paragraph->begin > SHORT) return none;
    struct span item = lead_item(reading, at + (text[at] == ' '));
    bool is_label = text[item.to] == U'：' && item.to + 1 >= paragraph->end;
    if (item.to == item.from || ends_in_number(text[item.to - 1])) return none;
    return is_label || text[item.to] == U'？' ? none : item;
}

/* How many parts the rest of the sentence has between such marks; 0 when one of them is empty or too many. */
static uint32_t parts_of(const struct reading *reading, uint32_t from, uint32_t mark, struct span *items) {
    enum { SHORTEST = 3 };
    const uint32_t *text = reading->text;
    uint32_t count = 0, begin = from, stop = from + REACH < reading->end ? from + REACH : reading->end;
    for (uint32_t i = from; i < stop; i++) {
        bool ends = char_ends_sentence(text[i]);
        if (!ends && text[i] != mark) continue;
        if (i < begin + SHORTEST || count == STEPS) return 0;
        items[count] = lead_item(reading, begin);
        if (items[count].to < begin + SHORTEST) return 0; /* 周二，… */
        count++;
        begin = i + 1;
        if (ends) return count;
    }
    return 0;
}

/* What announces a list stands near before it. */
static uint32_t near_begin(const struct reading *reading, uint32_t at) {
    enum { FAR = 80 };
    return at > reading->begin + FAR ? at - FAR : reading->begin;
}

/* 三句话：讲清…；教会…；告诉…。 in one sentence. */
static void read_parts(struct reading *reading, uint32_t at) {
    static const uint32_t marks[] = U"；，";
    bool is_plain = false;
    uint32_t said = lead_number(reading->text, near_begin(reading, at), at, &is_plain);
    bool counts = steps_counts(reading->text, at + 1) || reading->text[at + 1] == U'先';
    if (!said || !is_plain || counts) return;
    if (char_words_at(reading->text + at + 1, leads)) return; /* read_alike knows more of them */
    for (const uint32_t *mark = marks; *mark; mark++) {
        struct span items[STEPS];
        if (parts_of(reading, at + 1, *mark, items) != said || was_listed(reading, at + 1)) continue;
        struct find *find = lead_add_list(reading, items, said);
        find->confident = false;
        find->reason = "前面说有几项，后面正好几句";
        return;
    }
}

/* At a colon: one that ends a paragraph announces the lines below. */
void find_announced(struct reading *reading, uint32_t at) {
    const struct document *document = reading->document;
    uint32_t here = document->sentences[reading->sentence].paragraph;
    if (at + 1 < document->paragraphs[here].end) {
        read_parts(reading, at);
        return;
    }
    if (here + 1 >= document->paragraph_count) return;
    bool is_plain = false;
    uint32_t said = lead_number(reading->text, near_begin(reading, at), at, &is_plain), count = 0;
    bool bulleted = bullet_length(reading->text + document->paragraphs[here + 1].begin) > 0;
    struct span items[STEPS];
    while (count < said && here + 1 + count < document->paragraph_count) {
        struct span item = point_of(reading, &document->paragraphs[here + 1 + count], bulleted);
        if (!item.to) break;
        items[count++] = item;
    }
    if (count < 2 || count != said || steps_may_begin(reading->text[items[0].from])) return;
    struct reading below = *reading;
    below.sentence = document->paragraphs[here + 1].first_sentence;
    struct find *find = lead_add_list(&below, items, count);
    find->confident = false;
    find->reason = "前面说有几项，下面正好几行";
}
