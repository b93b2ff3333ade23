#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "base/random.h"
#include "base/utf8.h"
#include "quiz/flaw.h"
#include "quiz/pool.h"
#include "quiz/question.h"
#include "quiz/recheck.h"
#include "quiz/round.h"
#include "support/disk.h"

/* Everything that the shipped content can ask, in 200 variants each (ANZHI_VARIANTS=10000 asks for more): the
   second opinion finds no wrong option that may be right and no key that is wrong, and no critical flaw is
   left. */

enum { KIOSK_EXPLANATION = 45 };

static uint32_t variants_wanted(void) {
    const char *asked = getenv("ANZHI_VARIANTS");
    return asked ? (uint32_t)strtoul(asked, NULL, 10) : 200;
}

static struct disk disk;
static struct content content;
static struct pool pool;

static int load(void **state) {
    (void)state;
    struct diags diags;
    diags_init(&diags);
    disk_open(&disk, SOURCE_DIR "/content");
    bool loaded = content_load(&content, &disk.source, CONTENT_CHECKED, &diags);
    uint32_t errors = diags.errors;
    diags_finish(&diags);
    if (!loaded || errors) return 1;
    pool_build(&pool, &content, 0);
    return 0;
}

static int unload(void **state) {
    (void)state;
    pool_finish(&pool);
    content_finish(&content);
    disk_close(&disk);
    return 0;
}

/* What the test looks at, question by question. */
struct watch {
    struct recheck recheck;
    struct arena arena;
    struct buf line;
    uint32_t made, wrong, flawed, warned, clumsy, longest_explanation, longest_written;
    uint32_t keys_longest, singles, judged, judged_true;
    uint32_t at[4];
};

static void watch_init(struct watch *watch) {
    *watch = (struct watch){0};
    arena_init(&watch->arena);
    buf_init(&watch->line);
    recheck_init(&watch->recheck, &content);
}

static void watch_finish(struct watch *watch) {
    arena_finish(&watch->arena);
    buf_finish(&watch->line);
    recheck_finish(&watch->recheck);
}

static void tell(struct watch *watch, const char *what) {
    if (watch->wrong + watch->flawed + watch->clumsy < 5) print_error("%s\n%s\n", what, watch->line.at);
}

/* Where a template and what was put into it do not go together. */
static const char *clumsy_in(const char *text) {
    static const char *const slips[] = {"是是", "的的", "在在", "属于属于", "““",   "””",   "《《", "》》",
                                        "。。", "，，", "、、", "。，",     "，。", "？。", "：：", "{"};
    for (size_t i = 0; i < sizeof slips / sizeof slips[0]; i++)
        if (strstr(text, slips[i])) return slips[i];
    return NULL;
}

static void listen(struct watch *watch, const struct question *question) {
    const char *clumsy = clumsy_in(question->stem);
    if (!clumsy) clumsy = clumsy_in(question->explanation);
    if (clumsy) tell(watch, clumsy);
    watch->clumsy += clumsy != NULL;
    uint32_t length = (uint32_t)utf8_count(str_of(question->explanation));
    if (length > watch->longest_explanation) watch->longest_explanation = length;
    if (question->kind == KIND_WRITTEN && length > watch->longest_written) watch->longest_written = length;
}

static void look(struct watch *watch, const struct question *question) {
    buf_clear(&watch->line);
    question_print_json(question, &watch->line);
    const char *wrong = recheck_line(&watch->recheck, watch->line.at);
    if (wrong) tell(watch, wrong);
    watch->wrong += wrong != NULL;
    enum flaw flaw = question->kind == KIND_WRITTEN ? FLAW_NONE : question_flaw(question, &watch->arena);
    if (flaw != FLAW_NONE) tell(watch, flaw_title(flaw));
    watch->flawed += flaw != FLAW_NONE;
    watch->warned += question_flaws(question, &watch->arena) != 0;
    listen(watch, question);
    watch->made++;
}

/* Numbers and days stand in their order, and their key where it falls. */
static bool is_sorted(struct watch *watch, const struct question *question) {
    for (uint32_t i = 0; i < question->option_count; i++)
        if (value_read(&watch->arena, question->options[i]).type == VALUE_TEXT) return false;
    return true;
}

static void count_key(struct watch *watch, const struct question *question) {
    if (question->form == FORM_JUDGE && question->kind == KIND_JUDGE) {
        watch->judged++;
        watch->judged_true += question->key.picks[0] == 0;
    }
    if (question->form != FORM_SINGLE || question->option_count != 4 || is_sorted(watch, question)) return;
    watch->at[question->key.picks[0]]++;
    uint32_t longer = 0, key = question->key.picks[0];
    for (uint32_t i = 0; i < 4; i++)
        longer += i != key && strlen(question->options[i]) >= strlen(question->options[key]);
    watch->keys_longest += longer == 0;
    watch->singles++;
}

static void look_at_all(struct watch *watch, const struct question_limits *limits, uint32_t variants) {
    for (uint32_t i = 0; i < pool.count; i++) {
        for (uint32_t variant = 0; variant < variants; variant++) {
            struct question question;
            uint64_t seed = random_derive(variant, 0, i);
            arena_clear(&watch->arena);
            arena_clear(&watch->recheck.arena);
            if (!question_make(&content, pool.items[i], variant, seed, limits, &watch->arena, &question))
                continue;
            look(watch, &question);
            count_key(watch, &question);
        }
    }
}

static void every_wrong_option_is_wrong_and_every_key_right(void **state) {
    (void)state;
    static const struct question_limits limits = {.kinds = ~0u, .options = 4};
    struct watch watch;
    watch_init(&watch);
    look_at_all(&watch, &limits, variants_wanted());
    print_message("%u items, %u questions\n", pool.count, watch.made);
    assert_int_equal(watch.wrong, 0);
    assert_int_equal(watch.flawed, 0);
    print_message("with any flaw: %u\n", watch.warned);
    assert_true((uint64_t)watch.warned * 50 <= watch.made);
    assert_int_equal(watch.clumsy, 0);
    assert_int_equal(2 * watch.judged_true, watch.judged);
    /* Chi square with three degrees of freedom; 16.27 is passed by chance once in a thousand. */
    uint64_t chi = 0;
    for (int i = 0; i < 4; i++) {
        int64_t off = 4 * (int64_t)watch.at[i] - watch.singles;
        chi += (uint64_t)(off * off) * 1000 / (4 * watch.singles);
    }
    print_message("keys at A %u, B %u, C %u, D %u; longest %u of %u; judged %u\n", watch.at[0], watch.at[1],
                  watch.at[2], watch.at[3], watch.keys_longest, watch.singles, watch.judged);
    assert_true(chi < 16270);
    watch_finish(&watch);
}

static void every_mode_gets_sound_questions(void **state) {
    (void)state;
    for (int mode = 0; mode < MODES; mode++) {
        const struct round_rules *rules = &round_rules[mode];
        struct question_limits limits = {.kinds = rules->kinds,
                                         .options = rules->options,
                                         .stem_chars = rules->stem_chars,
                                         .option_chars = rules->option_chars,
                                         .explanation_chars = rules->explanation_chars};
        struct watch watch;
        watch_init(&watch);
        look_at_all(&watch, &limits, 6);
        print_message("%s: %u of %u\n", rules->name, watch.made, pool.count * 6);
        assert_int_equal(watch.wrong + watch.flawed + watch.clumsy, 0);
        if (mode == MODE_KIOSK) assert_in_range(watch.longest_explanation, 1, KIOSK_EXPLANATION);
        /* Where there is room for all, so that the kiosk leaves nothing out. */
        assert_in_range(watch.longest_written, 1, KIOSK_EXPLANATION);
        assert_true(watch.made > pool.count);
        watch_finish(&watch);
    }
}

/* Which kinds the content yields. Written questions and the questions asked the other way round are extras.
 */
static void every_kind_is_in_the_content(void **state) {
    (void)state;
    static const struct question_limits limits = {.kinds = ~0u, .options = 4};
    uint32_t items[QUIZ_KINDS] = {0}, made[QUIZ_KINDS] = {0};
    struct arena arena;
    arena_init(&arena);
    for (uint32_t i = 0; i < pool.count; i++) {
        struct question question;
        arena_clear(&arena);
        items[pool.items[i].kind]++;
        made[pool.items[i].kind] += question_make(&content, pool.items[i], 0, i, &limits, &arena, &question);
    }
    arena_finish(&arena);
    for (uint32_t kind = 0; kind < QUIZ_KINDS; kind++) {
        print_message("%-9s %3u of %3u\n", quiz_kind_name((enum quiz_kind)kind), made[kind], items[kind]);
        if (kind != KIND_WRITTEN && kind != KIND_REVERSE) assert_true(made[kind] > 0);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_kind_is_in_the_content),
        cmocka_unit_test(every_mode_gets_sound_questions),
        cmocka_unit_test(every_wrong_option_is_wrong_and_every_key_right),
    };
    return cmocka_run_group_tests(tests, load, unload);
}
