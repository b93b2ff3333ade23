#ifndef ANZHI_APP_WAIT_H
#define ANZHI_APP_WAIT_H

#include "app/app.h"

/* How long each screen waits for a person, and what it does when nobody came. Inside app only. One timer:
 * `fed_at`. */

enum expiry {
    EXPIRY_NEVER,
    EXPIRY_ASK,  /* 「还在吗？」 */
    EXPIRY_HOME, /* back to attract */
    EXPIRY_STEP  /* the screen itself moves on */
};

struct wait {
    enum expiry expiry;
    uint64_t since, millis;
};

struct wait wait_of(const struct app *app, const struct app_world *world);
uint64_t wait_deadline(const struct wait *wait);
bool wait_is_over(const struct wait *wait, uint64_t now);

#endif
