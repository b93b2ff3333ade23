#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <cmocka.h>

#include "cli/pin_file.h"
#include "cli/steward.h"

static const uint8_t pin[] = {4, 0, 7, 1, 9, 2}, other[] = {4, 0, 7, 1, 9, 3};

struct place {
    char root[64], folder[128], file[160];
};

static int set_up(void **state) {
    static struct place place;
    strcpy(place.root, "/tmp/anzhi-pin-XXXXXX");
    assert_non_null(mkdtemp(place.root));
    snprintf(place.folder, sizeof place.folder, "%s/state/anzhi", place.root);
    snprintf(place.file, sizeof place.file, "%s/operator-pin", place.folder);
    *state = &place;
    return 0;
}

static int tear_down(void **state) {
    const struct place *place = *state;
    char command[128];
    snprintf(command, sizeof command, "rm -rf '%s'", place->root);
    return system(command);
}

static void write_file(const struct place *place, const char *text) {
    FILE *file = fopen(place->file, "w");
    assert_non_null(file);
    fputs(text, file);
    fclose(file);
}

static void no_pin_works_before_one_was_set(void **state) {
    const struct place *place = *state;
    static const uint8_t zeros[6];
    assert_int_equal(pin_file_look(place->folder), PIN_FILE_NONE);
    assert_false(pin_file_check(place->folder, zeros, 6));
    assert_false(pin_file_check(place->folder, pin, 6));
}

static void kept_pin_is_right_and_no_other(void **state) {
    const struct place *place = *state;
    assert_true(pin_file_keep(place->folder, pin, 6));
    assert_int_equal(pin_file_look(place->folder), PIN_FILE_SOUND);
    assert_true(pin_file_check(place->folder, pin, 6));
    assert_false(pin_file_check(place->folder, other, 6));
    assert_false(pin_file_check(place->folder, pin, 5));
    assert_true(pin_file_keep(place->folder, other, 6));
    assert_true(pin_file_check(place->folder, other, 6));
    assert_false(pin_file_check(place->folder, pin, 6));
}

static void file_is_the_owners_and_holds_no_digits(void **state) {
    const struct place *place = *state;
    struct stat about;
    char text[600] = "", again[600] = "";
    umask(0);
    assert_true(pin_file_keep(place->folder, pin, 6));
    assert_int_equal(stat(place->file, &about), 0);
    assert_int_equal(about.st_mode & 0777, 0600);
    FILE *file = fopen(place->file, "r");
    assert_non_null(fgets(text, sizeof text, file));
    fclose(file);
    assert_memory_equal(text, "$y$", 3);
    assert_null(strstr(text, "407192"));
    assert_true(pin_file_keep(place->folder, pin, 6));
    file = fopen(place->file, "r");
    assert_non_null(fgets(again, sizeof again, file));
    fclose(file);
    assert_string_not_equal(text, again); /* another salt */
    snprintf(text, sizeof text, "%s.new", place->file);
    assert_int_not_equal(access(text, F_OK), 0);
}

static void broken_file_lets_nobody_in(void **state) {
    const struct place *place = *state;
    static const char *const broken[] = {"", "\n", "407192\n", "$y$", "$y$j9T$", "$1$abc$def\n", "*0\n"};
    assert_true(pin_file_keep(place->folder, pin, 6));
    for (size_t i = 0; i < sizeof broken / sizeof broken[0]; i++) {
        write_file(place, broken[i]);
        assert_int_not_equal(pin_file_look(place->folder), PIN_FILE_NONE);
        assert_false(pin_file_check(place->folder, pin, 6));
    }
    unlink(place->file);
    assert_int_equal(mkdir(place->file, 0700), 0);
    assert_int_equal(pin_file_look(place->folder), PIN_FILE_BROKEN);
    assert_false(pin_file_keep(place->folder, pin, 6));
}

static void link_is_not_followed(void **state) {
    const struct place *place = *state;
    char elsewhere[160];
    assert_true(pin_file_keep(place->folder, pin, 6));
    snprintf(elsewhere, sizeof elsewhere, "%s/elsewhere", place->root);
    assert_int_equal(rename(place->file, elsewhere), 0);
    assert_int_equal(symlink(elsewhere, place->file), 0);
    assert_int_equal(pin_file_look(place->folder), PIN_FILE_BROKEN);
}

static void easy_pins_are_weak(void **state) {
    (void)state;
    static const uint8_t weak[][6] = {{0, 0, 0, 0, 0, 0}, {1, 2, 3, 4, 5, 6}, {6, 5, 4, 3, 2, 1},
                                      {7, 8, 9, 0, 1, 2}, {1, 2, 1, 2, 1, 2}, {5, 2, 0, 5, 2, 0}};
    for (size_t i = 0; i < sizeof weak / sizeof weak[0]; i++) assert_true(pin_is_weak(weak[i], 6));
    assert_false(pin_is_weak(pin, 6));
}

static enum pin_news ask(struct steward *steward, const struct app *app, enum effect_type type) {
    struct message reply;
    assert_true(steward_do(steward, app, (struct effect){.type = type}, &reply));
    assert_int_equal(reply.type, MSG_PIN);
    return (enum pin_news)reply.value;
}

static void steward_finds_checks_and_keeps(void **state) {
    const struct place *place = *state;
    struct steward steward;
    struct app app = {0};
    steward_init(&steward, place->folder);
    assert_int_equal(ask(&steward, &app, EFFECT_FIND_PIN), PIN_UNSET);
    assert_int_equal(ask(&steward, &app, EFFECT_KEEP_PIN), PIN_WEAK);
    memcpy(app.operated.digits, pin, 6);
    assert_int_equal(ask(&steward, &app, EFFECT_KEEP_PIN), PIN_DIFFERS);
    memcpy(app.operated.again, pin, 6);
    assert_int_equal(ask(&steward, &app, EFFECT_KEEP_PIN), PIN_KEPT);
    assert_int_equal(ask(&steward, &app, EFFECT_FIND_PIN), PIN_SET);
    assert_int_equal(ask(&steward, &app, EFFECT_CHECK_PIN), PIN_RIGHT);
    memcpy(app.operated.digits, other, 6);
    assert_int_equal(ask(&steward, &app, EFFECT_CHECK_PIN), PIN_WRONG);
    write_file(place, "nonsense");
    assert_int_equal(ask(&steward, &app, EFFECT_FIND_PIN), PIN_BROKEN);
    assert_int_equal(ask(&steward, &app, EFFECT_CHECK_PIN), PIN_BROKEN);
}

static void data_folder_is_asked_for_or_the_states(void **state) {
    (void)state;
    struct steward steward;
    steward_init(&steward, "/somewhere");
    assert_string_equal(steward.folder, "/somewhere");
    setenv("XDG_STATE_HOME", "/x", 1);
    steward_init(&steward, NULL);
    assert_string_equal(steward.folder, "/x/anzhi");
    setenv("XDG_STATE_HOME", "relative", 1);
    setenv("HOME", "/h", 1);
    steward_init(&steward, NULL);
    assert_string_equal(steward.folder, "/h/.local/state/anzhi");
    unsetenv("HOME");
    steward_init(&steward, NULL);
    assert_string_equal(steward.folder, "");
}

/* What outlasts a restart */

static void steward_in(const struct place *place, struct steward *steward, uint32_t site_theme) {
    *steward = (struct steward){0};
    steward_init(steward, place->folder);
    steward_recall(steward, site_theme);
}

static enum pin_news tell(struct steward *steward, struct app *app, enum effect_type type, int32_t value) {
    struct message reply = {0};
    steward_do(steward, app, (struct effect){.type = type, .value = value}, &reply);
    return (enum pin_news)reply.value;
}

static void wrong_tries_theme_and_volume_outlast_a_restart(void **state) {
    struct steward steward;
    struct app app = {0};
    steward_in(*state, &steward, 0);
    assert_false(steward.kept.has_theme || steward.kept.has_volume || steward.kept.wrong);
    assert_true(pin_file_keep(steward.folder, pin, sizeof pin));
    memcpy(app.operated.digits, other, sizeof other);
    for (app.operated.wrong = 0; app.operated.wrong < 4; app.operated.wrong++)
        assert_int_equal(tell(&steward, &app, EFFECT_CHECK_PIN, 0), PIN_WRONG);
    tell(&steward, &app, EFFECT_VOLUME, 0);
    tell(&steward, &app, EFFECT_THEME, 2);
    steward_in(*state, &steward, 0);
    assert_int_equal(steward.kept.wrong, 4);
    assert_true(steward.kept.has_volume && steward.kept.has_theme);
    assert_int_equal(steward.kept.volume, 0);
    assert_int_equal(steward.kept.theme, 2);
    memcpy(app.operated.digits, pin, sizeof pin);
    assert_int_equal(tell(&steward, &app, EFFECT_CHECK_PIN, 0), PIN_RIGHT);
    steward_in(*state, &steward, 1); /* the site has another theme by now */
    assert_int_equal(steward.kept.wrong, 0);
    assert_false(steward.kept.has_theme);
    assert_true(steward.kept.has_volume);
}

static void what_a_hand_wrote_wrong_is_as_if_it_were_not_there(void **state) {
    const struct place *place = *state;
    static const char *const texts[] = {"",
                                        "wrong",
                                        "volume 6\ntheme 9\nsite-theme 0\nwrong 70000\n",
                                        "wrong -1",
                                        "volume 99999999999999999999\n",
                                        "theme 1\n"};
    struct steward steward;
    struct kept kept = {.wrong = 1};
    char path[STEWARD_PATH + 32];
    steward_in(place, &steward, 0);
    assert_true(kept_file_write(steward.folder, &kept));
    snprintf(path, sizeof path, "%s/operator-kept", steward.folder);
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        FILE *file = fopen(path, "w");
        assert_non_null(file);
        fputs(texts[i], file);
        fclose(file);
        steward_in(place, &steward, 0);
        assert_false(steward.kept.has_theme || steward.kept.has_volume || steward.kept.wrong);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
#define PIN_TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
        PIN_TEST(no_pin_works_before_one_was_set),
        PIN_TEST(kept_pin_is_right_and_no_other),
        PIN_TEST(file_is_the_owners_and_holds_no_digits),
        PIN_TEST(broken_file_lets_nobody_in),
        PIN_TEST(link_is_not_followed),
        PIN_TEST(easy_pins_are_weak),
        PIN_TEST(steward_finds_checks_and_keeps),
        PIN_TEST(data_folder_is_asked_for_or_the_states),
        PIN_TEST(wrong_tries_theme_and_volume_outlast_a_restart),
        PIN_TEST(what_a_hand_wrote_wrong_is_as_if_it_were_not_there),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
