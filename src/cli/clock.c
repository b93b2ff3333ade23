#include "cli/clock.h"

#include <time.h>

int64_t clock_now_millis(void) {
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    return now.tv_sec > 0 ? (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000 : 0;
}

static struct tm here(void) {
    time_t now = time(NULL);
    struct tm found = {0};
    localtime_r(&now, &found);
    return found;
}

uint32_t clock_minute(void) {
    struct tm now = here();
    return (uint32_t)(now.tm_hour * 60 + now.tm_min);
}

uint32_t clock_today(void) {
    return clock_day_before(0);
}

/* From noon: whatever an hour of summer does, it stays within the day. */
uint32_t clock_day_before(uint32_t days) {
    struct tm day = here();
    day.tm_hour = 12;
    day.tm_mday -= (int)days;
    day.tm_isdst = -1;
    mktime(&day);
    return (uint32_t)((day.tm_year + 1900) * 10000 + (day.tm_mon + 1) * 100 + day.tm_mday);
}
