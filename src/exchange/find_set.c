#include "exchange/find.h"
#include "exchange/names.h"
#include "exchange/phrase.h"

/* A、B和C: a list of things, for a person to look at. */

enum { LONGEST_MEMBER = 24 };

/* What is listed begins behind the last of these. */
static uint32_t list_begin(const struct reading *reading, uint32_t begin, uint32_t end) {
    static const struct char_row marks[] = {
        W("包括"), W("围绕"), W("涵盖"), W("涉及"),   W("设置"),   W("聚焦"), W("突出"), W("针对"), W("完善"),
        W("提升"), W("坚持"), W("推进"), W("强化"),   W("加强"),   W("实现"), W("构建"), W("共同"), W("开展"),
        W("打击"), W("吸引"), W("邀请"), W("主要是"), W("分为"),   W("汇聚"), W("统筹"), W("具备"), W("利用"),
        W("培育"), W("建立"), W("建设"), W("推动"),   W("发挥"),   W("以及"), W("从"),   W("以"),   W("的"),
        W("为"),   W("将"),   W("要"),   W("是"),     W("在"),     W("对"),   W("把"),   W("于"),   W("了"),
        W("由"),   W("到"),   W("做到"), W("："),     W("“"),      W("护航"), W("打造"), W("营造"), W("维护"),
        W("形成"), W("健全"), W("深化"), W("落实"),   W("举办"),   W("检查"), W("经过"), W("会同"), W("来自"),
        W("让"),   W("联动"), W("必须"), W("危害"),   W("范围内"), W("管好"), W("包含"), W("现有"), W("具有"),
        W("拥有"), WORDS_END};
    uint32_t from = begin;
    struct char_filter filter = char_filter_of(marks);
    for (uint32_t i = begin; i < end; i++) {
        if (!char_may_begin(&filter, reading->text[i])) continue;
        uint32_t mark = char_words_at(reading->text + i, marks);
        if (mark && i + mark < end) from = i + mark;
    }
    return from;
}

/* 完善机制、强化措施: as long as its brother, the verb belongs to the member. */
static uint32_t with_verb(const struct reading *reading, uint32_t from, uint32_t at, uint32_t begin) {
    uint32_t brother = at + 1;
    while (brother < reading->end && reading->text[brother] != U'、' &&
           !char_ends_clause(reading->text[brother]))
        brother++;
    uint32_t length = brother - at - 1;
    bool fits = length > at - from && length - (at - from) == 2 && from >= begin + 2;
    return fits ? from - 2 : from;
}

/* 一、 is a heading, 副市长 no member, 24块 a number: such lists are read by others. */
static bool is_plain(const struct reading *reading, const struct span *member) {
    static const struct char_row posts[] = {W("部长"), W("市长"), W("省长"), W("局长"), W("厅长"),
                                            W("主任"), W("书记"), W("常委"), W("事长"), W("总裁"),
                                            W("院长"), W("校长"), W("教授"), W("队长"), WORDS_END};
    bool is_counter = member->to == member->from + 1 && char_is_numeral(reading->text[member->from]);
    for (uint32_t i = member->from; i < member->to; i++)
        if (char_is_digit(reading->text[i]) || char_words_at(reading->text + i, posts)) return false;
    return !is_counter;
}

static bool are_plain(const struct reading *reading, const struct members *members) {
    for (uint32_t i = 0; i < members->count; i++)
        if (!is_plain(reading, &members->list[i])) return false;
    return true;
}

/* Where the last member ends: before 等, 的 and what follows a list; as its brothers end, if they end alike.
 */
static uint32_t member_end(const struct reading *reading, uint32_t from, uint32_t stop,
                           uint32_t brother_last) {
    static const struct char_row ends[] = {
        W("等"),   W("的"),   W("方面"),   W("相"),   W("之间"), W("，"),   W("。"),   W("；"),
        W("领域"), W("三"),   W("四"),     W("五"),   W("六"),   W("七"),   W("八"),   W("九"),
        W("十"),   W("为"),   W("参加"),   W("参与"), W("出席"), W("融合"), W("并重"), W("到场"),
        W("工作"), W("优势"), W("发展的"), W("进行"), W("（"),   W("”"),    W("提出"), WORDS_END};
    for (uint32_t i = from + 1; i <= stop; i++)
        if (reading->text[i - 1] == brother_last && i - from >= 2) return i;
    for (uint32_t i = from + 1; i < stop; i++)
        if (char_words_at(reading->text + i, ends)) return i;
    return stop;
}

static uint32_t find_link(const struct reading *reading, uint32_t from, uint32_t to, uint32_t *length) {
    static const struct char_row links[] = {W("以及"), W("和"), W("与"), W("及"), WORDS_END};
    for (uint32_t i = from + 1; i + 1 < to; i++)
        if ((*length = char_words_at(reading->text + i, links)) != 0) return i;
    return 0;
}

static bool add(struct members *members, uint32_t from, uint32_t to) {
    if (to <= from || to - from > LONGEST_MEMBER || members->count == PHRASE_MEMBERS) return false;
    members->list[members->count++] = (struct span){from, to};
    return true;
}

/* The parts between 、 up to the last one, which may be two with 和. */
static bool read_members(const struct reading *reading, uint32_t from, uint32_t stop,
                         struct members *members) {
    uint32_t begin = from;
    for (uint32_t i = from; i < stop; i++) {
        if (reading->text[i] != U'、') continue;
        if (!add(members, begin, i)) return false;
        begin = i + 1;
    }
    const uint32_t *text = reading->text;
    uint32_t length = 0, link = find_link(reading, begin, stop, &length),
             brother = text[members->list[members->count - 1].to - 1];
    uint32_t first_end = member_end(reading, begin, link ? link : stop, brother);
    if (link && first_end == link) {
        if (!add(members, begin, link)) return false;
        begin = link + length;
    } else {
        stop = link && link < stop ? link : stop;
    }
    uint32_t end = member_end(reading, begin, stop, brother);
    members->open = text[end] == U'等';
    return add(members, begin, end);
}

static bool was_read(const struct reading *reading, uint32_t at) {
    const struct finds *finds = reading->finds;
    for (uint32_t i = finds->count; i > 0 && i + 24 > finds->count; i--) {
        const struct find *find = &finds->list[i - 1];
        bool is_list =
            find->type == DRAFT_SET || find->type == DRAFT_ORGANIZATION_SET || find->type == DRAFT_ROLE;
        if (is_list && find->value.from <= at && find->value.to > at) return true;
    }
    return false;
}

/* At 、, read at the first of a list. */
void find_sets(struct reading *reading, uint32_t at) {
    uint32_t begin = phrase_begin(reading, at), stop = phrase_end(reading, at);
    struct members members = {0};
    if (reading->in_title || was_read(reading, at)) return;
    for (uint32_t i = begin; i < at; i++)
        if (reading->text[i] == U'、') return;
    uint32_t from = with_verb(reading, list_begin(reading, begin, at), at, begin);
    if (!read_members(reading, from, stop, &members) || members.count < 2 || !are_plain(reading, &members))
        return;
    struct find *find =
        find_add(reading, P_SET, DRAFT_SET, (struct span){from, members.list[members.count - 1].to});
    find->members = phrase_keep(reading, members.list, members.count);
    find->member_count = members.count;
    find->open = members.open;
    find->attribute = "包括";
    find->confident = false;
    find->reason = "顿号隔开的几项，从哪里起、到哪里止要由人判断";
}
