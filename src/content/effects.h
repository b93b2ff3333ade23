#ifndef ANZHI_CONTENT_EFFECTS_H
#define ANZHI_CONTENT_EFFECTS_H

#include "base/diag.h"
#include "content/keys.h"

/* What still works. How many neighbours of a bad record are sound is known only when the whole list has been
   read, so messages first carry a mark in place of the number, and effects_settle writes the sentence. */

struct tally {
    enum record_kind kind;
    uint32_t total, bad;
};

/* Tallies stand by file and kind. */
static inline uint32_t tally_index(uint32_t file, enum record_kind kind) {
    return file * RECORD_KINDS + (uint32_t)kind;
}

/* The effect of an error or a warning in a record of this kind; `tally` is an index into the list of tallies.
 */
const char *effect_words(struct diags *diags, enum record_kind kind, enum diag_level level, uint32_t tally);
void effects_settle(struct diags *diags, const struct tally *tallies);

/* A record that is one of a kind (a pack's head, the settings) has no neighbours. */
#define TALLY_NONE UINT32_MAX

#endif
