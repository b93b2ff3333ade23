#include <SDL.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/memory.h"
#include "cli/cli.h"
#include "cli/clock.h"
#include "cli/embedded.h"
#include "cli/house.h"
#include "cli/own_content.h"
#include "cli/recorded.h"
#include "cli/run_options.h"
#include "cli/typefaces.h"
#include "platform/trace.h"

/* The third is how somebody says that there is a screen without a display server: kmsdrm. */
static bool has_display(void) {
    const char *const names[] = {"DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER"};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        const char *value = getenv(names[i]);
        if (value && *value) return true;
    }
    return false;
}

static bool open_window(struct run_options *options, struct opened *opened, struct store *store) {
    struct house *house = memory_zeroed(sizeof *house);
    struct kiosk *kiosk = memory_zeroed(sizeof *kiosk);
    house_open(house, options, opened, store);
    bool shown = kiosk_run(kiosk, &options->wish, &house->world);
    house_close(house);
    memory_give_back(kiosk);
    memory_give_back(house);
    return shown;
}

/* False: another program keeps its scores there. */
static bool open_in_folder(struct run_options *options, struct opened *opened, bool *shown) {
    struct steward steward = {0};
    enum store_claim claim;
    steward_init(&steward, options->data);
    struct store *store = store_create(steward.folder, &claim);
    if (claim == STORE_TAKEN)
        fprintf(stderr, "anzhi: 已经有一个安知在用 %s 记成绩，这一个不再启动。\n", steward.folder);
    else
        *shown = open_window(options, opened, store);
    store_destroy(store);
    return claim != STORE_TAKEN;
}

/* As the operator had it before the last end. */
static void recall(struct run_options *options) {
    struct steward steward = {0};
    struct kiosk_wish *wish = &options->wish;
    options->site_theme = (uint32_t)wish->themes.first;
    steward_init(&steward, options->data);
    steward_recall(&steward, options->site_theme);
    const struct kept *kept = &steward.kept;
    bool there = kept->theme != THEME_OWN || themes_own_title(&wish->themes);
    if (kept->has_theme && there) wish->themes.first = (enum theme)kept->theme;
    wish->has_volume = kept->has_volume;
    wish->volume = (uint8_t)kept->volume;
    wish->tries = (uint16_t)kept->wrong;
}

static int run(struct run_options *options, struct opened *opened) {
    if (has_display()) {
        bool shown = false;
        recall(options);
        if (!open_in_folder(options, opened, &shown)) return EXIT_FAILED;
        if (shown) return EXIT_FINE;
    }
    printf("%s，改为用文字播放一轮录好的问答。\n\n", has_display() ? "窗口打不开" : "没有找到显示器");
    return recorded_round_play(&opened->loaded) ? EXIT_FINE : EXIT_FAILED;
}

/* This machine's own content was sound when it was taken over; should the disk have spoilt it since, there is
   the installed one. */
static void load_content(const struct run_options *options, struct opened *opened) {
    struct steward steward = {0};
    struct arena arena;
    arena_init(&arena);
    steward_init(&steward, options->data);
    const char *own = content_to_play(options->folder, steward.folder, &arena);
    bool is_own = !options->folder && strcmp(own, content_folder(NULL, &arena)) != 0;
    opened->sight = watch_sight(own);
    if (!is_own || !loaded_open(&opened->loaded, own, CONTENT_QUICK)) {
        if (is_own) loaded_close(&opened->loaded);
        loaded_open_or_built_in(&opened->loaded, options->folder);
    }
    arena_finish(&arena);
}

struct reading {
    const struct run_options *options;
    struct opened *opened;
};

static int read_content(void *context) {
    struct reading *reading = context;
    load_content(reading->options, reading->opened);
    return 0;
}

/* Reads the content while the display is asked for what it is, and the faces are opened. */
static void open_together(const struct run_options *options, struct opened *opened) {
    struct reading reading = {options, opened};
    kiosk_prepare();
    faces_open_ahead(options->wish.faces);
    SDL_Thread *reader = SDL_CreateThread(read_content, "content", &reading);
    kiosk_connect();
    trace_mark("display");
    if (reader)
        SDL_WaitThread(reader, NULL);
    else
        read_content(&reading);
}

int command_run(int argc, char **argv) {
    struct run_options options = {.wish.drawings = embedded_drawings(), .wish.day = clock_today()};
    if (!run_options_read(argc, argv, &options)) return EXIT_FAILED;
    signal(SIGPIPE, SIG_IGN); /* whoever read the log may go */
    if (!options.seeded) options.wish.seed = (uint64_t)time(NULL);
    options.wish.faces = faces_create(faces_of_debian);
    struct opened opened = {0};
    if (has_display())
        open_together(&options, &opened);
    else
        load_content(&options, &opened);
    trace_mark("content");
    struct loaded *loaded = &opened.loaded;
    bool fine = loaded_themes(&loaded->content, options.theme, &options.wish.themes) &&
                run_options_apply(&options, &loaded->content);
    if (fine) options.wish.own_faces = typefaces_open(&options.wish.themes, loaded);
    if (options.wish.own_faces) faces_wait(options.wish.faces);
    struct faces *own = options.wish.own_faces; /* while it runs, others may take their place */
    int status = fine ? run(&options, &opened) : EXIT_FAILED;
    faces_destroy(own);
    faces_destroy(options.wish.faces);
    SDL_Quit(); /* where no window was opened, the display is still connected */
    loaded_close(loaded);
    return status;
}
