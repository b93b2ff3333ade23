#include "exchange/bodies.h"
#include "exchange/char.h"
#include "exchange/find.h"
#include "exchange/phrase.h"

/* 主办单位：A、B, 承办：C, and 协办单位： with a body in each line below it. */

struct label {
    char_word word;
    const char *attribute;
};

static const struct label labels[] = {
    {U"主办", "主办"},         {U"承办", "承办"},     {U"协办", "协办"},         {U"指导", "指导"},
    {U"支持", "支持"},         {U"牵头", "牵头"},     {U"配合", "配合"},         {U"组织", "组织"},
    {U"举办", "举办"},         {U"发起", "发起"},     {U"倡议", "倡议"},         {U"主管", "主管"},
    {U"参与", "参与"},         {U"协作", "协作"},     {U"责任", "责任"},         {U"成员", "成员"},
    {U"起草", "起草"},         {U"编制", "编制"},     {U"参编", "参编"},         {U"编写", "编写"},
    {U"执行", "执行"},         {U"实施", "实施"},     {U"技术支持", "技术支持"}, {U"媒体支持", "支持"},
    {U"学术支持", "支持"},     {U"支持媒体", "支持"}, {U"合作媒体", "合作"},     {U"合作", "合作"},
    {U"联合主办", "主办"},     {U"联合承办", "承办"}, {U"联合发起", "发起"},     {U"出品", "出品"},
    {U"技术支撑", "技术支持"}, {U"公益支持", "支持"}, {U"策划", "策划"},         {U"主讲", "主讲"},
    {U"共建", "共建"},         {U"签署", "签署"},
};

static const struct label *label_at(const uint32_t *at, uint32_t *length) {
    const struct label *best = NULL;
    *length = 0;
    for (uint32_t i = 0; i < sizeof labels / sizeof labels[0]; i++) {
        uint32_t n = *labels[i].word == *at ? char_word_at(at, labels[i].word) : 0;
        if (n <= *length) continue;
        *length = n;
        best = &labels[i];
    }
    return best;
}

/* 单位：, 单位为, 方：, ：; of a word alone only a colon, or a blank in a line that begins with it. */
static uint32_t behind_label(const struct reading *reading, uint32_t begin, uint32_t at) {
    static const struct char_row units[] = {W("单位"), W("方"), W("机构"), W("部门"), W("媒体"), WORDS_END},
                                 links[] = {W("："),     W("｜"),     W("|"),   W("依次为"),
                                            W("分别为"), W("分别是"), W("为"),  W("是"),
                                            W("包括"),   W("有"),     W("： "), WORDS_END},
                                 colons[] = {W("："), W("： "), W("｜"), W("|"), WORDS_END};
    const uint32_t *text = reading->text;
    uint32_t unit = char_words_at(text + at, units), from = at + unit;
    bool opens_line = begin == 0 || text[begin - 1] == '\n';
    uint32_t link = char_words_at(text + from, unit ? links : colons);
    if (!link && opens_line && text[from] == ' ') link = 1;
    if (!link && opens_line && text[from] == '\n') return from;
    return link ? from + link : 0;
}

/* Where the value ends: with its clause, or before the next label in the same line. */
static uint32_t value_end(const struct reading *reading, uint32_t from) {
    uint32_t end = phrase_end(reading, from), length;
    for (uint32_t i = from; i < end; i++)
        if (reading->text[i] == ' ' && label_at(reading->text + i + 1, &length)) return i;
    return end;
}

static struct find *add(struct reading *reading, const struct label *label, const struct members *members) {
    struct find *find = phrase_add_bodies(reading, P_ORGANIZER, members);
    find->attribute = label->attribute;
    find->reason = "写明是什么单位";
    return find;
}

static bool is_bodies(const struct reading *reading, const struct paragraph *paragraph,
                      struct members *members) {
    return phrase_bodies(reading, paragraph->begin, paragraph->end, members);
}

/* A line that may be one more name, although it does not end like one. */
static bool may_be_name(const struct reading *reading, const struct paragraph *paragraph) {
    enum { LONGEST = 16 };
    for (uint32_t i = paragraph->begin; i < paragraph->end; i++)
        if (char_ends_clause(reading->text[i]) || reading->text[i] == U'、' ||
            char_is_digit(reading->text[i]))
            return false;
    return paragraph->end - paragraph->begin <= LONGEST;
}

/* One line below a label with names of several kinds: 东岚日报、数据观察 */
static void read_names_below(const struct reading *reading, const struct label *label, uint32_t next) {
    const struct document *document = reading->document;
    struct members members;
    if (next >= document->paragraph_count) return;
    const struct paragraph *paragraph = &document->paragraphs[next];
    struct reading below = *reading;
    below.sentence = paragraph->first_sentence;
    if (!phrase_parts(&below, paragraph->begin, paragraph->end, &members) || members.count < 2) return;
    add(&below, label, &members)->confident = false;
}

/* The lines below a label, as long as they are bodies. */
static void read_below(struct reading *reading, const struct label *label) {
    const struct document *document = reading->document;
    uint32_t next = document->sentences[reading->sentence].paragraph + 1;
    struct members all = {0}, members;
    struct reading below = *reading;
    while (next < document->paragraph_count && is_bodies(&below, &document->paragraphs[next], &members) &&
           all.count + members.count <= PHRASE_MEMBERS) {
        if (!all.count) below.sentence = document->paragraphs[next].first_sentence;
        for (uint32_t i = 0; i < members.count; i++) all.list[all.count++] = members.list[i];
        all.open = members.open;
        all.number = members.number;
        next++;
    }
    if (!all.count) {
        read_names_below(reading, label, next);
        return;
    }
    struct find *find = add(&below, label, &all);
    find->reason = "写明是什么单位，下面一行一个";
    if (next == document->paragraph_count || !may_be_name(reading, &document->paragraphs[next])) return;
    find->confident = false;
    find->warn = "下一行是不是还有单位，要由人判断";
}

/* 轮值单位：, whatever kind of unit it is: the words before it from the beginning of the clause. */
static void read_unit(struct reading *reading, uint32_t at) {
    enum { LONGEST = 6 };
    static const uint32_t word[] = U"单位";
    if (!char_word_at(reading->text + at, word)) return;
    uint32_t begin = phrase_begin(reading, at), from = behind_label(reading, begin, at);
    struct members members;
    if (!from || begin == at || at - begin > LONGEST) return;
    if (bodies_at(reading, (struct span){from, from + 1})) return;
    struct label label = {NULL, char_text(&reading->finds->arena, reading->text + begin, at - begin)};
    if (reading->text[from] == '\n') {
        read_below(reading, &label);
        return;
    }
    if (!phrase_bodies(reading, from, value_end(reading, from), &members)) return;
    add(reading, &label, &members);
}

/* At 主办, 承办 …, and at 单位 */
void find_labelled_bodies(struct reading *reading, uint32_t at) {
    uint32_t length;
    const struct label *label = label_at(reading->text + at, &length);
    if (!label && !reading->in_title) read_unit(reading, at);
    uint32_t from = label ? behind_label(reading, at, at + length) : 0;
    if (!from || reading->in_title) return;
    if (reading->text[from] == '\n') {
        read_below(reading, label);
        return;
    }
    struct members members;
    uint32_t end = value_end(reading, from);
    bool sure = phrase_bodies(reading, from, end, &members);
    if (!sure && !phrase_parts(reading, from, end, &members)) return;
    struct find *find = add(reading, label, &members);
    if (!sure) find->confident = false;
}
