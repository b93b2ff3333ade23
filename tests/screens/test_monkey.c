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

struct cage {
    struct stage stage;
    struct eye eye;
};

static int set_up(void **state) {
    static struct cage cage;
    stage_open(&cage.stage);
    eye_open(&cage.eye);
    *state = &cage;
    return 0;
}

static int tear_down(void **state) {
    struct cage *cage = *state;
    stage_close(&cage->stage);
    eye_close(&cage->eye);
    return 0;
}

static void begin(struct monkey *monkey, void **state, uint64_t seed) {
    struct cage *cage = *state;
    cage->eye.look = app_view;
    monkey_begin(monkey, &cage->stage, &cage->eye, seed);
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
    begin(&monkey, state, 1);
    uint64_t began = millis_of_cpu();
    run(&monkey, EVENTS);
    uint64_t took = millis_of_cpu() - began + 1;
    if (monkey.broken) tell_where(&monkey);
    assert_null(monkey.broken);
    print_message("%d events, %llu rounds, %llu returns, %llu simulated days, %llu events a second\n", EVENTS,
                  (unsigned long long)monkey.watch.rounds, (unsigned long long)monkey.watch.returns,
                  (unsigned long long)(monkey.stage->app.now / 86400000),
                  (unsigned long long)(EVENTS * 1000ULL / took));
    print_message("  %llu looks at %llu regions\n", (unsigned long long)monkey.eye->looks,
                  (unsigned long long)monkey.eye->regions);
    for (int i = 0; i < SCREENS; i++) {
        print_message("  %-9s %llu\n", screens[i].name, (unsigned long long)monkey.watch.screens[i]);
        assert_true(monkey.watch.screens[i] > 0);
    }
}

static void same_seed_gives_the_same_days(void **state) {
    struct monkey monkey;
    begin(&monkey, state, 77);
    run(&monkey, 50000);
    uint64_t hash = app_hash(&monkey.stage->app);
    begin(&monkey, state, 77);
    run(&monkey, 50000);
    assert_true(app_hash(&monkey.stage->app) == hash);
    begin(&monkey, state, 78);
    run(&monkey, 50000);
    assert_true(app_hash(&monkey.stage->app) != hash);
}

static uint32_t tell_of_bug(const char *name, const struct monkey *monkey) {
    print_message("  %-36s %7llu  %s\n", name, (unsigned long long)monkey->watch.events,
                  monkey->broken ? monkey->broken : "NOT CAUGHT");
    return !monkey->broken;
}

static void every_planted_bug_is_caught(void **state) {
    uint32_t missed = 0;
    for (size_t i = 0; i < PLANTED; i++) {
        struct monkey monkey;
        begin(&monkey, state, 1);
        monkey.update = planted[i].update;
        run(&monkey, EVENTS_FOR_A_BUG);
        missed += tell_of_bug(planted[i].name, &monkey);
    }
    assert_int_equal(missed, 0);
}

static void every_bug_planted_in_a_view_is_caught(void **state) {
    uint32_t missed = 0;
    for (size_t i = 0; i < PLANTED_VIEWS; i++) {
        struct monkey monkey;
        begin(&monkey, state, 1);
        monkey.eye->look = planted_views[i].view;
        run(&monkey, EVENTS_FOR_A_BUG);
        missed += tell_of_bug(planted_views[i].name, &monkey);
    }
    assert_int_equal(missed, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ten_million_events_break_no_promise),
        cmocka_unit_test(same_seed_gives_the_same_days),
        cmocka_unit_test(every_planted_bug_is_caught),
        cmocka_unit_test(every_bug_planted_in_a_view_is_caught),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
