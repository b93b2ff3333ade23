#ifndef ANZHI_TESTS_EXCHANGE_DESK_H
#define ANZHI_TESTS_EXCHANGE_DESK_H

#include <string.h>

#include "exchange/accept.h"

/* A content folder in memory whose facts the test gives, and the desk at which drafts are accepted into it.
 */

static const char *desk_facts;

static inline bool desk_give(void *context, const char *path, struct str *bytes) {
    const struct {
        const char *path, *text;
    } files[] = {
        {"kiosk.json", "{\"packs\": [\"wangan\"]}"},
        {"packs/wangan/facts.json", desk_facts},
        {"packs/wangan/pack.json", "{\"id\": \"wangan\", \"title\": \"宣传周\"}"},
        {"packs/wangan/sources.json",
         "{\"sources\": [{\"id\": \"s1\", \"title\": \"宣传周开幕\", \"publisher\": \"某社\", \"date\": \"2024-09-09\"}]}"}};
    (void)context;
    for (size_t i = 0; i < sizeof files / sizeof files[0]; i++) {
        if (strcmp(files[i].path, path) != 0) continue;
        *bytes = str_of(files[i].text);
        return true;
    }
    return false;
}

static const char *const desk_paths[] = {"kiosk.json", "packs/wangan/facts.json", "packs/wangan/pack.json",
                                         "packs/wangan/sources.json"};
static const struct content_source desk_source = {.paths = desk_paths, .path_count = 4, .read = desk_give};

static struct inbox inbox;
static struct acceptance acceptance;
static struct accepted out;

static const struct inbox_document document = {.name = "a",
                                               .file = "a.txt",
                                               .path = "",
                                               .title = "快讯 | 宣传周开幕",
                                               .publisher = "某社",
                                               .date = "2024-09-09",
                                               .url = "",
                                               .into = "wangan"};

static const char *const day[] = {"9月10日"}, *const city[] = {"广州市"};

static inline struct draft draft_of(enum draft_type type, const char *subject, const char *attribute,
                                    const char *const *values, uint32_t count) {
    static uint32_t number;
    number++;
    return (struct draft){.id = "",
                          .confident = true,
                          .pattern = "P2",
                          .doc = "a.txt",
                          .line = number,
                          .quote = "9月10日，本届宣传周在广州市举行。",
                          .type = type,
                          .topic = "",
                          .subject = subject,
                          .attribute = attribute,
                          .values = values,
                          .value_count = count,
                          .is_list = count > 1,
                          .dup_of = "",
                          .conflict_with = "",
                          .decision = "",
                          .editor = "",
                          .statement = "",
                          .surface = values[0],
                          .normal = "",
                          .reason = ""};
}

static inline int desk_begin(const char *facts) {
    desk_facts = facts;
    inbox_init(&inbox);
    return acceptance_begin(&acceptance, &desk_source, &inbox, "2024-09-20") ? 0 : 1;
}

static inline int end(void **state) {
    (void)state;
    acceptance_finish(&acceptance);
    inbox_finish(&inbox);
    return 0;
}

static inline bool take(uint32_t place, bool decided) {
    struct wishes wishes = {.decided = decided};
    return acceptance_take(&acceptance, place, &wishes, &out);
}

static inline void fill(const struct draft *drafts, uint32_t count) {
    inbox_take(&inbox, &document, drafts, count);
}

static inline bool take_one(struct draft draft, bool decided) {
    fill(&draft, 1);
    return take(0, decided);
}

#endif
