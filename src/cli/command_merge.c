#include <inttypes.h>
#include <stdio.h>
#include <time.h>
#include <unistd.h>

#include "cli/cli.h"
#include "cli/clock.h"
#include "cli/options.h"
#include "cli/scores.h"
#include "cli/steward.h"
#include "store/database.h"
#include "store/disk.h"
#include "store/merge.h"
#include "store/migrate.h"
#include "store/verify.h"

/* Stores of many machines into one, a copy of one, and a look through one. */

/* To write into a store it must be ours alone. */
static bool open_alone(const char *folder, struct database *database, int *lock) {
    disk_make_folder(folder);
    *lock = disk_take_lock(folder);
    if (*lock == -1) fprintf(stderr, "anzhi: %s 里的成绩正由另一个安知在写，请先让它退出。\n", folder);
    if (*lock == -2) fprintf(stderr, "anzhi: %s 不能写，请检查文件夹的权限。\n", folder);
    if (*lock < 0) return false;
    int code = database_open(database, folder, clock_now_millis());
    if (code != SQLITE_OK) scores_complain(folder, code);
    return code == SQLITE_OK;
}

static bool merge_one(struct database *database, const char *folder) {
    struct merge_count count;
    int code = merge_from(database->db, folder, &count);
    if (code != SQLITE_OK) {
        scores_complain(folder, code);
        return false;
    }
    printf("%s：新增 %" PRIu64 " 行，已有 %" PRIu64 " 行", folder, count.added, count.known);
    if (count.differing) printf("，同一编号而内容不同 %" PRIu64 " 行（没有合并）", count.differing);
    printf("\n");
    fflush(stdout);
    return count.differing == 0;
}

static bool read_data(int argc, char **argv, const char *letters, const char **data, const char **file) {
    static const struct option options[] = {{"data", required_argument, NULL, 'd'}, {0}};
    for (int found; (found = options_next_short(argc, argv, letters, options)) != -1;) {
        if (found == '?') return false;
        if (found == 'd') *data = optarg;
        if (found == 'o') *file = optarg;
    }
    return true;
}

int command_merge(int argc, char **argv) {
    const char *data = NULL, *file = NULL;
    struct steward steward = {0};
    struct database database = {0};
    int lock;
    bool sound = true;
    if (!read_data(argc, argv, "", &data, &file)) return EXIT_FAILED;
    if (optind == argc) {
        fprintf(stderr, "anzhi: 请写出要合并的数据文件夹，可以写几个。\n");
        return EXIT_FAILED;
    }
    steward_init(&steward, data);
    bool open = open_alone(steward.folder, &database, &lock);
    for (int i = optind; open && i < argc; i++) sound = merge_one(&database, argv[i]) && sound;
    if (open) database_close(&database);
    if (lock >= 0) close(lock);
    return !open ? EXIT_FAILED : sound ? EXIT_FINE : EXIT_WARNED;
}

int command_backup(int argc, char **argv) {
    const char *data = NULL, *file = NULL;
    sqlite3 *db;
    if (!read_data(argc, argv, "o:", &data, &file) || !options_end(argc, argv, 0)) return EXIT_FAILED;
    if (!file) {
        fprintf(stderr, "anzhi: 请用 -o 写出备份的文件名，如 -o 成绩备份.db。\n");
        return EXIT_FAILED;
    }
    if (!scores_open(data, &db)) return EXIT_FAILED;
    int code = back_up(db, file);
    sqlite3_close(db);
    if (code != SQLITE_OK) {
        fprintf(stderr, "anzhi: 备份没有写成：%s。\n", file);
        return EXIT_FAILED;
    }
    printf("备份好了：%s\n", file);
    return EXIT_FINE;
}

static bool print_finding(uint64_t number, const char *finding) {
    if (number) printf("  %" PRIu64 " %s\n", number, finding);
    return number;
}

/* What is odd but harmless is told; what should not be is a warning. */
static int print_verdict(const struct verdict *verdict) {
    if (*verdict->damage) {
        printf("成绩库已损坏：%s\n", verdict->damage);
        return EXIT_FAILED;
    }
    printf("成绩库完好：%" PRIu64 " 台机器，%" PRIu64 " 轮，%" PRIu64 " 次作答\n", verdict->kiosks,
           verdict->rounds, verdict->answers);
    print_finding(verdict->broken, "轮没有结尾：答到一半断电或被关掉");
    bool odd = print_finding(verdict->unexplained, "次作答找不到当时的题目");
    odd = print_finding(verdict->doubled, "行的机器和行号相同：这台机器的硬盘可能被复制过") || odd;
    odd = print_finding(verdict->missing, "个行号空着：有的行没有合并进来") || odd;
    return odd ? EXIT_WARNED : EXIT_FINE;
}

int command_verify(int argc, char **argv) {
    const char *data = NULL, *file = NULL;
    struct verdict verdict;
    sqlite3 *db;
    if (!read_data(argc, argv, "", &data, &file) || !options_end(argc, argv, 0)) return EXIT_FAILED;
    if (!scores_open(data, &db)) return EXIT_FAILED;
    int code = verify(db, &verdict);
    sqlite3_close(db);
    if (code == SQLITE_OK || *verdict.damage) return print_verdict(&verdict);
    fprintf(stderr, "anzhi: 成绩库检查到一半出错。\n");
    return EXIT_FAILED;
}
