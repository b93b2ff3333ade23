#ifndef ANZHI_APP_MESSAGE_H
#define ANZHI_APP_MESSAGE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

/* What can happen to the program, as a value: a touch has become "answer 2" by the time it is one of these. A
   message is one line of a replay. `player` is 0 for this screen, 1 and 2 for two visitors side by side at
   it; teams and phones are more messages, not another mechanism. */

enum { PLAYERS = 2 };

enum message_type {
    MSG_START,  /* value = mode, seed, day; begins everything */
    MSG_TICK,   /* time = now */
    MSG_TOUCH,  /* a touch that hit nothing: a sign of a person */
    MSG_ANSWER, /* value = option */
    MSG_UNDO,   /* takes the last pick back */
    MSG_CONFIRM,
    MSG_NEXT,
    MSG_REVEAL,
    MSG_HOME,
    MSG_AGAIN,  /* another round */
    MSG_TOPIC,  /* a lesson about a topic; value = which, 0 all */
    MSG_REVIEW, /* look at what was missed; value = which */
    MSG_CARDS,
    MSG_CARD,  /* value = card */
    MSG_TURN,  /* value = +1 or -1: next or last card */
    MSG_LARGE, /* 大字 on or off */
    MSG_FLAG,  /* 这题有问题 */
    MSG_ABOUT,
    MSG_STAY,     /* 我还在 */
    MSG_MORE,     /* 继续看: the next page of a text that is too long for one */
    MSG_OPERATOR, /* the operator's gesture */
    MSG_DIGIT,    /* value = one of the PIN's; no replay tells which */
    MSG_PIN,      /* value = enum pin_news: what the host says about the PIN */
    MSG_TRIES,    /* value = wrong tries of the PIN before this start: a plug pulled out buys none */
    MSG_CONTROL,  /* value = enum control, on the operator's panel */
    MSG_RELOADED, /* value = 1: there is new content, 0: it could not be read */
    MSG_HOLD,     /* value = 1: the operator stops the kiosk, 0: goes on */
    MSG_SAVED,    /* the store took the answer */
    MSG_UNSAVED,  /* it could not */
    MSG_FIGURES,  /* value, seed = rounds, right answers of today; day = percentile */
    MSG_SWITCH,   /* value = which of the report's questions goes off, or on again */
    MSG_CODE,     /* the result as a QR code, or away with it */
    MSG_DUO,      /* a round for two */
    MESSAGES
};

enum pin_news {
    PIN_NOTHING,
    PIN_UNSET,  /* there is none yet */
    PIN_SET,    /* there is one */
    PIN_BROKEN, /* there is one, and it can't be read: nobody gets in */
    PIN_RIGHT,
    PIN_WRONG,
    PIN_KEPT,    /* the new one was written */
    PIN_DIFFERS, /* the two times it was typed */
    PIN_WEAK,    /* easily guessed */
    PIN_UNKEPT,  /* it could not be written */
    PIN_NEWS
};

enum control {
    CONTROL_STOP, /* visitors see the holding screen */
    CONTROL_GO_ON,
    CONTROL_LIGHT, /* the themes, in their order */
    CONTROL_DARK,
    CONTROL_CONTRAST,
    CONTROL_OWN_THEME,
    CONTROL_QUIETER,
    CONTROL_LOUDER,
    CONTROL_TEST,
    CONTROL_RELOAD,
    CONTROL_NEW_PIN,
    CONTROL_QUIT,  /* the first touch asks, the second leaves */
    CONTROL_STICK, /* scores to the stick, content from it */
    CONTROL_MERGE, /* the scores on the stick become one */
    CONTROLS
};

struct message {
    enum message_type type;
    uint8_t player;
    uint64_t time; /* ms since the program began; the state never goes back in time */
    int32_t value;
    uint64_t seed;
    uint32_t day;
};

const char *message_name(enum message_type type);
/* True for what a person does; feeds the idle timer and is subject to the touch lock. */
bool message_is_human(enum message_type type);

/* One line of a replay, without the newline: "12400 answer 2", "0 start kiosk 42 20240909", "15000 tick". */
void message_print(const struct message *message, struct buf *out);
bool message_read(struct str line, struct message *message);
/* The end of a line: nothing, or "@2". */
bool message_read_player(struct str *rest, struct message *message);

#endif
