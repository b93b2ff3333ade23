#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "cli/cli.h"
#include "cli/html.h"
#include "cli/options.h"
#include "cli/plot.h"
#include "cli/scores.h"
#include "store/statistics.h"

/* The scores as a page for whoever organised the week: how many came, what they knew, what they did not. */

enum { HARDEST = 10, ENOUGH = 10 };

static const char style[] =
    "@page { size: A4; margin: 16mm 15mm; }\n"
    "* { box-sizing: border-box; }\n"
    "body { margin: 0; background: #E4ECF1; color: #0D2137; line-height: 1.6;\n"
    "  font-family: \"Noto Sans CJK SC\", \"Source Han Sans SC\", \"Microsoft YaHei\", \"PingFang SC\", sans-serif; }\n"
    "main { max-width: 820px; margin: 0 auto; padding: 40px 50px; background: #FFFFFF; }\n"
    "h1, h2, .figures b { font-family: \"Noto Serif CJK SC\", \"Source Han Serif SC\", SimSun, serif; }\n"
    "h1 { font-size: 30px; margin: 0 0 4px; }\n"
    "h2 { font-size: 19px; margin: 34px 0 8px; padding-left: 10px; border-left: 5px solid #FFC65A; break-after: avoid; }\n"
    "p { margin: 4px 0; color: #43586C; }\n"
    ".figures { display: flex; gap: 14px; margin-top: 22px; }\n"
    ".figures div { flex: 1; padding: 12px 14px; background: #143C61; color: #FFFFFF; border-radius: 8px;\n"
    "  print-color-adjust: exact; -webkit-print-color-adjust: exact; }\n"
    ".figures b { display: block; font-size: 30px; line-height: 1.25; }\n"
    ".figures span { font-size: 14px; }\n"
    "svg { print-color-adjust: exact; -webkit-print-color-adjust: exact; }\n"
    "svg.columns { width: 100%; height: auto; display: block; }\n"
    "svg.columns text { font-size: 13px; text-anchor: middle; fill: #43586C; }\n"
    "svg.columns text.number { fill: #0D2137; }\n"
    "svg.share { width: 100%; height: 10px; display: block; }\n"
    "table { width: 100%; border-collapse: collapse; font-size: 14px; }\n"
    "th { text-align: left; font-weight: normal; color: #43586C; border-bottom: 1.5px solid #0D2137; }\n"
    "th, td { padding: 6px 8px 6px 0; vertical-align: top; }\n"
    "td { border-bottom: 1px solid #C6D4DE; }\n"
    "tr { break-inside: avoid; }\n"
    ".n { text-align: right; white-space: nowrap; }\n"
    ".bar { width: 26%; vertical-align: middle; }\n"
    "small { color: #43586C; }\n"
    "footer { margin-top: 34px; font-size: 13px; color: #43586C; }\n"
    "@media print { body { background: none; } main { padding: 0; max-width: none; } }\n";

struct report {
    const struct results *results;
    struct statistics statistics;
    struct group_statistics *days;
    uint32_t day_count, started, ended, n, right;
    struct arena arena;
    struct buf out;
};

static void put_percent(struct buf *out, double share) {
    if (isnan(share))
        buf_text(out, "–");
    else
        buf_printf(out, "%.0f%%", 100 * share);
}

static double share_of(uint32_t part, uint32_t whole) {
    return whole ? (double)part / whole : NAN;
}

static void add_up(struct report *report) {
    for (uint32_t i = 0; i < report->day_count; i++) {
        report->started += report->days[i].started;
        report->ended += report->days[i].ended;
        report->n += report->days[i].n;
        report->right += report->days[i].right;
    }
}

static void put_head(struct report *report) {
    struct buf *out = &report->out;
    uint32_t machines;
    statistics_group(report->results, GROUP_KIOSK, &report->arena, &machines);
    buf_text(out, "<h1>网络安全知识问答情况</h1>\n<p>");
    if (report->day_count > 1)
        buf_printf(out, "%s 至 %s", report->days[0].name, report->days[report->day_count - 1].name);
    else if (report->day_count)
        buf_text(out, report->days[0].name);
    buf_printf(out, "，%u 天，%u 台机器</p>\n", report->day_count, machines);
}

static void put_figure(struct buf *out, const char *name) {
    buf_printf(out, "</b><span>%s</span></div>\n", name);
}

static void put_figures(struct report *report) {
    struct buf *out = &report->out;
    buf_printf(out, "<div class=\"figures\">\n<div><b>%u", report->started);
    put_figure(out, "参与人次");
    buf_text(out, "<div><b>");
    put_percent(out, share_of(report->ended, report->started));
    put_figure(out, "完成率");
    buf_printf(out, "<div><b>%u", report->n);
    put_figure(out, "答题次数");
    buf_text(out, "<div><b>");
    put_percent(out, share_of(report->right, report->n));
    put_figure(out, "正确率");
    buf_text(out, "</div>\n");
}

static void put_columns(struct report *report, const char *title, const char *note,
                        const struct group_statistics *groups, uint32_t count, int skip) {
    struct plot_bar *bars = ARENA_LIST(&report->arena, struct plot_bar, count + 1u);
    for (uint32_t i = 0; i < count; i++)
        bars[i] = (struct plot_bar){groups[i].name + skip, groups[i].started, groups[i].ended};
    buf_printf(&report->out, "<h2>%s</h2>\n<p>%s</p>\n", title, note);
    plot_columns(&report->out, bars, count);
}

/* A year can't be drawn by days. */
static void put_days(struct report *report) {
    enum { MOST = 120, YEAR = 5 };
    bool many = report->day_count > MOST;
    uint32_t first = many ? report->day_count - MOST : 0;
    put_columns(report, many ? "最近 120 个答题日" : "每天", "整柱是开始答题的人次，深色是答完的。",
                report->days + first, report->day_count - first, YEAR);
}

static void put_hours(struct report *report) {
    uint32_t count;
    struct group_statistics *hours = statistics_group(report->results, GROUP_HOUR, &report->arena, &count);
    put_columns(report, "一天里的钟点", "几点钟来的人多，布展和轮班可以参考。", hours, count, 0);
}

static int compare_shares(const void *a, const void *b) {
    double x = ((const struct group_statistics *)a)->facility,
           y = ((const struct group_statistics *)b)->facility;
    return (x > y) - (x < y);
}

static void put_topics(struct report *report) {
    struct buf *out = &report->out;
    uint32_t count;
    struct group_statistics *topics = statistics_group(report->results, GROUP_TOPIC, &report->arena, &count);
    if (count) qsort(topics, count, sizeof *topics, compare_shares);
    buf_text(out, "<h2>各主题的正确率</h2>\n<table>\n<tr><th>主题</th><th class=\"n\">答题</th><th></th>"
                  "<th class=\"n\">正确率</th></tr>\n");
    for (uint32_t i = 0; i < count; i++) {
        if (!topics[i].n) continue;
        buf_text(out, "<tr><td>");
        html_text(out, topics[i].name);
        buf_printf(out, "</td><td class=\"n\">%u</td><td class=\"bar\">", topics[i].n);
        plot_share(out, topics[i].facility, "#08705F");
        buf_text(out, "</td><td class=\"n\">");
        put_percent(out, topics[i].facility);
        buf_text(out, "</td></tr>\n");
    }
    buf_text(out, "</table>\n");
}

static int compare_hard(const void *a, const void *b) {
    const struct item_statistics *x = a, *y = b;
    if (x->facility != y->facility) return (x->facility > y->facility) - (x->facility < y->facility);
    return (x->n < y->n) - (x->n > y->n);
}

/* The wrong option that drew most, and the right one. */
static void put_options(struct report *report, const struct item_statistics *item) {
    const struct result_option *lure = NULL, *right = NULL;
    const struct results *results = report->results;
    for (uint32_t i = item->about->option; i != RESULT_NOTHING; i = results->options[i].next) {
        const struct result_option *option = &results->options[i];
        if (option->right && !right) right = option;
        if (!option->right && (!lure || option->picked > lure->picked)) lure = option;
    }
    buf_text(&report->out, "<br><small>");
    if (right) {
        buf_text(&report->out, "正确：");
        html_text(&report->out, right->text);
    }
    if (lure && lure->picked) {
        buf_text(&report->out, "　最多人错选：");
        html_text(&report->out, lure->text);
        buf_text(&report->out, " ");
        put_percent(&report->out, option_share(item, lure));
    }
    buf_text(&report->out, "</small>");
}

static void put_hard_item(struct report *report, const struct item_statistics *item) {
    struct buf *out = &report->out;
    buf_text(out, "<tr><td>");
    html_text(out, item->about->stem);
    put_options(report, item);
    buf_printf(out, "</td><td class=\"n\">%u</td><td class=\"bar\">", item->n);
    plot_share(out, item->facility, "#A8430F");
    buf_text(out, "</td><td class=\"n\">");
    put_percent(out, item->facility);
    buf_text(out, "</td></tr>\n");
}

/* Of a few answers nothing follows. */
static void put_hardest(struct report *report) {
    struct item_statistics *items = report->statistics.items;
    uint32_t count = 0, shown = 0;
    for (uint32_t i = 0; i < report->statistics.item_count; i++)
        if (items[i].n >= ENOUGH) items[count++] = items[i];
    if (count) qsort(items, count, sizeof *items, compare_hard);
    buf_printf(&report->out, "<h2>最易错的题</h2>\n<p>答过 %d 次以上的题里，正确率最低的%s。</p>\n", ENOUGH,
               count ? "在前" : "还没有");
    if (!count) return;
    buf_text(
        &report->out,
        "<table>\n<tr><th>题目</th><th class=\"n\">答题</th><th></th><th class=\"n\">正确率</th></tr>\n");
    for (; shown < count && shown < HARDEST; shown++) put_hard_item(report, &items[shown]);
    buf_text(&report->out, "</table>\n");
}

static void put_foot(struct report *report) {
    buf_text(&report->out,
             "<footer>一人次是一轮问答，同一个人可以答几轮。正确率只看第一次作答，错过以后的再来一次不算。"
             "成绩只记哪一题、选了什么、用了多久，不记姓名、电话和影像。</footer>\n");
}

static void put_report(struct report *report) {
    html_begin(&report->out, "网络安全知识问答情况", style);
    put_head(report);
    put_figures(report);
    if (report->day_count) {
        put_days(report);
        put_hours(report);
        put_topics(report);
        put_hardest(report);
    }
    put_foot(report);
    html_end(&report->out);
}

static bool write_report(const struct results *results, const char *file) {
    struct report report = {.results = results};
    arena_init(&report.arena);
    buf_init(&report.out);
    statistics_make(results, &report.arena, &report.statistics);
    report.days = statistics_group(results, GROUP_DAY, &report.arena, &report.day_count);
    add_up(&report);
    put_report(&report);
    bool written = html_write(file, buf_get(&report.out));
    buf_finish(&report.out);
    arena_finish(&report.arena);
    return written;
}

int command_report(int argc, char **argv) {
    static const struct option options[] = {{"data", required_argument, NULL, 'd'}, {0}};
    const char *data = NULL, *file = NULL;
    struct results results;
    for (int found; (found = options_next_short(argc, argv, "o:", options)) != -1;) {
        if (found == '?') return EXIT_FAILED;
        if (found == 'd') data = optarg;
        if (found == 'o') file = optarg;
    }
    if (!options_end(argc, argv, 0)) return EXIT_FAILED;
    if (!file) fprintf(stderr, "anzhi: 请用 -o 写出文件名，如 -o 报告.html。\n");
    if (!file || !scores_read(data, &results)) return EXIT_FAILED;
    bool written = write_report(&results, file);
    results_finish(&results);
    if (written) printf("写好了：%s\n", file);
    return written ? EXIT_FINE : EXIT_FAILED;
}
