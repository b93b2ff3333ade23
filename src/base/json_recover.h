#ifndef ANZHI_BASE_JSON_RECOVER_H
#define ANZHI_BASE_JSON_RECOVER_H

#include <stdint.h>

#include "base/str.h"

/* Where reading goes on behind a value that could not be read. Editors keep one element below the other, so
   the next line that begins like this one is trusted first; a file without line breaks is searched for the
   name that its elements begin with; counting brackets comes last. Inside base only. */

struct recovery {
    struct str text;
    struct str first_key; /* raw, of the elements in this list; empty: not known */
    uint64_t budget;      /* bytes that may still be looked at; keeps hostile files from taking for ever */
};

/* Behind the broken element that begins at `begin`; never before `floor`. */
uint32_t recover_element(struct recovery *recovery, uint32_t begin, uint32_t floor);
/* The same for a member of the top-level object, whose key begins at `key`. */
uint32_t recover_member(struct recovery *recovery, uint32_t key, uint32_t floor);
/* Behind stray text: the next comma, bracket or line. */
uint32_t recover_scalar(const struct recovery *recovery, uint32_t at);

#endif
