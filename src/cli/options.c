#include "cli/options.h"

#include <stdio.h>
#include <string.h>

const char *const mode_words[MODES] = {
    [MODE_KIOSK] = "kiosk", [MODE_CLASS] = "class", [MODE_TRAINING] = "training"};

int options_next(int argc, char **argv, const struct option *options) {
    return options_next_short(argc, argv, "", options);
}

int options_next_short(int argc, char **argv, const char *letters, const struct option *options) {
    char with_colon[16];
    snprintf(with_colon, sizeof with_colon, ":%s", letters);
    opterr = 0;
    int found = getopt_long(argc, argv, with_colon, options, NULL);
    if (found == ':') {
        fprintf(stderr, "anzhi: 选项 %s 后面缺少内容。\n", argv[optind - 1]);
        return '?';
    }
    if (found == '?') fprintf(stderr, "anzhi: 不认识选项 %s。用 --help 看用法。\n", argv[optind - 1]);
    return found;
}

bool option_number(const char *option, const char *text, uint64_t most, uint64_t *value) {
    uint64_t number = 0;
    bool sound = *text != '\0';
    for (const char *at = text; sound && *at; at++) {
        sound = *at >= '0' && *at <= '9' && number <= (most - (uint64_t)(*at - '0')) / 10;
        if (sound) number = number * 10 + (uint64_t)(*at - '0');
    }
    if (!sound) {
        fprintf(stderr, "anzhi: %s 后面要写 0 到 %llu 的整数，不能写“%s”。\n", option,
                (unsigned long long)most, text);
        return false;
    }
    *value = number;
    return true;
}

int option_choice(const char *option, const char *text, const char *const *words, int count) {
    for (int i = 0; i < count; i++)
        if (strcmp(words[i], text) == 0) return i;
    fprintf(stderr, "anzhi: %s 后面不能写“%s”，可以写", option, text);
    for (int i = 0; i < count; i++) fprintf(stderr, "%s%s", i ? "、" : " ", words[i]);
    fprintf(stderr, "。\n");
    return -1;
}

bool option_mode(const char *text, enum mode *mode) {
    int found = option_choice("--mode", text, mode_words, MODES);
    if (found >= 0) *mode = (enum mode)found;
    return found >= 0;
}

static bool read_side(const char **at, int32_t *side) {
    enum { LEAST = 320, MOST = 8192 };
    *side = 0;
    for (; **at >= '0' && **at <= '9' && *side <= MOST; ++*at) *side = *side * 10 + (**at - '0');
    return *side >= LEAST && *side <= MOST;
}

bool option_size(const char *option, const char *text, int32_t *w, int32_t *h) {
    const char *at = text;
    if (read_side(&at, w) && (*at == 'x' || *at == 'X') && (at++, read_side(&at, h)) && !*at) return true;
    fprintf(stderr, "anzhi: %s 后面要写宽和高，例如 1080x1920（每边 320 到 8192），不能写“%s”。\n", option,
            text);
    return false;
}

static bool is_day(const char *text) {
    if (strlen(text) != 10 || text[4] != '-' || text[7] != '-') return false;
    for (int i = 0; i < 10; i++)
        if (i != 4 && i != 7 && (text[i] < '0' || text[i] > '9')) return false;
    return true;
}

bool option_day(const char *text, uint32_t *day) {
    if (!is_day(text)) {
        fprintf(stderr, "anzhi: --date 后面要写日期，例如 2024-09-09，不能写“%s”。\n", text);
        return false;
    }
    uint32_t digits = 0;
    for (int i = 0; i < 10; i++)
        if (text[i] != '-') digits = digits * 10 + (uint32_t)(text[i] - '0');
    *day = digits;
    return true;
}

bool options_end(int argc, char **argv, int most) {
    if (argc - optind <= most) return true;
    fprintf(stderr, "anzhi: 多了一个参数“%s”。用 --help 看用法。\n", argv[optind + most]);
    return false;
}
