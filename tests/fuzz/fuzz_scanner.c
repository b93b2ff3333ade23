#include <assert.h>
#include <cjson/cJSON.h>
#include <stddef.h>
#include <stdint.h>

#include "base/decode.h"
#include "base/hash.h"
#include "base/json.h"
#include "base/json_scan.h"
#include "base/memory.h"

/* Any bytes at all: decode, index, write the sound elements out strict, have cJSON read them, mend twice,
   locate. What is asserted here is what the rest of the program relies on. Finding words for messages and
   quoting lines is half of the work for a broken file, so that most inputs may have only a few. */

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { FEW_MESSAGES = 3 };

static void assert_inside(struct json_span span, struct json_span outer) {
    assert(outer.begin <= span.begin && span.begin <= span.end && span.end <= outer.end);
}

/* Strict JSON, by the scanner's quick half: one value, nothing before or behind, no comment, no trailing
 * comma. */
static void assert_strict(struct str text) {
    static const struct json_limits limits = {
        .file_bytes = SIZE_MAX, .depth = 2000, .elements = UINT32_MAX, .string_bytes = UINT32_MAX};
    struct scan_keys keys = {0};
    struct scan scan = {(const unsigned char *)text.at, (uint32_t)text.len, &limits, &keys, true};
    assert(scan_value(&scan, 0, 0) == text.len);
    assert(scan.plain);
    scan_keys_finish(&keys);
}

/* Whoever has passed the scanner is never refused by cJSON. */
static void assert_read(struct str strict) {
    cJSON *tree = cJSON_ParseWithLength(strict.at, strict.len);
    assert(tree);
    cJSON_Delete(tree);
}

static void check_value(const struct json_index *index, struct json_span span, bool plain) {
    static const char *const paths[] = {"", "id", "options[1]", "source.id", "a[0].b", "[2]"};
    struct buf scratch;
    buf_init(&scratch);
    struct str strict = json_plain(index, span, plain, &scratch);
    assert_strict(strict);
    assert_read(strict);
    for (size_t i = 0; i < sizeof paths / sizeof paths[0]; i++) {
        assert_inside(json_locate(index->file.text, span, paths[i]), span);
        assert_inside(json_locate_key(index->file.text, span, paths[i]), span);
    }
    buf_finish(&scratch);
}

static void check_member(const struct json_index *index, const struct json_member *member) {
    struct json_span all = {0, (uint32_t)index->file.text.len};
    assert_inside(member->value, all);
    assert_inside(member->key_span, all);
    uint32_t behind = member->value.begin;
    for (uint32_t i = 0; i < member->element_count; i++) {
        const struct json_element *element = &index->elements[member->first_element + i];
        struct json_span span = {element->begin, element->begin + element->length};
        assert_inside(span, all);
        assert(span.begin >= behind && span.end > span.begin);
        behind = span.end;
        if (element->sound) check_value(index, span, element->plain);
    }
    if (member->sound && member->type != JSON_LIST) check_value(index, member->value, member->plain);
}

static void check_mend(struct str text) {
    struct buf once, twice;
    buf_init(&once);
    buf_init(&twice);
    json_mend(text, &once);
    uint32_t changed = json_mend(buf_get(&once), &twice);
    assert(changed == 0);
    assert(str_equal(buf_get(&once), buf_get(&twice)));
    buf_finish(&once);
    buf_finish(&twice);
}

static void check_prints(struct diags *diags) {
    struct buf out;
    buf_init(&out);
    diags_sort(diags);
    diags_print_text(diags, &out);
    diags_print_gcc(diags, &out);
    buf_clear(&out);
    diags_print_json(diags, &out);
    while (out.len > 0 && out.at[out.len - 1] == '\n') out.len--;
    assert_strict(buf_get(&out));
    buf_finish(&out);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct buf storage;
    struct diags diags;
    struct json_index index;
    buf_init(&storage);
    diags_init(&diags);
    if (hash_of((struct str){(const char *)data, size}) % 8) diags.limit = FEW_MESSAGES;
    struct decoded decoded = decode_bytes((struct str){(const char *)data, size}, &storage);
    if (decoded.encoding != ENCODING_NONE) {
        struct diag_file file = {"fuzz.json", decoded.text};
        bool usable = json_index_build(&index, file, &json_default_limits, &diags);
        assert(usable || diags.errors > 0);
        for (uint32_t i = 0; i < index.member_count; i++) check_member(&index, &index.members[i]);
        check_prints(&diags);
        check_mend(decoded.text);
        json_index_finish(&index);
    }
    diags_finish(&diags);
    buf_finish(&storage);
    return 0;
}
