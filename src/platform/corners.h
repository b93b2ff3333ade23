#ifndef ANZHI_PLATFORM_CORNERS_H
#define ANZHI_PLATFORM_CORNERS_H

#include <stdbool.h>
#include <stdint.h>

/* The operator's gesture: a finger in each of two opposite corners, held for three seconds, and no third one
   anywhere. A mouse has one pointer: it holds a corner for three seconds, then within five seconds the
   opposite one. Whatever else touches the glass meanwhile, or a finger that leaves its corner, ends it until
   all have been lifted. Regions know nothing of it; time is given; knows no window. */

enum { CORNERS_FINGERS = 10, CORNERS_HOLD = 3000, CORNERS_NEXT = 5000 };

struct corner_finger {
    int64_t finger;
    int8_t corner; /* 0 … 3, opposite ones add up to 3; -1: none */
};

struct corners {
    struct corner_finger fingers[CORNERS_FINGERS];
    uint32_t count;
    bool spoiled;   /* until all are up */
    bool holding;   /* what is down now is the gesture, so far */
    uint64_t since; /* of the hold */
    int8_t first;   /* the mouse has held this one; -1: none */
    uint64_t first_at;
};

struct corners_place {
    int32_t x, y, w, h; /* on a display of w × h */
};

enum corners_outcome {
    CORNERS_NOTHING,
    CORNERS_HELD, /* half of it, by the mouse: lifting it here means nothing else */
    CORNERS_MADE
};

void corners_init(struct corners *corners);
/* True: from now on it is the gesture that is being made, and no touch. */
bool corners_down(struct corners *corners, int64_t finger, bool mouse, struct corners_place place,
                  uint64_t now);
void corners_move(struct corners *corners, int64_t finger, struct corners_place place);
void corners_up(struct corners *corners, int64_t finger);
void corners_cancel(struct corners *corners); /* the window lost them */
enum corners_outcome corners_tick(struct corners *corners, uint64_t now);
uint64_t corners_deadline(const struct corners *corners); /* when to tick; UINT64_MAX: never */

#endif
