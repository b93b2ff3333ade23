#include <string.h>

#include "exchange/find.h"
#include "exchange/names.h"
#include "exchange/phrase.h"

/* Who said what: 张少康表示，…; 全会提出“…”; “…”覃小雨说。 Words in quotation marks of a speaker who is named
   are his; of a clause it takes a person to say where it ends and whether it is worth asking. */

static const struct char_row verbs[] = {W("指出"), W("表示"), W("强调"),   W("提出"), W("介绍"),
                                        W("认为"), W("说"),   W("坦言"),   W("提醒"), W("呼吁"),
                                        W("建议"), W("透露"), W("介绍说"), WORDS_END};

/* ---- the speaker ---- */

/* 在致辞中, 还: between the speaker and the verb. */
static uint32_t without_manner(const struct reading *reading, uint32_t begin, uint32_t end) {
    static const struct char_row words[] = {
        W("在致辞中"), W("在讲话中"),     W("在会上"),       W("在开幕式上"), W("在闭幕式上"),
        W("在发言中"), W("明确"),         W("致辞时"),       W("在致辞时"),   W("在论坛上"),
        W("在报告中"), W("在主旨演讲中"), W("在主题演讲中"), W("特别"),       W("在接受采访时"),
        W("并"),       W("还"),           W("也"),           W("同时"),       W("最后"),
        W("会上"),     W("首次"),         W("一再"),         W("在仪式上"),   W("再次"),
        W("则"),       W("鲜明"),         W("郑重"),         WORDS_END};
    for (uint32_t n; (n = char_words_before(reading->text + begin, reading->text + end, words)) != 0;)
        end -= n;
    return end;
}

/* The person named here when the text says elsewhere, before, what he is. */
static bool is_known_person(const struct reading *reading, struct span name) {
    enum { LAST = 300 };
    const struct finds *finds = reading->finds;
    uint32_t length = name.to - name.from;
    for (uint32_t i = finds->count; i > 0 && i + LAST > finds->count; i--) {
        const struct find *person = &finds->list[i - 1];
        bool is_same = person->type == DRAFT_ROLE && person->subject.to - person->subject.from == length &&
                       memcmp(reading->text + person->subject.from, reading->text + name.from,
                              length * sizeof *reading->text) == 0;
        if (is_same) return true;
    }
    return false;
}

/* The name that ends here, behind a post or at the head of a clause. */
static struct span person_before(const struct reading *reading, uint32_t begin, uint32_t end) {
    enum { SHORTEST = 2, LONGEST = 4 };
    for (uint32_t length = LONGEST; length >= SHORTEST; length--) {
        if (end < begin + length) continue;
        struct span name = {end - length, end};
        if (names_surname_at(reading->text + name.from) && is_known_person(reading, name)) return name;
    }
    return (struct span){0, 0};
}

/* 佟大器指着屏幕介绍, 东方晓现场观摩后指出: what he does meanwhile stands between the two. */
static struct span person_doing(const struct reading *reading, uint32_t begin, uint32_t end) {
    enum { LAST = 12, FAR = 12 };
    static const struct char_row others[] = {W("对"),   W("向"), W("由"), W("和"), W("与"),  W("、"),
                                             W("陪同"), W("的"), W("等"), W("让"), WORDS_END};
    const struct finds *finds = reading->finds;
    for (uint32_t i = finds->count; i > 0 && i + LAST > finds->count; i--) {
        const struct find *person = &finds->list[i - 1];
        bool is_here =
            person->type == DRAFT_ROLE && person->subject.from >= begin && person->subject.to <= end;
        if (!is_here) continue;
        if (end - person->subject.to > FAR) break;
        for (uint32_t k = person->subject.to; k < end; k++)
            if (char_words_at(reading->text + k, others)) return (struct span){0, 0};
        return person->subject;
    }
    return (struct span){0, 0};
}

/* 市网信办负责人: who it is is not said, for whom he speaks is. */
static bool is_spokesman(const struct reading *reading, uint32_t begin, uint32_t end) {
    static const struct char_row ends[] = {W("负责人"),     W("有关负责人"), W("相关负责人"), W("发言人"),
                                           W("新闻发言人"), W("主要负责人"), WORDS_END};
    uint32_t post = char_words_before(reading->text + begin, reading->text + end, ends);
    return post && end - post > begin + 2 && phrase_is_body(reading, begin, end - post);
}

static bool is_meeting(const uint32_t *begin, const uint32_t *end) {
    static const struct char_row ends[] = {W("会议"), W("全会"),   W("大会"),
                                           W("论坛"), W("推进会"), WORDS_END};
    return char_words_before(begin, end, ends) > 0;
}

static bool is_title(const struct reading *reading, uint32_t begin, uint32_t end) {
    return reading->text[begin] == U'《' && reading->text[end - 1] == U'》';
}

/* Who stands right before the verb; {0, 0}: nobody who is plainly one. */
static struct span speaker_before(const struct reading *reading, uint32_t verb) {
    enum { LONGEST = 24 };
    uint32_t begin = phrase_begin(reading, verb), end = without_manner(reading, begin, verb);
    struct span person = person_before(reading, begin, end);
    if (!person.to) person = person_doing(reading, begin, end);
    if (person.to) return person;
    begin = phrase_without_lead(reading, begin, end);
    if (end < begin + 2 || end - begin > LONGEST) return (struct span){0, 0};
    bool is_one = phrase_is_body(reading, begin, end) || is_title(reading, begin, end) ||
                  is_meeting(reading->text + begin, reading->text + end) || is_spokesman(reading, begin, end);
    return is_one ? (struct span){begin, end} : (struct span){0, 0};
}

/* ---- words in quotation marks ---- */

/* The verb that ends at `end`, over 了 and a colon or comma; empty when there is none. */
static struct span verb_before(const struct reading *reading, uint32_t end) {
    const uint32_t *text = reading->text;
    if (end > reading->begin && (text[end - 1] == U'：' || text[end - 1] == U'，')) end--;
    if (end > reading->begin && text[end - 1] == U'了') end--;
    return (struct span){end - char_words_before(text + reading->begin, text + end, verbs), end};
}

static void make_speech(struct reading *reading, struct find *find, struct span speaker, struct span verb) {
    find->pattern = P_SPEECH;
    find->type = DRAFT_SPEECH;
    find->subject = speaker;
    find->attribute = char_text(&reading->finds->arena, reading->text + verb.from, verb.to - verb.from);
    find->reason = "谁说的、说了什么都写得明白";
    find->confident = true;
}

/* The words in quotation marks that were found last, when they stand here. */
static struct find *quote_at(const struct reading *reading, uint32_t from, uint32_t to) {
    enum { LAST = 6 };
    struct finds *finds = reading->finds;
    for (uint32_t i = finds->count; i > 0 && i + LAST > finds->count; i--) {
        struct find *find = &finds->list[i - 1];
        if (find->type == DRAFT_TERM && find->value.from >= from && find->value.to <= to) return find;
    }
    return NULL;
}

/* At “, behind find_quotes: what was a term becomes what somebody said. A word or two are a name. */
void find_quoted_speech(struct reading *reading, uint32_t at) {
    enum { SHORTEST = 6 };
    struct find *quote = quote_at(reading, at + 1, UINT32_MAX);
    if (!quote || quote->value.from != at + 1 || quote->value.to - quote->value.from < SHORTEST) return;
    struct span verb = verb_before(reading, at);
    struct span speaker = verb.to > verb.from ? speaker_before(reading, verb.from) : (struct span){0, 0};
    if (!speaker.to) return;
    make_speech(reading, quote, speaker, verb);
    quote->open = reading->text[quote->value.to + 1] == U'等';
}

/* “…”来自河湾镇的宣传委员覃小雨说。 */
static void find_said_before(struct reading *reading, struct span verb) {
    enum { NEAR = 30 };
    const uint32_t *text = reading->text;
    uint32_t begin = phrase_begin(reading, verb.from);
    uint32_t close = begin == reading->begin && begin > 0 ? begin : 0;
    if (!close || text[close - 1] != U'”' || verb.from - close > NEAR) return;
    struct find *quote = quote_at(reading, 0, close - 1);
    struct span speaker = speaker_before(reading, verb.from);
    if (quote && quote->value.to == close - 1 && speaker.to) make_speech(reading, quote, speaker, verb);
}

/* ---- a clause ---- */

/* One is told as a list already, and it is said whose. */
static bool holds_list(const struct reading *reading, struct span words) {
    static const struct char_row marks[] = {W("一是"),   W("一要"), W("首先"),
                                            W("第一，"), W("其一"), WORDS_END};
    for (uint32_t i = words.from; i < words.to; i++)
        if (char_words_at(reading->text + i, marks)) return true;
    return false;
}

/* From behind the verb to the end of the sentence, or of the last clause that still fits. */
static struct span clause_behind(const struct reading *reading, uint32_t from) {
    enum { LONGEST = 90 };
    uint32_t end = reading->end;
    while (end > from && char_ends_sentence(reading->text[end - 1])) end--;
    if (end - from <= LONGEST) return (struct span){from, end};
    uint32_t last = from;
    for (uint32_t i = from; i < from + LONGEST; i++)
        if (reading->text[i] == U'，' || reading->text[i] == U'；') last = i;
    return (struct span){from, last};
}

static void find_said(struct reading *reading, struct span verb) {
    enum { SHORTEST = 8 };
    const uint32_t *text = reading->text;
    uint32_t from = verb.to;
    if (text[from] != U'，' && text[from] != U'：') return;
    struct span words = clause_behind(reading, from + 1);
    if (text[from + 1] == U'“' || words.to < words.from + SHORTEST || holds_list(reading, words)) return;
    struct span speaker = speaker_before(reading, verb.from);
    if (!speaker.to) return;
    struct find *find = find_add(reading, P_SPEECH, DRAFT_SPEECH, words);
    make_speech(reading, find, speaker, verb);
    find->confident = false;
    find->reason = "说的人写得明白，说到哪里为止要由人判断";
}

/* At a verb of saying. */
void find_speeches(struct reading *reading, uint32_t at) {
    struct span verb = {at, at + char_words_at(reading->text + at, verbs)};
    if (verb.to == at || reading->in_quote || reading->in_title) return;
    find_said_before(reading, verb);
    find_said(reading, verb);
}
