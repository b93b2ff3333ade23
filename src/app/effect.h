#ifndef ANZHI_APP_EFFECT_H
#define ANZHI_APP_EFFECT_H

#include <stdint.h>

/* What the world is asked to do, as data. The host does it and answers with a message where there is an
   outcome. A failed save never stops a visitor's round. */

enum effect_type {
    EFFECT_SAVE_ANSWER, /* value = index in the round; answered by MSG_SAVED or MSG_UNSAVED. In a round for
                           two `player` tells whose reply: a row for each */
    EFFECT_SAVE_ROUND,  /* value = 1: abandoned, it is in `left`; player as above */
    EFFECT_SAVE_FLAG,   /* value = index in the round */
    EFFECT_FIGURES,     /* ask the store for today's figures; answered by MSG_FIGURES */
    EFFECT_SOUND,       /* value = enum sound */
    EFFECT_RELOAD,      /* now is a good moment to take new content; value = 1: the operator asks for it */
    EFFECT_FIND_PIN,    /* is there one? answered by MSG_PIN, as the next two */
    EFFECT_CHECK_PIN,   /* the digits typed, in the state */
    EFFECT_KEEP_PIN,    /* typed twice */
    EFFECT_THEME,       /* value = enum theme */
    EFFECT_VOLUME,      /* value = 0 … 5 */
    EFFECT_REPORT,      /* reckon the report anew: somebody looks at it */
    EFFECT_SWITCH,      /* value = which of its questions goes off, or on again */
    EFFECT_STICK, /* value = 0: scores to the stick, content from it; 1: merge what is on it. What became
                     of it is in the report */
    EFFECT_QUIT,
    EFFECT_TYPES
};

enum sound { SOUND_TOUCH, SOUND_RIGHT, SOUND_NOTED, SOUND_NEXT, SOUND_RESULT, SOUND_IDLE, SOUNDS };

struct effect {
    enum effect_type type;
    int32_t value;
    uint8_t player; /* 0: this screen; 1, 2: of two at it */
};

enum { EFFECTS_AT_ONCE = 8 };

struct effects {
    uint32_t count;
    struct effect list[EFFECTS_AT_ONCE];
};

void effect_add(struct effects *effects, enum effect_type type, int32_t value);
void effect_add_for(struct effects *effects, uint8_t player, enum effect_type type, int32_t value);
const char *effect_name(enum effect_type type);

#endif
