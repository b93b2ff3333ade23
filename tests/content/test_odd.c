#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/utf8.h"
#include "content/content.h"

/* Characters that look like others or like nothing: every one is warned of wherever it stands, and no other.
 */

static const uint32_t odd[][2] = {{0xA0, 0xA0},     {0xAD, 0xAD},     {0x200B, 0x200F}, {0x2028, 0x202E},
                                  {0x2060, 0x2064}, {0x2E80, 0x2EF3}, {0x2F00, 0x2FD5}, {0xE000, 0xF8FF},
                                  {0xF900, 0xFAD9}, {0xFEFF, 0xFEFF}, {0xFFFC, 0xFFFD}, {0x2F800, 0x2FA1D}};

static bool is_odd(uint32_t code) {
    for (size_t i = 0; i < sizeof odd / sizeof odd[0]; i++)
        if (code >= odd[i][0] && code <= odd[i][1]) return true;
    return false;
}

static bool give(void *context, const char *path, struct str *bytes) {
    (void)path;
    *bytes = buf_get(context);
    return true;
}

static uint32_t warnings_of(struct buf *pack) {
    static const char *const paths[] = {"pack.json"};
    struct content_source source = {.context = pack, .paths = paths, .path_count = 1, .read = give};
    struct content content;
    struct diags diags;
    diags_init(&diags);
    content_load(&content, &source, CONTENT_CHECKED, &diags);
    assert_int_equal(diags.errors, 0);
    uint32_t warnings = diags.warnings;
    content_finish(&content);
    diags_finish(&diags);
    return warnings;
}

/* So many other characters stand before it. */
static void write_pack(struct buf *pack, uint32_t code, uint32_t before) {
    char character[4];
    buf_clear(pack);
    buf_text(
        pack,
        "{\"pack\": {\"id\": \"p\", \"title\": \"样例\"}, \"sources\": [{\"id\": \"s\", \"title\": \"甲\", "
        "\"date\": \"2024-09-09\"}], \"questions\": [{\"id\": \"q\", \"stem\": \"在哪座城市？\", "
        "\"options\": [\"广州\", \"福州\"], \"answer\": \"A\", \"source\": \"s\", \"explanation\": \"");
    for (uint32_t i = 0; i < before; i++) buf_char(pack, 'x');
    buf_add(pack, character, utf8_put(character, code));
    buf_text(pack, "，“全民”网络安全，这里还有些字……\"}]}");
}

static void check(struct buf *pack, uint32_t code) {
    if (code >= 0xD800 && code <= 0xDFFF) return;
    write_pack(pack, code, code % 17);
    if (warnings_of(pack) != is_odd(code)) fail_msg("U+%04X", (unsigned)code);
}

static void every_odd_character_is_found_and_no_other(void **state) {
    (void)state;
    enum { BEGIN = 0x80, DENSE_END = 0x2100, END = 0x30000, STRIDE = 53 };
    struct buf pack;
    buf_init(&pack);
    for (uint32_t code = BEGIN; code < END; code += code < DENSE_END ? 1 : STRIDE) check(&pack, code);
    for (size_t i = 0; i < sizeof odd / sizeof odd[0]; i++) {
        for (uint32_t edge = 0; edge < 2; edge++)
            for (uint32_t code = odd[i][edge] - 1; code <= odd[i][edge] + 1; code++) check(&pack, code);
    }
    buf_finish(&pack);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(every_odd_character_is_found_and_no_other)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
