#ifndef ANZHI_APP_APP_H
#define ANZHI_APP_APP_H

#include <stdbool.h>
#include <stdint.h>

#include "app/effect.h"
#include "app/message.h"
#include "app/report.h"
#include "quiz/round.h"

/* The state of the whole program, and the only way to change it: app_update(state, message) → effects. Time
   is a message, chance comes from the seed in the start message, side effects are returned as data and their
   outcome comes back as a message. The same messages give the same state on every machine; app_hash says so
   in 64 bits.

   Where does a datum belong? Would two screens showing the same round have to agree on it: the round. Would
   losing it cost a flicker: struct ui, left out of the hash. Did a person decide it before the start:
   settings, const while running. */

enum screen_id {
    SCREEN_HOLDING, /* nothing to play, or stopped by the operator */
    SCREEN_ATTRACT,
    SCREEN_QUESTION,
    SCREEN_FEEDBACK,
    SCREEN_RESULT,
    SCREEN_REVIEW,
    SCREEN_CARDS,
    SCREEN_CARD,
    SCREEN_ABOUT,
    SCREEN_CODE,  /* the result, for a telephone */
    SCREEN_PIN,   /* the operator's: who knows the PIN goes on to the panel */
    SCREEN_ADMIN, /* the panel */
    SCREEN_DUO,   /* two visitors: the question */
    SCREEN_DUO_FEEDBACK,
    SCREEN_DUO_RESULT,
    SCREEN_DUO_REVIEW, /* what either of them missed */
    SCREENS
};

enum attract_page {
    ATTRACT_QUESTION,
    ATTRACT_CARD,
    ATTRACT_THEME,
    ATTRACT_FIGURES,
    ATTRACT_BOARD,
    ATTRACT_PAGES
};

/* Today's figures, as the store last said and counted on from there. */
struct figures {
    uint32_t rounds, right_answers, percentile; /* percentile of the last result; 0: not known */
};

/* Cosmetics: losing them costs a flicker. */
struct ui {
    uint16_t focus;                /* region with the keyboard focus, 0 none */
    uint16_t pressed[1 + PLAYERS]; /* region under the finger, anybody's and each player's; 0 none */
    uint8_t shift;                 /* burn-in shift, changes once a loop */
    uint8_t page;                  /* of a text that is too long for one; goes round */
    bool at_card;                  /* the menu opens where `card` stands, else at its first page */
    uint8_t theme; /* enum theme and 0 … 5, as the operator set them: the host has them too */
    uint8_t volume;
};

/* What the PIN screen waits for. */
enum pin_phase {
    PIN_LOOKING, /* the host tells whether there is a PIN */
    PIN_ENTER,
    PIN_NEW,
    PIN_REPEAT,
    PIN_CHECKING, /* the host compares */
    PIN_KEEPING,  /* the host writes */
    PIN_PHASES
};

enum { PIN_DIGITS = 6, PIN_TRIES = 3, VOLUME_MOST = 5, VOLUME_USUAL = 3 };

/* The operator. Wrong tries outlast the screen; the digits are in no replay and no hash. */
struct operator_state {
    bool stopped; /* visitors see the holding screen until the operator lets them go on */
    bool leaving; /* 退出程序 was touched once */
    uint8_t phase;
    uint8_t news;   /* enum pin_news: what is said below the title */
    uint8_t count;  /* digits so far */
    uint8_t reload; /* 1: new content was read, 2: it could not be */
    uint8_t test;   /* which picture of the screen test, 0 none */
    uint16_t wrong;
    uint64_t barred_until; /* no digit is taken before */
    uint8_t digits[PIN_DIGITS], again[PIN_DIGITS];
};

/* One of two visitors at the screen. */
struct seat {
    uint64_t seen_at;      /* the last sign of them */
    uint64_t replied_at;   /* their last answer */
    uint64_t locked_until; /* their touches are ignored until then */
};

struct app {
    bool started;
    enum mode mode;
    uint64_t seed;
    uint32_t today;        /* yyyymmdd, from the start message */
    uint64_t now;          /* ms, as the last message said; never goes back */
    uint64_t fed_at;       /* the last sign of a person, or the last page that waits for one */
    uint64_t page_at;      /* when this screen (or attract page) came up */
    uint64_t locked_until; /* touches are ignored until then */
    uint64_t asking_at;    /* when 「还在吗？」 came up */
    enum screen_id screen;
    bool asking;         /* 「还在吗？」 lies over the screen */
    bool revealed;       /* the key may be seen: on the kiosk at once, before a class when it is asked for */
    bool large;          /* 大字 */
    bool flagged;        /* this question was reported as wrong */
    bool unsaved;        /* the store could not take an answer of this round */
    uint8_t attract;     /* enum attract_page */
    uint8_t review;      /* which of the missed questions */
    uint16_t topic;      /* of the lesson: 0 all, else which of the lesson's topics */
    uint8_t back;        /* how many questions back a class looks */
    uint16_t card;       /* index in the content's cards */
    uint32_t deck;       /* the next place of the deck */
    struct answer draft; /* picks so far of an answer that needs several */
    struct seat seats[PLAYERS];
    struct round round;
    struct round
        left; /* the last that was left in the middle, for whoever saves it: the next has begun by then */
    struct figures figures;
    struct operator_state operated;
    struct ui ui;
};

/* What the host knows of itself, for the operator's panel. */
enum loudspeaker { LOUDSPEAKER_UNKNOWN, LOUDSPEAKER_FINE, LOUDSPEAKER_OFF, LOUDSPEAKER_MISSING };
struct machine {
    const char *version, *driver, *presenter; /* NULL: not known */
    enum loudspeaker loudspeaker;
    const char *own_theme;     /* what the site's own theme is called; NULL: it has none */
    uint32_t warnings, errors; /* of the content check */
    bool checked;              /* those two are known */
    bool touched;              /* by a finger or a mouse, since the start */
    uint64_t touched_at;       /* ms, as the state counts them */
};

struct view;
struct app_world;

/* A screen is two functions. `update` is called for the messages that are not everybody's (tick, home, large,
 * stay …). */
struct screen {
    const char *name;
    void (*update)(struct app *app, const struct app_world *world, const struct message *message,
                   struct effects *effects);
    void (*view)(const struct app *app, const struct app_world *world, struct view *view);
};

/* What the state is a state of. Const while running, but for the quiz's scratch memory. */
struct app_world {
    const struct content *content;
    struct quiz *quiz;
    const struct screen *screens;  /* SCREENS rows, in the order of enum screen_id */
    const struct machine *machine; /* NULL: nothing is known */
    const struct report *report;   /* the same */
};

void app_init(struct app *app);
void app_update(struct app *app, const struct app_world *world, const struct message *message,
                struct effects *effects);

/* When the next tick matters: the loop sleeps until then. UINT64_MAX: never. */
uint64_t app_deadline(const struct app *app, const struct app_world *world);
/* From the last sign of a person to the attract screen, at most (ms), whatever the screen, if a tick comes at
   each deadline; 0 in a mode that never goes back by itself. */
uint64_t app_idle_bound(const struct app *app, const struct app_world *world);
/* Of the lamps that go out one by one while 「还在吗？」 is asked, those still lit. */
enum { APP_LAMPS = 5 };
uint32_t app_lamps(const struct app *app);
uint64_t app_lamp_millis(const struct app *app); /* from one to the next */
/* A trainer is at the keys: nothing happens by itself, the key is shown when it is asked for. */
bool app_is_attended(const struct app *app);

/* The operator: the gesture opens the PIN screen, whatever was there; what a visitor was doing is over. */
bool app_is_operated(const struct app *app);
uint32_t app_pin_tries(const struct app *app);  /* left before the next wait */
uint64_t app_pin_barred(const struct app *app); /* ms until digits are taken again; 0: now */
void app_pin_type(struct app *app, int32_t digit, struct effects *effects);
void app_pin_undo(struct app *app, struct effects *effects);
void app_pin_renew(struct app *app); /* from the panel: another PIN */

uint64_t app_hash(const struct app *app);
void app_dump(const struct app *app, struct buf *out); /* the hashed state as text, a `name value` a line */

/* For screens: go to a screen, draw the next question, leave the round. */
void app_show(struct app *app, enum screen_id screen);
void app_new_round(struct app *app, const struct app_world *world);
bool app_begin_round(struct app *app, const struct app_world *world);   /* false: there is nothing to ask */
bool app_draw_question(struct app *app, const struct app_world *world); /* false: the round is over */
uint32_t app_millis_on_page(const struct app *app);
void app_next_question(struct app *app, const struct app_world *world, struct effects *effects);
void app_leave_round(struct app *app, struct effects *effects);
void app_attract(struct app *app, const struct app_world *world, struct effects *effects);
/* What moves by itself ignores touches for a moment: they were meant for what was there before. */
void app_lock(struct app *app);

/* Answers. One pick is the answer at the kiosk; everything else collects in the draft, which is taken when it
   is confirmed or, before a class, revealed. Several picks: of a multiple choice each touch turns one on or
   off, of the others it adds the next. */
bool app_pick(struct app *app, int32_t option, struct effects *effects); /* false: not an option */
void app_undo(struct app *app);
void app_confirm(struct app *app, struct effects *effects);
void app_reveal(struct app *app, struct effects *effects);
void app_flag(struct app *app, struct effects *effects);

/* Cards that may be shown today; what can't be is not opened. */
bool app_shows_card(const struct app *app, const struct app_world *world, int32_t card);
void app_open_card(struct app *app, const struct app_world *world, int32_t card);
/* Through the topic, then into the next or the one before. False: there is no card. */
bool app_turn_card(struct app *app, const struct app_world *world, int32_t step);
/* A card of the next topic, each time round another one. */
bool app_turn_topic(struct app *app, const struct app_world *world);

#endif
