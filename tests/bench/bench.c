#include "bench.h"

#include <stdio.h>
#include <stdlib.h>
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

int main(void) {
    setvbuf(stdout, NULL, _IOLBF, 0);
    bench_loading();
    bench_asking();
    bench_reducer();
    bench_frames();
    bench_documents();
    return 0;
}
