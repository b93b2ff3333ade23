#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <dirent.h>
#include <fcntl.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>
#include <cmocka.h>

#include "support/booth.h"
#include "support/heap.h"

/* Visitor after visitor through the whole program, painted at the smallest size that the command line allows:
   afterwards it holds no more memory, files, threads or textures than before. Both presenters, each in a
   process of its own. ANZHI_SESSIONS says how many visitors; `./packaging/dev soak` runs 100000. */

enum {
    W = 320,
    H = 320,
    WARM_UP = 300,      /* sessions until every character has been seen */
    BRIEF = 600,        /* sessions with a planted leak */
    HEAP_SLACK = 32768, /* what pages of different length, and the font library's small caches, make differ */
    RESIDENT_SLACK = 1024 /* KB */
};

/* What the process stands on. */
struct footing {
    size_t heap;   /* bytes, without the caches that have a bound of their own */
    long resident; /* KB */
    uint32_t files, threads;
};

static long resident_kilobytes(void) {
    long pages = 0, resident = 0;
    FILE *file = fopen("/proc/self/statm", "r");
    if (file && fscanf(file, "%ld %ld", &pages, &resident) != 2) resident = 0;
    if (file) fclose(file);
    return resident * 4;
}

static uint32_t count_entries(const char *path) {
    uint32_t count = 0;
    DIR *folder = opendir(path);
    for (struct dirent *entry; folder && (entry = readdir(folder));) count += entry->d_name[0] != '.';
    if (folder) closedir(folder);
    return count;
}

/* Nothing moves and the faces sleep, so that all frames are alike in what they hold. */
static void settle(struct booth *booth) {
    for (uint32_t i = 0; i < 3 || booth->kiosk.fade.running; i++) {
        booth_pass(booth, 500);
        booth_drain(booth);
    }
    faces_sleep(booth->wish.faces);
}

static struct footing look(struct booth *booth) {
    const struct projection *projection = &booth->kiosk.projection;
    settle(booth);
    size_t bounded =
        faces_bytes(booth->wish.faces) + projection->arenas[0].bytes + projection->arenas[1].bytes;
    return (struct footing){heap_bytes() - bounded, resident_kilobytes(), count_entries("/proc/self/fd"),
                            count_entries("/proc/self/task")};
}

/* What has grown; NULL: nothing. */
static const char *grown(struct footing before, struct footing after) {
    if (after.files != before.files) return "descriptors";
    if (after.threads != before.threads) return "threads";
    if (after.heap > before.heap + HEAP_SLACK) return "heap";
    if (!HEAP_IS_SANITIZED && after.resident - before.resident > RESIDENT_SLACK) return "resident memory";
    return NULL;
}

/* Sessions */

static void wander(struct booth *booth, uint32_t visitor, uint32_t taps) {
    for (uint32_t i = 0; i < taps; i++) {
        const struct draw_list *list = projection_list(&booth->kiosk.projection);
        if (!list->region_count) return;
        struct region region = list->regions[random_below(9, 2 + i, visitor, list->region_count)];
        booth_tap(booth, &region);
    }
}

/* The display was gone for a moment: another canvas, another texture. */
static void lose_display(struct booth *booth) {
    SDL_Event event = {.type = SDL_RENDER_DEVICE_RESET};
    SDL_PushEvent(&event);
    booth_drain(booth);
}

/* Every fourth plays a whole round, all look around, and leave without a word. */
static void session(struct booth *booth, uint32_t visitor) {
    if (visitor % 4 == 0) booth_play_round(booth, visitor);
    wander(booth, visitor, random_below(9, 1, visitor, 6));
    if (visitor % 250 == 0) lose_display(booth);
    booth_leave(booth);
}

static void brief_session(struct booth *booth, uint32_t visitor) {
    wander(booth, visitor, 1);
    booth_leave(booth);
}

/* Leaks, planted to be found */

enum leak { LEAK_HEAP, LEAK_DESCRIPTOR, LEAK_THREAD, LEAK_SURFACE, LEAK_TEXTURE, LEAKS };

struct mess {
    void *things[BRIEF]; /* so that what was leaked can be given back after all */
    int files[BRIEF];
    SDL_sem *end;
    uint32_t count;
};

static int wait_for_the_end(void *end) {
    return SDL_SemWait(end);
}

/* Memory at every session, anything else at every hundredth. */
static void spill(struct mess *mess, enum leak leak, uint32_t session, SDL_Renderer *renderer) {
    if (leak != LEAK_HEAP && session % 100 != 0) return;
    uint32_t i = mess->count++;
    if (leak == LEAK_HEAP) mess->things[i] = malloc(64);
    if (leak == LEAK_DESCRIPTOR) mess->files[i] = open("/dev/null", O_RDONLY);
    if (leak == LEAK_THREAD) mess->things[i] = SDL_CreateThread(wait_for_the_end, "leak", mess->end);
    if (leak == LEAK_SURFACE)
        mess->things[i] = SDL_CreateRGBSurfaceWithFormat(0, 64, 64, 32, SDL_PIXELFORMAT_ARGB8888);
    if (leak == LEAK_TEXTURE)
        mess->things[i] =
            SDL_CreateTexture(renderer, SDL_PIXELFORMAT_ARGB8888, SDL_TEXTUREACCESS_STREAMING, 64, 64);
}

static void mop_up(struct mess *mess, enum leak leak) {
    for (uint32_t i = 0; i < mess->count; i++) {
        if (leak == LEAK_HEAP) free(mess->things[i]);
        if (leak == LEAK_DESCRIPTOR) close(mess->files[i]);
        if (leak == LEAK_THREAD) SDL_SemPost(mess->end);
        if (leak == LEAK_SURFACE) SDL_FreeSurface(mess->things[i]);
        if (leak == LEAK_TEXTURE) SDL_DestroyTexture(mess->things[i]);
    }
    for (uint32_t i = 0; i < mess->count && leak == LEAK_THREAD; i++) SDL_WaitThread(mess->things[i], NULL);
    mess->count = 0;
}

static bool is_caught(struct booth *booth, enum leak leak) {
    static const char *const wanted[LEAKS] = {"heap", "descriptors", "threads", "heap", "heap"};
    struct mess *mess = calloc(1, sizeof *mess);
    mess->end = SDL_CreateSemaphore(0);
    struct footing before = look(booth);
    for (uint32_t i = 0; i < BRIEF; i++) {
        brief_session(booth, 1000 + i);
        spill(mess, leak, i, booth->kiosk.presenter.renderer);
    }
    const char *found = grown(before, look(booth));
    mop_up(mess, leak);
    SDL_DestroySemaphore(mess->end);
    free(mess);
    bool caught = found && strcmp(found, wanted[leak]) == 0;
    if (!caught) fprintf(stderr, "planted leak %d: found %s\n", leak, found ? found : "nothing");
    return caught;
}

/* A process for each presenter: what it does ends with it, and two cores are used. */

static uint32_t asked_sessions(void) {
    const char *asked = getenv("ANZHI_SESSIONS");
    return asked ? (uint32_t)atoi(asked) : HEAP_IS_SANITIZED ? 400 : 2000;
}

/* The more come, the rarer is the last character that nobody has seen yet. */
static uint32_t warm_up(struct booth *booth) {
    uint32_t sessions = WARM_UP + asked_sessions() / 20;
    for (uint32_t i = 0; i < sessions; i++) session(booth, i);
    return sessions;
}

static bool sessions_are_clean(struct booth *booth) {
    uint32_t first = warm_up(booth), sessions = asked_sessions() / 2, rounds = booth->rounds;
    struct footing before = look(booth);
    for (uint32_t i = 0; i < sessions; i++) session(booth, first + i);
    struct footing after = look(booth);
    const char *found = grown(before, after);
    fprintf(stderr, "%s: %u sessions, %u rounds, %ld bytes and %ld KB more, %u descriptors, %u threads: %s\n",
            presenter_kind_name(booth->kiosk.presenter.kind), sessions, booth->rounds - rounds,
            (long)(after.heap - before.heap), after.resident - before.resident, after.files, after.threads,
            found ? found : "clean");
    return !found && !booth->kiosk.quit && booth->rounds - rounds >= sessions / 4;
}

static bool leaks_are_caught(struct booth *booth) {
    for (uint32_t i = 0; i < WARM_UP; i++) session(booth, i);
    bool textured = booth->kiosk.presenter.kind == PRESENTER_TEXTURE;
    bool caught = is_caught(booth, textured ? LEAK_TEXTURE : LEAK_HEAP);
    caught = is_caught(booth, textured ? LEAK_THREAD : LEAK_DESCRIPTOR) && caught;
    return (textured || is_caught(booth, LEAK_SURFACE)) && caught;
}

typedef bool soak(struct booth *booth);

static pid_t begin(enum presenter_kind presenter, soak *run) {
    pid_t child = fork();
    if (child) return child;
    struct booth *booth = calloc(1, sizeof *booth);
    bool fine = booth_open(booth, (struct display){W, H}, presenter);
    fine = fine && run(booth);
    booth_close(booth);
    free(booth);
    _exit(fine ? 0 : 1);
}

static void run_both(soak *run) {
    pid_t children[] = {begin(PRESENTER_SURFACE, run), begin(PRESENTER_TEXTURE, run)};
    for (uint32_t i = 0; i < 2; i++) {
        int status = -1;
        waitpid(children[i], &status, 0);
        if (status != 0) fail_msg("%s: status %d", presenter_kind_name(PRESENTER_SURFACE + i), status);
    }
}

static void sessions_leave_nothing_behind(void **state) {
    (void)state;
    run_both(sessions_are_clean);
}

static void planted_leaks_are_caught(void **state) {
    (void)state;
    run_both(leaks_are_caught);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(planted_leaks_are_caught),
        cmocka_unit_test(sessions_leave_nothing_behind),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
