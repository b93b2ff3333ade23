#include "content/hours.h"

#include <string.h>

enum { DAY = 24 * 60 };

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/* "08:30"; -1: it is no time of day. */
static int32_t minute_of(const char *at) {
    if (!is_digit(at[0]) || !is_digit(at[1]) || at[2] != ':' || !is_digit(at[3]) || !is_digit(at[4]))
        return -1;
    int32_t hour = (at[0] - '0') * 10 + at[1] - '0', minute = (at[3] - '0') * 10 + at[4] - '0';
    return hour < 24 && minute < 60 ? hour * 60 + minute : -1;
}

bool hours_read(const char *text, struct hours *hours) {
    if (strlen(text) != 11 || text[5] != '-') return false;
    int32_t from = minute_of(text), to = minute_of(text + 6);
    if (from < 0 || to < 0 || from == to) return false;
    *hours = (struct hours){(uint16_t)from, (uint16_t)to};
    return true;
}

bool hours_hold(const struct hours *hours, uint32_t minute_of_the_day) {
    uint32_t since = (minute_of_the_day + DAY - hours->from) % DAY,
             length = ((uint32_t)hours->to + DAY - hours->from) % DAY;
    return since < length;
}
