#include <stdio.h>

#include "cli/cli.h"
#include "cli/decide.h"
#include "cli/options.h"

struct reject_options {
    const char *folder, *why;
};

static bool read_options(int argc, char **argv, struct reject_options *out) {
    static const struct option options[] = {
        {"content", required_argument, NULL, 'c'}, {"why", required_argument, NULL, 'w'}, {0}};
    *out = (struct reject_options){.why = ""};
    for (int found; (found = options_next(argc, argv, options)) != -1;) {
        if (found == '?') return false;
        if (found == 'c') out->folder = optarg;
        if (found == 'w') out->why = optarg;
    }
    if (optind < argc) return true;
    fprintf(stderr, "anzhi: 请写出要弃的草稿，例如 anzhi reject D0003 --why 说的是2023年。\n");
    return false;
}

/* What became a fact is taken out of its pack by a person, not by forgetting where it came from. */
static bool may_reject(const struct inbox *inbox, uint32_t place) {
    const struct decision *decision = &inbox->decisions[place];
    if (!*decision->fact) return true;
    fprintf(stderr, "anzhi: %s 已经收进题库，编号是 %s。不想用它，就把那一条改成 \"status\": \"retired\"。\n",
            inbox->drafts.list[place].id, decision->fact);
    return false;
}

static bool reject_all(struct desk *desk, char **words, int count, const char *why) {
    uint32_t *places = ARENA_LIST(&desk->arena, uint32_t, (size_t)count);
    struct inbox *inbox = &desk->files.inbox;
    bool fine = desk_find(desk, words, count, places);
    for (int i = 0; fine && i < count; i++) fine = may_reject(inbox, places[i]);
    for (int i = 0; fine && i < count; i++) inbox_decide(inbox, places[i], FATE_REJECTED, "", why);
    return fine && inbox_files_save(&desk->files);
}

int command_reject(int argc, char **argv) {
    struct reject_options options;
    if (!read_options(argc, argv, &options)) return EXIT_FAILED;
    struct desk desk;
    bool fine =
        desk_open(&desk, options.folder) && reject_all(&desk, argv + optind, argc - optind, options.why);
    if (fine) printf("弃了 %d 条。改了主意，用 anzhi accept 编号 --decided。\n", argc - optind);
    desk_close(&desk);
    return fine ? EXIT_FINE : EXIT_FAILED;
}
