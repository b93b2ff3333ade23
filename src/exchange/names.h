#ifndef ANZHI_EXCHANGE_NAMES_H
#define ANZHI_EXCHANGE_NAMES_H

#include "exchange/char.h"

/* Tables of names, and what names end in. */

extern const struct char_row names_regions[];    /* provinces and their like, large cities; 京 too */
extern const struct char_row names_body_ends[];  /* 部, 委员会, 公司 … */
extern const struct char_row names_not_bodies[]; /* what ends like a body and is none: 大会, 社会 … */
extern const struct char_row names_place_ends[];
extern const struct char_row names_not_places[]; /* what ends like one and is none: 资本市场 */
extern const struct char_row names_event_ends[]; /* 宣传周, 论坛, 会议 … */
extern const struct char_row names_post_ends[];  /* 主任, 部长 … */
extern const struct char_row names_measures[];   /* 个, 家, 万元 … */

/* Characters of a surname here, 0 when none is. */
uint32_t names_surname_at(const uint32_t *at);
bool names_has_region(const uint32_t *begin, const uint32_t *end);
/* Most characters end none. */
bool names_may_end_body(uint32_t code);
/* Does it look like the name of a body, by its end and its beginning? */
bool names_is_body(const uint32_t *begin, const uint32_t *end);
bool names_is_place(const uint32_t *begin, const uint32_t *end);
bool names_is_event(const uint32_t *begin, const uint32_t *end);

#endif
