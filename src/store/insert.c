#include "store/insert.h"

#include <inttypes.h>
#include <stdio.h>

/* Columns stand in the order of schema.sql. */
static const char *const texts[INSERTS] = {
    [INSERT_SHOWN] = "INSERT OR IGNORE INTO shown VALUES (?,?,?,?,?,?,?,?,?,?)",
    [INSERT_ANSWER] = "INSERT OR IGNORE INTO answer VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
    [INSERT_ROUND] = "INSERT OR IGNORE INTO round VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
    [INSERT_FLAG] = "INSERT OR IGNORE INTO flag VALUES (?,?,?,?,?,?)",
    [INSERT_SWITCH] = "INSERT OR IGNORE INTO switch VALUES (?,?,?,?,?,?,?)",
};

int insert_prepare(struct database *database) {
    int code = SQLITE_OK;
    for (int i = 0; i < INSERTS && code == SQLITE_OK; i++)
        code = sqlite3_prepare_v3(database->db, texts[i], -1, SQLITE_PREPARE_PERSISTENT,
                                  &database->inserts[i], NULL);
    return code;
}

void insert_finish(struct database *database) {
    for (int i = 0; i < INSERTS; i++) {
        sqlite3_finalize(database->inserts[i]);
        database->inserts[i] = NULL;
    }
}

/* Binds one column after the other. */
struct binder {
    sqlite3_stmt *statement;
    int column;
};

static void bind_text(struct binder *binder, const char *text) {
    sqlite3_bind_text(binder->statement, ++binder->column, text, -1, SQLITE_STATIC);
}

static void bind_number(struct binder *binder, int64_t number) {
    sqlite3_bind_int64(binder->statement, ++binder->column, number);
}

static void bind_key(struct binder *binder, const struct row_key *key) {
    sqlite3_bind_blob(binder->statement, ++binder->column, key->bytes, KEY_BYTES, SQLITE_STATIC);
}

static struct binder begin(const struct database *database, enum insert insert) {
    return (struct binder){database->inserts[insert], 0};
}

static struct binder begin_row(const struct database *database, enum insert insert, const struct row *row) {
    struct binder binder = begin(database, insert);
    bind_key(&binder, &row->key);
    bind_text(&binder, database->kiosk);
    bind_number(&binder, row->seq);
    bind_number(&binder, row->at);
    bind_number(&binder, row->day);
    return binder;
}

static int run(const struct binder *binder) {
    int code = sqlite3_step(binder->statement);
    sqlite3_reset(binder->statement);
    return code == SQLITE_DONE ? SQLITE_OK : code;
}

static int insert_shown(struct database *database, const struct shown *shown) {
    char hash[17];
    struct binder binder = begin(database, INSERT_SHOWN);
    snprintf(hash, sizeof hash, "%016" PRIx64, shown->pack_hash);
    bind_number(&binder, shown_id(shown));
    bind_text(&binder, shown->pack);
    bind_text(&binder, hash);
    bind_text(&binder, shown->item);
    bind_number(&binder, shown->rev);
    bind_text(&binder, shown->topic);
    bind_text(&binder, shown->form);
    bind_text(&binder, shown->stem);
    bind_text(&binder, shown->options);
    bind_text(&binder, shown->answer);
    return run(&binder);
}

static int insert_answer(struct database *database, const struct row *row) {
    const struct answer_row *answer = &row->as.answer;
    int code = insert_shown(database, &answer->shown);
    if (code != SQLITE_OK) return code;
    struct binder binder = begin_row(database, INSERT_ANSWER, row);
    bind_key(&binder, &answer->round);
    bind_number(&binder, answer->place);
    bind_text(&binder, answer->mode);
    bind_number(&binder, answer->player);
    bind_number(&binder, shown_id(&answer->shown));
    bind_text(&binder, answer->choice);
    bind_number(&binder, answer->correct);
    bind_number(&binder, answer->again);
    bind_number(&binder, answer->millis);
    return run(&binder);
}

static int insert_round(struct database *database, const struct row *row) {
    const struct round_row *round = &row->as.round;
    int code = round->open ? insert_shown(database, round->open) : SQLITE_OK;
    if (code != SQLITE_OK) return code;
    struct binder binder = begin_row(database, INSERT_ROUND, row);
    bind_text(&binder, round->mode);
    bind_number(&binder, round->player);
    bind_text(&binder, round->code);
    bind_number(&binder, round->planned);
    bind_number(&binder, round->answered);
    bind_number(&binder, round->correct);
    bind_number(&binder, round->score);
    bind_number(&binder, (int64_t)round->millis);
    bind_number(&binder, round->abandoned);
    bind_number(&binder, round->open ? shown_id(round->open) : 0);
    bind_text(&binder, round->sign);
    return run(&binder);
}

static int insert_flag(struct database *database, const struct row *row) {
    int code = insert_shown(database, &row->as.flag.shown);
    if (code != SQLITE_OK) return code;
    struct binder binder = begin_row(database, INSERT_FLAG, row);
    bind_number(&binder, shown_id(&row->as.flag.shown));
    return run(&binder);
}

static int insert_switch(struct database *database, const struct row *row) {
    struct binder binder = begin_row(database, INSERT_SWITCH, row);
    bind_text(&binder, row->as.turned.item);
    bind_number(&binder, row->as.turned.off);
    return run(&binder);
}

int insert_row(struct database *database, const struct row *row) {
    static int (*const inserts[])(struct database *, const struct row *) = {[ROW_ANSWER] = insert_answer,
                                                                            [ROW_ROUND] = insert_round,
                                                                            [ROW_FLAG] = insert_flag,
                                                                            [ROW_SWITCH] = insert_switch};
    _Static_assert(sizeof inserts / sizeof *inserts == ROW_KINDS, "every kind of row is written");
    return inserts[row->kind](database, row);
}
