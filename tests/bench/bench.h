#ifndef ANZHI_TESTS_BENCH_H
#define ANZHI_TESTS_BENCH_H

#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

/* Measures what the README claims, each figure beside a named reference that ran in the same process a moment
   before or after: machines are shared and noisy, ratios are what is left of a number on another one. Nothing
   here is a test. */

/* A pack of so many questions, about 480 bytes each, in the shape of real banks. The same bytes on every
 * machine. */
void bench_pack(uint32_t questions, struct buf *out);

/* Counts, in malloc itself, the heap bytes that are taken from now on; the most that were in use at once.
   Counting takes time, so nothing is timed meanwhile. */
void heap_begin(void);
size_t heap_end(void);

double seconds_now(void);
/* What this program has had of the processor: on a quiet machine the same, and undisturbed by others. */
double processor_seconds(void);
double median(double *values, int count);

void bench_loading(void);
void bench_asking(void);
void bench_reducer(void);
void bench_frames(void);
void bench_documents(void);
void bench_scores(void);

#endif
