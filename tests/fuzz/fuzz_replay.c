#include <assert.h>
#include <stddef.h>
#include <stdint.h>

#include "app/replay.h"
#include "screens/screens.h"
#include "support/small.h"
#include "support/watch.h"

/* Any text at all as a replay: it is refused with its line, or it is played and breaks none of the promises
   that the monkey watches. Played again it ends in the same state, and what it was printed as leads there
   too. */

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

struct look {
    struct watch watch;
    struct buf lines;
};

static void look_at(void *context, const struct app *app, const struct app_world *world,
                    const struct message *message, const struct effects *effects) {
    struct look *look = context;
    const char *broken = watch_after(&look->watch, app, world, message, effects);
    if (broken) fprintf(stderr, "%s\n", broken);
    assert(!broken);
    watch_before(&look->watch, app);
    message_print(message, &look->lines);
    buf_char(&look->lines, '\n');
}

static void play_again(const struct app_world *world, const struct app *app, struct buf *lines) {
    struct app again;
    replay_print_end(app, lines);
    assert(replay_play(buf_get(lines), &again, world, NULL, NULL).end == REPLAY_FINE);
}

static void play(const struct app_world *world, struct str text) {
    struct app app;
    struct look look = {0};
    buf_init(&look.lines);
    replay_print_head(&look.lines);
    struct replay_result result = replay_play(text, &app, world, look_at, &look);
    if (result.end == REPLAY_UNREADABLE)
        assert(result.line > 0);
    else
        play_again(world, &app, &look.lines);
    buf_finish(&look.lines);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    static struct small small;
    static bool opened;
    if (!opened) small_open(&small);
    opened = true;
    struct app_world world = {&small.content, &small.quiz, screens, NULL, NULL};
    play(&world, (struct str){(const char *)data, size});
    return 0;
}
