#include <math.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "cli/cli.h"
#include "cli/item_table.h"
#include "cli/options.h"
#include "cli/scores.h"
#include "cli/sink.h"
#include "cli/tables.h"
#include "store/database.h"

/* The scores as files for spreadsheets and other programs. */

enum what { WHAT_RESULTS, WHAT_QUESTIONS, WHAT_REGISTER, WHATS };
static const char *const what_words[WHATS] = {"results", "questions", "register"};

/* A column, and what stands in it in SQL. */
struct source_column {
    struct column column;
    enum cell_kind kind;
    const char *sql;
};

#define LETTERS(list) "(SELECT group_concat(char(65 + value), '') FROM json_each(" list "))"
#define MOMENT(format) "strftime('" format "', at / 1000, 'unixepoch', 'localtime')"
#define DAY "printf('%04d-%02d-%02d', day / 10000, day / 100 % 100, day % 100)"

static const struct source_column results_columns[] = {
    {{"key", "编号", IN_JSON, 0}, CELL_TEXT, "lower(hex(key))"},
    {{"kiosk", "机器", EVERYWHERE, 0}, CELL_TEXT, "kiosk"},
    {{"seq", "第几行", EVERYWHERE, 0}, CELL_NUMBER, "seq"},
    {{"day", "日期", EVERYWHERE, 0}, CELL_TEXT, DAY},
    {{"time", "时间", EVERYWHERE, 0}, CELL_TEXT, MOMENT("%H:%M:%S")},
    {{"at", "", IN_JSON, 0}, CELL_NUMBER, "at"},
    {{"round", "轮次", EVERYWHERE, 0}, CELL_TEXT, "lower(hex(round))"},
    {{"place", "第几题", IN_JSON, 0}, CELL_NUMBER, "place"},
    {{"place", "第几题", IN_CSV, 0}, CELL_NUMBER, "place + 1"},
    {{"mode", "方式", EVERYWHERE, 0}, CELL_TEXT, "mode"},
    {{"player", "谁", EVERYWHERE, 0}, CELL_NUMBER, "player"},
    {{"pack", "内容包", EVERYWHERE, 0}, CELL_TEXT, "pack"},
    {{"pack_hash", "", IN_JSON, 0}, CELL_TEXT, "pack_hash"},
    {{"item", "题号", EVERYWHERE, 0}, CELL_TEXT, "item"},
    {{"rev", "版次", EVERYWHERE, 0}, CELL_NUMBER, "rev"},
    {{"topic", "主题", EVERYWHERE, 0}, CELL_TEXT, "topic"},
    {{"form", "题型", EVERYWHERE, 0}, CELL_TEXT, "form"},
    {{"stem", "题干", EVERYWHERE, 0}, CELL_TEXT, "stem"},
    {{"options", "", IN_JSON, 0}, CELL_JSON, "options"},
    {{"options", "选项", IN_CSV, 0},
     CELL_TEXT,
     "(SELECT group_concat(char(65 + key) || ' ' || value, '；') FROM json_each(options))"},
    {{"answer", "", IN_JSON, 0}, CELL_JSON, "answer"},
    {{"answer", "正确答案", IN_CSV, 0}, CELL_TEXT, LETTERS("answer")},
    {{"choice", "", IN_JSON, 0}, CELL_JSON, "choice"},
    {{"choice", "所选", IN_CSV, 0}, CELL_TEXT, LETTERS("choice")},
    {{"correct", "对错", EVERYWHERE, 0}, CELL_NUMBER, "correct"},
    {{"again", "再来一次", EVERYWHERE, 0}, CELL_NUMBER, "again"},
    {{"millis", "用时毫秒", EVERYWHERE, 0}, CELL_NUMBER, "millis"},
};

static const struct source_column register_columns[] = {
    {{"key", "轮次", EVERYWHERE, 0}, CELL_TEXT, "lower(hex(key))"},
    {{"kiosk", "机器", EVERYWHERE, 0}, CELL_TEXT, "kiosk"},
    {{"seq", "第几行", EVERYWHERE, 0}, CELL_NUMBER, "seq"},
    {{"day", "日期", EVERYWHERE, 0}, CELL_TEXT, DAY},
    {{"time", "结束时间", EVERYWHERE, 0}, CELL_TEXT, MOMENT("%H:%M:%S")},
    {{"at", "", IN_JSON, 0}, CELL_NUMBER, "at"},
    {{"mode", "方式", EVERYWHERE, 0}, CELL_TEXT, "mode"},
    {{"player", "谁", EVERYWHERE, 0}, CELL_NUMBER, "player"},
    {{"planned", "题数", EVERYWHERE, 0}, CELL_NUMBER, "planned"},
    {{"answered", "答了几题", EVERYWHERE, 0}, CELL_NUMBER, "answered"},
    {{"correct", "答对几题", EVERYWHERE, 0}, CELL_NUMBER, "correct"},
    {{"score", "得分", EVERYWHERE, 0}, CELL_NUMBER, "score"},
    {{"millis", "用时毫秒", EVERYWHERE, 0}, CELL_NUMBER, "millis"},
    {{"abandoned", "中途离开", EVERYWHERE, 0}, CELL_NUMBER, "abandoned"},
    {{"sign", "代号", EVERYWHERE, 0}, CELL_TEXT, "sign"},
    {{"code", "复现代码", EVERYWHERE, 0}, CELL_TEXT, "code"},
};

enum { COLUMNS_MOST = sizeof results_columns / sizeof *results_columns };

struct query {
    const struct source_column *columns;
    uint32_t count;
    const char *from;
};

static const struct query queries[WHATS] = {
    [WHAT_RESULTS] = {results_columns, sizeof results_columns / sizeof *results_columns,
                      "answer JOIN shown ON shown.id = answer.shown"},
    [WHAT_REGISTER] = {register_columns, sizeof register_columns / sizeof *register_columns, "round"},
};

struct export_options {
    const char *data, *file;
    int what;
};

/* What the file does not take is not reckoned out. */
static void write_sql(const struct query *query, unsigned shows, struct buf *sql) {
    for (uint32_t i = 0; i < query->count; i++)
        buf_printf(sql, "%s %s", i ? "," : "SELECT",
                   query->columns[i].column.shown & shows ? query->columns[i].sql : "NULL");
    buf_printf(sql, " FROM %s ORDER BY kiosk, seq", query->from);
}

static struct cell cell_of(sqlite3_stmt *statement, int column, enum cell_kind kind) {
    if (sqlite3_column_type(statement, column) == SQLITE_NULL) return (struct cell){.kind = CELL_NOTHING};
    if (kind == CELL_NUMBER)
        return (struct cell){.kind = kind, .number = sqlite3_column_double(statement, column)};
    return (struct cell){.kind = kind, .text = (const char *)sqlite3_column_text(statement, column)};
}

static void tell_progress(uint64_t written) {
    enum { STEP = 50000 };
    if (written % STEP == 0 && isatty(STDERR_FILENO))
        fprintf(stderr, "\r已写 %llu 行", (unsigned long long)written);
}

static int write_rows(sqlite3_stmt *statement, const struct query *query, struct sink *sink,
                      uint64_t *written) {
    struct cell cells[COLUMNS_MOST];
    int code;
    while ((code = sqlite3_step(statement)) == SQLITE_ROW) {
        for (uint32_t i = 0; i < query->count; i++)
            cells[i] = cell_of(statement, (int)i, query->columns[i].kind);
        sink_row(sink, cells);
        tell_progress(++*written);
    }
    return code;
}

static bool query_into(sqlite3 *db, const struct query *query, unsigned shows, struct sink *sink,
                       uint64_t *written) {
    struct buf sql;
    sqlite3_stmt *statement = NULL;
    buf_init(&sql);
    write_sql(query, shows, &sql);
    int code = sqlite3_prepare_v2(db, sql.at, -1, &statement, NULL);
    if (code == SQLITE_OK) code = write_rows(statement, query, sink, written);
    sqlite3_finalize(statement);
    buf_finish(&sql);
    if (code != SQLITE_DONE) fprintf(stderr, "anzhi: 成绩读到一半出错：%s。\n", sqlite3_errmsg(db));
    return code == SQLITE_DONE;
}

/* The file appears under its name only when all of it could be read, too. */
static bool export_query(const struct export_options *options, enum sink_kind kind, uint64_t *written) {
    const struct query *query = &queries[options->what];
    struct column columns[COLUMNS_MOST];
    sqlite3 *db;
    for (uint32_t i = 0; i < query->count; i++) columns[i] = query->columns[i].column;
    if (!scores_open(options->data, &db)) return false;
    struct sink *sink = sink_create(options->file, kind, columns, query->count);
    bool sound = sink && query_into(db, query, sink_shows(kind), sink, written);
    if (sink) sound = sound ? sink_close(sink) : (sink_drop(sink), false);
    sqlite3_close(db);
    return sound;
}

static bool export_questions(const struct export_options *options, enum sink_kind kind, uint64_t *written) {
    struct results results;
    struct statistics made;
    struct table table;
    struct arena arena;
    if (!scores_read(options->data, &results)) return false;
    arena_init(&arena);
    statistics_make(&results, &arena, &made);
    item_table_make(&table, &results, &made);
    struct sink *sink = sink_create(options->file, kind, table.columns, table.column_count);
    for (uint64_t row = 0; sink && row < table_rows(&table); row++)
        sink_row(sink, table_cell(&table, row, 0));
    *written = table_rows(&table);
    bool sound = sink && sink_close(sink);
    table_finish(&table);
    arena_finish(&arena);
    results_finish(&results);
    return sound;
}

bool tables_write_rounds(const char *data, const char *file) {
    const struct export_options options = {.data = data, .file = file, .what = WHAT_REGISTER};
    enum sink_kind kind;
    uint64_t written = 0;
    return sink_kind_of(file, &kind) && export_query(&options, kind, &written);
}

bool tables_write_questions(const char *data, const char *file) {
    const struct export_options options = {.data = data, .file = file, .what = WHAT_QUESTIONS};
    enum sink_kind kind;
    uint64_t written = 0;
    return sink_kind_of(file, &kind) && export_questions(&options, kind, &written);
}

static bool read_options(int argc, char **argv, struct export_options *out) {
    static const struct option options[] = {
        {"data", required_argument, NULL, 'd'}, {"what", required_argument, NULL, 'w'}, {0}};
    for (int found; (found = options_next_short(argc, argv, "o:", options)) != -1;) {
        if (found == '?') return false;
        if (found == 'd') out->data = optarg;
        if (found == 'o') out->file = optarg;
        if (found == 'w' && (out->what = option_choice("--what", optarg, what_words, WHATS)) < 0)
            return false;
    }
    if (!options_end(argc, argv, 0)) return false;
    if (!out->file) fprintf(stderr, "anzhi: 请用 -o 写出文件名，如 -o 成绩.xlsx。\n");
    return out->file;
}

int command_export(int argc, char **argv) {
    struct export_options options = {0};
    enum sink_kind kind;
    uint64_t written = 0;
    if (!read_options(argc, argv, &options) || !sink_kind_of(options.file, &kind)) return EXIT_FAILED;
    bool sound = options.what == WHAT_QUESTIONS ? export_questions(&options, kind, &written)
                                                : export_query(&options, kind, &written);
    if (isatty(STDERR_FILENO)) fprintf(stderr, "\r\033[K");
    if (!sound) return EXIT_FAILED;
    printf("写好了 %llu 行：%s\n", (unsigned long long)written, options.file);
    return EXIT_FINE;
}
