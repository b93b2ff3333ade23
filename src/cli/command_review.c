#include <stdio.h>

#include "cli/cli.h"
#include "cli/decide.h"
#include "cli/html.h"
#include "cli/loaded.h"
#include "cli/options.h"
#include "cli/review.h"
#include "exchange/clash.h"
#include "exchange/topic.h"

enum review_format { REVIEW_TEXT, REVIEW_HTML, REVIEW_FORMATS };

struct review_options {
    const char *folder, *pack, *file;
    int format; /* -1: by the file */
};

static bool read_options(int argc, char **argv, struct review_options *out) {
    static const char *const formats[REVIEW_FORMATS] = {"text", "html"};
    static const struct option options[] = {{"content", required_argument, NULL, 'c'},
                                            {"pack", required_argument, NULL, 'p'},
                                            {"output", required_argument, NULL, 'o'},
                                            {"format", required_argument, NULL, 'f'},
                                            {0}};
    *out = (struct review_options){.format = -1};
    for (int found; (found = options_next_short(argc, argv, "o:", options)) != -1;) {
        if (found == '?') return false;
        if (found == 'c') out->folder = optarg;
        if (found == 'p') out->pack = optarg;
        if (found == 'o') out->file = optarg;
        if (found == 'f' && (out->format = option_choice("--format", optarg, formats, REVIEW_FORMATS)) < 0)
            return false;
    }
    if (out->format < 0)
        out->format = out->file && !str_ends(str_of(out->file), STR(".txt")) ? REVIEW_HTML : REVIEW_TEXT;
    return options_end(argc, argv, 0);
}

static bool print_review(struct review *review, const struct review_options *options) {
    struct buf out;
    buf_init(&out);
    if (options->format == REVIEW_HTML)
        review_print_page(review, &out);
    else
        review_print_text(review, &out);
    bool fine = true;
    if (options->file)
        fine = html_write(options->file, buf_get(&out));
    else
        fwrite(out.at, 1, out.len, stdout);
    buf_finish(&out);
    return fine;
}

/* On stderr, so that the page may go anywhere. */
static void sum_up(const struct review *review, const struct review_options *options) {
    if (!review->count) fprintf(stderr, "anzhi: 没有草稿。先用 anzhi import document 导入文档。\n");
    if (review->count && options->file)
        fprintf(stderr, "%u 条草稿写到了 %s：要拿主意的 %u 条，可以收的 %u 条。\n", (unsigned)review->count,
                options->file, (unsigned)(review->counts[REVIEW_CONFLICT] + review->counts[REVIEW_DECIDE]),
                (unsigned)review->counts[REVIEW_READY]);
}

static int show(struct desk *desk, const struct review_options *options) {
    struct content content;
    struct diags diags;
    struct review review;
    diags_init(&diags);
    content_load(&content, &desk->folder.source, CONTENT_QUICK, &diags);
    clash_find(&desk->files.inbox.drafts, &content);
    topic_find(&desk->files.inbox.drafts, &content);
    review_collect(&review, &content, &desk->files.inbox, options->pack);
    bool fine = print_review(&review, options);
    if (fine) sum_up(&review, options);
    review_finish(&review);
    content_finish(&content);
    diags_finish(&diags);
    return fine ? EXIT_FINE : EXIT_FAILED;
}

int command_review(int argc, char **argv) {
    struct review_options options;
    if (!read_options(argc, argv, &options)) return EXIT_FAILED;
    struct desk desk;
    int status = desk_open(&desk, options.folder) ? show(&desk, &options) : EXIT_FAILED;
    desk_close(&desk);
    return status;
}
