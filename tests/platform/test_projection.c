#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <string.h>
#include <cmocka.h>

#include "platform/projection.h"
#include "support/small.h"

/* What stands between the state and the pixels, without a window. */

static bool no_drawings(void *context, struct str name, struct str *svg) {
    (void)context;
    (void)name;
    (void)svg;
    return false;
}

/* A content whose only entity has this name. */
static void read_content(struct small *small, const char *name, uint32_t generation) {
    struct buf text;
    buf_init(&text);
    buf_printf(&text,
               "{\"pack\": {\"id\": \"p\", \"title\": \"题\"},"
               " \"sources\": [{\"id\": \"s\", \"title\": \"书\", \"publisher\": \"社\", \"undated\": true}],"
               " \"entities\": [{\"id\": \"e\", \"kind\": \"term\", \"name\": \"%s\"}],"
               " \"questions\": [{\"id\": \"q\", \"topic\": \"t\", \"source\": \"s\", \"stem\": \"问？\","
               " \"options\": [\"是\", \"否\"], \"answer\": \"A\", \"explanation\": \"因为。\"}]}",
               name);
    assert_true(small_load(small, text));
    small->content.generation = generation;
}

static uint32_t known(const struct projection *projection, const uint32_t *name) {
    return known_length(projection->metrics.known, name, 4);
}

static void build(struct projection *projection, struct small *small) {
    struct app_world world = {&small->content, &small->quiz, screens, NULL, NULL};
    struct app app;
    app_init(&app);
    projection_build(projection, &app, &world);
}

/* The operator reads the content again, and the memory of the last reading is used for it. */
static void content_read_again_in_the_same_place_has_its_own_names(void **state) {
    (void)state;
    static const uint32_t first[] = {0x4E07, 0x5BB6, 0x706F, 0x706B},
                          second[] = {0x957F, 0x660E, 0x706F, 0x706B};
    struct faces *faces = faces_create(faces_of_debian);
    struct projection projection;
    struct small small;
    projection_init(&projection, faces, (struct drawing_source){NULL, no_drawings},
                    theme_palette(THEME_LIGHT), (struct display){540, 960});
    read_content(&small, "万家灯火", 0);
    build(&projection, &small);
    assert_int_equal(known(&projection, first), 4);
    small_close(&small);
    read_content(&small, "长明灯火", 1);
    build(&projection, &small);
    assert_int_equal(known(&projection, first), 0);
    assert_int_equal(known(&projection, second), 4);
    small_close(&small);
    projection_finish(&projection);
    faces_destroy(faces);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(content_read_again_in_the_same_place_has_its_own_names)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
