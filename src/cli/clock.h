#ifndef ANZHI_CLI_CLOCK_H
#define ANZHI_CLI_CLOCK_H

#include <stdint.h>

/* The machine's clock, and the day on the wall. */

int64_t clock_now_millis(void); /* since 1970 */
uint32_t clock_today(void);     /* yyyymmdd, here */
uint32_t clock_minute(void);    /* of the day, here */
uint32_t clock_day_before(uint32_t days);

#endif
