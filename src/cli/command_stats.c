#include <math.h>
#include <stdio.h>
#include <unistd.h>

#include "cli/cli.h"
#include "cli/item_table.h"
#include "cli/options.h"
#include "cli/scores.h"

/* What the scores say. */

enum by { BY_DAY, BY_PACK, BY_QUESTION, BY_KIOSK, BY_TOPIC, BY_HOUR, BYS };
static const char *const by_words[BYS] = {"day", "pack", "question", "kiosk", "topic", "hour"};
static const char *const by_titles[BYS] = {"日期", "内容包", "题号", "机器", "主题", "钟点"};

struct stats_options {
    const char *data;
    int by, format;
};

/* By anything else */

static const struct column group_columns[] = {
    {"name", "", EVERYWHERE, 0},
    {"started", "开始", EVERYWHERE, 0},
    {"ended", "答完", EVERYWHERE, 0},
    {"n", "作答", EVERYWHERE, 0},
    {"right", "答对", IN_CSV | IN_JSON, 0},
    {"facility", "正确率", EVERYWHERE, 2},
    {"mean_score", "平均分", EVERYWHERE, 1},
    {"median_ms", "中位用时毫秒", EVERYWHERE, 0},
};
enum { GROUP_COLUMNS = sizeof group_columns / sizeof *group_columns };

/* A round has questions of several packs and topics: it is counted at none of them. */
static bool has_rounds(enum by by) {
    return by != BY_PACK && by != BY_TOPIC;
}

static void add_groups(struct table *table, struct column *columns, const struct results *results,
                       enum by by) {
    static const enum group groups[BYS] = {[BY_DAY] = GROUP_DAY,
                                           [BY_PACK] = GROUP_PACK,
                                           [BY_KIOSK] = GROUP_KIOSK,
                                           [BY_TOPIC] = GROUP_TOPIC,
                                           [BY_HOUR] = GROUP_HOUR};
    uint32_t count;
    for (int i = 0; i < GROUP_COLUMNS; i++) columns[i] = group_columns[i];
    columns[0].title = by_titles[by];
    table_init(table, columns, GROUP_COLUMNS);
    const struct group_statistics *list = statistics_group(results, groups[by], &table->arena, &count);
    for (uint32_t i = 0; i < count; i++) {
        table_text(table, list[i].name);
        table_number(table, has_rounds(by) ? list[i].started : NAN);
        table_number(table, has_rounds(by) ? list[i].ended : NAN);
        table_number(table, list[i].n);
        table_number(table, list[i].right);
        table_number(table, list[i].facility);
        table_number(table, list[i].mean_score);
        table_number(table, list[i].n ? list[i].median_millis : NAN);
    }
}

/* Reading and printing */

static void print_reliabilities(const struct statistics *made) {
    for (uint32_t i = 0; i < made->reliability_count; i++) {
        const struct reliability *one = &made->reliabilities[i];
        printf("%s，每轮 %u 题，共 %u 轮：", one->mode, one->questions, one->rounds);
        if (isnan(one->kr20))
            printf("轮数还太少，信度（KR-20）不作估计\n");
        else
            printf("信度（KR-20）%.2f\n", one->kr20);
    }
    if (made->reliability_count) printf("\n");
}

static int print(const struct results *results, const struct stats_options *options) {
    struct column columns[GROUP_COLUMNS];
    struct statistics made;
    struct table table;
    struct buf out;
    struct arena arena;
    arena_init(&arena);
    statistics_make(results, &arena, &made);
    if (options->by == BY_QUESTION)
        item_table_make(&table, results, &made);
    else
        add_groups(&table, columns, results, (enum by)options->by);
    buf_init(&out);
    table_print(&table, (enum table_format)options->format, &out);
    if (options->format == TABLE_TEXT) print_reliabilities(&made);
    fwrite(out.at, 1, out.len, stdout);
    buf_finish(&out);
    table_finish(&table);
    arena_finish(&arena);
    return EXIT_FINE;
}

static bool read_options(int argc, char **argv, struct stats_options *out) {
    static const struct option options[] = {{"data", required_argument, NULL, 'd'},
                                            {"by", required_argument, NULL, 'b'},
                                            {"format", required_argument, NULL, 'f'},
                                            {0}};
    for (int found; (found = options_next(argc, argv, options)) != -1;) {
        if (found == '?') return false;
        if (found == 'd') out->data = optarg;
        if (found == 'b' && (out->by = option_choice("--by", optarg, by_words, BYS)) < 0) return false;
        if (found == 'f' &&
            (out->format = option_choice("--format", optarg, table_format_words, TABLE_FORMATS)) < 0)
            return false;
    }
    return options_end(argc, argv, 0);
}

int command_stats(int argc, char **argv) {
    struct stats_options options = {.by = BY_DAY};
    struct results results;
    if (!read_options(argc, argv, &options)) return EXIT_FAILED;
    if (!scores_read(options.data, &results)) return EXIT_FAILED;
    int status = print(&results, &options);
    results_finish(&results);
    return status;
}
