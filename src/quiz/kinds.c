#include "quiz/kinds.h"

#define ROW(name, title, source, level, family, make)                                                        \
    { name, title, source, level, family##_applies, make##_make }

const struct kind_row kind_rows[QUIZ_KINDS] = {
    [KIND_WRITTEN] = ROW("written", "手写题", FROM_WRITTEN, 2, written, written),
    [KIND_WHEN] = ROW("when", "何时", FROM_FACTS, 2, when, value),
    [KIND_WHERE] = ROW("where", "何地", FROM_FACTS, 1, where, value),
    [KIND_WHO] = ROW("who", "何人", FROM_FACTS, 3, who, value),
    [KIND_BODY] = ROW("body", "哪个机构", FROM_FACTS, 2, body, value),
    [KIND_TITLE] = ROW("title", "文件与成果", FROM_FACTS, 3, title, value),
    [KIND_NUMBER] = ROW("number", "数字", FROM_FACTS, 2, number, value),
    [KIND_WHAT] = ROW("what", "是什么", FROM_FACTS, 2, what, value),
    [KIND_REVERSE] = ROW("reverse", "反过来问", FROM_FACTS, 3, reverse, reverse),
    [KIND_BELONGS] = ROW("belongs", "属于", FROM_SETS, 2, belongs, belongs),
    [KIND_OUTSIDE] = ROW("outside", "不属于", FROM_SETS, 3, outside, outside),
    [KIND_MULTIPLE] = ROW("multiple", "多选", FROM_SETS, 4, multiple, multiple),
    [KIND_JUDGE] = ROW("judge", "判断", FROM_FACTS, 1, judge, judge),
    [KIND_MATCH] = ROW("match", "配对", FROM_PAIRINGS, 4, match, match),
    [KIND_ORDER] = ROW("order", "排序", FROM_SETS, 4, order, order),
    [KIND_NEXT] = ROW("next", "下一项", FROM_SETS, 3, next, next),
    [KIND_FILL] = ROW("fill", "选字填空", FROM_PHRASES, 2, fill, fill),
    [KIND_TERM] = ROW("term", "释义选术语", FROM_ENTITIES, 2, term, term),
    [KIND_MEANING] = ROW("meaning", "术语选释义", FROM_ENTITIES, 2, term, meaning),
    [KIND_SCENARIO] = ROW("scenario", "情景", FROM_SCENARIOS, 3, scenario, scenario),
    [KIND_EDITION] = ROW("edition", "年份比较", FROM_FACTS, 3, edition, edition),
    [KIND_COUNT] = ROW("count", "一共有几个", FROM_SETS, 2, count, count),
};
_Static_assert(QUIZ_KINDS == 22, "a kind has a row here, with three phrasings in its family");

const char *quiz_kind_name(enum quiz_kind kind) {
    return kind_rows[kind].name;
}
const char *quiz_kind_title(enum quiz_kind kind) {
    return kind_rows[kind].title;
}
