#include "cli/run_options.h"

#include <stdio.h>
#include <string.h>

#include "cli/options.h"
#include "platform/trace.h"

static bool read_choice(const char *option, const char *const *words, int count, int *value) {
    int found = option_choice(option, optarg, words, count);
    if (found >= 0) *value = found;
    return found >= 0;
}

static bool read_turn(int32_t *turn) {
    static const char *const turns[] = {"0", "90", "180", "270"};
    int found = 0;
    bool sound = read_choice("--rotate", turns, 4, &found);
    *turn = 90 * found;
    return sound;
}

static bool read_presenter(enum presenter_kind *kind) {
    static const char *const kinds[] = {"auto", "surface", "texture"};
    int found = 0;
    bool sound = read_choice("--presenter", kinds, PRESENTER_KINDS, &found);
    *kind = (enum presenter_kind)found;
    return sound;
}

static bool read_run_option(int found, struct run_options *out) {
    struct kiosk_wish *wish = &out->wish;
    switch (found) {
    case 'c':
        out->folder = optarg;
        return true;
    case 'd':
        out->data = optarg;
        return true;
    case 'S':
        out->stick = optarg;
        return true;
    case 'w':
        return option_size("--windowed", optarg, &wish->presenter.windowed.w, &wish->presenter.windowed.h);
    case 't':
        out->theme = optarg;
        return true;
    case 'm':
        out->has_mode = true;
        return option_mode(optarg, &wish->mode);
    case 'n':
        return option_number("--count", optarg, ROUND_QUESTIONS, &out->count);
    case 'o':
        out->topic = optarg;
        return true;
    case 's':
        out->seeded = true;
        return option_number("--seed", optarg, UINT64_MAX, &wish->seed);
    case 'r':
        return read_turn(&wish->presenter.turn);
    case 'p':
        return read_presenter(&wish->presenter.kind);
    case 'q':
        return option_number("--quit-after", optarg, 1000000000, &wish->quit_after);
    case 'l':
        return wish->large = true;
    case 'x':
        return wish->silent = true;
    case 'u':
        return wish->reduced_motion = true;
    case 'L':
        return wish->log = true;
    case 'T':
        trace_begin(true);
        return true;
    default:
        return false;
    }
}

bool run_options_read(int argc, char **argv, struct run_options *out) {
    static const struct option options[] = {
        {"data", required_argument, NULL, 'd'},      {"content", required_argument, NULL, 'c'},
        {"stick", required_argument, NULL, 'S'},     {"windowed", required_argument, NULL, 'w'},
        {"theme", required_argument, NULL, 't'},     {"mode", required_argument, NULL, 'm'},
        {"count", required_argument, NULL, 'n'},     {"topic", required_argument, NULL, 'o'},
        {"seed", required_argument, NULL, 's'},      {"rotate", required_argument, NULL, 'r'},
        {"presenter", required_argument, NULL, 'p'}, {"quit-after", required_argument, NULL, 'q'},
        {"large", no_argument, NULL, 'l'},           {"silent", no_argument, NULL, 'x'},
        {"reduced-motion", no_argument, NULL, 'u'},  {"trace-start", no_argument, NULL, 'T'},
        {"log-messages", no_argument, NULL, 'L'},    {0}};
    for (int found; (found = options_next(argc, argv, options)) != -1;)
        if (!read_run_option(found, out)) return false;
    return options_end(argc, argv, 0);
}

static bool is_topic(const struct content *content, const char *topic) {
    for (uint32_t i = 0; i < content->card_count; i++)
        if (!strcmp(content->cards[i].record.topic, topic)) return true;
    for (uint32_t i = 0; i < content->fact_count; i++)
        if (!strcmp(content->facts[i].record.topic, topic)) return true;
    return false;
}

bool run_options_apply(struct run_options *options, struct content *content) {
    struct settings *settings = &content->settings;
    if (settings->reduced_motion) options->wish.reduced_motion = true;
    if (!options->has_mode) options->wish.mode = settings->mode;
    if (options->has_mode && settings->mode != options->wish.mode) {
        settings->mode = options->wish.mode;
        settings->questions = 0; /* meant for the other mode */
    }
    if (options->count) settings->questions = (uint32_t)options->count;
    if (!options->topic) return true;
    settings->topic = options->topic;
    if (is_topic(content, options->topic)) return true;
    fprintf(stderr, "anzhi: --topic 后面的“%s”在题库里没有。\n", options->topic);
    return false;
}
