#include <stdio.h>

#include "cli/cli.h"
#include "cli/options.h"
#include "cli/own_content.h"
#include "cli/steward.h"
#include "cli/stick.h"
#include "store/disk.h"

/* What is to be done when a stick was plugged in; a udev rule or the operator calls it. */

static const char *const content_words[] = {[STICK_NO_CONTENT] = "U盘上没有题库",
                                            [STICK_NOT_NEWER] = "U盘上的题库不比现在的新，没有换",
                                            [STICK_UNSOUND] =
                                                "U盘上的题库有错误，没有换；请看U盘上的“检查报告.txt”",
                                            [STICK_UNCOPIED] = "题库没有拷贝成，还用原来的",
                                            [STICK_TAKEN] = "题库换好了，没人答题时就用新的"};
static const char *const scores_words[] = {[STICK_NO_SCORES] = "这台机器还没有成绩",
                                           [STICK_UNWRITTEN] = "成绩没有写到U盘，请检查U盘的空间",
                                           [STICK_WRITTEN] = "成绩写到了U盘的 anzhi-scores 文件夹"};

int command_stick(int argc, char **argv) {
    static const struct option options[] = {
        {"data", required_argument, NULL, 'd'}, {"content", required_argument, NULL, 'c'}, {0}};
    const char *data = NULL, *content = NULL;
    struct steward steward = {0};
    struct arena arena;
    for (int found; (found = options_next(argc, argv, options)) != -1;) {
        if (found == '?') return EXIT_FAILED;
        if (found == 'd') data = optarg;
        if (found == 'c') content = optarg;
    }
    if (!options_end(argc, argv, 1)) return EXIT_FAILED;
    if (optind == argc) {
        fprintf(stderr, "anzhi: 请写出U盘在哪个文件夹，如 /media/usb。\n");
        return EXIT_FAILED;
    }
    steward_init(&steward, data);
    disk_make_folder(steward.folder);
    arena_init(&arena);
    struct stick_outcome outcome =
        stick_serve(argv[optind], steward.folder, content_to_play(content, steward.folder, &arena));
    arena_finish(&arena);
    printf("%s。\n%s。\n", scores_words[outcome.scores], content_words[outcome.content]);
    bool failed = outcome.scores == STICK_UNWRITTEN || outcome.content == STICK_UNCOPIED;
    bool unsound = outcome.content == STICK_UNSOUND;
    if (!failed) printf("完成，可拔出。\n");
    return failed ? EXIT_FAILED : unsound ? EXIT_WARNED : EXIT_FINE;
}
