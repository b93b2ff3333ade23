#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "quiz/pool.h"
#include "quiz/question.h"

/* Questions written by hand keep their words; only the order and, where there is little room, the number of
   the options change. */

static const char pack[] =
    "{\"pack\":{\"id\":\"p\",\"title\":\"题库\"},"
    "\"sources\":[{\"id\":\"s\",\"title\":\"公告\",\"publisher\":\"测试社\",\"date\":\"2024-09-02\"}],"
    "\"questions\":["
    "{\"id\":\"single\",\"source\":\"s\",\"topic\":\"测试\",\"stem\":\"天空在晴天里是什么颜色？\","
    "\"options\":[\"红色\",\"蓝色\",\"绿色\",\"灰色\"],\"answer\":\"B\",\"level\":3,"
    "\"explanation\":\"晴天的天空是蓝色。阳光散射以后，蓝光最多，所以看起来是蓝的。\"},"
    "{\"id\":\"pinned\",\"source\":\"s\",\"topic\":\"测试\",\"stem\":\"下面哪些颜色在彩虹里看得到？\","
    "\"options\":[\"红色\",\"蓝色\",\"紫色\",\"以上都看得到\"],\"answer\":\"D\",\"pinned_last\":true,"
    "\"explanation\":\"三种颜色彩虹里都有。\"},"
    "{\"id\":\"none\",\"source\":\"s\",\"topic\":\"测试\",\"stem\":\"哪一种颜色和海水最接近？\","
    "\"options\":[\"红色\",\"蓝色\",\"紫色\",\"说不清楚\"],\"answer\":\"B\",\"pinned_last\":true,"
    "\"explanation\":\"海水看起来是蓝色。\"},"
    "{\"id\":\"numbers\",\"source\":\"s\",\"topic\":\"测试\",\"stem\":\"一个星期一共有多少天？\","
    "\"options\":[\"9天\",\"7天\",\"5天\",\"12天\"],\"answer\":\"B\",\"explanation\":\"一个星期有7天。\"},"
    "{\"id\":\"judge\",\"source\":\"s\",\"topic\":\"测试\",\"stem\":\"冰比水更容易浮起来。\",\"answer\":\"错\","
    "\"type\":\"judge\",\"explanation\":\"冰浮在水上，这样比没有意义。\"},"
    "{\"id\":\"order\",\"source\":\"s\",\"topic\":\"测试\",\"type\":\"order\",\"stem\":\"把四季按先后排好，是怎样的？\","
    "\"options\":[\"春天\",\"夏天\",\"秋天\",\"冬天\"],\"explanation\":\"春夏秋冬依次到来。\"}]}";

static struct content content;
static struct pool pool;
static struct arena arena;

static bool give(void *context, const char *path, struct str *bytes) {
    (void)path;
    *bytes = str_of(context);
    return true;
}

static int load(void **state) {
    (void)state;
    static const char *const paths[] = {"p.json"};
    static char text[sizeof pack];
    memcpy(text, pack, sizeof pack);
    struct content_source source = {.context = text, .paths = paths, .path_count = 1, .read = give};
    struct diags diags;
    diags_init(&diags);
    bool loaded = content_load(&content, &source, CONTENT_CHECKED, &diags);
    diags_finish(&diags);
    arena_init(&arena);
    if (!loaded) return 1;
    pool_build(&pool, &content, 0);
    return 0;
}

static int unload(void **state) {
    (void)state;
    pool_finish(&pool);
    content_finish(&content);
    arena_finish(&arena);
    return 0;
}

static struct question asked(const char *id, uint8_t options, uint16_t explanation_chars, uint64_t seed) {
    struct question_limits limits = {
        .kinds = ~0u, .options = options, .explanation_chars = explanation_chars};
    for (uint32_t i = 0; i < pool.count; i++) {
        struct question question;
        if (!question_make(&content, pool.items[i], (uint32_t)seed, seed, &limits, &arena, &question))
            continue;
        if (!strcmp(question.id, id)) return question;
    }
    fail_msg("%s is not asked", id);
    return (struct question){0};
}

static const char *key_of(const struct question *question) {
    return question->options[question->key.picks[0]];
}

static void words_and_level_are_kept(void **state) {
    (void)state;
    struct question question = asked("single", 4, 0, 1);
    assert_string_equal(question.stem, "天空在晴天里是什么颜色？");
    assert_string_equal(question.explanation, "晴天的天空是蓝色。阳光散射以后，蓝光最多，所以看起来是蓝的。");
    assert_string_equal(key_of(&question), "蓝色");
    assert_string_equal(question.fact, "single");
    assert_int_equal(question.option_count, 4);
    assert_int_equal(question.difficulty, 3);
}

static void the_key_moves_with_its_option(void **state) {
    (void)state;
    uint32_t places = 0;
    for (uint64_t seed = 0; seed < 40; seed++) {
        struct question question = asked("single", 4, 0, seed);
        assert_string_equal(key_of(&question), "蓝色");
        places |= 1u << question.key.picks[0];
    }
    assert_int_equal(places, 15);
}

static void a_wrong_option_stays_away_where_there_is_room_for_three(void **state) {
    (void)state;
    for (uint64_t seed = 0; seed < 40; seed++) {
        struct question question = asked("single", 3, 0, seed);
        assert_int_equal(question.option_count, 3);
        assert_string_equal(key_of(&question), "蓝色");
    }
}

static void what_is_pinned_stays_and_stays_last(void **state) {
    (void)state;
    for (uint64_t seed = 0; seed < 40; seed++) {
        struct question four = asked("pinned", 4, 0, seed), three = asked("pinned", 3, 0, seed);
        assert_string_equal(four.options[3], "以上都看得到");
        assert_int_equal(four.key.picks[0], 3);
        assert_string_equal(three.options[2], "以上都看得到");
        assert_int_equal(three.key.picks[0], 2);
        struct question wrong = asked("none", 3, 0, seed);
        assert_string_equal(wrong.options[2], "说不清楚");
        assert_string_equal(key_of(&wrong), "蓝色");
    }
}

static void numbers_are_sorted_not_shuffled(void **state) {
    (void)state;
    struct question question = asked("numbers", 4, 0, 5);
    assert_string_equal(question.options[0], "5天");
    assert_string_equal(question.options[1], "7天");
    assert_string_equal(question.options[3], "12天");
    assert_string_equal(key_of(&question), "7天");
}

static void a_judgement_has_two_options_in_their_order(void **state) {
    (void)state;
    struct question question = asked("judge", 4, 0, 6);
    assert_int_equal(question.form, FORM_JUDGE);
    assert_string_equal(question.options[0], "对");
    assert_string_equal(key_of(&question), "错");
}

static void an_order_is_answered_in_its_order(void **state) {
    (void)state;
    static const char *const seasons[] = {"春天", "夏天", "秋天", "冬天"};
    struct question question = asked("order", 4, 0, 7);
    for (uint32_t i = 0; i < 4; i++) assert_string_equal(question.options[question.key.picks[i]], seasons[i]);
}

static void a_long_explanation_is_cut_to_its_first_sentence(void **state) {
    (void)state;
    struct question question = asked("single", 4, 20, 1);
    assert_string_equal(question.explanation, "晴天的天空是蓝色。");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_and_level_are_kept),
        cmocka_unit_test(the_key_moves_with_its_option),
        cmocka_unit_test(a_wrong_option_stays_away_where_there_is_room_for_three),
        cmocka_unit_test(what_is_pinned_stays_and_stays_last),
        cmocka_unit_test(numbers_are_sorted_not_shuffled),
        cmocka_unit_test(a_judgement_has_two_options_in_their_order),
        cmocka_unit_test(an_order_is_answered_in_its_order),
        cmocka_unit_test(a_long_explanation_is_cut_to_its_first_sentence),
    };
    return cmocka_run_group_tests(tests, load, unload);
}
