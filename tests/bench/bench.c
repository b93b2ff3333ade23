#include "bench.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static double seconds_of(clockid_t clock) {
    struct timespec t;
    clock_gettime(clock, &t);
    return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

double seconds_now(void) {
    return seconds_of(CLOCK_MONOTONIC);
}
double processor_seconds(void) {
    return seconds_of(CLOCK_PROCESS_CPUTIME_ID);
}

static int by_value(const void *a, const void *b) {
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

double median(double *values, int count) {
    qsort(values, (size_t)count, sizeof *values, by_value);
    return values[count / 2];
}

/* All of it, or the parts that are named. */
int main(int argc, char **argv) {
    static const struct {
        const char *name;
        void (*measure)(void);
    } parts[] = {{"loading", bench_loading}, {"asking", bench_asking},       {"reducer", bench_reducer},
                 {"frames", bench_frames},   {"documents", bench_documents}, {"scores", bench_scores}};
    setvbuf(stdout, NULL, _IOLBF, 0);
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        bool wanted = argc < 2;
        for (int k = 1; k < argc; k++) wanted = wanted || !strcmp(argv[k], parts[i].name);
        if (wanted) parts[i].measure();
    }
    return 0;
}
