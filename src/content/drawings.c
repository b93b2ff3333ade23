#include "content/drawings.h"

#include <string.h>

/* The files of assets/illustrations; a test compares. */
static const char *const drawings[] = {"baomi",   "bingli",   "fouren", "jiutiao", "kekong", "keyong",
                                       "kuajing", "kuangjia", "luntan", "rili",    "shimin", "shoupiao",
                                       "tijian",  "wanzheng", "wujiao", "zhuti"};

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

static const char *all_drawings(struct element *element) {
    const char *list = "";
    for (uint32_t i = 0; i < drawing_count; i++)
        list = element_words(element, "%s%s%s", list, i ? "、" : "", drawings[i]);
    return list;
}

const char *element_image(struct element *element) {
    const char *image = element_text(element, "image");
    if (image_is_drawing(image) && !drawing_is_ours(str_of(image))) {
        element_problem(element, MESSAGE_IMAGE_MISSING, "image", -1,
                        element_words(element, "没有叫 %s 的插图", image),
                        element_words(element, "图片写全文件名，例如 map.png；自带的插图有：%s。",
                                      all_drawings(element)));
    }
    return image;
}
