#include "store/store.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/memory.h"
#include "store/database.h"
#include "store/disk.h"
#include "store/key.h"
#include "store/retention.h"

/* A day's answers of a busy kiosk: a full disk is noticed before they are lost. */
enum { QUEUE_ROOM = 4096 };

/* With fewer others nothing is said of how many somebody surpassed. */
enum { COMPANY = 10 };

struct waiting {
    struct arena arena; /* of its texts */
    struct row row;
};

struct store {
    char folder[STORE_PATH];
    struct database database;
    bool open, taken;
    int lock; /* a descriptor; -1: none */
    struct waiting *queue[QUEUE_ROOM];
    uint32_t waiting, lost, set_aside;
    int code;
    store_saved *saved;
    void *context;
};

static void take_lock(struct store *store) {
    if (store->lock >= 0 || store->taken || !*store->folder) return;
    disk_make_folder(store->folder);
    store->lock = disk_take_lock(store->folder);
    store->taken = store->lock == -1;
}

static bool is_damage(int code) {
    return code == SQLITE_CORRUPT || code == SQLITE_NOTADB;
}

static void shut(struct store *store) {
    if (store->open) database_close(&store->database);
    store->open = false;
}

/* A disk may misread once, and SQLite takes that for damage, too: what is damaged is so at a second look. */
static int open_file(struct store *store, int64_t now) {
    int code = database_open(&store->database, store->folder, now);
    return is_damage(code) ? database_open(&store->database, store->folder, now) : code;
}

/* Once a damaged file is out of the way a new one begins. */
static bool open_database(struct store *store, int64_t now) {
    if (store->open) return true;
    take_lock(store);
    if (store->lock < 0) return false;
    int code = open_file(store, now);
    if (is_damage(code) && database_set_aside(store->folder)) {
        store->set_aside++;
        code = database_open(&store->database, store->folder, now);
    }
    store->open = code == SQLITE_OK;
    if (code != SQLITE_OK) store->code = code;
    return store->open;
}

struct store *store_create(const char *folder, enum store_claim *claim) {
    struct store *store = memory_zeroed(sizeof *store);
    store->lock = -1;
    if (snprintf(store->folder, sizeof store->folder, "%s", folder) >= STORE_PATH) *store->folder = '\0';
    take_lock(store);
    *claim = store->taken ? STORE_TAKEN : store->lock < 0 ? STORE_UNREACHABLE : STORE_OURS;
    return store;
}

static void release(struct waiting *waiting) {
    arena_finish(&waiting->arena);
    memory_give_back(waiting);
}

uint32_t store_destroy(struct store *store) {
    if (!store) return 0;
    if (store->waiting) store_retry(store, store->queue[0]->row.at);
    uint32_t lost = store->lost + store->waiting;
    for (uint32_t i = 0; i < store->waiting; i++) release(store->queue[i]);
    shut(store);
    if (store->lock >= 0) close(store->lock);
    memory_give_back(store);
    return lost;
}

void store_tell(struct store *store, store_saved *saved, void *context) {
    store->saved = saved;
    store->context = context;
}

static bool enqueue(struct store *store, const struct row *row) {
    if (store->waiting == QUEUE_ROOM) {
        store->lost++;
        return false;
    }
    struct waiting *waiting = memory_zeroed(sizeof *waiting);
    arena_init(&waiting->arena);
    row_copy(row, &waiting->arena, &waiting->row);
    store->queue[store->waiting++] = waiting;
    return true;
}

/* The disk has them all. */
static void acknowledge(struct store *store) {
    for (uint32_t i = 0; i < store->waiting; i++) {
        if (store->saved) store->saved(store->context, &store->queue[i]->row);
        release(store->queue[i]);
    }
    store->waiting = 0;
}

static int write_all(struct store *store) {
    struct row *rows[QUEUE_ROOM];
    for (uint32_t i = 0; i < store->waiting; i++) rows[i] = &store->queue[i]->row;
    return database_write(&store->database, rows, store->waiting);
}

/* After a failed sync or commit nobody knows what the disk has: closing and checking anew is the way to find
   out. */
static void give_up(struct store *store, int code) {
    store->code = code;
    if (code == SQLITE_BUSY) return;
    if (store->open) database_leave_log(&store->database, is_damage(code));
    shut(store);
}

static int write_what_waits(struct store *store) {
    int code = store->waiting ? write_all(store) : SQLITE_OK;
    if (code != SQLITE_OK) {
        give_up(store, code);
    } else if (store->waiting) {
        store->code = SQLITE_OK;
        acknowledge(store);
    }
    return code;
}

/* What seems damaged is opened again, which checks it; a second time it is out of the way. */
bool store_retry(struct store *store, int64_t now) {
    enum { LOOKS = 3 };
    int code = SQLITE_CORRUPT;
    for (int look = 0; look < LOOKS && is_damage(code); look++) {
        if (!open_database(store, now)) return false;
        code = write_what_waits(store);
        if (look > 0 && is_damage(code) && database_set_aside(store->folder)) store->set_aside++;
    }
    return code == SQLITE_OK;
}

bool store_new_key(int64_t now, struct row_key *key) {
    return key_make(now, key);
}

static bool has_key(const struct row_key *key) {
    static const struct row_key none;
    return memcmp(key, &none, sizeof none) != 0;
}

bool store_add(struct store *store, const struct row *row) {
    struct row own = *row;
    if (store->taken) return false;
    if (!has_key(&own.key) && !key_make(own.at, &own.key)) return false;
    return enqueue(store, &own) && store_retry(store, own.at);
}

struct store_health store_health(const struct store *store) {
    return (struct store_health){store->open, store->waiting, store->lost, store->set_aside, store->code};
}

const char *store_kiosk(const struct store *store) {
    return store->open ? store->database.kiosk : "";
}

static bool ask(struct store *store, const char *sql, int64_t *number) {
    if (!store->open) return false;
    int code = database_number(store->database.db, sql, 0, number);
    if (code != SQLITE_OK) give_up(store, code & 0xFF);
    return code == SQLITE_OK;
}

bool store_clear_before(struct store *store, uint32_t day) {
    if (!store->open) return false;
    int code = retention_clear(store->database.db, day);
    if (code != SQLITE_OK) give_up(store, code);
    return code == SQLITE_OK;
}

bool store_days_since(struct store *store, uint32_t day, uint32_t *days) {
    char sql[128];
    int64_t found = 0;
    snprintf(sql, sizeof sql, "SELECT count(DISTINCT day) FROM answer WHERE day >= %u", day);
    bool known = ask(store, sql, &found);
    *days = known ? (uint32_t)found : 0;
    return known;
}

bool store_day(struct store *store, uint32_t day, struct store_day *out) {
    char sql[256];
    int64_t rounds = 0, started = 0, right = 0;
    snprintf(sql, sizeof sql, "SELECT count(DISTINCT round) FROM answer WHERE day = %u", day);
    bool known = ask(store, sql, &started);
    snprintf(sql, sizeof sql, "SELECT count(*) FROM round WHERE day = %u AND NOT abandoned", day);
    known = known && ask(store, sql, &rounds);
    snprintf(sql, sizeof sql, "SELECT count(*) FROM answer WHERE day = %u AND correct AND NOT again", day);
    known = known && ask(store, sql, &right);
    *out = (struct store_day){(uint32_t)rounds, (uint32_t)right, (uint32_t)started};
    return known;
}

bool store_percentile(struct store *store, uint32_t day, uint32_t score, uint32_t *percent) {
    char sql[256];
    int64_t found = 0;
    snprintf(sql, sizeof sql,
             "SELECT CASE WHEN count(*) > %d THEN sum(score < %u) * 100 / (count(*) - 1) END FROM round"
             " WHERE day = %u AND NOT abandoned",
             COMPANY, score, day);
    bool known = ask(store, sql, &found);
    *percent = known ? (uint32_t)found : 0;
    return known;
}
