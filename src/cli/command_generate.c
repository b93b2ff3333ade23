#include <stdio.h>

#include "cli/cli.h"
#include "cli/loaded.h"
#include "cli/options.h"
#include "cli/questions_of.h"

struct generate_options {
    const char *folder, *of;
    uint64_t seed, count;
    bool has_seed, has_count;
    enum mode mode;
    uint32_t day;
    int format;
};

static bool take_option(int found, struct generate_options *out) {
    static const char *const formats[] = {"text", "jsonl"};
    switch (found) {
    case 'c':
        out->folder = optarg;
        return true;
    case 'o':
        out->of = optarg;
        return true;
    case 's':
        return out->has_seed = option_number("--seed", optarg, UINT64_MAX, &out->seed);
    case 'k':
        return out->has_count = option_number("--count", optarg, 1000000, &out->count);
    case 'm':
        return option_mode(optarg, &out->mode);
    case 'd':
        return option_day(optarg, &out->day);
    case 'f':
        return (out->format = option_choice("--format", optarg, formats, 2)) >= 0;
    default:
        return false;
    }
}

static bool read_options(int argc, char **argv, struct generate_options *out) {
    static const struct option options[] = {
        {"content", required_argument, NULL, 'c'}, {"seed", required_argument, NULL, 's'},
        {"count", required_argument, NULL, 'k'},   {"mode", required_argument, NULL, 'm'},
        {"date", required_argument, NULL, 'd'},    {"of", required_argument, NULL, 'o'},
        {"format", required_argument, NULL, 'f'},  {0}};
    for (int found; (found = options_next(argc, argv, options)) != -1;)
        if (!take_option(found, out)) return false;
    if (!options_end(argc, argv, 0)) return false;
    if (out->of || (out->has_seed && out->has_count)) return true;
    fprintf(stderr, "anzhi: 请写出 --seed N 和 --count K，或者 --of 编号。\n");
    return false;
}

static void print_question(const struct question *question, bool json) {
    struct buf out;
    buf_init(&out);
    if (json)
        question_print_json(question, &out);
    else
        question_print_text(question, &out);
    buf_char(&out, '\n');
    fwrite(out.at, 1, out.len, stdout);
    buf_finish(&out);
}

/* One round after another, every question answered right, just as a visitor who knows everything would see
 * them. */
static uint64_t print_questions(struct quiz *quiz, const struct generate_options *options) {
    struct round round;
    uint64_t printed = 0, before = 0;
    uint32_t place = 0;
    do {
        before = printed;
        round_begin(&round, options->mode, options->seed, place);
        while (printed < options->count && round_advance(&round, quiz)) {
            print_question(round_question(&round, round.count - 1u, quiz), options->format == 1);
            round_answer(&round, &round_current(&round)->key, 0);
            printed++;
        }
        place = round.next;
    } while (printed < options->count && printed > before);
    return printed;
}

/* ---- of one record ---- */

static void say_where(const struct content *content, const struct generate_options *options) {
    uint64_t seed;
    uint32_t place;
    if (!questions_of_round(content, options->of, &seed, &place)) return;
    printf("屏幕上的样子：anzhi shot --screen question --seed %llu --state question=%u -o 题.png%s%s\n",
           (unsigned long long)seed, (unsigned)place, options->folder ? " --content " : "",
           options->folder ? options->folder : "");
}

static uint32_t print_of(const struct content *content, const struct generate_options *options) {
    struct arena arena;
    struct pool pool;
    struct question question;
    uint32_t at = 0, count = 0;
    arena_init(&arena);
    pool_build(&pool, content, options->day);
    while (questions_of_next(content, &pool, options->of, &at, &arena, &question)) {
        print_question(&question, options->format == 1);
        count++;
    }
    pool_finish(&pool);
    arena_finish(&arena);
    return count;
}

static int generate_of(const struct generate_options *options) {
    struct loaded loaded;
    uint32_t count = 0;
    if (loaded_open(&loaded, options->folder, CONTENT_QUICK)) {
        count = print_of(&loaded.content, options);
        if (count && options->format == 0) say_where(&loaded.content, options);
        if (!count)
            fprintf(stderr, "anzhi: %s 出不了题：没有这个编号，没有播放它的包，或者错误选项不够。\n",
                    options->of);
    }
    loaded_close(&loaded);
    return count ? EXIT_FINE : EXIT_FAILED;
}

static int generate(const struct generate_options *options) {
    struct loaded loaded;
    if (!loaded_open(&loaded, options->folder, CONTENT_QUICK)) {
        loaded_close(&loaded);
        return EXIT_FAILED;
    }
    struct quiz quiz;
    quiz_init(&quiz, &loaded.content, options->day);
    uint64_t printed = print_questions(&quiz, options);
    quiz_finish(&quiz);
    loaded_close(&loaded);
    if (printed == options->count) return EXIT_FINE;
    fprintf(stderr, "anzhi: 这些题库只出得了 %llu 道题。\n", (unsigned long long)printed);
    return EXIT_FAILED;
}

int command_generate(int argc, char **argv) {
    struct generate_options options = {0};
    if (!read_options(argc, argv, &options)) return EXIT_FAILED;
    return options.of ? generate_of(&options) : generate(&options);
}
