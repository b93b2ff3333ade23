#ifndef ANZHI_BASE_RANDOM_H
#define ANZHI_BASE_RANDOM_H

#include <stdint.h>

/* Counter-based chance: a draw is a pure function of (seed, stream, index), so question 7 never depends on
   how many draws question 6 used. Rules and cosmetics use different streams. */

uint64_t random_at(uint64_t seed, uint32_t stream, uint64_t index);
/* 0 … n-1 without bias; n > 0. */
uint32_t random_below(uint64_t seed, uint32_t stream, uint64_t index, uint32_t n);
/* A seed for a part of something: (round seed, question number) → question seed. */
uint64_t random_derive(uint64_t seed, uint32_t stream, uint64_t index);
/* Reorders what stands in `order`; the caller has filled it. */
void random_shuffle(uint64_t seed, uint32_t stream, uint8_t *order, uint32_t n);

/* A permutation of 0 … n-1 that needs no memory, and its inverse: random_place(random_pick(i)) == i. */
uint32_t random_pick(uint64_t seed, uint32_t stream, uint32_t n, uint32_t place);
uint32_t random_place(uint64_t seed, uint32_t stream, uint32_t n, uint32_t item);

#endif
