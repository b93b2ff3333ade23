#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "app/effect.h"
#include "app/message.h"
#include "base/random.h"
#include "content/model.h"

static void assert_same(const struct message *a, const struct message *b) {
    assert_int_equal(a->type, b->type);
    assert_int_equal(a->player, b->player);
    assert_true(a->time == b->time);
    assert_int_equal(a->value, b->value);
    assert_true(a->seed == b->seed);
    assert_int_equal(a->day, b->day);
}

static void assert_line(const struct message *message, const char *line) {
    struct message again;
    struct buf out;
    buf_init(&out);
    message_print(message, &out);
    if (line) assert_string_equal(out.at, line);
    assert_true(message_read(buf_get(&out), &again));
    assert_same(message, &again);
    buf_finish(&out);
}

static void message_is_one_line(void **state) {
    (void)state;
    assert_line(&(struct message){.type = MSG_ANSWER, .time = 12400, .value = 2}, "12400 answer 2");
    assert_line(&(struct message){.type = MSG_START, .value = MODE_KIOSK, .seed = 42, .day = 20240909},
                "0 start kiosk 42 20240909");
    assert_line(&(struct message){.type = MSG_TICK, .time = 15000}, "15000 tick");
    assert_line(&(struct message){.type = MSG_TURN, .time = 1, .value = -1, .player = 3}, "1 turn -1 @3");
    assert_line(&(struct message){.type = MSG_FIGURES, .value = 7, .seed = 30, .day = 68},
                "0 figures 7 30 68");
    assert_line(&(struct message){.type = MSG_START, .value = 9, .seed = 1}, "0 start 9 1 0");
}

static bool has_value(enum message_type type) {
    return type == MSG_ANSWER || type == MSG_REVIEW || type == MSG_CARD || type == MSG_TURN ||
           type == MSG_HOLD || type == MSG_PIN || type == MSG_CONTROL || type == MSG_RELOADED ||
           type == MSG_START || type == MSG_FIGURES;
}

static int32_t any_value(uint64_t i) {
    static const int32_t odd[] = {0, 1, 2, 3, -1, INT32_MAX, INT32_MIN, 17};
    return odd[random_below(1, 1, i, 8)];
}

static void printing_and_reading_are_exact_inverses(void **state) {
    (void)state;
    for (uint64_t i = 0; i < 20000; i++) {
        struct message message = {.type = (enum message_type)random_below(1, 0, i, MESSAGES)};
        message.time = random_at(1, 2, i) >> random_below(1, 3, i, 64);
        message.player = (uint8_t)random_below(1, 4, i, 256);
        if (has_value(message.type)) message.value = any_value(i);
        if (message.type == MSG_START || message.type == MSG_FIGURES) {
            message.seed = random_at(1, 5, i) >> random_below(1, 6, i, 64);
            message.day = (uint32_t)random_at(1, 7, i);
        }
        assert_line(&message, NULL);
    }
}

static void what_is_no_message_is_refused(void **state) {
    (void)state;
    static const char *const lines[] = {"",
                                        "tick",
                                        "12 ",
                                        "12 tock",
                                        "-1 tick",
                                        "12 tick 3",
                                        "12 answer",
                                        "12 answer x",
                                        "12 answer 1 2",
                                        "12 answer 2147483648",
                                        "12 answer -2147483649",
                                        "12 answer --1",
                                        "18446744073709551616 tick",
                                        "0 start kiosk 42",
                                        "0 start quiz 42 20240909",
                                        "0 start 0 42 20240909",
                                        "0 start kiosk 42 4294967296",
                                        "1 tick @0",
                                        "1 tick @256",
                                        "1 tick 3@",
                                        "1 tick @1 @2",
                                        "0x1 tick",
                                        "1 Tick",
                                        "1 tick\r"};
    struct message message;
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
        assert_false(message_read(str_of(lines[i]), &message));
}

static void every_message_and_effect_has_a_name_of_its_own(void **state) {
    (void)state;
    for (int a = 0; a < MESSAGES; a++)
        for (int b = 0; b < a; b++)
            assert_string_not_equal(message_name((enum message_type)a), message_name((enum message_type)b));
    for (int a = 0; a < EFFECT_TYPES; a++)
        for (int b = 0; b < a; b++)
            assert_string_not_equal(effect_name((enum effect_type)a), effect_name((enum effect_type)b));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(message_is_one_line),
        cmocka_unit_test(printing_and_reading_are_exact_inverses),
        cmocka_unit_test(what_is_no_message_is_refused),
        cmocka_unit_test(every_message_and_effect_has_a_name_of_its_own),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
