#include <stdio.h>
#include <string.h>

#include "app/replay.h"
#include "cli/cli.h"
#include "cli/loaded.h"
#include "cli/options.h"
#include "cli/slurp.h"
#include "screens/screens.h"

struct play_options {
    const char *folder, *file;
    bool dump;
};

static bool read_options(int argc, char **argv, struct play_options *out) {
    static const struct option options[] = {
        {"content", required_argument, NULL, 'c'}, {"dump", no_argument, NULL, 'd'}, {0}};
    for (int found; (found = options_next(argc, argv, options)) != -1;) {
        if (found == '?') return false;
        if (found == 'c') out->folder = optarg;
        if (found == 'd') out->dump = true;
    }
    if (!options_end(argc, argv, 1)) return false;
    out->file = optind < argc ? argv[optind] : NULL;
    if (!out->file) fprintf(stderr, "anzhi: 请写出要重放的文件。\n");
    return out->file;
}

static int report(const struct replay_result *result, const char *file) {
    if (result->end == REPLAY_UNREADABLE) {
        fprintf(stderr, "anzhi: %s 第 %u 行读不懂。\n", file, result->line);
        return EXIT_FAILED;
    }
    printf("%016llx\n", (unsigned long long)result->hash);
    if (result->end == REPLAY_FINE) return EXIT_FINE;
    fprintf(stderr, "anzhi: 结果和 %s 里记下的 %016llx 不一致：题库或程序和录制时不同。\n", file,
            (unsigned long long)result->expected);
    return EXIT_WARNED;
}

static int play(struct loaded *loaded, const struct play_options *options, struct str text) {
    struct quiz quiz;
    quiz_init(&quiz, &loaded->content, 0);
    struct app_world world = {&loaded->content, &quiz, screens, NULL};
    struct app app;
    struct replay_result result = replay_play(text, &app, &world, NULL, NULL);
    if (options->dump && result.end != REPLAY_UNREADABLE) {
        struct buf out;
        buf_init(&out);
        app_dump(&app, &out);
        fwrite(out.at, 1, out.len, stdout);
        buf_finish(&out);
    }
    quiz_finish(&quiz);
    return report(&result, options->file);
}

int command_play(int argc, char **argv) {
    struct play_options options = {0};
    struct buf text;
    if (!read_options(argc, argv, &options)) return EXIT_FAILED;
    buf_init(&text);
    int status = EXIT_FAILED;
    if (slurp(options.file, &text)) {
        struct loaded loaded;
        if (loaded_open(&loaded, options.folder, CONTENT_QUICK))
            status = play(&loaded, &options, buf_get(&text));
        loaded_close(&loaded);
    }
    buf_finish(&text);
    return status;
}
