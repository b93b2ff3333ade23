#include "base/utf8.h"
#include "exchange/find.h"
#include "exchange/names.h"
#include "exchange/person.h"
#include "exchange/phrase.h"

/* 季安澜（南屿市数据局局长）, 季安澜 南屿市数据局局长, 由季安澜担任组长: the name before the post. */

enum { LONGEST_POST = 40 };

bool role_may_end(uint32_t code) {
    return code == U'）' || code == U'，' || code == ' ' || code == '\n' || code == U'。' || code == U'；';
}

static bool bounds_name(uint32_t code) {
    return code == ' ' || code == U'：' || code == U'、' || code == U'；' || code == U'，' || code == U'。' ||
           code == '\n' || code == U'）' || code == U'由' || code == U'请';
}

/* The name of two to four characters that ends at `end`: a mark or a post stands before it. `end` itself:
 * none does. */
static uint32_t name_begin(const struct reading *reading, uint32_t end) {
    enum { SHORTEST = 2, LONGEST = 4 };
    const uint32_t *text = reading->text;
    for (uint32_t length = SHORTEST; length <= LONGEST && reading->begin + length <= end; length++) {
        uint32_t begin = end - length, surname = names_surname_at(text + begin);
        bool fits = surname && length > surname && length <= surname + 2 && !person_begins_word(text + begin);
        bool opens = begin == reading->begin || bounds_name(text[begin - 1]) ||
                     person_is_post(text + reading->begin, text + begin);
        if (fits && opens) return begin;
        if (!utf8_is_han(text[begin])) return end;
    }
    return end;
}

static void add(struct reading *reading, struct span post, struct span person, bool confident) {
    if (role_holds_verb(reading, post.from, post.to)) return;
    struct find *find = find_add(reading, P_ROLE, DRAFT_ROLE, post);
    find->subject = person;
    find->attribute = "职务";
    find->confident = confident;
    find->reason = confident ? "姓名后面紧跟职务" : "姓名和职务之间还有字，要由人判断";
}

/* Behind the bracket, the blank or the comma that parts the name from the post. */
static uint32_t cell_begin(const struct reading *reading, uint32_t end) {
    uint32_t at = end;
    while (at > reading->begin && end - at < LONGEST_POST) {
        uint32_t code = reading->text[at - 1];
        if (code == U'（' || code == U'，' || code == ' ') return at;
        if (code == U'”' || code == U'》' || code == U'）' || char_ends_clause(code)) return 0;
        at--;
    }
    return 0;
}

static void read_cell(struct reading *reading, uint32_t end) {
    enum { SHORTEST_POST = 2 };
    const uint32_t *text = reading->text;
    uint32_t from = cell_begin(reading, end);
    if (from < reading->begin + 3 || end - from < SHORTEST_POST) return;
    uint32_t stop = from - 1;
    while (stop > reading->begin && text[stop - 1] == ' ') stop--;
    uint32_t name = name_begin(reading, stop);
    bool is_apposition = text[from - 1] == U'，';
    bool fits = text[from - 1] == U'（' ? text[end] == U'）' : text[end] != U'）';
    if (name < stop && fits)
        add(reading, (struct span){from, end}, (struct span){name, stop}, !is_apposition);
}

/* 担任, and the post up to here. */
static void read_holding(struct reading *reading, uint32_t end) {
    static const struct char_row verbs[] = {W("担任"),     W("出任"),   W("兼任"),   W("受聘为"),
                                            W("受聘担任"), W("任命为"), W("被聘为"), W("聘为"),
                                            W("当选为"),   W("当选"),   WORDS_END};
    const uint32_t *text = reading->text;
    uint32_t begin = phrase_begin(reading, end);
    for (uint32_t at = begin; at < end; at++) {
        uint32_t verb = char_words_at(text + at, verbs);
        if (!verb || at + verb >= end) continue;
        uint32_t name = name_begin(reading, at);
        if (name < at) add(reading, (struct span){at + verb, end}, (struct span){name, at}, false);
        return;
    }
}

void role_read_behind_name(struct reading *reading, uint32_t end) {
    const uint32_t *text = reading->text;
    if (end < reading->document->count && !role_may_end(text[end])) return;
    if (text[end] == ' ' && person_end(text, end + 1)) return; /* the name stands behind it */
    read_cell(reading, end);
    read_holding(reading, end);
}
