#ifndef ANZHI_EXCHANGE_LABEL_H
#define ANZHI_EXCHANGE_LABEL_H

#include "base/str.h"

/* What a line of a programme or a notice begins with: 会议地点, 主办单位. Its characters may stand apart
   (主　　办), and behind it is a colon or a blank. */

struct label {
    size_t length; /* in bytes, with the blanks within; 0: the line begins with none */
    size_t blanks; /* behind it, in bytes */
    bool is_known; /* by its blanks alone, without a colon */
};

struct label label_of(struct str line);

#endif
