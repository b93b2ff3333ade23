#ifndef ANZHI_STORE_NUMBERS_H
#define ANZHI_STORE_NUMBERS_H

#include <stdbool.h>
#include <stdint.h>

/* From 64-bit numbers, which are as good as chance, to small ones given in the order of arrival. */

struct numbers {
    struct numbered {
        uint64_t key;
        uint32_t value; /* 0: this place is free, else 1 + the small number */
    } * entries;
    uint32_t room, count;
};

void numbers_init(struct numbers *numbers);
void numbers_finish(struct numbers *numbers);
/* The small number of a key; `added`: it is new. */
uint32_t numbers_enter(struct numbers *numbers, uint64_t key, bool *added);
/* UINT32_MAX: it is not there. */
uint32_t numbers_find(const struct numbers *numbers, uint64_t key);

#endif
