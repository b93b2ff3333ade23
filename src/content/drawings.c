#include "content/drawings.h"

#include <string.h>

/* The files of assets/illustrations; a test compares. */
static const char *const drawings[] = {"bangong",  "baomi",   "bingli",   "chanye",  "dengji", "dianta",
                                       "fouren",   "jiaju",   "jiutiao",  "kekong",  "keyong", "kuajing",
                                       "kuangjia", "laidian", "luntan",   "luyouqi", "peiban", "rili",
                                       "shenfen",  "shimin",  "shoupiao", "shuju",   "tijian", "wanzheng",
                                       "wujiao",   "yaoshi",  "zhinan",   "zhuti"};

const uint32_t drawing_count = sizeof drawings / sizeof drawings[0];

bool drawing_is_ours(struct str name) {
    for (uint32_t i = 0; i < drawing_count; i++) {
        if (str_is(name, drawings[i])) return true;
    }
    return false;
}

bool image_is_drawing(const char *image) {
    return *image && !strchr(image, '.');
}

const char *drawing_name(uint32_t index) {
    return drawings[index];
}
