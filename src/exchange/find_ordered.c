#include "exchange/char.h"
#include "exchange/find.h"
#include "exchange/lead.h"
#include "exchange/phrase.h"
#include "exchange/steps.h"

/* 一是…；二是…, 首先…其次…, 1. 2. 3., 亮点①…亮点②…: each item stands behind a mark that counts. */

enum { REACH = 1500, LABEL_LONGEST = 6 };

/* Without what is added in brackets: 自查阶段（6月3日至20日） */
static struct span without_bracket(const struct reading *reading, struct span item) {
    if (item.to == item.from || reading->text[item.to - 1] != U'）') return item;
    for (uint32_t i = item.to - 1; i > item.from; i--)
        if (reading->text[i] == U'（') return (struct span){item.from, i};
    return item;
}

/* The next mark behind the one at `last`, looked for from `at` before the list begins anew; 0: there is none.
 */
static uint32_t next_mark(const struct reading *reading, uint32_t last, uint32_t at,
                          const struct style *style, uint32_t step) {
    const uint32_t *text = reading->text;
    uint32_t stop = at + REACH < reading->document->count ? at + REACH : reading->document->count;
    if (steps_ends(text + last, style)) return 0;
    for (uint32_t i = at; i < stop; i++) {
        if (text[i] == '\n' && style->series == TURNS) return 0;
        if (!steps_may_stand(text[i], style)) continue;
        if (steps_mark(text, i, style, 0)) return 0;
        if (steps_mark(text, i, style, step)) return i;
    }
    return 0;
}

/* 1.主办单位：…: a label, and no point. */
static bool is_label(const struct reading *reading, struct span item) {
    static const struct char_row labels[] = {W("单位"), W("时间"), W("地点"),   W("对象"),
                                             W("方式"), W("电话"), W("邮箱"),   W("网址"),
                                             W("机构"), W("日期"), W("联系人"), WORDS_END};
    const uint32_t *text = reading->text;
    return text[item.to] == U'：' && char_words_before(text + item.from, text + item.to, labels) > 0;
}

struct list {
    struct span items[STEPS];
    uint32_t count, start;
    bool in_one;      /* paragraph */
    bool is_adjacent; /* each item begins the paragraph behind the one before it */
    bool asks;        /* questions are no points */
};

static void note_gap(const struct reading *reading, struct list *list, uint32_t from, uint32_t to) {
    uint32_t breaks = 0;
    for (uint32_t i = from; i < to; i++) breaks += reading->text[i] == '\n';
    list->in_one = list->in_one && breaks == 0;
    list->is_adjacent = list->is_adjacent && breaks == 1;
}

static bool read_list(const struct reading *reading, uint32_t at, const struct style *style,
                      struct list *list) {
    *list = (struct list){.start = at, .in_one = true, .is_adjacent = true};
    uint32_t mark = steps_mark(reading->text, at, style, 0);
    while (mark) {
        struct span item = lead_item(reading, at + mark);
        if (is_label(reading, item)) break;
        list->asks = list->asks || reading->text[item.to] == U'？';
        item = without_bracket(reading, item);
        if (item.to == item.from) break;
        list->items[list->count++] = item;
        at = list->count < STEPS ? next_mark(reading, at, item.to, style, list->count) : 0;
        mark = at ? steps_mark(reading->text, at, style, list->count) : 0;
        if (mark) note_gap(reading, list, item.to, at);
    }
    return list->count >= style->fewest && !list->asks;
}

static void add_list(struct reading *reading, const struct style *style, const struct list *list) {
    enum lead lead = lead_of(reading, list->start, list->count);
    bool is_heading = style->heads && !(list->is_adjacent && list->count > 2);
    if (lead == LEAD_ANNEX || (is_heading && lead != LEAD_AGREES)) return;
    bool is_sure = style->sure == SURE || (style->sure == SURE_IN_ONE && list->in_one);
    struct find *find = lead_add_list(reading, list->items, list->count);
    find->confident =
        (lead == LEAD_AGREES && !is_heading) || (is_sure && !is_heading && lead != LEAD_DIFFERS);
    find->reason = lead == LEAD_AGREES ? "前面说有几项，后面依次写出了几项" : "一是、二是依次写出";
    if (lead == LEAD_DIFFERS) find->warn = "列出的项数与前面写明的不同";
}

static bool read_style(struct reading *reading, uint32_t at, const struct style *style) {
    struct list list;
    if (!steps_mark(reading->text, at, style, 0) || !read_list(reading, at, style, &list)) return false;
    add_list(reading, style, &list);
    return true;
}

/* 骗局一：, 亮点①：, 议题1：: the word before the number comes again. */
static void read_labelled(struct reading *reading, uint32_t at) {
    uint32_t label[LABEL_LONGEST + 1] = {0}, begin = at;
    while (begin && at - begin <= LABEL_LONGEST && reading->text[begin - 1] != '\n') begin--;
    uint32_t length = at - begin;
    if (!length || length > LABEL_LONGEST || !steps_is_label(reading->text + begin, length)) return;
    for (uint32_t i = 0; i < length; i++) label[i] = reading->text[begin + i];
    for (uint32_t i = 0; i < STEPS_LABELLED; i++) {
        struct style style = steps_labelled[i];
        style.before = label;
        if (read_style(reading, begin, &style)) return;
    }
}

/* 一抓…，二抓…，三抓…: the word behind the number comes again. */
static bool read_alike(struct reading *reading, uint32_t at) {
    uint32_t word = reading->text[at + 1];
    const struct char_row after[] = {{1, {(uint16_t)word}}, WORDS_END};
    struct style style = steps_alike;
    style.after = after;
    return steps_is_verb(reading->text + at + 1) && read_style(reading, at, &style);
}

void find_counted(struct reading *reading, uint32_t at) {
    if (!steps_may_begin(reading->text[at])) return;
    if (reading->text[at] == U'一' && read_alike(reading, at)) return;
    for (uint32_t i = 0; i < STEPS_STYLES; i++)
        if (read_style(reading, at, &steps_styles[i])) return;
    read_labelled(reading, at);
}
