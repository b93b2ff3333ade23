#ifndef ANZHI_EXCHANGE_BODIES_H
#define ANZHI_EXCHANGE_BODIES_H

#include "exchange/find.h"

/* What the recognisers of bodies have in common. */

/* The bodies that were found here already, or NULL. */
struct find *bodies_at(const struct reading *reading, struct span value);
/* A, B和C: the end of a list of bodies, each as long as it can be, that begins here; `begin` when none does.
 */
uint32_t bodies_end(const struct reading *reading, uint32_t begin);
/* Does a verb stand there of which it is known who stands before it? */
bool bodies_verb_in(const uint32_t *text, uint32_t from, uint32_t to);
/* 等十部门, 三部门: what belongs to a list that ends here. */
uint32_t bodies_etcetera(const uint32_t *text);

#endif
