#include <stdio.h>
#include <string.h>

#include "base/memory.h"
#include "bench.h"
#include "cli/embedded.h"
#include "cli/loaded.h"
#include "cli/scene.h"
#include "platform/projection.h"

/* Frames on the one canvas, beside filling and copying the same canvas a moment later. Not in it: what the
   display server does with the damaged rectangles. */

enum { RUNS = 31 };

struct studio {
    struct app app;
    struct app_world world;
    struct projection projection;
    struct canvas canvas, other;
    struct display display;
};

typedef void measured(struct studio *studio);

static void redraw(struct studio *studio) {
    struct projection *projection = &studio->projection;
    painter_paint(&projection->painter, projection_list(projection), projection->palette, &studio->canvas,
                  canvas_area(&studio->canvas));
}

/* A finger on an option, and off again: what changes, found and painted. */
static void tap(struct studio *studio) {
    studio->app.ui.pressed[0] = !studio->app.ui.pressed[0];
    projection_build(&studio->projection, &studio->app, &studio->world);
    struct damage damage = projection_damage(&studio->projection);
    projection_paint(&studio->projection, &studio->canvas, &damage);
}

static void fade(struct studio *studio) {
    canvas_clip(&studio->canvas, canvas_area(&studio->canvas));
    canvas_fade(&studio->canvas, &studio->canvas, &studio->other, 100);
}

static void fill(struct studio *studio) {
    canvas_clip(&studio->canvas, canvas_area(&studio->canvas));
    canvas_fill(&studio->canvas, canvas_area(&studio->canvas), 0x123456, 255);
}

static void copy(struct studio *studio) {
    canvas_copy(&studio->canvas, &studio->other, canvas_area(&studio->canvas));
}

static double time_it(struct studio *studio, measured *what) {
    double took[RUNS];
    what(studio);
    for (int i = 0; i < RUNS; i++) {
        double start = seconds_now();
        what(studio);
        took[i] = (seconds_now() - start) * 1000;
    }
    return median(took, RUNS);
}

static void open_studio(struct studio *studio, struct faces *faces, struct display display) {
    studio->display = display;
    projection_init(&studio->projection, faces, embedded_drawings(), theme_palette(THEME_LIGHT), display);
    canvas_init(&studio->canvas, display.w, display.h);
    canvas_init(&studio->other, display.w, display.h);
    projection_build(&studio->projection, &studio->app, &studio->world);
}

static void close_studio(struct studio *studio) {
    projection_finish(&studio->projection);
    canvas_finish(&studio->canvas);
    canvas_finish(&studio->other);
}

static double first_frame(struct studio *studio) {
    double start = seconds_now();
    struct damage damage = projection_damage(&studio->projection);
    projection_paint(&studio->projection, &studio->canvas, &damage);
    return (seconds_now() - start) * 1000;
}

static void print_row(struct studio *studio, struct faces *faces, struct display display) {
    open_studio(studio, faces, display);
    double first = first_frame(studio);
    printf("| %d×%d | %.1f | %.2f | %.2f | %.2f | %.2f | %.2f |\n", (int)display.w, (int)display.h, first,
           time_it(studio, redraw), time_it(studio, tap), time_it(studio, fade), time_it(studio, fill),
           time_it(studio, copy));
    close_studio(studio);
}

/* Frames of a page coming up, as the loop paints them: the usual one and the slowest. */
struct moving {
    double usual, slowest;
};

static double paint_at(struct studio *studio, struct motion *motion, int32_t age) {
    double start = seconds_now();
    motion->ages[MOTION_PAGE] = age;
    projection_build(&studio->projection, &studio->app, &studio->world);
    struct damage damage = projection_damage(&studio->projection);
    projection_paint(&studio->projection, &studio->canvas, &damage);
    return (seconds_now() - start) * 1000;
}

static struct moving time_moving(struct studio *studio, int32_t from, int32_t to) {
    double took[128];
    int count = 0;
    struct moving moving = {0, 0};
    struct motion motion;
    motion_rest(&motion);
    studio->projection.motion = &motion;
    for (int32_t run = 0; run < 2; run++) { /* once more, when the glyphs are known */
        paint_at(studio, &motion, from);
        for (int32_t age = from + MOTION_FRAME, i = 0; age < to; age += MOTION_FRAME, i++) {
            took[i] = paint_at(studio, &motion, age);
            count = i + 1;
        }
    }
    for (int i = 0; i < count; i++)
        if (took[i] > moving.slowest) moving.slowest = took[i];
    moving.usual = median(took, count);
    return moving;
}

static void print_moving(struct studio *studio, struct faces *faces, struct display display) {
    static const struct {
        const char *scene;
        int32_t from, to;
    } pages[] = {{"question", 110, 330}, {"feedback", 0, 330}, {"feedback", 420, 600}, {"result", 110, 1260}};
    printf("| %d×%d |", (int)display.w, (int)display.h);
    for (size_t i = 0; i < sizeof pages / sizeof pages[0]; i++) {
        struct scene scene = {.seed = 7};
        scene_enter(pages[i].scene, &scene, &studio->app, &studio->world);
        open_studio(studio, faces, display);
        first_frame(studio);
        struct moving moving = time_moving(studio, pages[i].from, pages[i].to);
        printf(" %.2f, %.2f |", moving.usual, moving.slowest);
        if (i + 1 == sizeof pages / sizeof pages[0]) printf(" %.2f |\n", time_it(studio, copy));
        close_studio(studio);
    }
}

/* While the finger that ends a rest is down; beside a copy of the canvas. */
static void print_waking(struct studio *studio, struct faces *faces) {
    double took[RUNS];
    open_studio(studio, faces, (struct display){1920, 1080});
    faces_wake(faces);
    for (int i = 0; i < RUNS; i++) {
        faces_sleep(faces);
        double start = seconds_now();
        faces_wake(faces);
        took[i] = (seconds_now() - start) * 1000;
    }
    printf("\nwaking %u files of faces: %.2f ms (copy: %.2f ms)\n", faces_awake(faces), median(took, RUNS),
           time_it(studio, copy));
    close_studio(studio);
}

void bench_frames(void) {
    struct studio *studio = memory_zeroed(sizeof *studio);
    struct loaded loaded;
    struct quiz quiz;
    struct faces *faces = faces_create(faces_of_debian);
    struct scene scene = {.seed = 7};
    loaded_open_or_built_in(&loaded, SOURCE_DIR "/content");
    quiz_init(&quiz, &loaded.content, 0);
    studio->world = (struct app_world){&loaded.content, &quiz, screens, NULL, NULL};
    if (!scene_enter("question", &scene, &studio->app, &studio->world)) puts("no question to show");
    puts(
        "\n| ms | first frame, no glyph known | full redraw | tap: list, damage, pixels | cross-fade frame | "
        "(fill) | (copy) |\n| --- | --- | --- | --- | --- | --- | --- |");
    print_row(studio, faces, (struct display){1920, 1080});
    print_row(studio, faces, (struct display){1080, 1920});
    print_row(studio, faces, (struct display){3840, 2160});
    puts("\n| ms: usual, slowest frame | question comes up | answer | way on | result | (copy) |\n"
         "| --- | --- | --- | --- | --- | --- |");
    print_moving(studio, faces, (struct display){1920, 1080});
    print_moving(studio, faces, (struct display){1080, 1920});
    print_moving(studio, faces, (struct display){3840, 2160});
    print_waking(studio, faces);
    quiz_finish(&quiz);
    loaded_close(&loaded);
    faces_destroy(faces);
    memory_give_back(studio);
}
