#include "cli/cli.h"

#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "cli/version.h"

static const struct command commands[] = {
    {"run", "开始展示；没有显示器时，用文字播放一轮录好的问答",
     "用法：anzhi run [--content DIR] [--data DIR] [--theme 配色]\n"
     "                [--mode kiosk|class|training] [--seed N]\n"
     "                [--windowed 宽x高] [--rotate 0|90|180|270] [--large] [--reduced-motion] [--silent]\n"
     "                [--count 题数] [--topic 主题] [--stick DIR] [--presenter auto|surface|texture]\n"
     "                [--trace-start] [--log-messages] [--quit-after 毫秒]\n"
     "\n"
     "  --mode 模式        kiosk 展厅，class 课堂，training 训练（不写：按题库里的 kiosk.json）\n"
     "  --count 题数       一轮几道题，最多 20；课堂常用 10 或 20\n"
     "  --topic 主题       课堂先讲哪个主题，例如 五特性\n"
     "  --content DIR      题库文件夹（不写：当前文件夹的 content，再找安装时带的）\n"
     "  --data DIR         本机数据文件夹，放成绩和操作口令（不写：$XDG_STATE_HOME/anzhi 或 ~/.local/state/anzhi）\n"
     "  --stick DIR        操作台上“U盘”说的是这个文件夹，也可以是网络共享（不写：找插上的U盘）\n"
     "  --theme 配色       light 明亮，dark 暗色，contrast 高对比，或者题库 theme/ 里一套配色的 id\n"
     "                     （不写：按题库里的 kiosk.json）\n"
     "  --windowed 宽x高   不占满屏幕，开一个窗口；点窗口的关闭按钮就退出（满屏时不能这样退出）\n"
     "  --rotate 角度      屏幕竖装或倒装时，画面顺时针转过的角度\n"
     "  --large            大字\n"
     "  --reduced-motion   少用动画\n"
     "  --silent           不出声\n"
     "  --presenter 方式   画面怎样送到屏幕：surface 共享内存，texture 显卡纹理，auto 自动选\n"
     "  --trace-start      打印启动各步用了多少毫秒\n"
     "  --log-messages     把每件事打印成一行，可以当作重放文件\n"
     "  --quit-after 毫秒  到时间就退出，测量用\n",
     command_run},
    {"check", "检查题库，每个问题都说明在哪一行、怎么改",
     "用法：anzhi check [DIR] [--strict] [--fix] [--stats] [--format text|gcc|json]\n"
     "\n"
     "  DIR            题库文件夹、单个题库的文件夹，或一个 .json 文件（不写：content）\n"
     "  --strict       有警告也算没通过\n"
     "  --fix          先改好能自动改的：全角标点、漏掉的逗号、文件编码\n"
     "  --stats        再打印一张统计表：各有多少题，有没有毛病，答案的位置匀不匀，不懂的人猜得对多少\n"
     "  --format 格式  text 给人看，gcc 给编辑器，json 给程序\n"
     "\n"
     "退出状态：0 没有问题，1 有警告（只在 --strict 时），2 有错误。\n",
     command_check},
    {"generate", "按种子出题，打印出来",
     "用法：anzhi generate --seed N --count K [--content DIR] [--mode kiosk|class|training]\n"
     "                     [--format text|jsonl] [--date YYYY-MM-DD]\n"
     "      anzhi generate --of ID [--content DIR] [--format text|jsonl]\n"
     "\n"
     "  --of ID        这条事实、集合或情景能出的题，每种一道，再说明怎样在屏幕上看到它\n"
     "  --seed N       抽题的种子；题库、模式、种子相同，题目就相同\n"
     "  --count K      要几道题\n"
     "  --mode 模式    kiosk 展台（默认），class 课堂，training 培训\n"
     "  --format 格式  text 给人看（默认），jsonl 每行一道题\n"
     "  --date 日期    只出这一天有效的题；不写就不管有效期\n",
     command_generate},
    {"cards", "打印知识卡片", "用法：anzhi cards [--content DIR] [--format text|jsonl]\n", command_cards},
    {"new", "打印一条待填的题目、事实或卡片，编号是现成的",
     "用法：anzhi new question|fact|card PACK [--content DIR]\n"
     "\n"
     "  PACK           加在哪个包里，写它的编号，例如 shenghuo\n"
     "\n"
     "打印出来的可以直接粘贴，标着 draft，写好以前不会出现。\n",
     command_new},
    {"proof", "把所有题目排成一份校对稿，打印在 A4 纸上",
     "用法：anzhi proof -o FILE.html [--pack PACK] [--content DIR]\n"
     "\n"
     "  -o FILE.html   写到这个文件，用浏览器打开就能打印\n"
     "  --pack PACK    只要这一个包的\n"
     "\n"
     "手写的题连草稿和停用的都在里面；生成的题每种列一个问法。按出处分组，方便对着来源核对。\n",
     command_proof},
    {"import", "从公文、新闻和课件的文字里找出事实，写成待审的草稿",
     "用法：anzhi import document FILE… [--content DIR] --into PACK [--format text|jsonl]\n"
     "\n"
     "  FILE…          纯文本文件；jsonl 时写 - 从标准输入读\n"
     "  --into PACK    准备加进哪个包，写它的编号；包本身不会改动\n"
     "  --content DIR  题库文件夹（不写：content）\n"
     "  --format 格式  text 写草稿，打印报告（默认）；jsonl 只打印草稿，每行一条，不写文件\n",
     command_import},
    {"review", "列出导入的草稿：要拿主意的在前，和原文并排",
     "用法：anzhi review [-o FILE.html] [--pack PACK] [--format text|html] [--content DIR]\n"
     "\n"
     "  -o FILE.html   写成一个网页，用浏览器打开，也可以打印（不写：打印成文字）\n"
     "  --pack PACK    只看收进这个包的\n"
     "  --format 格式  text 文字，html 网页（不写：按文件名）\n"
     "\n"
     "草稿放在内容文件夹的 inbox 里，收下以前访客看不到。收用 anzhi accept，弃用 anzhi reject。\n",
     command_review},
    {"accept", "收下草稿：变成内容包里的事实",
     "用法：anzhi accept [ID…] [--content DIR] [--decided] [--source 出处]\n"
     "      anzhi accept ID [--subject 谁] [--attribute 什么] [--value 值] …\n"
     "\n"
     "  ID…            草稿的编号，例如 D0003；不写就收草稿文件里标成 accepted 的\n"
     "  --decided      要人拿主意的，已经对着原文看过了\n"
     "  --subject 谁   改这一条说的是谁：名称，或者 @编号；题库里没有的就新建\n"
     "  --attribute 什么   改这一条说的是什么：属性的名称或编号\n"
     "  --value 值     改这一条的值；几个成员之间用“、”\n"
     "  --source 出处  出处在 sources 里的编号（不写：文档自己，没有就新建）\n"
     "  --title 标题   文档没有写标题的，出处叫什么（不写：开头的一行，或者文件名，要加 --decided）\n"
     "  --date 日期    文档没有写日期的，是哪天发布的，例如 2025-09-15\n"
     "  --edition 届次 新建的活动是哪一届，例如 2025、第八届；不分届的写 无（不写：名称或者文档里的年份）\n"
     "\n"
     "写之前先检查，有错误就什么都不写；改过的文件，原来的留作 .bak。\n"
     "退出状态：0 收下了，2 没有收。\n",
     command_accept},
    {"reject", "弃掉草稿",
     "用法：anzhi reject ID… [--why 原因] [--content DIR]\n"
     "\n"
     "  ID…            草稿的编号，例如 D0003\n"
     "  --why 原因     为什么不要，记在草稿里\n"
     "\n"
     "再导入同一份文档，弃掉的也不会再回来。\n",
     command_reject},
    {"trace", "查来历：从题目回到文档的那一行",
     "用法：anzhi trace ID [--documents DIR] [--content DIR]\n"
     "\n"
     "  ID               题目、事实、集合、卡片或草稿的编号，例如 f-city-2024\n"
     "  --documents DIR  文档放在哪个文件夹（不写：inbox，和导入时的地方）\n",
     command_trace},
    {"schema", "打印一种题库文件的 JSON Schema（draft-07）",
     "用法：anzhi schema KIND\n"
     "\n"
     "  KIND           pack、sources、facts、questions、cards、kiosk 或 theme\n",
     command_schema},
    {"play", "重放一段记录，打印最后状态的校验值",
     "用法：anzhi play FILE [--content DIR] [--data DIR [--ack]] [--dump]\n"
     "\n"
     "  FILE           重放文件（.replay）；写 - 从标准输入读\n"
     "  --data DIR     答题成绩记进这个文件夹，和真的有人答过一样\n"
     "  --ack          每一行成绩写进磁盘后，立刻打印它的编号\n"
     "  --dump         把最后的状态也打印出来\n"
     "\n"
     "退出状态：0 一致，1 和文件里记下的校验值不一致，2 读不了。\n",
     command_play},
    {"stats", "成绩的统计：正确率、区分度、各选项、信度",
     "用法：anzhi stats [--data DIR] [--by day|pack|topic|question|kiosk|hour]\n"
     "                  [--format text|csv|json|jsonl]\n"
     "\n"
     "  --data DIR      本机数据文件夹（不写：和 anzhi run 相同）\n"
     "  --by question   一题一行：正确率、区分度（答过 30 次起）、中位用时、各选项的比例和标记\n"
     "  --by day        一天一行（不写就是它）；pack、topic、kiosk、hour 是内容包、主题、机器、钟点\n"
     "\n"
     "只看第一次作答。区分度是这一题的对错和同一轮其余题得分率的相关；信度是 KR-20，\n"
     "抽到的题不同，以一轮里的位置当作题。安知正在运行也可以看。\n",
     command_stats},
    {"export", "把成绩写成表格：CSV、Excel 或 JSON",
     "用法：anzhi export --what results|questions|register -o FILE.csv|FILE.xlsx|FILE.jsonl [--data DIR]\n"
     "\n"
     "  --what results    一次作答一行（不写就是它）\n"
     "  --what questions  一题一行，和 anzhi stats --by question 相同\n"
     "  --what register   一轮一行：哪天、几点、几题、得几分、有没有答完\n"
     "  -o FILE           写到这个文件；按文件名的结尾决定格式\n"
     "  --data DIR        本机数据文件夹（不写：和 anzhi run 相同）\n",
     command_export},
    {"report", "给主办方的一页报告：参与、完成、正确率、易错题",
     "用法：anzhi report -o FILE.html [--data DIR]\n"
     "\n"
     "写成一个网页，图都画在里面，不用联网；可以打印成 A4。几台机器的成绩先用 anzhi merge 合起来。\n",
     command_report},
    {"merge", "把几台机器的成绩合到一起",
     "用法：anzhi merge DIR… [--data DIR]\n"
     "\n"
     "  DIR…           各台机器的数据文件夹\n"
     "  --data DIR     合到这个数据文件夹（不写：和 anzhi run 相同）\n"
     "\n"
     "同一行只算一次，重复合并没有害处。同一编号而内容不同的行不合并，会报告。\n"
     "退出状态：0 全部合并，1 有的没有合并，2 写不了。\n",
     command_merge},
    {"backup", "备份成绩",
     "用法：anzhi backup -o FILE.db [--data DIR]\n"
     "\n"
     "安知正在运行也可以备份。\n",
     command_backup},
    {"stick", "U盘插上以后：换新题库，把成绩写到U盘",
     "用法：anzhi stick DIR [--data DIR] [--content DIR]\n"
     "\n"
     "  DIR            U盘挂在哪个文件夹\n"
     "\n"
     "先把成绩写到U盘的 anzhi-scores 文件夹，再检查U盘上的 content 文件夹：没有错误、版本更高，\n"
     "就整个拷进数据文件夹，正在运行的安知会自己换上。什么时候拔掉U盘都不会弄坏两边。\n"
     "退出状态：0 完成，1 题库有错误没有换，2 写不了。\n",
     command_stick},
    {"verify", "检查成绩库是否完好",
     "用法：anzhi verify [--data DIR]\n"
     "\n"
     "退出状态：0 完好，1 有可疑的行，2 损坏或读不了。\n",
     command_verify},
    {"shot", "把一页画成图片，不用显示器",
     "用法：anzhi shot --screen NAME -o FILE.png [--size 宽x高] [--theme 配色] [--large]\n"
     "                 [--seed N] [--mode kiosk|class|training] [--state KEY=N]… [--content DIR] [--dump]\n"
     "                 [--age 毫秒] [--small] [--data DIR]\n"
     "\n"
     "  --screen NAME  attract、question、feedback、result、code、review、cards、card、idle、about、\n"
     "                 holding、admin、pin、duo、duo-waiting、duo-feedback、duo-result 或 duo-review\n"
     "  -o FILE.png    图片写到这个文件\n"
     "  --size 宽x高   像素（不写：1080x1920）\n"
     "  --theme 配色   light、dark、contrast，或者题库 theme/ 里一套配色的 id\n"
     "  --large        大字\n"
     "  --state KEY=N  question 第几题、missed 错了几题、page 第几张或第几页（0 是头一张）、rounds 和 right 今日数字、\n"
     "                 focus 和 pressed 第几个按钮、day 哪一天（如 20260914）；可以写多次\n"
     "  --age 毫秒     这一页（或 pressed 的那一下）出现多少毫秒时的样子（不写：动画都已停下）\n"
     "  --small        图片文件小得多：最多 256 种颜色\n"
     "  --data DIR     操作台（admin）和“今天最易错”取自这个文件夹里的成绩\n"
     "  --dump         把画面逐条打印出来，每行一个 JSON\n",
     command_shot},
    {"sheet", "把每一页按各种尺寸、配色都画成图片，并排给人看",
     "用法：anzhi sheet -o DIR [--content DIR] [--seed N]\n"
     "\n"
     "  -o DIR         图片和 index.html 放在这个文件夹\n"
     "  --content DIR  题库文件夹（不写：当前文件夹的 content，再找安装时带的）；theme/ 里的配色也各画一套\n"
     "  --seed N       按这个种子出题（不写：1）\n",
     command_sheet},
};

enum { COMMANDS = sizeof commands / sizeof commands[0] };

static void print_help(FILE *out) {
    fprintf(out, "安知：网络安全宣传周的问答和知识卡片\n\n用法：anzhi 命令 [选项]\n\n");
    for (int i = 0; i < COMMANDS; i++) fprintf(out, "  %-9s %s\n", commands[i].name, commands[i].summary);
    fprintf(out, "\nanzhi 命令 --help 说明一个命令，anzhi --version 打印版本。\n");
}

static bool wants_help(int argc, char **argv) {
    for (int i = 1; i < argc && strcmp(argv[i], "--") != 0; i++)
        if (strcmp(argv[i], "--help") == 0 || strcmp(argv[i], "-h") == 0) return true;
    return false;
}

static int run_command(const struct command *command, int argc, char **argv) {
    if (wants_help(argc, argv)) {
        fputs(command->usage, stdout);
        return EXIT_FINE;
    }
    return command->run(argc, argv);
}

static const struct command *find_command(const char *name) {
    for (int i = 0; i < COMMANDS; i++)
        if (strcmp(commands[i].name, name) == 0) return &commands[i];
    return NULL;
}

/* Output that did not reach its file is a failure, even when everything else went well. */
static int flushed(int status) {
    if (fflush(stdout) == 0 && !ferror(stdout)) return status;
    fprintf(stderr, "anzhi: 结果没有写完，请检查磁盘空间。\n");
    return EXIT_FAILED;
}

int cli_main(int argc, char **argv) {
    signal(SIGXFSZ, SIG_IGN); /* a file that may not grow is a full disk, and no reason to die */
    if (argc < 2) {
        print_help(stderr);
        return EXIT_FAILED;
    }
    if (strcmp(argv[1], "--version") == 0) {
        printf("anzhi %s\n", ANZHI_VERSION);
        return flushed(EXIT_FINE);
    }
    if (strcmp(argv[1], "--help") == 0 || strcmp(argv[1], "-h") == 0) {
        print_help(stdout);
        return flushed(EXIT_FINE);
    }
    const struct command *command = find_command(argv[1]);
    if (!command) {
        fprintf(stderr, "anzhi: 没有“%s”这个命令。\n\n", argv[1]);
        print_help(stderr);
        return EXIT_FAILED;
    }
    return flushed(run_command(command, argc - 1, argv + 1));
}
