#include "cli/item_table.h"

#include <math.h>

static const struct column item_columns[] = {
    {"pack", "内容包", IN_CSV | IN_JSON, 0},
    {"item", "题号", EVERYWHERE, 0},
    {"rev", "版次", IN_CSV | IN_JSON, 0},
    {"topic", "主题", IN_CSV | IN_JSON, 0},
    {"form", "题型", IN_CSV | IN_JSON, 0},
    {"n", "作答", EVERYWHERE, 0},
    {"right", "答对", IN_CSV | IN_JSON, 0},
    {"facility", "正确率", EVERYWHERE, 2},
    {"discrimination", "区分度", EVERYWHERE, 2},
    {"median_ms", "中位用时毫秒", EVERYWHERE, 0},
    {"left", "中途离开", EVERYWHERE, 0},
    {"left_share", "离开率", IN_CSV | IN_JSON, 2},
    {"flags", "标记", IN_TEXT | IN_CSV, 0},
    {"flags", "标记", IN_JSON, 0},
    {"options", "各选项", IN_CSV, 0},
    {"options", "各选项", IN_JSON, 0},
    {"stem", "题干", EVERYWHERE, 0},
};
enum { ITEM_COLUMNS = sizeof item_columns / sizeof *item_columns };

static const struct {
    uint32_t flag;
    const char *key, *title;
} flags[] = {{FLAG_HARD, "hard", "太难"},
             {FLAG_EASY, "easy", "太易"},
             {FLAG_LURE, "lure", "干扰项过强"},
             {FLAG_IDLE_LURE, "idle_lure", "有一项没人选"},
             {FLAG_LEFT, "left", "常在这里离开"}};
enum { FLAGS = sizeof flags / sizeof *flags };

static const char *flag_titles(const struct item_statistics *item, struct arena *arena) {
    const char *list = "";
    for (int i = 0; i < FLAGS; i++)
        if (item->flags & flags[i].flag)
            list = arena_printf(arena, "%s%s%s", list, *list ? "、" : "", flags[i].title);
    return list;
}

static const char *flag_keys(const struct item_statistics *item, struct arena *arena) {
    const char *list = "";
    for (int i = 0; i < FLAGS; i++)
        if (item->flags & flags[i].flag)
            list = arena_printf(arena, "%s%s\"%s\"", list, *list ? ", " : "", flags[i].key);
    return arena_printf(arena, "[%s]", list);
}

static const struct result_option *next_option(const struct results *results,
                                               const struct item_statistics *item,
                                               const struct result_option *option) {
    uint32_t next = option ? option->next : item->about->option;
    return next == RESULT_NOTHING ? NULL : &results->options[next];
}

static const char *option_titles(const struct results *results, const struct item_statistics *item,
                                 struct arena *arena) {
    const struct result_option *option = NULL;
    const char *list = "";
    while ((option = next_option(results, item, option)))
        list = arena_printf(arena, "%s%s%s%s %.0f%%", list, *list ? "；" : "", option->text,
                            option->right ? "（对）" : "", 100 * option_share(item, option));
    return list;
}

static const char *option_objects(const struct results *results, const struct item_statistics *item,
                                  struct arena *arena) {
    const struct result_option *option = NULL;
    struct buf out;
    buf_init(&out);
    while ((option = next_option(results, item, option))) {
        buf_text(&out, out.len ? ", {\"text\": " : "{\"text\": ");
        buf_json(&out, str_of(option->text));
        buf_printf(&out, ", \"right\": %s, \"picked\": %u, \"share\": %.15g}",
                   option->right ? "true" : "false", option->picked,
                   item->n ? option_share(item, option) : 0);
    }
    const char *list = arena_printf(arena, "[%s]", out.at);
    buf_finish(&out);
    return list;
}

static void add_item(struct table *table, const struct results *results, const struct item_statistics *item) {
    const struct result_item *about = item->about;
    table_text(table, about->pack);
    table_text(table, about->item);
    table_number(table, about->rev);
    table_text(table, about->topic);
    table_text(table, about->form);
    table_number(table, item->n);
    table_number(table, item->right);
    table_number(table, item->facility);
    table_number(table, item->discrimination);
    table_number(table, item->n ? item->median_millis : NAN);
    table_number(table, item->left);
    table_number(table, item->left_share);
    table_text(table, flag_titles(item, &table->arena));
    table_json(table, flag_keys(item, &table->arena));
    table_text(table, option_titles(results, item, &table->arena));
    table_json(table, option_objects(results, item, &table->arena));
    table_text(table, about->stem);
}

/* A question that nobody has answered or left tells nothing. */
void item_table_make(struct table *table, const struct results *results, const struct statistics *made) {
    table_init(table, item_columns, ITEM_COLUMNS);
    for (uint32_t i = 0; i < made->item_count; i++)
        if (made->items[i].n || made->items[i].left) add_item(table, results, &made->items[i]);
}
