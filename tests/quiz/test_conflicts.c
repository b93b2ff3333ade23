#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

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
    {"C07", "十个坚持", "2024年7月"},
    {"C08", "", "国家广电总局"},
    {"C08", "", "人民银行"},
    {"C08", "", "国家网信办"},
    {"C08", "", "中华全国总工会"},
    {"C09", "湾区", "9个"},
    {"C09", "湾区", "11个"},
    {"C10", "", "《广州南沙新区（自贸片区）促进网络安全和数据服务产业发展扶持办法》"},
    {"C10", "", "《广州南沙新区（自贸片区）促进网络安全和数据服务产业高质量发展扶持办法》"},
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
};

/* What a question of this kind about this subject is answered with. */
static const struct {
    const char *conflict;
    enum quiz_kind kind;
    const char *stem, *key;
} keyed[] = {
    {"C01", KIND_WHEN, "2024年国家网络安全宣传周", "9月9日至15日"},
    {"C01", KIND_WHEN, "2023年国家网络安全宣传周", "9月11日至17日"},
    {"C02", KIND_WHERE, "2024年国家网络安全宣传周", "广州"},
    {"C02", KIND_WHERE, "2023年国家网络安全宣传周", "福州"},
    {"C05", KIND_WHEN, "2023年网络安全博览会", "9月10日至16日"},
    {"C08", KIND_COUNT, "联合举办2024年国家网络安全宣传周的部门", "10个"},
    {"C24", KIND_WHAT, "2024年国家网络安全宣传周的主题", "网络安全为人民，网络安全靠人民"},
};

enum { KEYED = sizeof keyed / sizeof keyed[0], FORBIDDEN = sizeof forbidden / sizeof forbidden[0] };

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
        wrong += has_forbidden(&question) || has_other_key(&question, seen);
    }
    arena_finish(&arena);
    assert_int_equal(wrong, 0);
    for (uint32_t k = 0; k < KEYED; k++) {
        if (!seen[k]) print_error("%s is not asked any more\n", keyed[k].conflict);
        assert_true(seen[k] > 0);
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

static void no_one_is_asked_which_session_it_was(void **state) {
    (void)state;
    static const struct question_limits limits = {.kinds = ~0u, .options = 4};
    struct arena arena;
    arena_init(&arena);
    for (uint32_t i = 0; i < pool.count; i++) {
        struct question question;
        if (!question_make(&content, pool.items[i], 0, 0, &limits, &arena, &question)) continue;
        assert_null(strstr(question.stem, "第几届"));
    }
    arena_finish(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_conflict_is_settled_as_it_was_decided),
        cmocka_unit_test(nothing_political_is_turned_into_a_judgement),
        cmocka_unit_test(no_one_is_asked_which_session_it_was),
    };
    return cmocka_run_group_tests(tests, load, unload);
}
