#include <stdio.h>

#include "cli/cli.h"
#include "cli/loaded.h"
#include "cli/mend.h"
#include "cli/options.h"
#include "cli/stats_print.h"
#include "cli/typefaces.h"
#include "text/bitmap.h"

enum check_format { FORMAT_TEXT, FORMAT_GCC, FORMAT_JSON, FORMATS };

struct check_options {
    const char *folder;
    bool strict, fix, stats;
    int format;
};

static bool read_options(int argc, char **argv, struct check_options *out) {
    static const char *const formats[FORMATS] = {"text", "gcc", "json"};
    static const struct option options[] = {{"strict", no_argument, NULL, 's'},
                                            {"fix", no_argument, NULL, 'x'},
                                            {"stats", no_argument, NULL, 't'},
                                            {"format", required_argument, NULL, 'f'},
                                            {0}};
    for (int found; (found = options_next(argc, argv, options)) != -1;) {
        if (found == '?') return false;
        if (found == 's') out->strict = true;
        if (found == 'x') out->fix = true;
        if (found == 't') out->stats = true;
        if (found == 'f' && (out->format = option_choice("--format", optarg, formats, FORMATS)) < 0)
            return false;
    }
    if (!options_end(argc, argv, 1)) return false;
    if (out->stats && out->format != FORMAT_TEXT) {
        fprintf(stderr, "anzhi: --stats 是给人看的表，只能用 --format text。\n");
        return false;
    }
    out->folder = optind < argc ? argv[optind] : NULL;
    return true;
}

static void print_messages(struct diags *diags, int format) {
    static void (*const printers[FORMATS])(const struct diags *, struct buf *) = {
        diags_print_text, diags_print_gcc, diags_print_json};
    struct buf out;
    buf_init(&out);
    diags_sort(diags);
    printers[format](diags, &out);
    fwrite(out.at, 1, out.len, stdout);
    buf_finish(&out);
}

static void print_summary(const struct content *content) {
    printf("%u 个题库：%u 条事实，%u 个集合，%u 个情景，%u 道手写题，%u 张卡片。\n", content->pack_count,
           content->fact_count, content->set_count, content->scenario_count, content->written_count,
           content->card_count);
}

static void print_stats(const struct content *content) {
    struct stats stats;
    struct pool pool;
    struct buf out;
    stats_init(&stats);
    buf_init(&out);
    pool_build(&pool, content, 0);
    stats_count(&stats, content, &pool);
    stats_print(&stats, content, &out);
    fwrite(out.at, 1, out.len, stdout);
    pool_finish(&pool);
    buf_finish(&out);
    stats_finish(&stats);
}

static int verdict(const struct diags *diags, bool playable, bool strict) {
    if (diags->errors || !playable) return EXIT_FAILED;
    return strict && diags->warnings ? EXIT_WARNED : EXIT_FINE;
}

/* A file may be whole and still not be what it says. A drawing was read to its last attribute already. */
static bool can_show(void *context, struct str bytes, const struct image *image) {
    (void)context;
    return image->kind == IMAGE_SVG || bitmap_can_show(bytes, image);
}

/* On stderr, where it does not mix with what programs read. */
static void report_typefaces(struct loaded *loaded) {
    struct buf out;
    buf_init(&out);
    typefaces_report_all(loaded, &out);
    fflush(stdout);
    fwrite(out.at, 1, out.len, stderr);
    buf_finish(&out);
}

static int check_folder(const char *path, const struct check_options *options) {
    struct loaded loaded = {0};
    diags_init(&loaded.diags);
    if (!folder_open(&loaded.folder, path)) {
        diags_finish(&loaded.diags);
        folder_close(&loaded.folder);
        return EXIT_FAILED;
    }
    loaded.folder.source.can_show = can_show;
    bool playable = loaded_read(&loaded, CONTENT_CHECKED);
    print_messages(&loaded.diags, options->format);
    if (options->format == FORMAT_TEXT) print_summary(&loaded.content);
    if (options->stats && playable) print_stats(&loaded.content);
    int status = verdict(&loaded.diags, playable, options->strict);
    report_typefaces(&loaded);
    loaded_close(&loaded);
    return status;
}

int command_check(int argc, char **argv) {
    struct check_options options = {0};
    if (!read_options(argc, argv, &options)) return EXIT_FAILED;
    struct arena arena;
    arena_init(&arena);
    const char *path = content_folder(options.folder, &arena);
    bool mended = !options.fix || mend_folder(path);
    int status = check_folder(path, &options);
    arena_finish(&arena);
    return mended ? status : EXIT_FAILED;
}
