#include "cli/reporter.h"

#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/statvfs.h>
#include <time.h>

#include "base/memory.h"
#include "cli/clock.h"
#include "cli/switch_file.h"
#include "store/board.h"
#include "store/database.h"
#include "store/statistics.h"
#include "store/switches.h"

/* As many days as the Week has; and what the panel says of a question needs so many answers. */
enum { DAYS = 7, ANSWERS_LEAST = 10, WORST = 6, FLAGS_MANY = 2 };
enum { DISK_LOW_MB = 200, JUMP_MILLIS = 5 * 60 * 1000, YEAR_LEAST = 2024 };

static int64_t clock_offset(void) {
    struct timespec since;
    clock_gettime(CLOCK_BOOTTIME, &since);
    return clock_now_millis() - ((int64_t)since.tv_sec * 1000 + since.tv_nsec / 1000000);
}

void reporter_init(struct reporter *reporter, const char *folder, struct store *store) {
    *reporter = (struct reporter){.folder = folder, .store = store, .began = clock_offset()};
    arena_init(&reporter->arena);
    arena_init(&reporter->told);
    reporter->report.items = reporter->items;
}

void reporter_finish(struct reporter *reporter) {
    switched_finish(&reporter->switched);
    arena_finish(&reporter->arena);
    arena_finish(&reporter->told);
}

/* Switches */

static void take_switch(void *context, const char *item, bool off) {
    switched_set(context, item, off);
}

/* The rows of the store decide about whatever they name. */
void reporter_find_switches(struct reporter *reporter) {
    if (reporter->switches_known || !*reporter->folder) return;
    switch_file_read(reporter->folder, take_switch, &reporter->switched);
    reporter->switches_known = switches_read_in(reporter->folder, take_switch, &reporter->switched);
}

void reporter_turn(struct reporter *reporter, uint32_t item) {
    if (item >= reporter->report.item_count) return;
    const struct report_item *found = &reporter->items[item];
    struct row row = {.kind = ROW_SWITCH, .at = clock_now_millis(), .day = clock_today()};
    row.as.turned = (struct switch_row){.item = found->item, .off = !found->off};
    switched_set(&reporter->switched, found->item, !found->off);
    switch_file_add(reporter->folder, found->item, !found->off);
    if (reporter->store) store_add(reporter->store, &row);
}

/* The day */

static bool is_of(const struct result_round *round, uint32_t day) {
    return round->day == day;
}

static void count_round(const struct result_round *round, struct report_day *day) {
    uint32_t answered = round->answered < REPORT_ANSWERS ? round->answered : REPORT_ANSWERS;
    day->started++;
    day->ended += round->ended;
    day->hours[round->hour % REPORT_HOURS]++;
    day->answers += round->answered;
    day->right += round->correct;
    for (uint32_t i = 0; i < answered; i++) day->reached[i]++;
    uint32_t planned = round->planned < REPORT_ANSWERS ? round->planned : REPORT_ANSWERS;
    if (planned > day->steps) day->steps = planned;
}

static int by_size(const void *a, const void *b) {
    uint64_t first = *(const uint64_t *)a, second = *(const uint64_t *)b;
    return (first > second) - (first < second);
}

/* Of rounds of the day that were played to their end. */
static uint64_t median_millis(const struct results *results, uint32_t today) {
    uint64_t *sums = memory_zeroed((results->round_count + 1) * sizeof *sums);
    uint32_t kept = 0;
    for (uint64_t i = 0; i < results->count; i++) sums[results->list[i].round] += results->list[i].millis;
    for (uint32_t i = 0; i < results->round_count; i++)
        if (is_of(&results->rounds[i], today) && results->rounds[i].ended) sums[kept++] = sums[i];
    qsort(sums, kept, sizeof *sums, by_size);
    uint64_t median = kept ? sums[(kept - 1) / 2] : 0;
    memory_give_back(sums);
    return median;
}

static void reckon_day(const struct results *results, uint32_t today, struct report_day *day) {
    *day = (struct report_day){0};
    for (uint32_t i = 0; i < results->round_count; i++)
        if (is_of(&results->rounds[i], today)) count_round(&results->rounds[i], day);
    if (!day->steps) day->steps = REPORT_ANSWERS - 1;
    day->round_s = (uint32_t)((median_millis(results, today) + 500) / 1000);
}

/* Questions */

/* What is said of a question, and how soon it is. */
struct suspect {
    struct report_item item;
    double rank; /* the lowest first */
};

struct flagged {
    struct reporter *reporter;
    struct suspect *suspects;
    uint32_t count;
};

/* Below nought by more than chance would have it. */
static bool is_odd(const struct item_statistics *item) {
    return item->discrimination * sqrt(item->n) < -2.5;
}

static enum report_flag flag_of(const struct item_statistics *item, uint32_t flagged) {
    if (flagged >= FLAGS_MANY) return REPORT_FLAGGED;
    if (is_odd(item)) return REPORT_ODD;
    if (item->flags & FLAG_LURE) return REPORT_LURE;
    if (item->flags & FLAG_HARD) return REPORT_HARD;
    if (item->flags & FLAG_LEFT) return REPORT_LEFT;
    if (item->flags & FLAG_EASY) return REPORT_EASY;
    return flagged ? REPORT_FLAGGED : REPORT_PLAIN;
}

static uint32_t count_flags(sqlite3 *db, const char *item, uint32_t since) {
    sqlite3_stmt *statement = NULL;
    uint32_t count = 0;
    const char *sql = "SELECT count(*) FROM flag JOIN shown ON shown.id = flag.shown"
                      " WHERE shown.item = ? AND flag.day >= ?";
    if (sqlite3_prepare_v2(db, sql, -1, &statement, NULL) != SQLITE_OK) return 0;
    sqlite3_bind_text(statement, 1, item, -1, SQLITE_STATIC);
    sqlite3_bind_int64(statement, 2, since);
    if (sqlite3_step(statement) == SQLITE_ROW) count = (uint32_t)sqlite3_column_int64(statement, 0);
    sqlite3_finalize(statement);
    return count;
}

static double rank_of(const struct item_statistics *item, uint32_t flagged) {
    double rank = item->n ? item->facility : 1;
    if (is_odd(item)) rank -= 1;
    return rank - (flagged >= FLAGS_MANY ? 2 : 0);
}

static struct suspect suspect_of(struct reporter *reporter, sqlite3 *db, const struct item_statistics *item,
                                 uint32_t since) {
    uint32_t flagged = count_flags(db, item->about->item, since);
    const char *id = item->about->item, *stem = item->about->stem;
    return (struct suspect){.item = {.item = arena_text(&reporter->arena, id, strlen(id)),
                                     .stem = arena_text(&reporter->arena, stem, strlen(stem)),
                                     .answers = item->n,
                                     .percent = item->n ? (uint32_t)lround(item->facility * 100) : 0,
                                     .flagged = flagged,
                                     .flag = flag_of(item, flagged),
                                     .off = switched_has(&reporter->switched, id)},
                            .rank = rank_of(item, flagged)};
}

static int by_rank(const void *a, const void *b) {
    const struct suspect *first = a, *second = b;
    if (first->item.off != second->item.off) return first->item.off ? -1 : 1;
    if (first->rank != second->rank) return first->rank < second->rank ? -1 : 1;
    return strcmp(first->item.item, second->item.item);
}

static bool is_worth_a_line(const struct suspect *suspect) {
    return suspect->item.off || suspect->item.answers >= ANSWERS_LEAST || suspect->item.flagged;
}

static void list_items(struct reporter *reporter, struct suspect *suspects, uint32_t count) {
    uint32_t worst = 0;
    qsort(suspects, count, sizeof *suspects, by_rank);
    reporter->report.item_count = 0;
    for (uint32_t i = 0; i < count && reporter->report.item_count < REPORT_ITEMS; i++) {
        if (!is_worth_a_line(&suspects[i])) continue;
        if (!suspects[i].item.off && worst++ >= WORST) continue;
        reporter->items[reporter->report.item_count++] = suspects[i].item;
    }
}

/* Those that nobody was asked this week, because they are switched off. */
static void add_switched(void *context, const char *item, bool off) {
    struct flagged *flagged = context;
    for (uint32_t i = 0; i < flagged->count; i++)
        if (!strcmp(flagged->suspects[i].item.item, item)) return;
    (void)off;
    if (!switched_has(&flagged->reporter->switched, item)) return;
    const char *id = arena_text(&flagged->reporter->arena, item, strlen(item));
    flagged->suspects =
        memory_resize(flagged->suspects, (size_t)flagged->count + 1, sizeof *flagged->suspects);
    flagged->suspects[flagged->count++] = (struct suspect){.item = {.item = id, .stem = "", .off = true}};
}

static void reckon_items(struct reporter *reporter, sqlite3 *db, const struct results *results,
                         uint32_t since) {
    struct statistics statistics;
    struct arena arena;
    arena_init(&arena);
    statistics_make(results, &arena, &statistics);
    struct flagged all = {reporter, memory_zeroed((statistics.item_count + 1) * sizeof(struct suspect)), 0};
    for (uint32_t i = 0; i < statistics.item_count; i++)
        all.suspects[all.count++] = suspect_of(reporter, db, &statistics.items[i], since);
    switches_read(db, add_switched, &all);
    switch_file_read(reporter->folder, add_switched, &all);
    list_items(reporter, all.suspects, all.count);
    memory_give_back(all.suspects);
    arena_finish(&arena);
}

/* Trouble */

static void look_at_disk(const char *folder, struct report_trouble *trouble) {
    struct statvfs found;
    if (!*folder || statvfs(folder, &found) != 0) return;
    uint64_t left = (uint64_t)found.f_bavail * found.f_frsize >> 20;
    trouble->disk_low = left < DISK_LOW_MB;
    trouble->disk_mb = (uint32_t)left;
}

/* Rows of days that have not come yet tell that the clock went back. */
static enum report_clock look_at_clock(const struct reporter *reporter, sqlite3 *db, uint32_t today) {
    int64_t latest = 0, moved = clock_offset() - reporter->began;
    if (today / 10000 < YEAR_LEAST) return CLOCK_UNSET;
    if (db) database_number(db, "SELECT max(day) FROM answer", 0, &latest);
    return latest > today || llabs(moved) > JUMP_MILLIS ? CLOCK_JUMPED : CLOCK_FINE;
}

static void look_for_trouble(struct reporter *reporter, sqlite3 *db, uint32_t today) {
    struct report_trouble *trouble = &reporter->report.trouble;
    struct store_health health = {0};
    if (reporter->store) health = store_health(reporter->store);
    *trouble = (struct report_trouble){.waiting = health.waiting,
                                       .lost = health.lost,
                                       .set_aside = health.set_aside,
                                       .unkept = reporter->store && !health.open,
                                       .clock = look_at_clock(reporter, db, today)};
    look_at_disk(reporter->folder, trouble);
}

static void reckon(struct reporter *reporter, sqlite3 *db, uint32_t today) {
    struct results results;
    uint32_t since = clock_day_before(DAYS - 1);
    bool read = results_read_since(&results, db, since) == SQLITE_OK;
    if (read) {
        reckon_day(&results, today, &reporter->report.day);
        reckon_items(reporter, db, &results, since);
    }
    reporter->report.known = read;
    results_finish(&results);
}

void reporter_reckon(struct reporter *reporter) {
    sqlite3 *db = NULL;
    uint32_t today = clock_today();
    arena_clear(&reporter->arena);
    reporter->report.known = false;
    reporter->report.item_count = 0;
    if (reporter->store) store_retry(reporter->store, clock_now_millis());
    if (*reporter->folder && database_open_to_read(&db, reporter->folder) == SQLITE_OK)
        reckon(reporter, db, today);
    look_for_trouble(reporter, db, today);
    sqlite3_close(db);
}

/* What visitors are told */

enum { MISSED_LEAST = 10 }; /* answers */

/* Of this bank, so that its answer is the one that is right now. */
static const char most_missed[] =
    "SELECT item, stem, json_extract(options, '$[' || json_extract(answer, '$[0]') || ']'), topic"
    " FROM answer JOIN shown ON shown.id = answer.shown"
    " WHERE day = ? AND NOT again AND form = 'single' AND pack_hash = ?"
    " GROUP BY item HAVING count(*) >= ? AND sum(correct) * 10 < count(*) * 6"
    " ORDER BY sum(correct) * 1.0 / count(*), item";

/* A question about a fact that may be told today: nothing of what somebody should have done. */
static bool may_be_told(const struct reporter *reporter, const struct content *content, const char *item,
                        uint32_t today) {
    char id[256];
    const char *end = strchr(item, '/');
    size_t length = end ? (size_t)(end - item) : sizeof id;
    if (length >= sizeof id || switched_has(&reporter->switched, item)) return false;
    memcpy(id, item, length);
    id[length] = '\0';
    const struct fact *fact = content_fact(content, id);
    return fact && record_is_playable(&fact->record, today);
}

static const char *keep_column(struct arena *arena, sqlite3_stmt *statement, int column) {
    const char *text = database_text(statement, column);
    return arena_text(arena, text, strlen(text));
}

static void take_missed(struct reporter *reporter, const struct content *content, sqlite3_stmt *statement,
                        uint32_t today) {
    struct report_missed *missed = &reporter->report.missed;
    const char *item = database_text(statement, 0);
    if (!may_be_told(reporter, content, item, today)) return;
    *missed = (struct report_missed){
        keep_column(&reporter->told, statement, 0), keep_column(&reporter->told, statement, 1),
        keep_column(&reporter->told, statement, 2), keep_column(&reporter->told, statement, 3)};
}

static void find_missed(struct reporter *reporter, const struct content *content, sqlite3 *db) {
    sqlite3_stmt *statement = NULL;
    char hash[17];
    uint32_t today = clock_today();
    if (sqlite3_prepare_v2(db, most_missed, -1, &statement, NULL) != SQLITE_OK) return;
    snprintf(hash, sizeof hash, "%016" PRIx64, content->fingerprint);
    sqlite3_bind_int64(statement, 1, today);
    sqlite3_bind_text(statement, 2, hash, -1, SQLITE_STATIC);
    sqlite3_bind_int64(statement, 3, MISSED_LEAST);
    while (!reporter->report.missed.item && sqlite3_step(statement) == SQLITE_ROW)
        take_missed(reporter, content, statement, today);
    sqlite3_finalize(statement);
}

static void take_best(void *context, const char *sign, uint32_t score) {
    struct reporter *reporter = context;
    struct report *report = &reporter->report;
    report->best[report->best_count++] =
        (struct report_best){arena_text(&reporter->told, sign, strlen(sign)), score};
}

void reporter_tell(struct reporter *reporter, const struct content *content) {
    sqlite3 *db = NULL;
    arena_clear(&reporter->told);
    reporter->report.missed = (struct report_missed){0};
    reporter->report.best_count = 0;
    if (!*reporter->folder || database_open_to_read(&db, reporter->folder) != SQLITE_OK) return;
    find_missed(reporter, content, db);
    if (content->settings.board) board_read(db, clock_today(), REPORT_BEST, take_best, reporter);
    sqlite3_close(db);
}

/* A clock that jumped ahead would have everything cleared away: it is believed only when people have answered
   on two of the days that are kept. */
void reporter_clear(struct reporter *reporter, const struct settings *settings) {
    uint32_t today = clock_today(), days = 0;
    if (!reporter->store || !settings->keep_days || reporter->cleared == today) return;
    uint32_t before = clock_day_before(settings->keep_days - 1);
    if (!store_days_since(reporter->store, before, &days)) return;
    if (days >= 2 && today / 10000 >= YEAR_LEAST) store_clear_before(reporter->store, before);
    reporter->cleared = today;
}
