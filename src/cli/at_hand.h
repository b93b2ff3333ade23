#ifndef ANZHI_CLI_AT_HAND_H
#define ANZHI_CLI_AT_HAND_H

#include "base/arena.h"
#include "cli/decide.h"

/* Documents that can be looked into: what lies in the inbox, where imported ones lay, and in a folder that
 * was named.
 */

struct at_hand {
    const char *path;
    struct str text; /* decoded */
};

struct at_hand_list {
    struct arena arena;
    struct at_hand *list;
    uint32_t count, room;
};

/* `folder` may be NULL. */
void at_hand_find(struct at_hand_list *out, const struct desk *desk, const char *folder);
void at_hand_finish(struct at_hand_list *list);

/* By the name of its file; NULL: it is not at hand. */
const struct at_hand *at_hand_named(const struct at_hand_list *list, const char *name);

#endif
