#include "exchange/find.h"
#include "exchange/names.h"
#include "exchange/phrase.h"

/* A、B和C: a list of things, for a person to look at. */

enum { LONGEST_MEMBER = 24 };

/* What is listed begins behind the last of these. */
static uint32_t list_begin(const struct reading *reading, uint32_t begin, uint32_t end) {
    static const char_word marks[] = {
        U"包括", U"围绕", U"涵盖", U"涉及", U"设置", U"聚焦", U"突出", U"针对", U"完善", U"提升", U"坚持",
        U"推进", U"强化", U"加强", U"实现", U"构建", U"共同", U"开展", U"打击", U"吸引", U"邀请", U"主要是",
        U"分为", U"汇聚", U"统筹", U"具备", U"利用", U"培育", U"建立", U"建设", U"推动", U"发挥", U"以及",
        U"从",   U"以",   U"的",   U"为",   U"将",   U"要",   U"是",   U"在",   U"对",   U"把",   U"于",
        U"了",   U"由",   U"有",   U"到",   U"做到", U"：",   U"“",    U"设",   NULL};
    uint32_t from = begin;
    for (uint32_t i = begin; i < end; i++) {
        uint32_t mark = char_words_at(reading->text + i, marks);
        if (mark && i + mark < end) from = i + mark;
    }
    return from;
}

/* Where the last member ends: before 等, 的 and what follows a list; as its brothers end, if they end alike.
 */
static uint32_t member_end(const struct reading *reading, uint32_t from, uint32_t stop,
                           uint32_t brother_last) {
    static const char_word ends[] = {U"等",   U"的",   U"方面", U"相",   U"之间", U"，",   U"。",     U"；",
                                     U"上",   U"共",   U"领域", U"三",   U"四",   U"五",   U"六",     U"七",
                                     U"八",   U"九",   U"十",   U"活动", U"为",   U"作",   U"参加",   U"参与",
                                     U"出席", U"融合", U"并重", U"到场", U"工作", U"优势", U"发展的", U"进行",
                                     U"（",   U"”",    U"有",   NULL};
    for (uint32_t i = from + 1; i <= stop; i++)
        if (reading->text[i - 1] == brother_last && i - from >= 2) return i;
    for (uint32_t i = from + 1; i < stop; i++)
        if (char_words_at(reading->text + i, ends)) return i;
    return stop;
}

static uint32_t find_link(const struct reading *reading, uint32_t from, uint32_t to, uint32_t *length) {
    static const char_word links[] = {U"以及", U"和", U"与", U"及", NULL};
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
    uint32_t from = list_begin(reading, begin, at);
    if (!read_members(reading, from, stop, &members) || members.count < 2) return;
    struct find *find =
        find_add(reading, P_SET, DRAFT_SET, (struct span){from, members.list[members.count - 1].to});
    find->members = phrase_keep(reading, members.list, members.count);
    find->member_count = members.count;
    find->open = members.open;
    find->attribute = "包括";
    find->confident = false;
    find->reason = "顿号隔开的几项，从哪里起、到哪里止要由人判断";
}
