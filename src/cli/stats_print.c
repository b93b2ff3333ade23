#include "cli/stats_print.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/utf8.h"

enum { NAME_COLUMNS = 40, NUMBER_COLUMNS = 8, ROBOT_COLUMNS = 20, CUE_COLUMNS = 11 };

static void pad(struct buf *out, int columns) {
    for (int i = 0; i < columns; i++) buf_char(out, ' ');
}

static void print_left(struct buf *out, const char *text, int columns) {
    buf_text(out, text);
    pad(out, columns - utf8_columns(str_of(text)));
}

static void print_right(struct buf *out, const char *text, int columns) {
    pad(out, columns - utf8_columns(str_of(text)));
    buf_text(out, text);
}

static void print_number(struct buf *out, uint32_t number) {
    char text[16];
    snprintf(text, sizeof text, "%u", (unsigned)number);
    print_right(out, text, NUMBER_COLUMNS);
}

static void print_head(struct buf *out, const char *title) {
    buf_char(out, '\n');
    print_left(out, title, NAME_COLUMNS + 2);
    print_right(out, "手写", NUMBER_COLUMNS);
    print_right(out, "生成", NUMBER_COLUMNS);
    print_right(out, "合计", NUMBER_COLUMNS);
    buf_char(out, '\n');
}

static void print_row(struct buf *out, const char *name, const uint32_t count[ORIGINS]) {
    buf_text(out, "  ");
    print_left(out, name, NAME_COLUMNS);
    for (uint32_t i = 0; i < ORIGINS; i++) print_number(out, count[i]);
    print_number(out, count[BY_HAND] + count[GENERATED]);
    buf_char(out, '\n');
}

static void print_nonzero(struct buf *out, const char *name, const uint32_t count[ORIGINS]) {
    if (count[BY_HAND] + count[GENERATED]) print_row(out, name, count);
}

static void print_names(struct buf *out, const char *title, const struct stats_names *names) {
    print_head(out, title);
    for (uint32_t i = 0; i < names->count; i++)
        print_row(out, *names->list[i].name ? names->list[i].name : "没有写", names->list[i].count);
}

static uint32_t playable_cards(const struct content *content) {
    uint32_t count = 0;
    for (uint32_t i = 0; i < content->card_count; i++)
        count += record_is_playable(&content->cards[i].record, 0);
    return count;
}

static void print_totals(struct buf *out, const struct stats *stats, const struct content *content) {
    print_head(out, "总数");
    print_row(out, "题目", stats->asked);
    print_row(out, "其中展台能用的", stats->kiosk);
    print_row(out, "出自多少条材料", stats->records);
    buf_printf(out, "  卡片 %u 张。", (unsigned)playable_cards(content));
    uint32_t made = stats->asked[GENERATED], records = stats->records[GENERATED];
    if (records) {
        buf_printf(out, "一条材料平均生成 %u.%u 种题。", (unsigned)(made / records),
                   (unsigned)(made * 10u / records % 10u));
    }
    buf_char(out, '\n');
}

static void print_kinds(struct buf *out, const struct stats *stats) {
    print_head(out, "题型");
    for (uint32_t i = 0; i < QUIZ_KINDS; i++)
        print_nonzero(out, quiz_kind_title((enum quiz_kind)i), stats->kinds[i]);
}

static void print_levels(struct buf *out, const struct stats *stats) {
    print_head(out, "难度");
    for (uint32_t i = 1; i < STATS_LEVELS; i++) {
        char name[16];
        snprintf(name, sizeof name, "%u 级", (unsigned)i);
        print_nonzero(out, name, stats->levels[i]);
    }
}

static void print_flaws(struct buf *out, const struct stats *stats) {
    print_head(out, "毛病");
    print_row(out, "有严重毛病的题（一道也不许有）", stats->critical);
    print_row(out, "有毛病的题（不超过百分之二）", stats->flaws[FLAW_NONE]);
    for (uint32_t i = 1; i < FLAWS; i++) {
        char name[64];
        snprintf(name, sizeof name, "%s%s", flaw_is_critical((enum flaw)i) ? "严重：" : "",
                 flaw_title((enum flaw)i));
        print_nonzero(out, name, stats->flaws[i]);
    }
}

/* 5.991 is written 5.99: the digits behind that say nothing. */
static void print_thousandths(struct buf *out, uint64_t value) {
    buf_printf(out, "%u.%02u", (unsigned)(value / 1000), (unsigned)(value % 1000 / 10));
}

static void print_places(struct buf *out, const uint32_t *keys, uint32_t n) {
    uint64_t square = stats_chi_square(keys, n), most = stats_chi_square_most(n);
    buf_printf(out, "  %u 个选项的：", (unsigned)n);
    for (uint32_t i = 0; i < n; i++) buf_printf(out, "%c %u　", (int)('A' + i), (unsigned)keys[i]);
    buf_text(out, "卡方 ");
    print_thousandths(out, square);
    buf_text(out, square <= most ? "，不超过 " : "，超过 ");
    print_thousandths(out, most);
    buf_text(out, square <= most ? "，匀\n" : "，不匀\n");
}

static void print_keys(struct buf *out, const struct stats *stats) {
    buf_text(out, "\n单选题的答案在屏幕上的位置\n");
    for (uint32_t n = 2; n < STATS_PLACES; n++) {
        uint32_t count = 0;
        for (uint32_t i = 0; i < n; i++) count += stats->keys[n][i];
        if (count) print_places(out, stats->keys[n], n);
    }
}

static void print_points(struct buf *out, const struct stats_robot *robot) {
    int64_t tenths = stats_above_chance(robot);
    char text[32];
    snprintf(text, sizeof text, "%s%u.%u", tenths < 0 ? "-" : "+", (unsigned)(llabs(tenths) / 10),
             (unsigned)(llabs(tenths) % 10));
    print_right(out, text, CUE_COLUMNS);
}

/* For each origin: how often it saw a cue and was right, and its points above chance. */
static void print_robot(struct buf *out, enum robot robot, const struct stats_robot tallies[ORIGINS]) {
    buf_text(out, "  ");
    print_left(out, robot_title(robot), ROBOT_COLUMNS);
    for (uint32_t i = 0; i < ORIGINS; i++) {
        char text[32];
        snprintf(text, sizeof text, "%u/%u", (unsigned)tallies[i].right, (unsigned)tallies[i].picked);
        print_right(out, text, CUE_COLUMNS);
        print_points(out, &tallies[i]);
    }
    buf_char(out, '\n');
}

static void print_robots(struct buf *out, const struct stats *stats) {
    buf_text(out, "\n什么也不懂，只看写法来猜（猜对／有得猜的题，比瞎猜高几分）\n");
    pad(out, ROBOT_COLUMNS + 2);
    print_right(out, "手写", CUE_COLUMNS);
    print_right(out, "高几分", CUE_COLUMNS);
    print_right(out, "生成", CUE_COLUMNS);
    print_right(out, "高几分", CUE_COLUMNS);
    buf_char(out, '\n');
    for (uint32_t i = 0; i < ROBOTS; i++) print_robot(out, (enum robot)i, stats->robots[i]);
}

void stats_print(const struct stats *stats, const struct content *content, struct buf *out) {
    print_totals(out, stats, content);
    print_kinds(out, stats);
    print_names(out, "内容包", &stats->packs);
    print_names(out, "主题", &stats->topics);
    print_levels(out, stats);
    print_flaws(out, stats);
    print_keys(out, stats);
    print_robots(out, stats);
}
