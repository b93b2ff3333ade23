#ifndef ANZHI_UI_ICONS_H
#define ANZHI_UI_ICONS_H

#include "ui/paint.h"

/* The small signs on buttons and chips: strokes only, drawn by code at any size. */

enum icon {
    ICON_NONE,
    ICON_CARDS,
    ICON_LARGE,
    ICON_FLAG,
    ICON_HOME,
    ICON_AGAIN,
    ICON_BACK,
    ICON_NEXT,
    ICON_CHECK,
    ICON_ABOUT,
    ICON_MORE,
    ICON_CODE,
    ICON_DUO,
    ICONS
};

void paint_sign(struct view *view, enum role role, enum icon icon, enum color color, struct spot middle,
                int32_t size);

#endif
