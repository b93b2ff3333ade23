#include "platform/corners.h"

#include <stddef.h>

/* A corner is a square of 12 % of the short side: a fingertip on it is nowhere near an option. */
enum { CORNER_PERCENT = 12 };

static int8_t corner_of(struct corners_place place) {
    int32_t side = (place.w < place.h ? place.w : place.h) * CORNER_PERCENT / 100;
    bool left = place.x < side, right = place.x >= place.w - side, top = place.y < side,
         bottom = place.y >= place.h - side;
    if (!(left || right) || !(top || bottom)) return -1;
    return (int8_t)((right ? 1 : 0) + (bottom ? 2 : 0));
}

void corners_init(struct corners *corners) {
    *corners = (struct corners){.first = -1};
}

void corners_cancel(struct corners *corners) {
    corners_init(corners);
}

static struct corner_finger *find(struct corners *corners, int64_t finger) {
    for (uint32_t i = 0; i < corners->count; i++)
        if (corners->fingers[i].finger == finger) return &corners->fingers[i];
    return NULL;
}

static void spoil(struct corners *corners) {
    corners->spoiled = true;
    corners->holding = false;
    corners->first = -1;
}

static bool is_opposite(int8_t a, int8_t b) {
    return a >= 0 && b >= 0 && a + b == 3;
}

static bool begins_with_mouse(const struct corners *corners, int8_t corner, uint64_t now) {
    if (corners->count != 1 || corner < 0) return false;
    bool late = now - corners->first_at > CORNERS_NEXT;
    return corners->first < 0 || (is_opposite(corners->first, corner) && !late);
}

static bool begins(struct corners *corners, int8_t corner, bool mouse, uint64_t now) {
    if (corners->spoiled) return false;
    if (mouse) return begins_with_mouse(corners, corner, now);
    return corners->count == 2 && is_opposite(corners->fingers[0].corner, corners->fingers[1].corner);
}

/* The first finger in a corner may become the gesture still; anything else may not. */
static bool may_become(const struct corners *corners, int8_t corner, bool mouse) {
    return !mouse && corners->count == 1 && corner >= 0 && !corners->spoiled;
}

bool corners_down(struct corners *corners, int64_t finger, bool mouse, struct corners_place place,
                  uint64_t now) {
    int8_t corner = corner_of(place);
    if (corners->first >= 0 && now - corners->first_at > CORNERS_NEXT) corners->first = -1;
    if (find(corners, finger) || corners->count == CORNERS_FINGERS) { /* something was not heard of */
        corners_init(corners);
        corners->spoiled = true;
    }
    corners->fingers[corners->count++] = (struct corner_finger){finger, corner};
    corners->holding = begins(corners, corner, mouse, now);
    corners->since = now;
    if (!corners->holding && !may_become(corners, corner, mouse)) spoil(corners);
    return corners->holding && !mouse;
}

void corners_move(struct corners *corners, int64_t finger, struct corners_place place) {
    struct corner_finger *found = find(corners, finger);
    if (found && corner_of(place) != found->corner) spoil(corners);
}

void corners_up(struct corners *corners, int64_t finger) {
    struct corner_finger *found = find(corners, finger);
    if (!found) return;
    *found = corners->fingers[--corners->count];
    corners->holding = false;
    corners->spoiled = corners->count > 0;
}

enum corners_outcome corners_tick(struct corners *corners, uint64_t now) {
    if (!corners->holding || now - corners->since < CORNERS_HOLD) return CORNERS_NOTHING;
    corners->holding = false;
    corners->spoiled = true;
    if (corners->count == 1 && corners->first < 0) {
        corners->first = corners->fingers[0].corner;
        corners->first_at = now;
        return CORNERS_HELD;
    }
    corners->first = -1;
    return CORNERS_MADE;
}

uint64_t corners_deadline(const struct corners *corners) {
    return corners->holding ? corners->since + CORNERS_HOLD : UINT64_MAX;
}
