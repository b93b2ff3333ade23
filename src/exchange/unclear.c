#include "exchange/unclear.h"

#include <string.h>

#include "content/value.h"
#include "exchange/char.h"
#include "exchange/names.h"
#include "exchange/phrase.h"

void unclear_tell(struct find *find, const char *what) {
    find->unclear = what;
    find->confident = false;
}

static bool holds(const uint32_t *text, struct span span, const struct char_row *words) {
    struct char_filter filter = char_filter_of(words);
    for (uint32_t i = span.from; i < span.to; i++)
        if (char_may_begin(&filter, text[i]) && char_words_at(text + i, words)) return true;
    return false;
}

/* ---- 联动8个城市: with itself, or without? ---- */

/* 联合会 and 联合国 are names. */
static uint32_t join_length(const uint32_t *at) {
    static const struct char_row joins[] = {W("联动"), W("联合"), W("携手"), W("会同"), W("牵手"), WORDS_END},
                                 names[] = {W("联合国"), W("联合会"),   W("联合体"),
                                            W("联合社"), W("联合实验"), WORDS_END};
    bool is_name = char_words_at(at, names) && at[3] != U'内'; /* 联合国内7家单位 */
    return is_name ? 0 : char_words_at(at, joins);
}

/* Behind 联动, 携手 and the like, in the same clause; what is done together is another thing to count. */
static bool follows_joining(const struct reading *reading, uint32_t number) {
    enum { FAR = 40 };
    static const struct char_row deeds[] = {W("的"),   W("主办"), W("举办"), W("开展"), W("发布"),
                                            W("推出"), W("组织"), W("打造"), W("建设"), W("其他"),
                                            W("其余"), W("另外"), W("周边"), WORDS_END};
    uint32_t begin = phrase_begin(reading, number), from = number > begin + FAR ? number - FAR : begin;
    for (uint32_t i = number; i > from; i--) {
        uint32_t join = join_length(reading->text + i - 1);
        if (join) return !holds(reading->text, (struct span){i - 1 + join, number}, deeds);
    }
    return false;
}

/* About so many are so many with one more, too. */
static bool is_rounded(const struct reading *reading, const struct find *find) {
    static const struct char_row hedges[] = {W("余"), W("多"), W("近"), W("约"),
                                             W("超"), W("逾"), W("数"), WORDS_END};
    return holds(reading->text, find->value, hedges);
}

/* 家, 个城市, 个单位: such as join somebody. 兄弟城市 are others. */
static bool counts_joiners(const struct reading *reading, const struct find *find) {
    enum { FAR = 6 };
    static const struct char_row kinds[] = {W("城市"), W("地区"), W("国家"), W("省份"), W("部门"),
                                            W("单位"), W("企业"), W("机构"), W("高校"), W("学校"),
                                            W("街道"), W("社区"), WORDS_END},
                                 others[] = {W("兄弟"), W("其他"), W("其余"), W("友好"), WORDS_END};
    static const struct char_row measures[] = {W("个"),   W("家"),   W("所"),  W("部门"),
                                               W("单位"), W("城市"), WORDS_END};
    const uint32_t *text = reading->text;
    if (!char_words_before(text + find->value.from, text + find->value.to, measures)) return false;
    uint32_t last = find->value.to - 1, end = phrase_end(reading, last);
    struct span near = {last, end < last + FAR ? end : last + FAR};
    bool is_joiner = reading->text[last] == U'家' || reading->text[last] == U'所';
    return (is_joiner || holds(reading->text, near, kinds)) && !holds(reading->text, near, others);
}

static void mark_joiners(const struct reading *reading, struct find *find) {
    if (find->type == DRAFT_NUMBER && !is_rounded(reading, find) && counts_joiners(reading, find) &&
        follows_joining(reading, find->value.from))
        unclear_tell(find, "联动、联合的这几个里算不算它自己，原文没有写明，不要问一共有几个");
}

/* ---- 12支队伍港澳地区被邀请: what is counted? ---- */

/* Such as tell how those who are counted belong to a place. */
static bool ties_to_place(const uint32_t *at) {
    static const struct char_row words[] = {
        W("在"),   W("赴"), W("从"), W("自"), W("到"), W("由"), W("于"), W("来"),  W("本"),
        W("代表"), W("各"), W("该"), W("所"), W("全"), W("走"), W("进"), W("被"),  W("的"),
        W("和"),   W("与"), W("及"), W("向"), W("对"), W("为"), W("以"), W("前"),  W("往"),
        W("受"),   W("参"), W("是"), W("跨"), W("均"), W("都"), W("将"), WORDS_END};
    return char_ends_clause(*at) || char_words_at(at, words);
}

/* 港澳地区, 青澜市, 广东; the length, 0 when none stands here. */
static uint32_t region_length(const uint32_t *at) {
    enum { SHORTEST = 2, LONGEST = 4 };
    static const struct char_row ends[] = {W("地区"), W("特区"), W("省"), W("市"), W("县"), WORDS_END};
    for (uint32_t name = 0; name <= LONGEST && !ties_to_place(at + name); name++) {
        uint32_t end = name < SHORTEST ? 0 : char_words_at(at + name, ends);
        if (end) return name + end;
    }
    return char_words_at(at, names_regions);
}

static bool is_out_of_order(const uint32_t *behind_number) {
    static const struct char_row counted[] = {W("队伍"), W("代表队"), W("代表"), W("企业"),   W("单位"),
                                              W("机构"), W("高校"),   W("学校"), W("学生"),   W("师生"),
                                              W("选手"), W("媒体"),   W("专家"), W("嘉宾"),   W("团队"),
                                              W("居民"), W("市民"),   W("青年"), W("志愿者"), WORDS_END},
                                 goes_on[] = {W("被"),   W("受邀"), W("应邀"), W("参加"), W("参与"),
                                              W("参赛"), W("参展"), W("获"),   W("入围"), W("晋级"),
                                              W("报名"), W("到场"), W("亮相"), W("出席"), WORDS_END};
    uint32_t noun = char_words_at(behind_number, counted);
    uint32_t region = noun ? region_length(behind_number + noun) : 0;
    return region && char_words_at(behind_number + noun + region, goes_on);
}

static void mark_order(const struct reading *reading, struct find *find) {
    if (find->type == DRAFT_NUMBER && is_out_of_order(reading->text + find->value.to))
        unclear_tell(find, "数量和动词之间夹着地名，像是语序颠倒了，说的是哪里的要由人判断");
}

/* ---- 合同备案73个, 跨境合同备案21个: is the one part of the other? ---- */

enum { NAME_LONGEST = 40 };

/* When and where it was counted is no part of the name. */
static uint32_t behind_leads(const uint32_t *text, uint32_t from, uint32_t to) {
    static const struct char_row leads[] = {W("全年"), W("上半年"), W("下半年"), W("今年"), W("去年"),
                                            W("全国"), W("全省"),   W("全市"),   W("共"),   W("累计"),
                                            W("已"),   W("先后"),   W("以来"),   WORDS_END};
    for (uint32_t lead; from < to && (lead = char_words_at(text + from, leads)) != 0;) from += lead;
    return from < to ? from : to;
}

/* What stands before the number, so far as it is a name; brackets and what is in them count as one. */
static struct span name_before(const struct reading *reading, uint32_t number) {
    uint32_t from = number, depth = 0;
    for (; from > reading->begin && number - from < NAME_LONGEST; from--) {
        uint32_t code = reading->text[from - 1];
        if (code == U'）') depth++;
        if (code == U'（' && depth-- == 0) break;
        if (depth == 0 && (code == U'、' || char_ends_clause(code))) break;
    }
    return (struct span){behind_leads(reading->text, from, number), number};
}

static bool ends_name(const uint32_t *at) {
    static const struct char_row links[] = {W("、"), W("和"), W("与"), W("及"), W("以及"), WORDS_END};
    return char_ends_clause(*at) || char_words_at(at, links);
}

static struct span name_behind(const struct reading *reading, uint32_t number_end) {
    uint32_t to = number_end;
    while (to < reading->end && to - number_end < NAME_LONGEST && !ends_name(reading->text + to)) to++;
    return (struct span){number_end, to};
}

static struct span counted_name(const struct reading *reading, const struct find *find) {
    struct span behind = name_behind(reading, find->value.to);
    return behind.to > behind.from + 1 ? behind : name_before(reading, find->value.from);
}

static uint32_t length_of(struct span span) {
    return span.to - span.from;
}

static uint32_t common_end(const uint32_t *text, struct span a, struct span b) {
    uint32_t n = 0;
    while (n < length_of(a) && n < length_of(b) && text[a.to - 1 - n] == text[b.to - 1 - n]) n++;
    return n;
}

/* The most characters that stand in both in the same order. */
static uint32_t common_order(const uint32_t *text, struct span a, struct span b) {
    uint32_t row[NAME_LONGEST + 1] = {0};
    for (uint32_t i = a.from; i < a.to; i++) {
        uint32_t corner = 0;
        for (uint32_t j = 0; j < length_of(b); j++) {
            uint32_t above = row[j + 1];
            if (text[i] == text[b.from + j])
                row[j + 1] = corner + 1;
            else if (row[j] > above)
                row[j + 1] = row[j];
            corner = above;
        }
    }
    return row[length_of(b)];
}

/* Does the longer name say all that the shorter says, and more? In a long one a word may be another. */
static bool is_narrower(const uint32_t *text, struct span narrow, struct span wide) {
    enum { END = 2, LONG_END = 4 };
    uint32_t end = common_end(text, narrow, wide);
    if (length_of(narrow) <= length_of(wide) || end < END) return false;
    uint32_t common = common_order(text, narrow, wide);
    return common == length_of(wide) || (end >= LONG_END && common * 6 >= length_of(wide) * 5);
}

static long long amount_of(struct finds *finds, const struct reading *reading, const struct find *find) {
    struct span span = find->value;
    const char *text = char_text(&finds->arena, reading->text + span.from, length_of(span));
    return value_read(&finds->arena, text).thousandths;
}

/* 其中 says that it is part of it, 另 that it is not. */
static bool is_said(const uint32_t *text, const struct find *first, const struct find *second) {
    static const struct char_row words[] = {W("其中"), W("包括"), W("含"), W("另"), W("此外"), WORDS_END};
    return holds(text, (struct span){first->value.to, second->value.from}, words);
}

static bool may_be_part(const struct reading *reading, const struct find *part, const struct find *whole) {
    struct span narrow = counted_name(reading, part), wide = counted_name(reading, whole);
    return is_narrower(reading->text, narrow, wide) &&
           amount_of(reading->finds, reading, part) < amount_of(reading->finds, reading, whole);
}

/* With the counts before it in its sentence. */
static void mark_parts(const struct reading *reading, struct find *find) {
    enum { BACK = 5 };
    if (find->type != DRAFT_NUMBER) return;
    struct find *first = reading->finds->list;
    for (struct find *other = find; other > first && other + BACK > find;) {
        other--;
        if (other->sentence != find->sentence) break;
        bool is_like = other->type == DRAFT_NUMBER && other->value.to <= find->value.from &&
                       reading->text[other->value.to - 1] == reading->text[find->value.to - 1];
        if (!is_like || is_said(reading->text, other, find)) continue;
        if (!may_be_part(reading, find, other) && !may_be_part(reading, other, find)) continue;
        static const char what[] = "同一句里有几个名称相近的数，谁包含谁原文没有写明，不要相加，也不要相比";
        unclear_tell(find, what);
        unclear_tell(other, what);
    }
}

/* ---- 甲、乙等分别围绕“A”“B”: whose is which? ---- */

struct count {
    uint32_t least, most; /* 和 may stand within a name */
    bool open;
};

static struct count count_members(const uint32_t *text, struct span span) {
    static const struct char_row links[] = {W("以及"), W("和"), W("与"), W("及"), WORDS_END};
    struct count count = {1, 1, false};
    uint32_t depth = 0;
    for (uint32_t i = span.from; i < span.to; i++) {
        if (text[i] == U'“' || text[i] == U'《' || text[i] == U'（') depth++;
        if ((text[i] == U'”' || text[i] == U'》' || text[i] == U'）') && depth) depth--;
        bool side_by_side = text[i] == U'”' && text[i + 1] == U'“';
        if (depth) continue;
        if (text[i] == U'、' || side_by_side) count.least++;
        if (text[i] == U'、' || side_by_side || char_words_at(text + i, links)) count.most++;
        if (text[i] == U'等' && text[i + 1] != U'级') count.open = true;
    }
    return count;
}

/* As many on the one side as on the other, and all of them named: then the order says whose is which. */
static bool is_pairing_open(const uint32_t *text, struct span who, struct span what) {
    struct count left = count_members(text, who), right = count_members(text, what);
    bool several = left.most > 1 || left.open;
    bool may_match = left.least <= right.most && right.least <= left.most;
    return several && (left.open || right.open || !may_match);
}

/* Where 分别 stands before it in its clause; 0 nowhere. */
static uint32_t each_before(const struct reading *reading, uint32_t at) {
    enum { FAR = 120 };
    uint32_t begin = phrase_begin(reading, at), from = at > begin + FAR ? at - FAR : begin;
    for (uint32_t i = at; i > from; i--)
        if (reading->text[i - 1] == U'分' && reading->text[i] == U'别') return i - 1;
    return 0;
}

/* Who they are may stand before a comma: 甲、乙等代表，分别…. */
static struct span names_before(const struct reading *reading, uint32_t each) {
    uint32_t begin = phrase_begin(reading, each);
    bool is_head = begin == each && each > reading->begin && reading->text[each - 1] == U'，';
    return is_head ? (struct span){phrase_begin(reading, each - 1), each - 1} : (struct span){begin, each};
}

static void mark_pairing(const struct reading *reading, struct find *find) {
    bool is_told = find->type == DRAFT_TERM || find->type == DRAFT_SPEECH || find->type == DRAFT_SLOGAN ||
                   find->type == DRAFT_TITLE || find->type == DRAFT_SET || find->type == DRAFT_OUTCOME;
    uint32_t quote = find->value.from && reading->text[find->value.from - 1] == U'“';
    uint32_t each = is_told ? each_before(reading, find->value.from - quote) : 0;
    if (!each) return;
    struct span who = names_before(reading, each), what = {each + 2, phrase_end(reading, each + 2)};
    if (is_pairing_open(reading->text, who, what))
        unclear_tell(find, "原文写的是“分别”，谁对应哪一个要由人判断");
}

/* 甲、乙分别表示: what is said is drafted as the last one's. */
static void mark_shared_speech(const struct reading *reading, struct find *find) {
    static const struct char_row words[] = {W("分别"), W("先后"), W("都"),   W("均"),
                                            W("一致"), W("共同"), W("纷纷"), WORDS_END};
    if (find->type != DRAFT_SPEECH || find->subject.to > find->value.from) return;
    if (holds(reading->text, (struct span){find->subject.to, find->value.from}, words))
        unclear_tell(find, "说这话的不止一个人，不要问是谁说的");
}

/* ---- A、B、C、D与E: five of them, or four? ---- */

/* 等五个方面, 四大领域 right behind the list says how many; 0: nothing does. */
static uint32_t said_number(const struct reading *reading, uint32_t at) {
    at += reading->text[at] == U'等';
    return phrase_number(reading->text, (struct span){at, at + phrase_number_length(reading->text, at)});
}

/* Its two last members are one. */
static void join_last(struct reading *reading, struct find *find) {
    uint32_t count = find->member_count - 1;
    struct span members[PHRASE_MEMBERS];
    memcpy(members, find->members, count * sizeof *members);
    members[count - 1].to = find->members[count].to;
    find->members = phrase_keep(reading, members, count);
    find->member_count = count;
}

static void mark_last_member(struct reading *reading, struct find *find) {
    enum { FEWEST = 4 };
    if (find->type != DRAFT_SET || find->member_count < FEWEST) return;
    const struct span *last = &find->members[find->member_count - 1];
    if (last->from != last[-1].to + 1 || reading->text[last[-1].to] != U'与') return;
    uint32_t said = said_number(reading, last->to);
    if (said == find->member_count) return;
    if (said + 1 == find->member_count)
        join_last(reading, find);
    else
        unclear_tell(find, "“与”连着的是一项还是两项，原文看不出来，不要问有几项");
}

void unclear_mark(const struct document *document, struct finds *finds) {
    for (uint32_t i = 0; i < finds->count; i++) {
        struct find *find = &finds->list[i];
        const struct sentence *sentence = &document->sentences[find->sentence];
        struct reading reading = {.document = document,
                                  .text = document->text,
                                  .sentence = find->sentence,
                                  .begin = sentence->begin,
                                  .end = sentence->end,
                                  .finds = finds};
        mark_joiners(&reading, find);
        mark_order(&reading, find);
        mark_parts(&reading, find);
        mark_pairing(&reading, find);
        mark_shared_speech(&reading, find);
        mark_last_member(&reading, find);
    }
}
