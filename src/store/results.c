#include "store/results.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "base/hash.h"
#include "base/memory.h"
#include "store/database.h"
#include "store/numbers.h"

enum { PROGRESS_STEP = 100000 };

/* What is known of a question as it stood there: which item, and which of its options stood at each place. */
struct sight {
    uint32_t item;
    uint32_t options[RESULT_OPTIONS];
};

struct reader {
    struct results *results;
    sqlite3 *db;
    struct numbers rounds, shown, items, options, names;
    struct sight *sights;
    results_progress *progress;
    void *context;
    int64_t quarter; /* what hour_of found last */
    uint32_t hour;
    uint32_t since; /* the first day; 0: all */
    uint32_t round_room, item_room, option_room, name_room, sight_room;
};

/* One more at the end of a list, zeroed. */
static void *grow(void *list, uint32_t *room, uint32_t count, size_t size) {
    if (count == *room) {
        *room = *room ? 2 * *room : 64;
        list = memory_resize(list, *room, size);
    }
    memset((char *)list + count * size, 0, size);
    return list;
}

static const char *keep(struct reader *reader, sqlite3_stmt *statement, int column) {
    const char *text = database_text(statement, column);
    return arena_text(&reader->results->arena, text, strlen(text));
}

static uint32_t name_of(struct reader *reader, sqlite3_stmt *statement, int column) {
    bool added;
    struct results *results = reader->results;
    uint64_t key = hash_of(str_of(database_text(statement, column)));
    uint32_t name = numbers_enter(&reader->names, key, &added);
    if (!added) return name;
    results->names = grow(results->names, &reader->name_room, name, sizeof *results->names);
    results->names[name] = keep(reader, statement, column);
    results->name_count++;
    return name;
}

/* The last eight bytes of a key are chance. */
static uint32_t round_of(struct reader *reader, sqlite3_stmt *statement, int column, bool *added) {
    struct results *results = reader->results;
    uint64_t key = 0;
    if (sqlite3_column_bytes(statement, column) == KEY_BYTES)
        key = memory_load64((const char *)sqlite3_column_blob(statement, column) + KEY_BYTES / 2);
    uint32_t round = numbers_enter(&reader->rounds, key, added);
    if (!*added) return round;
    results->rounds = grow(results->rounds, &reader->round_room, round, sizeof *results->rounds);
    results->round_count++;
    return round;
}

typedef void take_row(struct reader *reader, sqlite3_stmt *statement);

static int for_each(struct reader *reader, const char *sql, take_row *take) {
    sqlite3_stmt *statement = NULL;
    int code = sqlite3_prepare_v2(reader->db, sql, -1, &statement, NULL);
    if (code != SQLITE_OK) return code;
    while ((code = sqlite3_step(statement)) == SQLITE_ROW) take(reader, statement);
    sqlite3_finalize(statement);
    return code == SQLITE_DONE ? SQLITE_OK : code;
}

static uint64_t number(sqlite3_stmt *statement, int column) {
    return (uint64_t)sqlite3_column_int64(statement, column);
}

/* id, pack, item, rev, topic, form, stem */
static void take_shown(struct reader *reader, sqlite3_stmt *statement) {
    struct results *results = reader->results;
    struct hash hash = hash_begin();
    bool added, new_item;
    for (int column = 1; column <= 3; column++) hash_str(&hash, str_of(database_text(statement, column)));
    uint32_t sight = numbers_enter(&reader->shown, number(statement, 0), &added);
    uint32_t item = numbers_enter(&reader->items, hash_end(&hash), &new_item);
    reader->sights = grow(reader->sights, &reader->sight_room, sight, sizeof *reader->sights);
    memset(&reader->sights[sight], 0xFF, sizeof *reader->sights);
    reader->sights[sight].item = item;
    if (!new_item) return;
    results->items = grow(results->items, &reader->item_room, item, sizeof *results->items);
    results->items[item] = (struct result_item){.pack = keep(reader, statement, 1),
                                                .item = keep(reader, statement, 2),
                                                .rev = (uint32_t)number(statement, 3),
                                                .topic = keep(reader, statement, 4),
                                                .form = keep(reader, statement, 5),
                                                .stem = keep(reader, statement, 6),
                                                .option = RESULT_NOTHING};
    results->item_count++;
}

static void append_option(struct results *results, struct result_item *item, uint32_t option) {
    uint32_t *end = &item->option;
    while (*end != RESULT_NOTHING) end = &results->options[*end].next;
    *end = option;
    results->options[option].next = RESULT_NOTHING;
}

/* id, place, text, whether it is right */
static void take_option(struct reader *reader, sqlite3_stmt *statement) {
    struct results *results = reader->results;
    uint32_t shown = numbers_find(&reader->shown, number(statement, 0));
    uint64_t place = number(statement, 1);
    struct hash hash = hash_begin();
    bool added;
    if (shown == RESULT_NOTHING || place >= RESULT_OPTIONS) return;
    assert(reader->sights);
    struct sight *sight = &reader->sights[shown];
    hash_number(&hash, sight->item);
    hash_str(&hash, str_of(database_text(statement, 2)));
    uint32_t option = numbers_enter(&reader->options, hash_end(&hash), &added);
    sight->options[place] = option;
    if (!added) return;
    results->options = grow(results->options, &reader->option_room, option, sizeof *results->options);
    results->options[option].text = keep(reader, statement, 2);
    results->options[option].right = number(statement, 3) != 0;
    append_option(results, &results->items[sight->item], option);
    results->option_count++;
}

/* The hour on the wall, looked up once for each quarter of one: zones differ by quarters. */
static uint32_t hour_of(struct reader *reader, int64_t millis) {
    enum { QUARTER = 900000 };
    if (millis / QUARTER == reader->quarter) return reader->hour;
    time_t then = (time_t)(millis / 1000);
    struct tm local = {0};
    localtime_r(&then, &local);
    reader->quarter = millis / QUARTER;
    reader->hour = (uint32_t)local.tm_hour;
    return reader->hour;
}

/* key, day, kiosk, mode, planned, score, abandoned, at, open */
static void take_round(struct reader *reader, sqlite3_stmt *statement) {
    bool added;
    uint32_t round = round_of(reader, statement, 0, &added);
    struct result_round *out = &reader->results->rounds[round];
    *out = (struct result_round){.day = (uint32_t)number(statement, 1),
                                 .kiosk = name_of(reader, statement, 2),
                                 .mode = name_of(reader, statement, 3),
                                 .planned = (uint16_t)number(statement, 4),
                                 .score = (uint16_t)number(statement, 5),
                                 .ended = number(statement, 6) == 0,
                                 .hour = hour_of(reader, sqlite3_column_int64(statement, 7))};
    uint32_t open = numbers_find(&reader->shown, number(statement, 8));
    if (open != UINT32_MAX) reader->results->items[reader->sights[open].item].left++;
}

/* "[2]" or "[0,3]" */
static uint8_t take_picks(struct reader *reader, const struct sight *sight, const char *choice) {
    uint8_t picks = 0;
    for (uint32_t pick = 0; *choice; choice++) {
        bool digit = *choice >= '0' && *choice <= '9';
        if (digit) pick = pick * 10 + (uint32_t)(*choice - '0');
        if (digit && choice[1] >= '0' && choice[1] <= '9') continue;
        if (digit && pick < RESULT_OPTIONS && sight->options[pick] != RESULT_NOTHING) {
            reader->results->options[sight->options[pick]].picked++;
            picks++;
        }
        pick = 0;
    }
    return picks;
}

/* A round that has answers and no row of its own ended with the power. */
static void note_broken(struct reader *reader, sqlite3_stmt *statement, struct result_round *round) {
    round->day = (uint32_t)number(statement, 6);
    round->kiosk = name_of(reader, statement, 7);
    round->mode = name_of(reader, statement, 8);
    round->hour = hour_of(reader, sqlite3_column_int64(statement, 9));
}

/* round, shown, place, choice, correct, millis, day, kiosk, mode, at */
static void take_answer(struct reader *reader, sqlite3_stmt *statement) {
    struct results *results = reader->results;
    bool broken;
    uint32_t round = round_of(reader, statement, 0, &broken);
    uint32_t shown = numbers_find(&reader->shown, number(statement, 1));
    if (broken) note_broken(reader, statement, &results->rounds[round]);
    if (shown == UINT32_MAX) return;
    const struct sight *sight = &reader->sights[shown];
    struct result result = {.round = round,
                            .item = sight->item,
                            .millis = (uint32_t)number(statement, 5),
                            .place = (uint16_t)number(statement, 2),
                            .correct = number(statement, 4) != 0};
    result.picks = take_picks(reader, sight, database_text(statement, 3));
    results->rounds[round].answered++;
    results->rounds[round].correct += result.correct;
    results->list[results->count++] = result;
    if (reader->progress && results->count % PROGRESS_STEP == 0)
        reader->progress(reader->context, results->count);
}

static int make_room(struct reader *reader) {
    char sql[128];
    int64_t answers = 0;
    snprintf(sql, sizeof sql, "SELECT count(*) FROM answer WHERE NOT again AND +day >= %u", reader->since);
    int code = database_number(reader->db, sql, 0, &answers);
    reader->results->list = memory_resize(NULL, (size_t)answers + 1, sizeof *reader->results->list);
    return code;
}

/* The plus keeps the index of days out of it: looking up every key takes longer than reading all rows. */
static int read_rows(struct reader *reader, const char *select, take_row *take) {
    char sql[256];
    snprintf(sql, sizeof sql, "%s AND +day >= %u", select, reader->since);
    return for_each(reader, sql, take);
}

static int read_options(struct reader *reader) {
    char sql[256];
    snprintf(sql, sizeof sql,
             "SELECT shown.id, o.key, o.value, o.key IN (SELECT value FROM json_each(shown.answer))"
             " FROM shown, json_each(shown.options) AS o"
             " WHERE %u = 0 OR shown.id IN (SELECT shown FROM answer WHERE day >= %u)",
             reader->since, reader->since);
    return for_each(reader, sql, take_option);
}

static int read_all(struct reader *reader) {
    int code = make_room(reader);
    if (code == SQLITE_OK)
        code = for_each(reader, "SELECT id, pack, item, rev, topic, form, stem FROM shown", take_shown);
    if (code == SQLITE_OK) code = read_options(reader);
    if (code == SQLITE_OK)
        code = read_rows(reader,
                         "SELECT key, day, kiosk, mode, planned, score, abandoned, at, open FROM round"
                         " WHERE true",
                         take_round);
    if (code == SQLITE_OK)
        code =
            read_rows(reader,
                      "SELECT round, shown, place, choice, correct, millis, day, kiosk, mode, at FROM answer"
                      " WHERE NOT again",
                      take_answer);
    return code;
}

static void finish_reader(struct reader *reader) {
    numbers_finish(&reader->rounds);
    numbers_finish(&reader->shown);
    numbers_finish(&reader->items);
    numbers_finish(&reader->options);
    numbers_finish(&reader->names);
    memory_give_back(reader->sights);
}

/* One transaction: a kiosk may be writing meanwhile. */
static int read_in_one(struct reader *reader) {
    struct results *results = reader->results;
    sqlite3 *db = reader->db;
    *results = (struct results){0};
    arena_init(&results->arena);
    int code = database_run(db, "BEGIN");
    if (code == SQLITE_OK) code = read_all(reader);
    database_run(db, "COMMIT");
    finish_reader(reader);
    return code & 0xFF;
}

int results_read(struct results *results, sqlite3 *db, results_progress *progress, void *context) {
    struct reader reader = {
        .results = results, .db = db, .quarter = -1, .progress = progress, .context = context};
    return read_in_one(&reader);
}

int results_read_since(struct results *results, sqlite3 *db, uint32_t day) {
    struct reader reader = {.results = results, .db = db, .quarter = -1, .since = day};
    return read_in_one(&reader);
}

void results_finish(struct results *results) {
    memory_give_back(results->list);
    memory_give_back(results->rounds);
    memory_give_back(results->items);
    memory_give_back(results->options);
    memory_give_back((void *)results->names);
    arena_finish(&results->arena);
}
