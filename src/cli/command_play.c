#include <stdio.h>
#include <string.h>

#include "app/replay.h"
#include "cli/cli.h"
#include "cli/loaded.h"
#include "cli/options.h"
#include "cli/scorekeeper.h"
#include "cli/slurp.h"
#include "screens/screens.h"
#include "store/key.h"

struct play_options {
    const char *folder, *file, *data;
    bool dump, ack;
};

static bool read_options(int argc, char **argv, struct play_options *out) {
    static const struct option options[] = {{"content", required_argument, NULL, 'c'},
                                            {"data", required_argument, NULL, 'D'},
                                            {"dump", no_argument, NULL, 'd'},
                                            {"ack", no_argument, NULL, 'a'},
                                            {0}};
    for (int found; (found = options_next(argc, argv, options)) != -1;) {
        if (found == '?') return false;
        if (found == 'c') out->folder = optarg;
        if (found == 'D') out->data = optarg;
        if (found == 'd') out->dump = true;
        if (found == 'a') out->ack = true;
    }
    if (!options_end(argc, argv, 1)) return false;
    out->file = optind < argc ? argv[optind] : NULL;
    if (!out->file) fprintf(stderr, "anzhi: 请写出要重放的文件。\n");
    bool sound = !out->ack || out->data;
    if (!sound) fprintf(stderr, "anzhi: --ack 要和 --data 一起用。\n");
    return out->file && sound;
}

/* The key of a row, at once when the disk has it: whoever reads this may pull the plug. */
static void print_key(void *context, const struct row *row) {
    char text[KEY_TEXT];
    (void)context;
    key_print(&row->key, text);
    puts(text);
    fflush(stdout);
}

static void keep_scores(void *context, const struct app *app, const struct app_world *world,
                        const struct message *message, const struct effects *effects) {
    struct message reply;
    (void)message;
    for (uint32_t i = 0; i < effects->count; i++)
        scorekeeper_do(context, app, world, effects->list[i], &reply);
}

/* NULL: it could not be had, which has been said. */
static struct store *open_store(const struct play_options *options) {
    enum store_claim claim;
    struct store *store = store_create(options->data, &claim);
    if (claim == STORE_OURS) {
        if (options->ack) store_tell(store, print_key, NULL);
        return store;
    }
    fprintf(stderr, "anzhi: %s %s\n", options->data,
            claim == STORE_TAKEN ? "里的成绩正由另一个安知在写。" : "不能用来记成绩，请检查文件夹的权限。");
    store_destroy(store);
    return NULL;
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

static int play(struct loaded *loaded, const struct play_options *options, struct str text,
                struct store *store) {
    struct quiz quiz;
    quiz_init(&quiz, &loaded->content, 0);
    struct app_world world = {&loaded->content, &quiz, screens, NULL, NULL};
    struct app app;
    struct scorekeeper keeper = {.store = store, .awake = true};
    struct replay_result result = replay_play(text, &app, &world, store ? keep_scores : NULL, &keeper);
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
        struct store *store = options.data ? open_store(&options) : NULL;
        bool ready = store || !options.data;
        if (loaded_open(&loaded, options.folder, CONTENT_QUICK) && ready)
            status = play(&loaded, &options, buf_get(&text), store);
        loaded_close(&loaded);
        uint32_t lost = store_destroy(store);
        if (lost) fprintf(stderr, "anzhi: %u 行成绩没能保存，请检查磁盘。\n", lost);
    }
    buf_finish(&text);
    return status;
}
