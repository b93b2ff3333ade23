#include "exchange/clutter.h"

#include <string.h>

#include "base/utf8.h"

enum where { WHOLE, START, END, IN_SHORT };

struct row {
    enum clutter clutter;
    enum where where;
    const char *words;
};

static const struct row rows[] = {
    {CLUTTER_REST, WHOLE, "END"},
    {CLUTTER_REST, WHOLE, "-END-"},
    {CLUTTER_REST, WHOLE, "- END -"},
    {CLUTTER_REST, WHOLE, "— END —"},
    {CLUTTER_REST, WHOLE, "—END—"},
    {CLUTTER_REST, WHOLE, "【END】"},
    {CLUTTER_REST, WHOLE, "推荐阅读"},
    {CLUTTER_REST, WHOLE, "延伸阅读"},
    {CLUTTER_REST, WHOLE, "相关阅读"},
    {CLUTTER_REST, IN_SHORT, "往期"},
    {CLUTTER_REST, WHOLE, "精彩回顾"},
    {CLUTTER_REST, START, "相关新闻"},
    {CLUTTER_REST, START, "相关链接"},
    {CLUTTER_REST, START, "预览时标签不可点"},
    {CLUTTER_REST, START, "继续滑动看下一个"},
    {CLUTTER_REST, START, "分享网络安全知识 强化网络安全意识"},
    {CLUTTER_REST, START, "上一篇"},
    {CLUTTER_REST, START, "下一篇"},
    {CLUTTER_LINE, START, "原创"},
    {CLUTTER_LINE, START, "扫码"},
    {CLUTTER_LINE, START, "长按"},
    {CLUTTER_LINE, START, "邮发代号"},
    {CLUTTER_LINE, START, "征订热线"},
    {CLUTTER_LINE, START, "欢迎关注"},
    {CLUTTER_LINE, START, "点击上方"},
    {CLUTTER_LINE, START, "点击蓝字"},
    {CLUTTER_LINE, START, "点击下图"},
    {CLUTTER_LINE, START, "点击“阅读原文"},
    {CLUTTER_LINE, IN_SHORT, "倾力推荐"},
    {CLUTTER_LINE, IN_SHORT, "企业成长计划"},
    {CLUTTER_LINE, IN_SHORT, "关注我们"},
    {CLUTTER_LINE, IN_SHORT, "粉丝福利"},
    {CLUTTER_LINE, IN_SHORT, "二维码"},
    {CLUTTER_LINE, END, "进群"},
    {CLUTTER_LINE, START, "红包"},
    {CLUTTER_LINE, START, "微信扫一扫"},
    {CLUTTER_LINE, WHOLE, "关注该公众号"},
    {CLUTTER_LINE, WHOLE, "轻触阅读原文"},
    {CLUTTER_LINE, WHOLE, "向上滑动看下一个"},
    {CLUTTER_LINE, WHOLE, "知道了"},
    {CLUTTER_LINE, WHOLE, "使用小程序"},
    {CLUTTER_LINE, WHOLE, "使用完整服务"},
    {CLUTTER_LINE, WHOLE, "阅读原文"},
    {CLUTTER_LINE, WHOLE, "取消"},
    {CLUTTER_LINE, WHOLE, "允许"},
    {CLUTTER_LINE, WHOLE, "分析"},
    {CLUTTER_LINE, WHOLE, "视频"},
    {CLUTTER_LINE, WHOLE, "小程序"},
    {CLUTTER_LINE, WHOLE, "赞"},
    {CLUTTER_LINE, WHOLE, "在看"},
    {CLUTTER_LINE, WHOLE, "分享"},
    {CLUTTER_LINE, WHOLE, "留言"},
    {CLUTTER_LINE, WHOLE, "收藏"},
    {CLUTTER_LINE, WHOLE, "听过"},
    {CLUTTER_LINE, START, "，轻点两下取消"},
    {CLUTTER_LINE, START, "首页»"},
    {CLUTTER_LINE, START, "首页 »"},
    {CLUTTER_LINE, START, "首页>"},
    {CLUTTER_LINE, START, "首页 >"},
    {CLUTTER_LINE, START, "当前位置"},
    {CLUTTER_LINE, START, "您的位置"},
    {CLUTTER_LINE, START, "责任编辑"},
    {CLUTTER_LINE, START, "（责任编辑"},
    {CLUTTER_LINE, START, "(责任编辑"},
    {CLUTTER_LINE, START, "编辑："},
    {CLUTTER_LINE, START, "图片："},
    {CLUTTER_LINE, START, "记者："},
    {CLUTTER_LINE, START, "摄影："},
    {CLUTTER_LINE, START, "文字："},
    {CLUTTER_LINE, START, "撰稿："},
    {CLUTTER_LINE, START, "供稿："},
    {CLUTTER_LINE, START, "版权所有"},
    {CLUTTER_LINE, START, "校对："},
    {CLUTTER_LINE, START, "审核："},
    {CLUTTER_LINE, START, "监制："},
    {CLUTTER_LINE, IN_SHORT, "浏览次数"},
    {CLUTTER_LINE, IN_SHORT, "阅读次数"},
    {CLUTTER_LINE, IN_SHORT, "A+ A-"},
    {CLUTTER_LINE, START, "字号"},
    {CLUTTER_LINE, START, "【字体"},
    {CLUTTER_LINE, WHOLE, "打印"},
    {CLUTTER_LINE, START, "打印本页"},
    {CLUTTER_LINE, START, "关闭窗口"},
    {CLUTTER_LINE, START, "电话："},
    {CLUTTER_LINE, START, "联系电话"},
    {CLUTTER_LINE, START, "邮箱："},
    {CLUTTER_LINE, START, "传真："},
    {CLUTTER_LINE, START, "发布时间："},
    {CLUTTER_LINE, START, "发布日期："},
    {CLUTTER_LINE, IN_SHORT, "“在看”"},
    {CLUTTER_LINE, START, "投稿请"},
    {CLUTTER_LINE, START, "投稿邮箱"},
    {CLUTTER_LINE, START, "转载请注明"},
    {CLUTTER_LINE, START, "未经许可"},
    {CLUTTER_LINE, START, "未经授权"},
    {CLUTTER_LINE, START, "http://"},
    {CLUTTER_LINE, START, "https://"},
};

enum { ROWS = sizeof rows / sizeof rows[0], SHORT_LINE = 30 };

static bool stands_there(struct str line, const struct row *row) {
    bool is_first = row->where == START || row->where == WHOLE;
    if (is_first && (line.at[0] != row->words[0] || line.at[1] != row->words[1])) return false;
    struct str words = str_of(row->words);
    switch (row->where) {
    case WHOLE:
        return str_equal(line, words);
    case START:
        return str_starts(line, words);
    case END:
        return str_ends(line, words);
    case IN_SHORT:
        return line.len < (size_t)SHORT_LINE * 3 && str_has(line, words);
    }
    return false;
}

/* 编辑 | 小云 */
static bool is_credit(struct str line) {
    static const char *const roles[] = {"编辑", "责编", "审核", "校对", "监制", "设计",
                                        "图片", "撰稿", "作者", "来源", "文字", NULL};
    static const char *const bars[] = {"|", "丨", "｜", NULL};
    for (const char *const *role = roles; *role; role++) {
        if (!str_starts(line, str_of(*role))) continue;
        struct str rest = str_trim(str_cut(line, strlen(*role), line.len));
        for (const char *const *bar = bars; *bar; bar++)
            if (str_starts(rest, str_of(*bar))) return true;
    }
    return false;
}

/* Marks alone: ✦, ▼, ×, a comma of a button that is not there. */
static bool has_no_word(struct str line) {
    const char *at = line.at, *end = at + line.len;
    while (at < end) {
        uint32_t code = utf8_next(&at, end);
        bool is_word = (code >= '0' && code <= '9') || ((code | 0x20) >= 'a' && (code | 0x20) <= 'z') ||
                       utf8_is_han(code) || code == 0x201C || code == 0x201D;
        if (is_word) return false;
    }
    return true;
}

/* 来源：晚报　作者：汪一苇　发布时间：2025-09-19　浏览量：2356次: two such labels, and no sentence. */
static bool is_head_of_page(struct str line) {
    static const char *const labels[] = {"来源：",   "来源:",    "作者：",   "作者:",  "发布时间", "发布日期",
                                         "浏览量",   "浏览次数", "阅读量",   "阅读：", "点击量",   "点击数",
                                         "责任编辑", "编辑：",   "分享到",   "字号",   "字体：",   "信息来源",
                                         "发布人：", "发布者：", "发布机构", "审核：", "访问量",   NULL};
    enum { FEWEST = 2 };
    uint32_t found = 0;
    if (str_has(line, STR("。")) || !str_has(line, STR("："))) return false;
    for (const char *const *label = labels; *label && found < FEWEST; label++)
        found += str_has(line, str_of(*label));
    return found == FEWEST;
}

/* Only short lines are buttons; a long one may well begin with the same words. */
enum clutter clutter_of(struct str line) {
    enum { LONGEST = 100 };
    if (str_starts(line, STR("![")) || str_starts(line, STR("[!["))) return CLUTTER_LINE;
    if (line.len > (size_t)LONGEST * 3) return CLUTTER_NONE;
    if (line.len < 2) return has_no_word(line) ? CLUTTER_LINE : CLUTTER_NONE;
    for (uint32_t i = 0; i < ROWS; i++)
        if (stands_there(line, &rows[i])) return rows[i].clutter;
    return has_no_word(line) || is_credit(line) || is_head_of_page(line) ? CLUTTER_LINE : CLUTTER_NONE;
}
