#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "base/random.h"
#include "quiz/pool.h"
#include "quiz/question.h"
#include "quiz/shipped.h"

/* The documents contradict each other in known places (C01 … C31). What must never be offered as a wrong
   option, and what must be the answer, written down as words on the screen: whatever the content and the
   generator become, this stays. */

enum { VARIANTS = 40 };

/* A wrong option that must not be there when the stem has these words; "" stands for any stem. */
static const struct {
    const char *conflict, *stem, *option;
} forbidden[] = {
    {"C01", "2024年国家网络安全宣传周", "9月中旬"},
    {"C01", "2024年国家网络安全宣传周", "9月"},
    {"C01", "2024年国家网络安全宣传周", "9月9日"},
    {"C02", "2024年国家网络安全宣传周", "广东"},
    {"C02", "2024年国家网络安全宣传周", "广东省"},
    {"C02", "2024年国家网络安全宣传周", "广州市"},
    {"C02", "2024年国家网络安全宣传周", "南沙"},
    {"C02", "2024年国家网络安全宣传周", "南沙区"},
    {"C02", "2024年国家网络安全宣传周", "广州南沙"},
    {"C02", "2024年国家网络安全宣传周", "全国范围"},
    {"C03", "宣传周", "9月8日"},
    {"C04", "", "不可依赖性"},
    {"C04", "", "不可否认性"},
    {"C04", "", "抗抵赖性"},
    {"C04", "", "可审查性"},
    {"C04", "", "可审计性"},
    {"C04", "", "真实性"},
    {"C04", "", "可靠性"},
    {"C04", "", "机密性"},
    {"C05", "2024年网络安全博览会", "9月10日至16日"},
    {"C07", "十个坚持", "2024年7月"},
    {"C07", "全国网络安全和信息化工作会议", "7月11日"},
    {"C08", "", "国家广电总局"},
    {"C08", "", "人民银行"},
    {"C08", "", "国家网信办"},
    {"C08", "", "中华全国总工会"},
    {"C09", "湾区", "9个"},
    {"C09", "湾区", "11个"},
    {"C10", "", "《广州南沙新区（自贸片区）促进网络安全和数据服务产业发展扶持办法》"},
    {"C10", "", "《广州南沙新区（自贸片区）促进网络安全和数据服务产业高质量发展扶持办法》"},
    {"C11", "国家网络安全工作", "坚持创新驱动"},
    {"C11", "国家网络安全工作", "坚持双向发力"},
    {"C11", "国家网络安全工作", "坚持多方参与"},
    {"C11", "国家网络安全工作", "坚持选育结合"},
    {"C11", "2023年产业论坛", "安全可控和开放创新并重"},
    {"C11", "2023年产业论坛", "促进发展和依法管理相统一"},
    {"C11", "十个坚持", "“四个坚持”"},
    {"C16", "召开", "公安部"},
    {"C16", "召开", "公安部网络安全保卫局"},
    {"C16", "召开", "公安部网安局"},
    {"C16", "召开", "国家网络安全等级保护工作协调小组"},
    {"C18", "", "超过1000亿元"},
    {"C18", "", "1000多亿元"},
    {"C18", "", "1000亿元"},
    {"C20", "", "政府资讯科技总监办公室"},
    {"C20", "", "信安标委"},
    {"C20", "", "CNCERT"},
    {"C20", "", "国家互联网应急中心"},
    {"C20", "", "网安局"},
    {"C21", "备忘录", "香港创新科技及工业局"},
    {"C21", "指引", "经济及科技发展局"},
    {"C21", "指引", "个人资料保护局"},
    {"C22", "监管制度", "王京涛"},
    {"C22", "监管制度", "张少康"},
    {"C24", "主题", "网络安全为人民网络安全靠人民"},
    {"C24", "主题", "网络安全为人民、网络安全靠人民"},
    {"C24", "主题", "网络安全为人民，网络安全靠人民——以高水平安全守护高质量发展"},
    {"C24", "主题", "网络安全为人民，网络安全靠人民——智能时代 网安护航"},
    {"C26", "2024年8月", "63个"},
    {"C26", "2024年8月", "94个"},
    {"C26", "2024年8月", "115个"},
    {"C26", "2024年8月", "136个"},
    {"C27", "", "网络安全博览会暨产品和服务供需洽谈会"},
    {"C27", "", "网络安全博览会暨网络安全产品和服务供需洽谈会"},
};

/* What a question of this kind about this subject is answered with. */
static const struct {
    const char *conflict;
    enum quiz_kind kind;
    const char *stem, *key;
} keyed[] = {
    {"C01", KIND_WHEN, "2024年国家网络安全宣传周", "9月9日至15日"},
    {"C01", KIND_WHEN, "2023年国家网络安全宣传周", "9月11日至17日"},
    {"C02", KIND_WHERE, "2024年国家网络安全宣传周的重要活动", "广州"},
    {"C02", KIND_WHERE, "2023年国家网络安全宣传周的重要活动", "福州"},
    {"C03", KIND_WHEN, "2024年网安周开幕式", "9月8日"},
    {"C05", KIND_WHEN, "2023年网络安全博览会", "9月10日至16日"},
    {"C05", KIND_WHEN, "2024年网络安全博览会", "9月7日至12日"},
    {"C06", KIND_NUMBER, "多少场分论坛", "7场"},
    {"C06", KIND_WHAT, "2023年国家网络安全宣传周的高峰论坛主论坛聚焦", "人工智能"},
    {"C07", KIND_WHEN, "2023年全国网络安全和信息化工作会议", "7月14日至15日"},
    {"C08", KIND_COUNT, "联合举办2024年国家网络安全宣传周的部门", "10个"},
    {"C08", KIND_NUMBER, "2024年网络安全技术高峰论坛主论坛由多少个部门", "10个"},
    {"C09", KIND_NUMBER, "除主会场广州外", "8个"},
    {"C10", KIND_WHAT, "正式印发时，文件名里多了", "高质量"},
    {"C13", KIND_BODY, "电信日主题论坛", "工业和信息化部"},
    {"C13", KIND_BODY, "法治日主题论坛", "公安部"},
    {"C14", KIND_NUMBER, "港澳队伍", "12支"},
    {"C16", KIND_BODY, "组织召开2024年网络安全等级保护工作会议", "国家网络安全等级保护工作协调小组"},
    {"C16", KIND_BODY, "牵头召开2024年网络安全等级保护工作会议", "公安部网络安全保卫局"},
    {"C18", KIND_NUMBER, "近三年累计收入", "1000亿元"},
    {"C18", KIND_WHEN, "授牌", "2023年2月"},
    {"C18", KIND_WHEN, "批复", "2022年5月"},
    {"C19", KIND_WHAT, "2024年国家网络安全宣传周上发布的人工智能安全治理框架", "1.0版"},
    {"C19", KIND_WHAT, "2025年国家网络安全宣传周上发布的人工智能安全治理框架", "2.0版"},
    {"C20", KIND_BODY, "2024年9月，《人工智能安全治理框架》", "全国网络安全标准化技术委员会"},
    {"C20", KIND_WHAT, "国家计算机网络应急技术处理协调中心也叫", "国家互联网应急中心"},
    {"C21", KIND_BODY, "备忘录", "澳门特别行政区政府经济财政司"},
    {"C22", KIND_WHAT, "“建立人工智能安全监管制度”", "党的二十届三中全会"},
    {"C23", KIND_WHEN, "2024年网络安全等级保护工作会议", "7月11日"},
    {"C23", KIND_WHEN, "2023年中国网络和数据安全产业高峰论坛", "2月23日至24日"},
    {"C23", KIND_WHEN, "2024年网络安全技术高峰论坛主论坛", "9月9日"},
    {"C24", KIND_WHAT, "2024年宣传周的主题", "网络安全为人民，网络安全靠人民"},
    {"C26", KIND_NUMBER, "国家数据出境安全评估项目", "42个"},
    {"C26", KIND_NUMBER, "个人信息出境标准合同备案", "73个"},
    {"C26", KIND_NUMBER, "（内地、香港）标准合同", "21个"},
};

/* A stem with the first words needs the others too: what a document leaves out, the question says. */
static const struct {
    const char *conflict, *words, *needed;
} needing[] = {
    {"C09", "个湾区城市", "广州"},
    {"C11", "“四个坚持”", "国家网络安全工作"},
    {"C17", "高峰论坛", "年"},
    {"C17", "主论坛", "年"},
    {"C18", "累计收入", "2023年2月"},
    {"C18", "唯一", "2023年2月"},
    {"C19", "治理框架", "年"},
    {"C21", "备忘录", "2024年"},
    {"C22", "哪次", "会"},
    {"C25", "网络安全要保护的对象", "按本材料的定义"},
    {"C26", "个人信息出境", "8月"},
    {"C25", "网络安全要防止", "按本材料的定义"},
};

/* Words that no stem has together: a page of 2023 under a heading of 2024, what can't be known, what has no
   number. "" is in every stem. */
static const struct {
    const char *conflict, *one, *other;
} apart[] = {
    {"C05", "博览会", "撤展时间"},
    {"C05", "博览会", "搭建"},
    {"C06", "2024年国家网络安全宣传周", "特点"},
    {"C06", "2024年国家网络安全宣传周", "分论坛一共"},
    {"C06", "2024年网络安全技术高峰论坛主论坛", "聚焦什么"},
    {"C12", "", "何时提出"},
    {"C12", "", "什么时候提出"},
    {"C12", "", "哪一年提出"},
    {"C12", "", "下一句"},
    {"C13", "全国总工会", "主题日"},
    {"C13", "全国妇联", "主题日"},
    {"C13", "中国人民银行", "主题日"},
    {"C15", "", "安宣主题"},
    {"C15", "", "不可依赖性"},
    {"C17", "", "哪次高峰论坛"},
    {"C24", "哪一年", "靠人民"},
    {"C26", "备案", "总共"},
    {"C28", "谁", "护卫体系"},
    {"C28", "", "以什么为题"},
    {"C28", "", "演讲的主题"},
    {"C31", "", "第几届"},
};

/* Questions of a kind about something that the sources can't answer. */
static const struct {
    const char *conflict;
    enum quiz_kind kind;
    const char *words;
} unasked[] = {
    {"C11", KIND_ORDER, "国家网络安全工作的“四个坚持”"},
    {"C11", KIND_NEXT, "国家网络安全工作的“四个坚持”"},
    {"C13", KIND_MATCH, "主题日"},
    {"C28", KIND_MATCH, "演讲"},
    {"C29", KIND_COUNT, "网数九条"},
    {"C29", KIND_NUMBER, "几个领域"},
};

enum {
    KEYED = sizeof keyed / sizeof keyed[0],
    FORBIDDEN = sizeof forbidden / sizeof forbidden[0],
    NEEDING = sizeof needing / sizeof needing[0],
    APART = sizeof apart / sizeof apart[0],
    UNASKED = sizeof unasked / sizeof unasked[0]
};

static struct pool pool;

static int load(void **state) {
    (void)state;
    if (!shipped_open()) return 1;
    pool_build(&pool, &content, 0);
    return 0;
}

static int unload(void **state) {
    (void)state;
    pool_finish(&pool);
    shipped_close();
    return 0;
}

static bool is_key(const struct question *question, uint32_t option) {
    for (uint32_t i = 0; i < question->key.count; i++) {
        if (question->key.picks[i] == option) return true;
    }
    return false;
}

static bool has_forbidden(const struct question *question) {
    for (uint32_t i = 0; i < question->option_count; i++) {
        for (uint32_t k = 0; k < FORBIDDEN; k++) {
            if (is_key(question, i) || strcmp(question->options[i], forbidden[k].option) != 0) continue;
            if (!strstr(question->stem, forbidden[k].stem)) continue;
            print_error("%s: %s – %s\n", forbidden[k].conflict, question->stem, question->options[i]);
            return true;
        }
    }
    return false;
}

static bool has_other_key(const struct question *question, uint32_t *seen) {
    for (uint32_t k = 0; k < KEYED; k++) {
        if (question->kind != keyed[k].kind || !strstr(question->stem, keyed[k].stem)) continue;
        seen[k]++;
        const char *key = question->options[question->key.picks[0]];
        if (!strcmp(key, keyed[k].key)) continue;
        print_error("%s: %s – %s\n", keyed[k].conflict, question->stem, key);
        return true;
    }
    return false;
}

static bool leaves_out(const struct question *question) {
    for (uint32_t i = 0; i < NEEDING; i++) {
        if (!strstr(question->stem, needing[i].words) || strstr(question->stem, needing[i].needed)) continue;
        print_error("%s: %s – without %s\n", needing[i].conflict, question->stem, needing[i].needed);
        return true;
    }
    return false;
}

static bool mixes(const struct question *question) {
    for (uint32_t i = 0; i < APART; i++) {
        if (!strstr(question->stem, apart[i].one) || !strstr(question->stem, apart[i].other)) continue;
        print_error("%s: %s\n", apart[i].conflict, question->stem);
        return true;
    }
    return false;
}

static bool cannot_be_asked(const struct question *question) {
    for (uint32_t i = 0; i < UNASKED; i++) {
        if (question->kind != unasked[i].kind || !strstr(question->stem, unasked[i].words)) continue;
        print_error("%s: %s\n", unasked[i].conflict, question->stem);
        return true;
    }
    return false;
}

static bool breaks_a_verdict(const struct question *question, uint32_t *seen) {
    return has_forbidden(question) || has_other_key(question, seen) || leaves_out(question) ||
           mixes(question) || cannot_be_asked(question);
}

static void every_conflict_is_settled_as_it_was_decided(void **state) {
    (void)state;
    static const struct question_limits limits = {.kinds = ~0u, .options = 4};
    uint32_t wrong = 0, seen[KEYED] = {0};
    struct arena arena;
    arena_init(&arena);
    for (uint32_t i = 0; i < pool.count * VARIANTS; i++) {
        struct question question;
        struct item item = pool.items[i / VARIANTS];
        arena_clear(&arena);
        if (!question_make(&content, item, i % VARIANTS, random_derive(i, 0, 0), &limits, &arena, &question))
            continue;
        wrong += breaks_a_verdict(&question, seen);
    }
    arena_finish(&arena);
    assert_int_equal(wrong, 0);
    for (uint32_t k = 0; k < KEYED; k++) {
        if (!seen[k]) print_error("%s is not asked any more: %s\n", keyed[k].conflict, keyed[k].stem);
        assert_true(seen[k] > 0);
    }
}

/* C30 is a policy: the test below keeps it. */
static bool has_a_row(const char *conflict) {
    bool found = !strcmp(conflict, "C30");
    for (uint32_t i = 0; i < FORBIDDEN; i++) found |= !strcmp(forbidden[i].conflict, conflict);
    for (uint32_t i = 0; i < KEYED; i++) found |= !strcmp(keyed[i].conflict, conflict);
    for (uint32_t i = 0; i < NEEDING; i++) found |= !strcmp(needing[i].conflict, conflict);
    for (uint32_t i = 0; i < APART; i++) found |= !strcmp(apart[i].conflict, conflict);
    for (uint32_t i = 0; i < UNASKED; i++) found |= !strcmp(unasked[i].conflict, conflict);
    return found;
}

static void each_of_the_31_conflicts_is_watched(void **state) {
    (void)state;
    for (int i = 1; i <= 31; i++) {
        char conflict[8];
        snprintf(conflict, sizeof conflict, "C%02d", i);
        if (!has_a_row(conflict)) fail_msg("nothing watches over %s", conflict);
    }
}

static bool is_statement_about_politics(const struct item *item) {
    const struct record *record = item->kind == KIND_JUDGE ? pool_record(&content, *item) : NULL;
    return record && record->political;
}

static void nothing_political_is_turned_into_a_judgement(void **state) {
    (void)state;
    for (uint32_t i = 0; i < pool.count; i++) assert_false(is_statement_about_politics(&pool.items[i]));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_conflict_is_settled_as_it_was_decided),
        cmocka_unit_test(each_of_the_31_conflicts_is_watched),
        cmocka_unit_test(nothing_political_is_turned_into_a_judgement),
    };
    return cmocka_run_group_tests(tests, load, unload);
}
