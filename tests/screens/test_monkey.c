#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <time.h>
#include <cmocka.h>

#include "support/monkey.h"
#include "support/planted.h"

#if defined(__SANITIZE_ADDRESS__)
#define SANITIZED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define SANITIZED 1
#endif
#endif

#ifdef SANITIZED
enum { EVENTS = 1000000 };
#else
enum { EVENTS = 10000000 };
#endif
enum { EVENTS_FOR_A_BUG = 2000000 };

static int set_up(void **state) {
    static struct stage stage;
    stage_open(&stage);
    *state = &stage;
    return 0;
}

static int tear_down(void **state) {
    stage_close(*state);
    return 0;
}

static uint64_t millis_of_cpu(void) {
    return (uint64_t)clock() * 1000 / CLOCKS_PER_SEC;
}

static void tell_where(const struct monkey *monkey) {
    struct buf dump;
    buf_init(&dump);
    app_dump(&monkey->stage->app, &dump);
    print_message("seed %llu, event %llu: %s\n%s", (unsigned long long)monkey->seed,
                  (unsigned long long)monkey->watch.events, monkey->broken, dump.at);
    buf_finish(&dump);
}

static void run(struct monkey *monkey, uint64_t events) {
    while (!monkey->broken && monkey->watch.events < events) monkey_step(monkey);
}

static void ten_million_events_break_no_promise(void **state) {
    struct monkey monkey;
    monkey_begin(&monkey, *state, 1);
    uint64_t began = millis_of_cpu();
    run(&monkey, EVENTS);
    uint64_t took = millis_of_cpu() - began + 1;
    if (monkey.broken) tell_where(&monkey);
    assert_null(monkey.broken);
    print_message("%d events, %llu rounds, %llu returns, %llu simulated days, %llu events a second\n", EVENTS,
                  (unsigned long long)monkey.watch.rounds, (unsigned long long)monkey.watch.returns,
                  (unsigned long long)(monkey.stage->app.now / 86400000),
                  (unsigned long long)(EVENTS * 1000ULL / took));
    for (int i = 0; i < SCREENS; i++) {
        print_message("  %-9s %llu\n", screens[i].name, (unsigned long long)monkey.watch.screens[i]);
        assert_true(monkey.watch.screens[i] > 0);
    }
}

static void same_seed_gives_the_same_days(void **state) {
    struct monkey monkey;
    monkey_begin(&monkey, *state, 77);
    run(&monkey, 50000);
    uint64_t hash = app_hash(&monkey.stage->app);
    monkey_begin(&monkey, *state, 77);
    run(&monkey, 50000);
    assert_true(app_hash(&monkey.stage->app) == hash);
    monkey_begin(&monkey, *state, 78);
    run(&monkey, 50000);
    assert_true(app_hash(&monkey.stage->app) != hash);
}

static void every_planted_bug_is_caught(void **state) {
    uint32_t missed = 0;
    for (size_t i = 0; i < PLANTED; i++) {
        struct monkey monkey;
        monkey_begin(&monkey, *state, 1);
        monkey.update = planted[i].update;
        run(&monkey, EVENTS_FOR_A_BUG);
        print_message("  %-34s %7llu  %s\n", planted[i].name, (unsigned long long)monkey.watch.events,
                      monkey.broken ? monkey.broken : "NOT CAUGHT");
        missed += !monkey.broken;
    }
    assert_int_equal(missed, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ten_million_events_break_no_promise),
        cmocka_unit_test(same_seed_gives_the_same_days),
        cmocka_unit_test(every_planted_bug_is_caught),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
