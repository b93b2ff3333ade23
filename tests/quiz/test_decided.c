#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cjson/cJSON.h>
#include <cmocka.h>

#include "base/random.h"
#include "quiz/oracle.h"
#include "quiz/pool.h"
#include "quiz/question.h"
#include "quiz/recheck.h"
#include "quiz/shipped.h"

/* What keeps a wrong option from being true: which names are one thing, what also holds, which sets have no
   other members. decided.txt says it a second time, in words apart from the packs. Here every such datum is
   taken out of the packs once, one after the other, and either the record or the second opinion must notice:
   an editor who deletes an alias breaks a test and no visitor's trust. */

enum { VARIANTS = 10, TEXT = 512, LINES = 1024 };

/* 「同名 中央网信办：国家网信办 | …」, 「也对 f-post-wang：中央网信办副主任」, 「封闭 set-macao：5」 */
struct line {
    char verdict[16], subject[TEXT];
    char *rest;
};

static struct line lines[LINES];
static uint32_t line_count;
static struct buf decided;

static bool read_line(char *text, struct line *line) {
    char *colon = strstr(text, "："), *space = strchr(text, ' ');
    if (*text == '#' || !colon || !space || space > colon) return false;
    *colon = *space = 0;
    snprintf(line->verdict, sizeof line->verdict, "%s", text);
    snprintf(line->subject, sizeof line->subject, "%s", space + 1);
    line->rest = colon + strlen("：");
    return true;
}

static int load(void **state) {
    (void)state;
    decided = disk_read(TESTS_DIR "/quiz/decided.txt");
    buf_add(&decided, "", 1);
    for (char *text = strtok(decided.at, "\n"); text; text = strtok(NULL, "\n")) {
        assert_true(line_count < LINES);
        line_count += read_line(text, &lines[line_count]);
    }
    return shipped_open() ? 0 : 1;
}

static int unload(void **state) {
    (void)state;
    buf_finish(&decided);
    shipped_close();
    return 0;
}

/* ---- the record against one world ---- */

static bool is_one_thing(const struct content *world, const char *name, const char *other) {
    const struct entity *entity = oracle_entity(world, name);
    return entity && entity == oracle_entity(world, other);
}

static bool also_holds(const struct content *world, const char *id, const char *text) {
    const struct fact *fact = content_fact(world, id);
    return fact && oracle_fact(world, fact, text, "") == TRUTH_TRUE;
}

static bool has_only(const struct content *world, const char *id, const char *count) {
    const struct set *set = content_set(world, id);
    return set && set->closed && (int)set->member_count == atoi(count);
}

static const struct {
    const char *verdict;
    bool (*holds)(const struct content *world, const char *subject, const char *text);
} verdicts[] = {{"同名", is_one_thing}, {"也对", also_holds}, {"封闭", has_only}};

static bool holds(const struct content *world, const struct line *line, const char *text) {
    for (size_t i = 0; i < sizeof verdicts / sizeof verdicts[0]; i++) {
        if (!strcmp(verdicts[i].verdict, line->verdict)) return verdicts[i].holds(world, line->subject, text);
    }
    return false;
}

/* The first part of the line that does not hold, or NULL. */
static const char *broken_part(const struct content *world, const struct line *line, char *part) {
    for (const char *at = line->rest; at;) {
        const char *bar = strstr(at, " | ");
        size_t len = bar ? (size_t)(bar - at) : strlen(at);
        snprintf(part, TEXT, "%.*s", (int)len, at);
        if (!holds(world, line, part)) return part;
        at = bar ? bar + strlen(" | ") : NULL;
    }
    return NULL;
}

static bool record_notices(const struct content *world) {
    char part[TEXT];
    for (uint32_t i = 0; i < line_count; i++) {
        if (broken_part(world, &lines[i], part)) return true;
    }
    return false;
}

static void what_was_decided_holds(void **state) {
    (void)state;
    char part[TEXT];
    uint32_t broken = 0;
    for (uint32_t i = 0; i < line_count; i++) {
        if (!broken_part(&content, &lines[i], part)) continue;
        print_error("%s %s: %s does not hold\n", lines[i].verdict, lines[i].subject, part);
        broken++;
    }
    assert_true(line_count > 50);
    assert_int_equal(broken, 0);
}

/* ---- worlds that have lost one datum ---- */

/* One file of the packs is given with other bytes. */
struct changed {
    const char *path;
    struct str bytes;
};

static bool give_changed(void *context, const char *path, struct str *bytes) {
    const struct changed *changed = context;
    if (strcmp(path, changed->path) != 0) return disk_give(&disk, path, bytes);
    *bytes = changed->bytes;
    return true;
}

static uint32_t objections(const struct content *world) {
    static const struct question_limits limits = {.kinds = ~0u, .options = 4};
    struct recheck recheck;
    struct pool pool;
    struct arena arena;
    struct buf line;
    uint32_t count = 0;
    arena_init(&arena);
    buf_init(&line);
    recheck_init(&recheck, &content);
    pool_build(&pool, world, 0);
    for (uint32_t i = 0; i < pool.count * VARIANTS && !count; i++) {
        struct question question;
        arena_clear(&arena);
        arena_clear(&recheck.arena);
        if (!question_make(world, pool.items[i / VARIANTS], i % VARIANTS, i, &limits, &arena, &question))
            continue;
        buf_clear(&line);
        question_print_json(&question, &line);
        count += recheck_line(&recheck, line.at) != NULL;
    }
    pool_finish(&pool);
    recheck_finish(&recheck);
    buf_finish(&line);
    arena_finish(&arena);
    return count;
}

static bool is_noticed(struct changed *changed) {
    struct content_source source = disk.source;
    struct content world;
    struct diags diags;
    source.context = changed;
    source.read = give_changed;
    diags_init(&diags);
    bool noticed = !content_load(&world, &source, CONTENT_QUICK, &diags) || diags.errors > 0 ||
                   record_notices(&world) || objections(&world) > 0;
    content_finish(&world);
    diags_finish(&diags);
    return noticed;
}

struct toll {
    uint32_t taken, unnoticed;
};

/* A datum in a file: the item of a list of a record, or its flag when the item is negative. */
struct datum {
    const char *path;
    struct str bytes;
    const char *list, *key;
    int record, item;
};

static cJSON *find(cJSON *root, const struct datum *datum) {
    cJSON *list = cJSON_GetObjectItemCaseSensitive(root, datum->list);
    return cJSON_GetObjectItemCaseSensitive(cJSON_GetArrayItem(list, datum->record), datum->key);
}

static void tell(cJSON *root, const struct datum *datum) {
    cJSON *record = cJSON_GetArrayItem(cJSON_GetObjectItemCaseSensitive(root, datum->list), datum->record);
    print_error("nobody misses %s %d of %s in %s\n", datum->key, datum->item,
                cJSON_GetObjectItemCaseSensitive(record, "id")->valuestring, datum->path);
}

static void take_out(const struct datum *datum, struct toll *toll) {
    cJSON *root = cJSON_ParseWithLength(datum->bytes.at, datum->bytes.len), *value = find(root, datum);
    if (datum->item >= 0)
        cJSON_DeleteItemFromArray(value, datum->item);
    else
        value->type = cJSON_False;
    char *text = cJSON_PrintUnformatted(root);
    struct changed changed = {datum->path, str_of(text)};
    bool noticed = is_noticed(&changed);
    if (!noticed) tell(root, datum);
    toll->taken++;
    toll->unnoticed += !noticed;
    cJSON_free(text);
    cJSON_Delete(root);
}

/* Every item of the list, one at a time; or the flag when it is set. */
static void take_each(struct datum datum, const cJSON *value, struct toll *toll) {
    datum.item = -1;
    if (cJSON_IsTrue(value)) take_out(&datum, toll);
    for (datum.item = 0; datum.item < cJSON_GetArraySize(value); datum.item++) take_out(&datum, toll);
}

static void lose_in_file(const char *path, struct str bytes, struct toll *toll) {
    static const struct {
        const char *list, *key;
    } kept[] = {{"entities", "aliases"}, {"facts", "also_true"}, {"sets", "closed"}};
    cJSON *root = cJSON_ParseWithLength(bytes.at, bytes.len);
    for (size_t i = 0; i < sizeof kept / sizeof kept[0]; i++) {
        struct datum datum = {path, bytes, kept[i].list, kept[i].key, 0, 0};
        int count = cJSON_GetArraySize(cJSON_GetObjectItemCaseSensitive(root, kept[i].list));
        for (; datum.record < count; datum.record++) take_each(datum, find(root, &datum), toll);
    }
    cJSON_Delete(root);
}

static void nothing_that_was_decided_is_lost_unnoticed(void **state) {
    (void)state;
    struct toll toll = {0};
    for (uint32_t i = 0; i < disk.count; i++) {
        if (!strncmp(disk.paths[i], "packs/", strlen("packs/")))
            lose_in_file(disk.paths[i], buf_get(&disk.bytes[i]), &toll);
    }
    print_message("%u data taken out, %u of them unnoticed\n", toll.taken, toll.unnoticed);
    assert_true(toll.taken > 100);
    assert_int_equal(toll.unnoticed, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_was_decided_holds),
        cmocka_unit_test(nothing_that_was_decided_is_lost_unnoticed),
    };
    return cmocka_run_group_tests(tests, load, unload);
}
