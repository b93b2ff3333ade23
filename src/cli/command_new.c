#include <stdio.h>

#include "cli/blank.h"
#include "cli/cli.h"
#include "cli/loaded.h"
#include "cli/options.h"

struct new_options {
    const char *folder, *pack;
    enum blank blank;
};

static bool take_arguments(int argc, char **argv, struct new_options *out) {
    if (argc - optind != 2) {
        fprintf(stderr, "anzhi: 请写出要加什么、加在哪个包里，例如 anzhi new question shenghuo。\n");
        return false;
    }
    int blank = option_choice("anzhi new", argv[optind], blank_words, BLANKS);
    out->blank = (enum blank)(blank < 0 ? 0 : blank);
    out->pack = argv[optind + 1];
    return blank >= 0;
}

static bool read_options(int argc, char **argv, struct new_options *out) {
    static const struct option options[] = {{"content", required_argument, NULL, 'c'}, {0}};
    for (int found; (found = options_next(argc, argv, options)) != -1;) {
        if (found == '?') return false;
        out->folder = optarg;
    }
    return take_arguments(argc, argv, out);
}

static void name_packs(const struct content *content, const char *asked) {
    fprintf(stderr, "anzhi: 没有“%s”这个包，现有的是", asked);
    for (uint32_t i = 0; i < content->pack_count; i++)
        fprintf(stderr, "%s%s", i ? "、" : " ", content->packs[i].id);
    fprintf(stderr, "。\n");
}

static int print_new(const struct content *content, const struct new_options *options) {
    static const char *const homes[BLANKS] = {"questions/ 里的文件", "facts.json 的 facts",
                                              "cards/ 里的文件"};
    const struct pack *pack = blank_pack(content, options->pack);
    if (!pack) {
        name_packs(content, options->pack);
        return EXIT_FAILED;
    }
    struct buf out;
    buf_init(&out);
    blank_print(content, pack, options->blank, &out);
    fwrite(out.at, 1, out.len, stdout);
    buf_finish(&out);
    fprintf(stderr, "粘贴到 packs/%s/%s，和前一条之间加英文逗号；写好以后，删去 status 那一行。\n", pack->id,
            homes[options->blank]);
    return EXIT_FINE;
}

int command_new(int argc, char **argv) {
    struct new_options options = {0};
    if (!read_options(argc, argv, &options)) return EXIT_FAILED;
    struct loaded loaded;
    int status = EXIT_FAILED;
    if (loaded_open(&loaded, options.folder, CONTENT_QUICK)) status = print_new(&loaded.content, &options);
    loaded_close(&loaded);
    return status;
}
