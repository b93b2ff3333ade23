#include "cli/scores.h"

#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "cli/steward.h"
#include "store/database.h"

static const char *reason(int code) {
    switch (code) {
    case SQLITE_CANTOPEN:
        return "打不开，请检查文件夹和读取权限";
    case SQLITE_NOTADB:
    case SQLITE_CORRUPT:
        return "不是安知的成绩库，或者已经损坏";
    case SQLITE_SCHEMA:
        return "是另一版安知写的，请用同一版的程序";
    case SQLITE_BUSY:
        return "正忙，请稍后再试";
    default:
        return "读取失败";
    }
}

static bool is_missing(const char *folder) {
    char path[STORE_PATH];
    return !database_path(path, folder, "scores.db") || (access(path, F_OK) != 0 && errno == ENOENT);
}

void scores_complain(const char *folder, int code) {
    if (is_missing(folder))
        fprintf(stderr, "anzhi: %s 里还没有成绩（scores.db）。用 --data 指出成绩在哪个文件夹。\n", folder);
    else
        fprintf(stderr, "anzhi: %s/scores.db %s。\n", folder, reason(code));
}

bool scores_open(const char *data, sqlite3 **db) {
    struct steward steward = {0};
    steward_init(&steward, data);
    int code = database_open_to_read(db, steward.folder);
    if (code != SQLITE_OK) scores_complain(steward.folder, code & 0xFF);
    return code == SQLITE_OK;
}

static void tell_progress(void *context, uint64_t read) {
    (void)context;
    fprintf(stderr, "\r已读 %" PRIu64 " 条", read);
}

bool scores_read(const char *data, struct results *results) {
    sqlite3 *db;
    bool watched = isatty(STDERR_FILENO);
    if (!scores_open(data, &db)) return false;
    int code = results_read(results, db, watched ? tell_progress : NULL, NULL);
    if (watched && results->count) fprintf(stderr, "\r\033[K");
    if (code != SQLITE_OK) {
        fprintf(stderr, "anzhi: 成绩读到一半出错：%s。\n", reason(code));
        results_finish(results);
    }
    sqlite3_close(db);
    return code == SQLITE_OK;
}
