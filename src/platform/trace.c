#include "platform/trace.h"

#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

static struct {
    bool on;
    uint64_t began, last, worked;
} trace;

static uint64_t micros(clockid_t clock) {
    struct timespec time;
    clock_gettime(clock, &time);
    return (uint64_t)time.tv_sec * 1000000 + (uint64_t)time.tv_nsec / 1000;
}

uint64_t clock_micros(void) {
    return micros(CLOCK_MONOTONIC);
}

/* When the process was begun, by the kernel's clock of ticks since the machine was; 0: not known. */
static uint64_t process_began(void) {
    char line[1024];
    unsigned long long ticks = 0;
    FILE *file = fopen("/proc/self/stat", "r");
    size_t length = file ? fread(line, 1, sizeof line - 1, file) : 0;
    if (file) fclose(file);
    line[length] = '\0';
    const char *rest = strrchr(line, ')');
    if (!rest) return 0;
    sscanf(rest + 2, "%*c %*d %*d %*d %*d %*d %*u %*u %*u %*u %*u %*u %*u %*d %*d %*d %*d %*d %*d %llu",
           &ticks);
    return ticks * 1000000 / (uint64_t)sysconf(_SC_CLK_TCK);
}

void trace_begin(bool on) {
    trace.on = on;
    if (!on) return;
    trace.began = process_began();
    trace.last = clock_micros();
    if (!trace.began || trace.began > trace.last) trace.began = trace.last;
    trace_mark("main");
}

static double millis(uint64_t span) {
    return (double)span / 1000;
}

void trace_mark(const char *what) {
    if (!trace.on) return;
    uint64_t now = clock_micros(), worked = micros(CLOCK_THREAD_CPUTIME_ID);
    fprintf(stderr, "%8.1f ms  +%6.1f, at work%6.1f  %s\n", millis(now - trace.began),
            millis(now - trace.last), millis(worked - trace.worked), what);
    trace.last = now;
    trace.worked = worked;
}
