#include <cjson/cJSON.h>
#include <malloc.h>
#include <stdio.h>

#include "base/json.h"
#include "bench.h"
#include "content/content.h"
#include "quiz/round.h"

/* Packs of 10² to 10⁵ questions: what reading, checking and the first question cost, as ratios to cJSON
   building its tree of the same bytes. Processor time: another program that takes the processor for a few
   milliseconds would be most of what is measured. */

/* A small pack takes a fraction of a millisecond, which is soon disturbed: the median is of more runs. */
enum { RUNS = 5, MOST_RUNS = 25, FEW_QUESTIONS = 1000 };

struct figures {
    double tree, index, quick, first, full, round;
    size_t tree_heap, quick_heap, full_heap;
};

static bool read_pack(void *context, const char *path, struct str *bytes) {
    (void)path;
    *bytes = buf_get(context);
    return true;
}

static void load(struct buf *pack, struct content *content, struct diags *diags, enum content_depth depth) {
    static const char *const paths[] = {"bench.json"};
    struct content_source source = {.context = pack, .paths = paths, .path_count = 1, .read = read_pack};
    diags_init(diags);
    content_load(content, &source, depth, diags);
}

static double time_tree(struct buf *pack) {
    double start = processor_seconds();
    cJSON *tree = cJSON_ParseWithLength(pack->at, pack->len);
    double took = processor_seconds() - start;
    cJSON_Delete(tree);
    malloc_trim(0); /* else the next big allocation pays for tidying up a million freed pieces */
    return took;
}

static size_t heap_of_tree(struct buf *pack) {
    heap_begin();
    cJSON *tree = cJSON_ParseWithLength(pack->at, pack->len);
    size_t most = heap_end();
    cJSON_Delete(tree);
    malloc_trim(0);
    return most;
}

static double time_index(struct buf *pack) {
    struct diags diags;
    struct json_index index;
    diags_init(&diags);
    double start = processor_seconds();
    json_index_build(&index, (struct diag_file){"bench.json", buf_get(pack)}, &json_default_limits, &diags);
    double took = processor_seconds() - start;
    json_index_finish(&index);
    diags_finish(&diags);
    return took;
}

static double time_load(struct buf *pack, enum content_depth depth) {
    struct content content;
    struct diags diags;
    double start = processor_seconds();
    load(pack, &content, &diags, depth);
    double took = processor_seconds() - start;
    if (diags.errors) fprintf(stderr, "bench: the pack has %u errors\n", diags.errors);
    content_finish(&content);
    diags_finish(&diags);
    return took;
}

static size_t heap_of_load(struct buf *pack, enum content_depth depth) {
    struct content content;
    struct diags diags;
    heap_begin();
    load(pack, &content, &diags, depth);
    size_t most = heap_end();
    content_finish(&content);
    diags_finish(&diags);
    return most;
}

/* From the bytes to the text of the first question, and then what drawing a whole round costs. */
static void time_first(struct buf *pack, struct figures *out) {
    struct content content;
    struct diags diags;
    struct quiz quiz;
    struct round round;
    double start = processor_seconds();
    load(pack, &content, &diags, CONTENT_QUICK);
    quiz_init(&quiz, &content, 0);
    round_begin(&round, MODE_KIOSK, 42, 0);
    bool fine = round_advance(&round, &quiz) && round_question(&round, 0, &quiz);
    out->first = processor_seconds() - start;
    if (!fine) fprintf(stderr, "bench: no question was drawn\n");
    start = processor_seconds();
    round_begin(&round, MODE_KIOSK, 43, 0);
    while (round_advance(&round, &quiz)) round_answer(&round, &round_current(&round)->key, 0);
    out->round = processor_seconds() - start;
    quiz_finish(&quiz);
    content_finish(&content);
    diags_finish(&diags);
}

static struct figures measure(struct buf *pack, int runs) {
    double values[6][MOST_RUNS];
    struct figures f = {.tree_heap = heap_of_tree(pack),
                        .quick_heap = heap_of_load(pack, CONTENT_QUICK),
                        .full_heap = heap_of_load(pack, CONTENT_CHECKED)};
    for (int run = 0; run < runs; run++) {
        values[0][run] = time_tree(pack);
        values[1][run] = time_index(pack);
        values[2][run] = time_load(pack, CONTENT_QUICK);
        values[3][run] = time_load(pack, CONTENT_CHECKED);
        time_first(pack, &f);
        values[4][run] = f.first;
        values[5][run] = f.round;
    }
    double *medians[] = {&f.tree, &f.index, &f.quick, &f.full, &f.first, &f.round};
    for (int i = 0; i < 6; i++) *medians[i] = median(values[i], runs);
    return f;
}

static void print_row(uint32_t questions, const struct buf *pack, const struct figures *f) {
    double bytes = (double)pack->len;
    printf("| %6u | %6.2f | %8.2f | %.2f | %.2f | %.2f | %.2f | %.2f | %.2f | %.2f | %.3f |\n", questions,
           bytes / 1e6, f->tree * 1e3, f->index / f->tree, f->quick / f->tree, f->full / f->tree,
           f->first / f->tree, (double)f->tree_heap / bytes, (double)f->quick_heap / bytes,
           (double)f->full_heap / bytes, f->round * 1e3);
}

void bench_loading(void) {
    puts(
        "Loading. Reference: cJSON building its tree of the same bytes; processor times as ratios to it, heap to the file's bytes.\n");
    puts(
        "| questions | MB | cJSON ms | index | load | load + full check | first question | heap cJSON | heap load | heap "
        "check | draw 5, ms |");
    puts("|---|---|---|---|---|---|---|---|---|---|---|");
    for (uint32_t questions = 100; questions <= 100000; questions *= 10) {
        struct buf pack;
        buf_init(&pack);
        bench_pack(questions, &pack);
        struct figures figures = measure(&pack, questions <= FEW_QUESTIONS ? MOST_RUNS : RUNS);
        print_row(questions, &pack, &figures);
        buf_finish(&pack);
    }
    puts("");
}
