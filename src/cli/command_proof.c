#include <stdio.h>

#include "cli/blank.h"
#include "cli/cli.h"
#include "cli/html.h"
#include "cli/loaded.h"
#include "cli/options.h"
#include "cli/proof.h"

struct proof_options {
    const char *folder, *pack, *file;
};

static bool read_options(int argc, char **argv, struct proof_options *out) {
    static const struct option options[] = {{"content", required_argument, NULL, 'c'},
                                            {"pack", required_argument, NULL, 'p'},
                                            {"output", required_argument, NULL, 'o'},
                                            {0}};
    for (int found; (found = options_next_short(argc, argv, "o:", options)) != -1;) {
        if (found == '?') return false;
        if (found == 'c') out->folder = optarg;
        if (found == 'p') out->pack = optarg;
        if (found == 'o') out->file = optarg;
    }
    if (!options_end(argc, argv, 0)) return false;
    if (!out->file) fprintf(stderr, "anzhi: 请用 -o 写出文件名，例如 -o 校对稿.html。\n");
    return out->file != NULL;
}

static int proof(const struct content *content, const struct proof_options *options) {
    const struct pack *pack = options->pack ? blank_pack(content, options->pack) : NULL;
    if (options->pack && !pack) {
        fprintf(stderr, "anzhi: 没有“%s”这个包。\n", options->pack);
        return EXIT_FAILED;
    }
    struct buf page;
    buf_init(&page);
    proof_print(content, pack, &page);
    int status = html_write(options->file, buf_get(&page)) ? EXIT_FINE : EXIT_FAILED;
    buf_finish(&page);
    return status;
}

int command_proof(int argc, char **argv) {
    struct proof_options options = {0};
    if (!read_options(argc, argv, &options)) return EXIT_FAILED;
    struct loaded loaded;
    int status = EXIT_FAILED;
    if (loaded_open(&loaded, options.folder, CONTENT_QUICK)) status = proof(&loaded.content, &options);
    loaded_close(&loaded);
    return status;
}
