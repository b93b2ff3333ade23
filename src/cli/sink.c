#include "cli/sink.h"

#include <errno.h>
#include <math.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/memory.h"
#include "cli/spreadsheet.h"
#include "store/disk.h"

enum { PATH_ROOM = 4096, FLUSH_AT = 1 << 16 };

struct sink {
    enum sink_kind kind;
    const struct column *columns;
    uint32_t column_count;
    char path[PATH_ROOM], part[PATH_ROOM + 8];
    FILE *file;
    struct spreadsheet *spreadsheet;
    struct buf lines;
};

bool sink_kind_of(const char *path, enum sink_kind *kind) {
    static const char *const endings[] = {
        [SINK_CSV] = ".csv", [SINK_XLSX] = ".xlsx", [SINK_JSONL] = ".jsonl"};
    for (uint32_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        *kind = (enum sink_kind)i;
        if (str_ends(str_of(path), str_of(endings[i]))) return true;
    }
    fprintf(stderr, "anzhi: 文件名要以 .csv、.xlsx 或 .jsonl 结尾，不能写“%s”。\n", path);
    return false;
}

unsigned sink_shows(enum sink_kind kind) {
    return kind == SINK_JSONL ? IN_JSON : IN_CSV;
}

static bool complain(const struct sink *sink) {
    fprintf(stderr, "anzhi: %s 写不了：%s。\n", sink->path, strerror(errno));
    return false;
}

static bool open_file(struct sink *sink) {
    if (sink->kind == SINK_XLSX)
        sink->spreadsheet = spreadsheet_create(sink->part, sink->columns, sink->column_count);
    else
        sink->file = fopen(sink->part, "wb");
    return sink->spreadsheet || sink->file || complain(sink);
}

static void begin(struct sink *sink) {
    if (sink->kind == SINK_CSV) csv_titles(&sink->lines, sink->columns, sink->column_count);
}

struct sink *sink_create(const char *path, enum sink_kind kind, const struct column *columns,
                         uint32_t count) {
    struct sink *sink = memory_zeroed(sizeof *sink);
    *sink = (struct sink){.kind = kind, .columns = columns, .column_count = count};
    buf_init(&sink->lines);
    snprintf(sink->path, sizeof sink->path, "%s", path);
    snprintf(sink->part, sizeof sink->part, "%s.part", path);
    if (!open_file(sink)) {
        memory_give_back(sink);
        return NULL;
    }
    begin(sink);
    return sink;
}

static void flush(struct sink *sink) {
    fwrite(sink->lines.at, 1, sink->lines.len,
           sink->file); /* an error stays with the file until it is closed */
    buf_clear(&sink->lines);
}

void sink_row(struct sink *sink, const struct cell *cells) {
    if (sink->kind == SINK_XLSX)
        spreadsheet_row(sink->spreadsheet, cells);
    else if (sink->kind == SINK_CSV)
        csv_row(&sink->lines, sink->columns, sink->column_count, cells);
    else
        json_row(&sink->lines, sink->columns, sink->column_count, cells);
    if (sink->file && sink->lines.len > FLUSH_AT) flush(sink);
}

static bool close_file(struct sink *sink) {
    if (sink->spreadsheet) return spreadsheet_close(sink->spreadsheet);
    flush(sink);
    bool sound = !ferror(sink->file);
    return fclose(sink->file) == 0 && sound;
}

static void destroy(struct sink *sink) {
    buf_finish(&sink->lines);
    memory_give_back(sink);
}

bool sink_close(struct sink *sink) {
    bool sound = close_file(sink) && disk_settle(sink->part) && rename(sink->part, sink->path) == 0 &&
                 disk_settle_folder(sink->path);
    if (!sound) {
        complain(sink);
        unlink(sink->part);
    }
    destroy(sink);
    return sound;
}

void sink_drop(struct sink *sink) {
    close_file(sink);
    unlink(sink->part);
    destroy(sink);
}
