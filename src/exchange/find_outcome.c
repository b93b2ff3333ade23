#include "exchange/find.h"
#include "exchange/names.h"
#include "exchange/phrase.h"

/* What came out of it: released, signed, founded, unveiled, begun. */

static const struct char_row made[] = {W("发布"), W("公布"), W("签署"),     W("出台"), W("印发"),
                                       W("推出"), W("发出"), W("审议通过"), W("通过"), WORDS_END};

static const char *verb_name(const uint32_t *at) {
    static const struct {
        char_word word;
        const char *name;
    } names[] = {{U"发布", "发布"}, {U"公布", "公布"},         {U"签署", "签署"},
                 {U"出台", "出台"}, {U"印发", "印发"},         {U"推出", "推出"},
                 {U"发出", "发出"}, {U"审议通过", "审议通过"}, {U"通过", "通过"}};
    for (uint32_t i = 0; i < sizeof names / sizeof names[0]; i++)
        if (char_word_at(at, names[i].word)) return names[i].name;
    return "";
}

static uint32_t closing(const struct reading *reading, uint32_t at, uint32_t open, uint32_t close) {
    enum { LONGEST = 80 };
    uint32_t depth = 0;
    for (uint32_t i = at; i < reading->end && i < at + LONGEST; i++) {
        if (reading->text[i] == open) depth++;
        if (reading->text[i] == close && --depth == 0) return i;
    }
    return 0;
}

/* 通过, 签署: what is so called came out now; 发布的《…》 is mostly quoted. */
static bool ends_talks(const uint32_t *at) {
    static const struct char_row words[] = {W("通过"), W("签署"), W("审议通过"), WORDS_END};
    return char_words_at(at, words) > 0;
}

/* 发布了《…》, 公布了“…” */
static void find_made(struct reading *reading, uint32_t at) {
    const uint32_t *text = reading->text;
    uint32_t verb = char_words_at(text + at, made), from = at + verb;
    static const struct char_row about[] = {W("关于"),
                                            WORDS_END}; /* the name of a paper, not what came out */
    if (!verb || char_words_before(text + reading->begin, text + at, about)) return;
    if (text[from] == U'了') from++;
    bool is_past = text[from] == U'的' && ends_talks(text + at); /* 最终通过的《…》 */
    from += is_past;
    bool titled = text[from] == U'《', quoted = text[from] == U'“';
    uint32_t end = titled   ? closing(reading, from, U'《', U'》')
                   : quoted ? closing(reading, from, U'“', U'”')
                            : 0;
    if (!end) return;
    struct find *find = find_add(reading, P_OUTCOME, DRAFT_OUTCOME,
                                 titled ? (struct span){from, end + 1} : (struct span){from + 1, end});
    find->attribute = verb_name(text + at);
    find->confident = titled && !is_past;
    find->reason = "动词后面紧跟名称";
}

/* X联盟正式成立, X揭牌; 成立了X */
static void find_founded(struct reading *reading, uint32_t at) {
    static const struct char_row words[] = {W("成立"), W("揭牌"), WORDS_END},
                                 passing[] = {W("小组"), W("专班"), W("工作组"), WORDS_END};
    const uint32_t *text = reading->text;
    uint32_t verb = char_words_at(text + at, words);
    if (!verb) return;
    const char *attribute = text[at] == U'成' ? "成立" : "揭牌";
    uint32_t from = phrase_without_lead(reading, phrase_begin(reading, at), at),
             end = phrase_without_adverbs(reading, from, at);
    uint32_t behind = at + verb + (text[at + verb] == U'了');
    bool follows = phrase_is_body(reading, behind, phrase_end(reading, behind));
    if (follows) {
        from = behind;
        end = phrase_end(reading, from);
    }
    if (!phrase_is_body(reading, from, end)) return;
    bool is_own = !char_words_before(text + from, text + end, passing);
    struct find *find = find_add(reading, P_OUTCOME, DRAFT_OUTCOME, (struct span){from, end});
    find->attribute = attribute;
    find->confident = is_own && text[behind] != U'于'; /* 公司成立于2009年 tells of the company */
    find->reason = "写明成立或者揭牌";
    if (!follows) return;
    struct find *body = find_add(reading, P_ORGANIZER, DRAFT_ORGANIZATION, (struct span){from, end});
    body->attribute = attribute;
    body->confident = is_own;
    body->reason = "写明成立";
}

/* 成立“…”, 上线“…” */
static void find_set_up(struct reading *reading, uint32_t at) {
    static const struct char_row words[] = {W("成立"), W("设立"), W("组建"), W("启动"),
                                            W("上线"), W("启用"), W("开通"), WORDS_END};
    enum { SHORTEST = 4, LONGEST = 30 };
    const uint32_t *text = reading->text;
    uint32_t verb = char_words_at(text + at, words), from = at + verb;
    if (text[from] == U'了') from++;
    uint32_t end = verb && text[from] == U'“' ? closing(reading, from, U'“', U'”') : 0;
    if (!end || end - from < SHORTEST || end - from > LONGEST) return;
    for (uint32_t i = from; i < end; i++)
        if (text[i] == U'、' || text[i] == U'，') return; /* several, or a sentence */
    struct find *find = find_add(reading, P_OUTCOME, DRAFT_OUTCOME, (struct span){from + 1, end});
    find->attribute = text[at] == U'启' ? "启动" : text[at] == U'上' ? "上线" : "成立";
    find->confident = false;
    find->reason = "动词后面引号里的名称";
}

/* “…”启动仪式 */
static void find_begun(struct reading *reading, uint32_t at) {
    static const struct char_row words[] = {W("启动仪式"), W("揭牌仪式"), WORDS_END};
    const uint32_t *text = reading->text;
    uint32_t word = char_words_at(text + at, words), end = at, from;
    if (!word) return;
    bool quoted = end > reading->begin && text[end - 1] == U'”';
    for (from = end; from > reading->begin && end - from < 60; from--)
        if (quoted ? text[from - 1] == U'“' : char_ends_clause(text[from - 1]) || text[from - 1] == U'了')
            break;
    struct span value = {from, quoted ? end - 1 : end};
    if (value.to <= value.from + 3) return;
    struct find *find = find_add(reading, P_OUTCOME, DRAFT_OUTCOME, value);
    find->attribute = "启动";
    find->confident = false;
    find->reason = "启动仪式前面的名称";
}

/* 对…授牌, 为…授牌 */
static void find_granted(struct reading *reading, uint32_t at) {
    static const uint32_t word[] = U"授牌";
    const uint32_t *text = reading->text;
    if (!char_word_at(text + at, word)) return;
    uint32_t begin = phrase_begin(reading, at), from = 0;
    for (uint32_t i = begin; i < at; i++)
        if (text[i] == U'对' || text[i] == U'为' || text[i] == U'向' || text[i] == U'给')
            from = from ? from : i + 1;
    if (!from || from + 3 >= at) return;
    struct find *find = find_add(reading, P_OUTCOME, DRAFT_OUTCOME, (struct span){from, at});
    find->attribute = "授牌";
    find->confident = false;
    find->reason = "授牌给谁，写在动词前面";
}

/* 《…》发布, 《…》出台 */
static void find_made_before(struct reading *reading, uint32_t at) {
    const uint32_t *text = reading->text;
    uint32_t verb = char_words_at(text + at, made), behind = at + verb, from = at;
    bool is_titled = verb && at > reading->begin && text[at - 1] == U'》';
    bool is_last = char_ends_clause(text[behind]) || text[behind] == U'）';
    if (!is_titled || !is_last) return;
    while (from > reading->begin && text[from] != U'《') from--;
    struct find *find = find_add(reading, P_OUTCOME, DRAFT_OUTCOME, (struct span){from, at});
    find->attribute = verb_name(text + at);
    find->reason = "名称后面紧跟动词";
}

void find_outcomes(struct reading *reading, uint32_t at) {
    if (reading->in_title) return;
    find_made(reading, at);
    find_made_before(reading, at);
    find_founded(reading, at);
    find_begun(reading, at);
    find_set_up(reading, at);
    find_granted(reading, at);
}
