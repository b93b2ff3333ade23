#include <limits.h>
#include <string.h>

#include "base/utf8.h"
#include "content/color.h"
#include "content/element.h"
#include "content/hours.h"

/* The walk along the table of keys: one small check per type of value. */

/* A value that is being checked: where it stands, for messages. index < 0: the value of the key itself. */
struct spot {
    struct element *element;
    const struct key_row *row;
    const char *key; /* the path of the key inside the record */
    int index;
};

static void wrong(const struct spot *spot, enum message message, const char *remark, const char *fix) {
    element_problem(spot->element, message, spot->key, spot->index, remark, fix);
}

static const char *example_fix(const struct spot *spot) {
    const struct key_row *row = spot->row;
    char first = row->example[0];
    bool is_bare = first == '[' || first == '{' || row->type == KEY_BOOL || row->type == KEY_NUMBER;
    const char *quote = is_bare ? "" : "\"";
    return element_words(spot->element, "照这样写：\"%s\": %s%s%s", row->key, quote, row->example, quote);
}

static const char *const type_names[] = {[KEY_TEXT] = "一段文字",
                                         [KEY_TEXTS] = "一列文字",
                                         [KEY_ID] = "一段文字",
                                         [KEY_REF] = "一个 id",
                                         [KEY_MEMBER] = "一段文字",
                                         [KEY_MEMBERS] = "一列文字",
                                         [KEY_ROWS] = "一列成对的文字",
                                         [KEY_BOOL] = "true 或 false",
                                         [KEY_NUMBER] = "一个整数",
                                         [KEY_DAY] = "日期，如 \"2024-09-09\"",
                                         [KEY_HOURS] = "时间段，如 \"21:00-08:30\"",
                                         [KEY_COLOR] = "颜色，如 \"#0D2137\"",
                                         [KEY_CHOICE] = "一个词",
                                         [KEY_ANSWER] = "答案的字母，如 \"B\"",
                                         [KEY_RECORD] = "一对花括号",
                                         [KEY_RECORDS] = "一个列表"};
_Static_assert(sizeof type_names / sizeof type_names[0] == KEY_RECORDS + 1, "a name for every type");

static void wrong_type(const struct spot *spot, const char *wanted) {
    const char *gap = (unsigned char)wanted[0] < 0x80 ? " " : ""; /* 应当是 true, but 应当是一段文字 */
    wrong(spot, MESSAGE_KEY_TYPE, element_words(spot->element, "应当是%s%s", gap, wanted), example_fix(spot));
}

static bool has_control(const char *text) {
    for (; *text; text++) {
        if ((unsigned char)*text < 0x20 || *text == 0x7F) return true;
    }
    return false;
}

static void check_length(const struct spot *spot, struct str text, uint32_t most) {
    if (text.len <= most) return;
    size_t count = utf8_count(text);
    if (count <= most) return;
    wrong(spot, MESSAGE_KEY_LONG,
          element_words(spot->element, "共 %u 个字，最多 %u 个", (unsigned)count, (unsigned)most),
          "删短，或者拆成几条。");
}

static void check_words(const struct spot *spot, const cJSON *item, uint32_t most) {
    if (!cJSON_IsString(item)) {
        wrong_type(spot, "一段文字");
        return;
    }
    struct str text = str_of(item->valuestring);
    if (element_trim_str(text).len == 0) {
        wrong(spot, MESSAGE_KEY_BLANK, "引号里没有文字", "补上文字；用不到这一项就整行删去。");
    } else if (spot->element->has_escapes && has_control(item->valuestring)) {
        wrong(spot, MESSAGE_KEY_CONTROL, NULL, "删去 \\n、\\t 这样的记号，文字写成一段。");
    } else {
        check_length(spot, text, most);
    }
}

static uint32_t most_in_list(const struct key_row *row) {
    return row->type == KEY_TEXTS ? 300 : 120;
}

static void check_text(const struct spot *spot, const cJSON *item) {
    check_words(spot, item, key_most(spot->row));
}

static bool check_count(const struct spot *spot, const cJSON *item) {
    if (!cJSON_IsArray(item)) {
        wrong_type(spot, type_names[spot->row->type]);
        return false;
    }
    uint32_t count = 0, least = (uint32_t)spot->row->least, most = key_most(spot->row);
    const cJSON *child;
    cJSON_ArrayForEach(child, item) count++;
    if (count < least) {
        wrong(spot, MESSAGE_KEY_FEW,
              element_words(spot->element, "有 %u 项，至少要 %u 项", (unsigned)count, (unsigned)least),
              element_words(spot->element, "补足 %u 项。", (unsigned)least));
    } else if (count > most) {
        wrong(spot, MESSAGE_KEY_MANY,
              element_words(spot->element, "有 %u 项，最多 %u 项", (unsigned)count, (unsigned)most),
              element_words(spot->element, "删到 %u 项以内。", (unsigned)most));
    }
    return count <= most;
}

static void check_texts(const struct spot *spot, const cJSON *list) {
    if (!check_count(spot, list)) return;
    struct spot inner = {spot->element, spot->row, spot->key, 0};
    for (const cJSON *item = list->child; item; item = item->next, inner.index++) {
        check_words(&inner, item, most_in_list(spot->row));
    }
}

static void check_row(const struct spot *spot, const cJSON *row) {
    if (!cJSON_IsArray(row) || cJSON_GetArraySize(row) != 2) {
        wrong_type(spot, "两段文字，如 [\"甲\", \"乙\"]");
        return;
    }
    struct spot inner = {spot->element, spot->row,
                         element_words(spot->element, "%s[%d]", spot->key, spot->index), 0};
    for (const cJSON *item = row->child; item; item = item->next, inner.index++)
        check_words(&inner, item, 60);
}

static void check_rows(const struct spot *spot, const cJSON *list) {
    if (!check_count(spot, list)) return;
    struct spot inner = {spot->element, spot->row, spot->key, 0};
    const cJSON *row;
    cJSON_ArrayForEach(row, list) {
        check_row(&inner, row);
        inner.index++;
    }
}

static bool is_id_byte(unsigned char c) {
    bool is_letter = (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
    return is_letter || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';
}

/* Letters, digits, '-', '_', '.' and Chinese characters. */
static bool is_id(struct str text) {
    const char *at = text.at, *end = text.at + text.len;
    while (at < end) {
        if (is_id_byte((unsigned char)*at)) {
            at++;
        } else if (!utf8_is_han(utf8_next(&at, end))) {
            return false;
        }
    }
    return text.len > 0 && text.len <= KEY_ID_MOST;
}

static void check_id(const struct spot *spot, const cJSON *item) {
    if (!cJSON_IsString(item)) {
        wrong_type(spot, "一段文字，数字也要加引号");
    } else if (!is_id(str_of(item->valuestring))) {
        wrong(spot, MESSAGE_KEY_ID, "只能用字母、数字、- _ . 和汉字，64 个字节以内", example_fix(spot));
    }
}

static void check_reference(const struct spot *spot, const cJSON *item) {
    if (!cJSON_IsString(item)) {
        wrong_type(spot, "一个 id");
    } else if (element_trim(item->valuestring).len == 0) {
        wrong(spot, MESSAGE_KEY_BLANK, "引号里没有 id", "补上 id；用不到这一项就整行删去。");
    }
}

static void check_bool(const struct spot *spot, const cJSON *item) {
    if (!cJSON_IsBool(item)) wrong_type(spot, "true 或 false，不加引号");
}

static void check_number(const struct spot *spot, const cJSON *item) {
    const struct key_row *row = spot->row;
    bool is_whole = cJSON_IsNumber(item) && item->valuedouble == item->valueint;
    if (!cJSON_IsNumber(item)) {
        wrong_type(spot, "整数，不加引号");
    } else if (!is_whole || item->valueint < row->least || item->valueint > row->most) {
        const char *range =
            element_words(spot->element, "%d 到 %d 之间的整数", (int)row->least, (int)row->most);
        wrong(spot, MESSAGE_KEY_RANGE, element_words(spot->element, "应当是 %s", range),
              element_words(spot->element, "改成 %s。", range));
    }
}

static bool is_digits(const char *at, size_t count) {
    for (size_t i = 0; i < count; i++) {
        if (at[i] < '0' || at[i] > '9') return false;
    }
    return true;
}

static int two_digits(const char *at) {
    return (at[0] - '0') * 10 + (at[1] - '0');
}

static int days_of_month(int year, int month) {
    static const char days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool is_leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return days[month - 1] + (month == 2 && is_leap);
}

static bool is_day(const char *text) {
    if (strlen(text) != 10 || text[4] != '-' || text[7] != '-') return false;
    if (!is_digits(text, 4) || !is_digits(text + 5, 2) || !is_digits(text + 8, 2)) return false;
    int year = two_digits(text) * 100 + two_digits(text + 2);
    int month = two_digits(text + 5), day = two_digits(text + 8);
    return month >= 1 && month <= 12 && day >= 1 && day <= days_of_month(year, month);
}

static void check_hours(const struct spot *spot, const cJSON *item) {
    struct hours hours;
    if (!cJSON_IsString(item)) {
        wrong_type(spot, type_names[KEY_HOURS]);
    } else if (!hours_read(item->valuestring, &hours)) {
        wrong(spot, MESSAGE_KEY_HOURS, "没有这样的时间段，或者写法不对",
              "写成 \"21:00-08:30\" 的样子：两位时、两位分，中间一个减号，两头不能相同。");
    }
}

static void check_day(const struct spot *spot, const cJSON *item) {
    if (!cJSON_IsString(item)) {
        wrong_type(spot, type_names[KEY_DAY]);
    } else if (!is_day(item->valuestring)) {
        wrong(spot, MESSAGE_KEY_DAY, "没有这一天，或者写法不对",
              "写成 \"2024-09-09\" 的样子：四位年、两位月、两位日。");
    }
}

/* What is most often meant: the mark was left out, or written short as in web pages. */
static const char *color_fix(const struct spot *spot, struct str text) {
    const char *at = text.at + str_starts(text, STR("#"));
    size_t digits = strspn(at, "0123456789ABCDEFabcdef");
    if (!at[digits] && digits == 6) return element_words(spot->element, "改成 \"#%s\"。", at);
    if (!at[digits] && digits == 3)
        return element_words(spot->element, "改成 \"#%c%c%c%c%c%c\"。", at[0], at[0], at[1], at[1], at[2],
                             at[2]);
    return element_words(spot->element, "写成 \"%s\" 的样子：# 后面六位，用 0–9 和 A–F。",
                         spot->row->example);
}

static void check_color(const struct spot *spot, const cJSON *item) {
    uint32_t rgb;
    if (!cJSON_IsString(item)) {
        wrong_type(spot, type_names[KEY_COLOR]);
    } else if (!color_read(item->valuestring, &rgb)) {
        wrong(spot, MESSAGE_KEY_COLOR, NULL, color_fix(spot, str_of(item->valuestring)));
    }
}

/* "ready|draft|retired" → "ready、draft、retired" */
static const char *spelled_out(struct element *element, const char *choices) {
    const char *words = "";
    for (;;) {
        size_t len = strcspn(choices, "|");
        words = element_words(element, "%s%s%.*s", words, *words ? "、" : "", (int)len, choices);
        if (!choices[len]) return words;
        choices += len + 1;
    }
}

static void check_choice(const struct spot *spot, const cJSON *item) {
    if (!cJSON_IsString(item)) {
        wrong_type(spot, "一个词");
    } else if (!key_has_choice(spot->row, str_of(item->valuestring))) {
        const char *choices = spelled_out(spot->element, spot->row->choices);
        wrong(spot, MESSAGE_KEY_CHOICE, NULL,
              element_words(spot->element, "从这些词里选一个：%s。", choices));
    }
}

/* What the answer says is read with the question; here it must be a text. */
static void check_answer(const struct spot *spot, const cJSON *item) {
    if (cJSON_IsBool(item)) {
        wrong(spot, MESSAGE_KEY_TYPE, "判断题的答案写“对”或“错”",
              element_words(spot->element, "改成 \"%s\"。", cJSON_IsTrue(item) ? "对" : "错"));
    } else if (cJSON_IsArray(item)) {
        wrong(spot, MESSAGE_KEY_TYPE, "几个字母写在一起，不用列表", "改成 \"ACD\" 的样子。");
    } else if (!cJSON_IsString(item)) {
        wrong(spot, MESSAGE_KEY_TYPE, "答案用字母写，不用序号", "A 是第一个选项：改成 \"A\" 的样子。");
    }
}

static void check_value(const struct spot *spot, const cJSON *item);

static const cJSON *child_of(const cJSON *object, const char *key) {
    return cJSON_GetObjectItemCaseSensitive(object, key);
}

static void report_unknown(struct element *element, enum record_kind kind, const char *prefix,
                           const char *key) {
    const struct key_row *near = element->diags ? key_nearest(kind, str_of(key)) : NULL;
    const char *title = record_kind_title(kind);
    const char *fix = near ? element_words(element, "是不是想写 \"%s\"（%s）？", near->key, near->meaning)
                           : element_words(element, "删去这一项；自己的备注请写成 \"x-%s\"。", key);
    element_problem(element, MESSAGE_KEY_UNKNOWN, element_words(element, "%s%s", prefix, key), -1,
                    element_words(element, "%s没有这一项，不起作用", title), fix);
}

static bool is_note(const char *key) {
    return strncmp(key, "x-", 2) == 0;
}

static void check_nested(const struct spot *spot, const cJSON *item) {
    struct element *element = spot->element;
    if (!cJSON_IsObject(item)) {
        wrong_type(spot, "一对花括号");
        return;
    }
    const char *prefix =
        spot->index < 0 ? spot->key : element_words(element, "%s[%d]", spot->key, spot->index);
    enum record_kind kind = spot->row->of;
    for (const cJSON *child = item->child; child; child = child->next) {
        if (!key_find(kind, str_of(child->string)) && !is_note(child->string))
            report_unknown(element, kind, element_words(element, "%s.", prefix), child->string);
    }
    for (uint32_t i = key_first(kind), end = i + key_count(kind); i < end; i++) {
        const cJSON *child = child_of(item, key_rows[i].key);
        struct spot inner = {element, &key_rows[i], element_words(element, "%s.%s", prefix, key_rows[i].key),
                             -1};
        if (child) {
            check_value(&inner, child);
        } else if (key_rows[i].required) {
            wrong(spot, MESSAGE_KEY_MISSING, element_words(element, "缺少 \"%s\"", key_rows[i].key),
                  example_fix(&inner));
        }
    }
}

static void check_records(const struct spot *spot, const cJSON *list) {
    if (!check_count(spot, list)) return;
    struct spot inner = {spot->element, spot->row, spot->key, 0};
    const cJSON *item;
    cJSON_ArrayForEach(item, list) {
        check_nested(&inner, item);
        inner.index++;
    }
}

typedef void value_check(const struct spot *spot, const cJSON *item);

static value_check *const checks[] = {
    [KEY_TEXT] = check_text,      [KEY_TEXTS] = check_texts,   [KEY_ID] = check_id,
    [KEY_REF] = check_reference,  [KEY_MEMBER] = check_text,   [KEY_MEMBERS] = check_texts,
    [KEY_ROWS] = check_rows,      [KEY_BOOL] = check_bool,     [KEY_NUMBER] = check_number,
    [KEY_DAY] = check_day,        [KEY_HOURS] = check_hours,   [KEY_COLOR] = check_color,
    [KEY_CHOICE] = check_choice,  [KEY_ANSWER] = check_answer, [KEY_RECORD] = check_nested,
    [KEY_RECORDS] = check_records};
_Static_assert(sizeof checks / sizeof checks[0] == KEY_RECORDS + 1, "a check for every type");

static void check_value(const struct spot *spot, const cJSON *item) {
    checks[spot->row->type](spot, item);
}

static void check_member(struct element *element, const cJSON *item) {
    const struct key_index *keys = &element->content->catalog->keys;
    const struct key_row *row = key_index_find(keys, element->kind, item->string);
    if (!row) {
        if (!is_note(item->string)) report_unknown(element, element->kind, "", item->string);
        return;
    }
    if (cJSON_IsNull(item)) return;
    element->fields[row - key_rows - keys->first[element->kind]] = item;
    struct spot spot = {element, row, row->key, -1};
    check_value(&spot, item);
}

static void check_required(struct element *element) {
    const struct key_row *row = &key_rows[element->content->catalog->keys.first[element->kind]];
    for (uint32_t i = 0; row + i < key_rows + key_row_count && row[i].record == element->kind; i++) {
        if (!row[i].required || element->fields[i]) continue;
        struct spot spot = {element, &row[i], "", -1};
        const char *remark = element_words(element, "没有 \"%s\"（%s）", row[i].key, row[i].meaning);
        wrong(&spot, MESSAGE_KEY_MISSING, remark, example_fix(&spot));
    }
}

bool element_check(struct element *element) {
    memset(element->fields, 0, sizeof element->fields);
    for (const cJSON *item = element->object->child; item; item = item->next) check_member(element, item);
    check_required(element);
    return !element->failed;
}
