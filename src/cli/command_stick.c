#include <stdio.h>

#include "cli/cli.h"
#include "cli/options.h"
#include "cli/own_content.h"
#include "cli/steward.h"
#include "cli/stick.h"
#include "cli/stick_last.h"
#include "store/disk.h"
#include "ui/stick_words.h"

/* What is to be done when a stick was plugged in; a udev rule or the operator calls it. */

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
    stick_last_write(steward.folder, &outcome);
    printf("%s。\n%s。\n", word_get(stick_scores_word(outcome.scores)).at,
           word_get(stick_content_word(outcome.content)).at);
    bool done = stick_is_done(&outcome), unsound = outcome.content == STICK_UNSOUND;
    if (done) printf("%s。\n", word_get(WORD_STICK_DONE).at);
    return !done ? EXIT_FAILED : unsound ? EXIT_WARNED : EXIT_FINE;
}
