#include "ui/words.h"

#include <assert.h>
#include <string.h>

static const char *const table[WORDS] = {
    [WORD_NAME] = "安知",
    [WORD_WEEK] = "国家网络安全宣传周",
    [WORD_THEME_FIRST] = "网络安全为人民",
    [WORD_THEME_SECOND] = "网络安全靠人民",
    [WORD_CUE_ANSWER] = "点一下答案，点亮第一扇窗",
    [WORD_CUE_TOUCH] = "点一下屏幕，答{n}道题，点亮{n}扇窗",
    [WORD_HINT_FEW] = "选最贴切的一项",
    [WORD_HINT_JUDGE] = "想一想，这话对不对",
    [WORD_HINT_MANY] = "可多选，选好点“确定”",
    [WORD_HINT_ORDER] = "按先后点一点",
    [WORD_HINT_MATCH] = "从上往下，一个一个配",
    [WORD_HINT_FILL] = "按顺序点字",
    [WORD_PICKED] = "已选{n}项",
    [WORD_CONFIRM] = "确定",
    [WORD_UNDO] = "退一步",
    [WORD_CARDS] = "知识卡片",
    [WORD_LARGE] = "大字",
    [WORD_NORMAL] = "标准字",
    [WORD_FLAG] = "这题有问题",
    [WORD_FLAG_SHORT] = "报错",
    [WORD_FLAGGED] = "记下了",
    [WORD_HOME] = "回首页",
    [WORD_ALL_CARDS] = "全部卡片",
    [WORD_START] = "开始答题",
    [WORD_ABOUT] = "关于和出处",
    [WORD_MORE] = "继续看　{k}/{n}",
    [WORD_MORE_AGAIN] = "从头看",
    [WORD_QUESTION_N] = "第{n}题",
    [WORD_OF_N] = "共{n}题，不计时，慢慢想",
    [WORD_OF_N_SHORT] = "共{n}题，不计时",
    [WORD_RETURN] = "再来一次：刚才错过的那题",
    [WORD_TRAINING_N] = "共{n}题",
    [WORD_RIGHT] = "答对了",
    [WORD_WRONG] = "再想想",
    [WORD_WINDOW_LIT] = "第{n}扇窗亮了",
    [WORD_COMES_AGAIN] = "这道题稍后再来一次",
    [WORD_KNOWN_NOW] = "这回记住了",
    [WORD_NOT_YET] = "看看为什么",
    [WORD_YOU_WERE_RIGHT] = "选对了",
    [WORD_YOUR_PICK] = "你选的",
    [WORD_RIGHT_ANSWER] = "正确答案",
    [WORD_SOURCE] = "出处",
    [WORD_QUOTE] = "“{q}”",
    [WORD_NEXT] = "下一题",
    [WORD_SEE_RESULT] = "看结果",
    [WORD_REVEAL] = "看答案",
    [WORD_SKIPPED] = "这题跳过了",
    [WORD_ALL_LIT] = "{n}扇窗，全都亮了",
    [WORD_SOME_LIT] = "{n}扇窗，点亮了{k}扇",
    [WORD_NONE_LIT] = "今天先认识它们，灯随时能点亮",
    [WORD_ALL_OF] = "{a}，{b}",
    [WORD_PERCENTILE] = "超过今天{n}%的参与者",
    [WORD_LIT] = "亮了",
    [WORD_LOOK_AGAIN] = "再看看",
    [WORD_OUT_OF] = "满分100",
    [WORD_DAY_VISITOR] = "{m}月{d}日　第{n}位",
    [WORD_DAY] = "{m}月{d}日",
    [WORD_ONE_THING] = "今天就做一件事",
    [WORD_REVIEW_ONE] = "看看错的那一题",
    [WORD_REVIEW_MANY] = "看看错的{n}题",
    [WORD_AGAIN] = "再来一轮",
    [WORD_SEE_CARD] = "先看一张知识卡",
    [WORD_LEAVE] = "看完直接离开就好，成绩不留姓名",
    [WORD_CITY_LIT] = "全城已亮",
    [WORD_CITY_YOURS] = "扇窗，其中",
    [WORD_CITY_BY_YOU] = "扇是你点亮的",
    [WORD_TODAY] = "今日",
    [WORD_VISITS] = "人次",
    [WORD_WINDOWS_LIT] = "点亮",
    [WORD_WINDOWS] = "扇窗",
    [WORD_BANK] = "题库 {id}",
    [WORD_FIGURES_TITLE] = "今天，这座城",
    [WORD_FIGURES_VISITS] = "人次参加",
    [WORD_BOARD_TITLE] = "今日榜",
    [WORD_BOARD_NOTE] = "代号是抽来的，不记姓名，明天从头开始",
    [WORD_BOARD_NOBODY] = "答完一轮，就有一个代号",
    [WORD_BOARD_POINTS] = "分",
    [WORD_SIGN] = "你的代号",
    [WORD_MISSED] = "今天最易错",
    [WORD_MISSED_STREET] = "今天最易错：",
    [WORD_MISSED_ANSWER] = "正确答案：{a}",
    [WORD_FIGURES_WINDOWS] = "扇窗点亮",
    [WORD_REVIEW] = "错题回看",
    [WORD_REVIEW_ONLY] = "只错一题，看明白就好",
    [WORD_REVIEW_NTH] = "第{k}题，共{n}题",
    [WORD_NOTED] = "记住了",
    [WORD_REVIEW_NEXT] = "下一道错题",
    [WORD_RELATED_CARDS] = "看知识卡片",
    [WORD_CARD_NTH] = "知识卡片　{k} / {n}",
    [WORD_CARD_OF] = "{t}　{k} / {n}",
    [WORD_CARDS_COUNT] = "{n}张，每张半分钟",
    [WORD_CARDS_IN] = "{n}张",
    [WORD_OTHER_CARDS] = "其他",
    [WORD_LAST_CARD] = "上一张",
    [WORD_NEXT_CARD] = "下一张",
    [WORD_ASK_ME] = "考考我",
    [WORD_REMEMBER] = "记住一句",
    [WORD_PAGES] = "{k} / {n}",
    [WORD_STILL_THERE] = "还在吗？",
    [WORD_LAMPS] = "五盏灯灭完，就回首页",
    [WORD_STAY] = "我还在，继续答",
    [WORD_ANYWHERE] = "点屏幕任何地方，也算“在”",
    [WORD_ABOUT_TITLE] = "关于和出处",
    [WORD_ABOUT_LEAD] = "每一道题都写明出自哪份材料。发现问题，请点“这题有问题”。",
    [WORD_ABOUT_PRIVACY] = "不收集姓名、电话和影像，成绩只作今天的统计。",
    [WORD_ABOUT_SOURCES] = "题目和卡片出自下列材料",
    [WORD_ABOUT_SOURCE] = "{t}　{p}　{d}",
    [WORD_OPERATOR] = "操作台",
    [WORD_PAUSED] = "访客画面已暂停",
    [WORD_STOPPED] = "已停止展示",
    [WORD_PIN_ENTER] = "请输入口令",
    [WORD_PIN_FIRST] = "请先设置口令",
    [WORD_PIN_NEW] = "设置新口令",
    [WORD_PIN_REPEAT] = "再输一遍",
    [WORD_PIN_NOTE] = "{n}位数字，只让工作人员知道",
    [WORD_PIN_WRONG] = "口令不对，还可再试 {n} 次",
    [WORD_PIN_WAIT_SECONDS] = "错的次数太多，{n}秒后再试",
    [WORD_PIN_WAIT_MINUTES] = "错的次数太多，{n}分钟后再试",
    [WORD_PIN_DIFFERS] = "两次输入不一样，请重新设置",
    [WORD_PIN_WEAK] = "这个口令太容易猜，请换一个",
    [WORD_PIN_UNKEPT] = "口令没能保存，请检查数据文件夹",
    [WORD_PIN_BROKEN] = "口令文件读不了，请在后台处理",
    [WORD_PIN_BUSY] = "请稍等",
    [WORD_DATE] = "{k}月{n}日",
    [WORD_MACHINE] = "这台机器",
    [WORD_MACHINE_VERSION] = "程序",
    [WORD_MACHINE_DISPLAY] = "画面",
    [WORD_MACHINE_SOUND] = "声音",
    [WORD_MACHINE_MODE] = "用法",
    [WORD_MACHINE_VOLUME] = "音量",
    [WORD_SOUND_FINE] = "正常",
    [WORD_SOUND_OFF] = "启动时关闭",
    [WORD_SOUND_MISSING] = "没有声音设备",
    [WORD_SOUND_UNKNOWN] = "还没有响过",
    [WORD_MODE_KIOSK] = "展台",
    [WORD_MODE_CLASS] = "课堂",
    [WORD_MODE_TRAINING] = "培训",
    [WORD_ATTENTION] = "需要处理",
    [WORD_CHECK_FINDINGS] = "题库检查：{k}处错误，{n}处警告，用 anzhi check 查看",
    [WORD_CHECK_CLEAN] = "题库检查没有发现问题",
    [WORD_RELOADED] = "已读到题库，回到展示后使用",
    [WORD_NOT_RELOADED] = "题库没读到新内容，正在用上一版",
    [WORD_DAY_STARTED] = "今日人次",
    [WORD_DAY_ENDED] = "完成率",
    [WORD_DAY_RIGHT] = "平均正确率",
    [WORD_DAY_ROUND] = "一轮用时",
    [WORD_DAY_SECONDS] = "{n}秒",
    [WORD_DAY_HOURS] = "今天各时段人次",
    [WORD_DAY_PEAK] = "高峰{k}时　{n}人次",
    [WORD_DAY_REACHED] = "多少人答到哪一题",
    [WORD_DAY_STEP] = "答第{n}题",
    [WORD_DAY_RESULT] = "答完",
    [WORD_DAY_SHARE] = "{k}　{n}%",
    [WORD_ITEMS] = "需要留意的题目",
    [WORD_ITEMS_NOTE] = "近七天，答满10次才列出",
    [WORD_ITEMS_NONE] = "还没有",
    [WORD_ITEM_SHARE] = "{k}%　{n}次",
    [WORD_ITEM_FLAGGED] = "报错{n}次",
    [WORD_ITEM_ODD] = "核对答案",
    [WORD_ITEM_LURE] = "干扰项过强",
    [WORD_ITEM_HARD] = "太难",
    [WORD_ITEM_LEFT] = "常在此离开",
    [WORD_ITEM_EASY] = "太容易",
    [WORD_ITEM_IS_OFF] = "已停用",
    [WORD_ITEM_OFF] = "停用",
    [WORD_ITEM_ON] = "启用",
    [WORD_TROUBLE_UNKEPT] = "成绩现在写不进硬盘，请检查数据文件夹",
    [WORD_TROUBLE_WAITING] = "{n}条成绩等着写入，请检查硬盘是不是满了",
    [WORD_TROUBLE_LOST] = "{n}条成绩没能保存，请检查硬盘",
    [WORD_TROUBLE_SET_ASIDE] = "成绩库损坏过{n}次，旧文件另存为 scores-damaged，请拷走",
    [WORD_TROUBLE_DISK] = "硬盘只剩 {n} MB，请清理",
    [WORD_TROUBLE_CLOCK_UNSET] = "机器的钟没有校准，请先校准再展示",
    [WORD_TROUBLE_CLOCK_JUMPED] = "机器的钟被拨动过，请核对日期和时间",
    [WORD_TROUBLE_SOUND] = "没有声音设备，请检查音箱",
    [WORD_MACHINE_TOUCH] = "触摸",
    [WORD_TOUCH_NEVER] = "启动后还没有人碰过",
    [WORD_TOUCH_NOW] = "正常",
    [WORD_TOUCH_MINUTES] = "上次是{n}分钟前",
    [WORD_TOUCH_HOURS] = "上次是{n}小时前",
    [WORD_PACKS_TODAY] = "题库",
    [WORD_PACK_UNUSED] = "不用",
    [WORD_BACK_TO_SHOW] = "回到展示",
    [WORD_STOP_SHOW] = "停止展示",
    [WORD_GO_ON_SHOW] = "继续展示",
    [WORD_STAY_STOPPED] = "保持停止",
    [WORD_THEME_LIGHT] = "浅色",
    [WORD_THEME_DARK] = "深色",
    [WORD_THEME_CONTRAST] = "高对比",
    [WORD_QUIETER] = "音量小",
    [WORD_LOUDER] = "音量大",
    [WORD_TEST_SCREEN] = "屏幕测试",
    [WORD_TEST_NEXT] = "点一下，看下一张",
    [WORD_RELOAD] = "重读题库",
    [WORD_CHANGE_PIN] = "更换口令",
    [WORD_QUIT] = "退出程序",
    [WORD_QUIT_SURE] = "确定退出",
    [WORD_HOLDING] = "请稍候",
    [WORD_HOLDING_SOON] = "屏幕正在准备，马上就好",
    [WORD_CODE] = "生成二维码",
    [WORD_CODE_TITLE] = "用手机扫一扫",
    [WORD_CODE_NOTE] = "码里只有下面几行字，没有网址，也没有个人信息",
    [WORD_CODE_TEXT] = "安知：{s}分，{b}\n{w}",
    [WORD_CODE_LINE] = "{t}\n{k}：{s}",
    [WORD_CODE_CLOSE] = "收起",
    [WORD_LESSON] = "网安一课",
    [WORD_LESSON_OF] = "第{k}题，共{n}题",
    [WORD_LESSON_RETURN] = "再来一次　第{k}题",
    [WORD_LESSON_DISCUSS] = "想一想，举手答",
    [WORD_LESSON_REVEALED] = "答案揭晓",
    [WORD_LESSON_BACK] = "回看",
    [WORD_LESSON_CHOOSE] = "选 {a}",
    [WORD_LESSON_TOPICS] = "今天讲哪个主题",
    [WORD_LESSON_ALL] = "全部主题",
    [WORD_LESSON_START] = "从头开始",
    [WORD_LESSON_START_WITH] = "先讲{t}",
    [WORD_LESSON_ASK] = "直接答题",
    [WORD_LESSON_LEAVE_OUT] = "跳过这题",
    [WORD_LESSON_TO_QUESTIONS] = "开始答题",
    [WORD_LESSON_PREVIOUS] = "上一页",
    [WORD_LESSON_NEXT] = "下一页",
    [WORD_LESSON_RESULT] = "全班答对",
    [WORD_LESSON_SEEN] = "{n}题都看过答案了",
    [WORD_LESSON_ALL_RIGHT] = "全都答对了",
    [WORD_LESSON_HARDEST] = "最难的一题",
    [WORD_LESSON_OTHER] = "换个主题",
    [WORD_LESSON_REVIEW] = "回看错题",
    [WORD_LESSON_ENDED] = "课后小结",
    [WORD_LESSON_CARDS_OF] = "{t}　{n}张卡片",
    [WORD_LESSON_MULTIPLE] = "可以选几项",
    [WORD_LESSON_ORDER] = "按先后排一排",
    [WORD_LESSON_PICK] = "大家选的",
    [WORD_DUO] = "双人",
    [WORD_DUO_LEFT] = "左边",
    [WORD_DUO_RIGHT] = "右边",
    [WORD_DUO_UPPER] = "上面",
    [WORD_DUO_LOWER] = "下面",
    [WORD_DUO_OF_N] = "{s}　共{n}题，不计时",
    [WORD_DUO_WAIT] = "选好了，等对方",
    [WORD_DUO_AWAITED] = "对方选好了",
    [WORD_DUO_MORE] = "继续看",
    [WORD_DUO_TOGETHER] = "一起点亮了{n}扇窗",
    [WORD_DUO_LINE] = "{s}　{b}",
    [WORD_DUO_ABSENT] = "没有答题",
    [WORD_DUO_CITY] = "扇是你们点亮的",
};

struct str word_get(enum word word) {
    assert(word < WORDS && table[word]);
    return str_of(table[word]);
}

static void add_place(struct buf *out, struct str name, const struct word_value *values) {
    for (; values->name; values++)
        if (str_is(name, values->name)) {
            buf_str(out, values->text);
            return;
        }
    assert(!"a place without a value");
}

static struct str kept(struct arena *arena, struct buf *buf) {
    struct str text = {arena_text(arena, buf->at, buf->len), buf->len};
    buf_finish(buf);
    return text;
}

struct str word_fill(struct arena *arena, enum word word, const struct word_value *values) {
    struct str text = word_get(word);
    struct buf out;
    buf_init(&out);
    while (text.len) {
        size_t open = str_find(text, STR("{"));
        buf_str(&out, str_cut(text, 0, open));
        if (open == text.len) break;
        size_t close = str_find(text, STR("}"));
        assert(close < text.len);
        add_place(&out, str_cut(text, open + 1, close), values);
        text = str_cut(text, close + 1, text.len);
    }
    return kept(arena, &out);
}

static struct str digits(struct arena *arena, uint32_t number) {
    return str_of(arena_printf(arena, "%u", number));
}

struct str word_chinese(struct arena *arena, uint32_t number) {
    static const char *const names[] = {"零", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十"};
    return number <= 10 ? str_of(names[number]) : digits(arena, number);
}

struct str word_number(struct arena *arena, enum word word, uint32_t number) {
    const struct word_value values[] = {{"n", digits(arena, number)}, {NULL, STR("")}};
    return word_fill(arena, word, values);
}

struct str word_numbers(struct arena *arena, enum word word, uint32_t first, uint32_t second) {
    const struct word_value values[] = {
        {"k", digits(arena, first)}, {"n", digits(arena, second)}, {NULL, STR("")}};
    return word_fill(arena, word, values);
}
