#include "content/keys.h"

#include <assert.h>
#include <stddef.h>
#include <string.h>

struct kind_words {
    const char *name, *title, *measure;
};

static const struct kind_words kind_words[] = {
    [RECORD_PACK] = {"pack", "内容包", "个"},       [RECORD_SOURCE] = {"source", "来源", "条"},
    [RECORD_ENTITY] = {"entity", "事物", "个"},     [RECORD_ATTRIBUTE] = {"attribute", "属性", "个"},
    [RECORD_FACT] = {"fact", "事实", "条"},         [RECORD_ALSO_TRUE] = {"also_true", "也成立的值", "个"},
    [RECORD_SET] = {"set", "集合", "个"},           [RECORD_PAIRING] = {"pairing", "配对", "组"},
    [RECORD_SCENARIO] = {"scenario", "情景", "个"}, [RECORD_PHRASE] = {"phrase", "填字句", "个"},
    [RECORD_QUESTION] = {"question", "题目", "道"}, [RECORD_CARD] = {"card", "卡片", "张"},
    [RECORD_KIOSK] = {"kiosk", "现场设置", "份"},   [RECORD_THEME] = {"theme", "配色", "套"},
    [RECORD_COLORS] = {"colors", "颜色", "组"},     [RECORD_FACES] = {"faces", "字体", "组"},
    [RECORD_FILE] = {"file", "文件", "个"},
};
_Static_assert(sizeof kind_words / sizeof kind_words[0] == RECORD_KINDS, "words for every kind");

const char *record_kind_name(enum record_kind record) {
    return kind_words[record].name;
}
const char *record_kind_title(enum record_kind record) {
    return kind_words[record].title;
}
const char *record_kind_measure(enum record_kind record) {
    return kind_words[record].measure;
}

uint32_t key_first(enum record_kind record) {
    uint32_t row = 0;
    while (row < key_row_count && key_rows[row].record != record) row++;
    return row;
}

uint32_t key_count(enum record_kind record) {
    uint32_t first = key_first(record), row = first;
    while (row < key_row_count && key_rows[row].record == record) row++;
    assert(row - first <= KEYS_OF_A_RECORD);
    return row - first;
}

uint32_t key_most(const struct key_row *row) {
    if (row->most) return (uint32_t)row->most;
    bool is_list = row->type == KEY_TEXTS || row->type == KEY_MEMBERS || row->type == KEY_ROWS;
    return is_list ? KEY_LIST_MOST : row->type == KEY_ID ? KEY_ID_MOST : KEY_TEXT_MOST;
}

const struct key_row *key_find(enum record_kind record, struct str key) {
    for (uint32_t row = key_first(record); row < key_row_count && key_rows[row].record == record; row++) {
        if (str_is(key, key_rows[row].key)) return &key_rows[row];
    }
    return NULL;
}

bool key_has_choice(const struct key_row *row, struct str word) {
    for (const char *choice = row->choices;;) {
        size_t len = strcspn(choice, "|");
        if (str_equal((struct str){choice, len}, word)) return true;
        if (!choice[len]) return false;
        choice += len + 1;
    }
}

/* The first two letters tell nearly all keys of a kind apart, and need no strlen. */
static uint32_t slot_of(enum record_kind record, const char *key) {
    uint32_t second = key[0] ? (unsigned char)key[1] : 0;
    uint32_t begin = (uint32_t)record << 16 | (uint32_t)(unsigned char)key[0] << 8 | second;
    return (begin * 0x9E3779B1u >> 16) % KEY_SLOTS;
}

static bool row_is(uint32_t row, const char *key) {
    return strcmp(key_rows[row].key, key) == 0;
}

/* The rows of a kind follow one another. */
static void note_firsts(struct key_index *index) {
    for (uint32_t kind = 0; kind < RECORD_KINDS; kind++) index->first[kind] = (uint16_t)key_row_count;
    for (uint32_t row = key_row_count; row-- > 0;) index->first[key_rows[row].record] = (uint16_t)row;
}

static void note_common(struct key_index *index, uint32_t source) {
    uint32_t first = index->first[key_rows[source].record];
    assert(row_is(first + ROW_ID, "id") && row_is(source + COMMON_TOPIC, "topic"));
    assert(row_is(source + COMMON_STATUS, "status") && row_is(source + COMMON_POLITICAL, "political"));
    index->common[key_rows[source].record] = (uint8_t)(source - first);
}

static void assert_question_rows(const struct key_index *index) {
    uint32_t first = index->first[RECORD_QUESTION];
    assert(row_is(first + ROW_TYPE, "type") && row_is(first + ROW_FACT, "fact"));
    assert(row_is(first + ROW_ANSWER, "answer") && row_is(first + ROW_ALT, "alt"));
}

void key_index_build(struct key_index *index) {
    memset(index, 0, sizeof *index);
    note_firsts(index);
    assert_question_rows(index);
    assert(key_row_count <= KEY_ROWS_MOST);
    for (uint32_t row = 0; row < key_row_count; row++) {
        uint32_t slot = slot_of(key_rows[row].record, key_rows[row].key);
        while (index->slots[slot]) slot = (slot + 1) % KEY_SLOTS;
        index->slots[slot] = (uint16_t)(row + 1);
        if (key_rows[row].type == KEY_REF && row_is(row, "source")) note_common(index, row);
    }
}

const struct key_row *key_index_find(const struct key_index *index, enum record_kind record,
                                     const char *key) {
    for (uint32_t slot = slot_of(record, key); index->slots[slot]; slot = (slot + 1) % KEY_SLOTS) {
        const struct key_row *row = &key_rows[index->slots[slot] - 1];
        if (row->record == record && strcmp(key, row->key) == 0) return row;
    }
    return NULL;
}
