#ifndef ANZHI_PLATFORM_KIOSK_H
#define ANZHI_PLATFORM_KIOSK_H

#include "platform/clocks.h"
#include "platform/corners.h"
#include "platform/fade.h"
#include "platform/pointer.h"
#include "platform/presenter.h"
#include "platform/projection.h"
#include "platform/sound.h"
#include "ui/themes.h"

/* The program in its window: events become messages, messages change the state, a state that looks different
   is painted where it does. Between two of these it sleeps until the next event or deadline. What the state
   asks of the world but this display and its loudspeaker, the caller does. */

struct kiosk_wish {
    struct presenter_wish presenter;
    struct themes themes; /* these, and own_faces, may be others after EFFECT_RELOAD */
    enum mode mode;
    uint64_t seed;
    uint32_t day; /* yyyymmdd */
    bool reduced_motion, silent, large;
    bool log; /* every message on stderr, as a line of a replay, and what is done about it as a comment */
    struct faces *faces;     /* borrowed */
    struct faces *own_faces; /* borrowed; of the theme of the site's own. NULL: it has the same */
    struct drawing_source drawings;
    /* As the operator had it before the last end. */
    bool has_volume;
    uint8_t volume;
    uint16_t tries;      /* wrong ones of the PIN */
    uint64_t quit_after; /* ms; 0: never. For measurements */
};

/* Everything that is not drawn or heard. True: `reply` is its outcome. */
struct kiosk_world {
    struct app_world app;
    void *context; /* of effect */
    bool (*effect)(void *context, const struct app *app, struct effect effect, struct message *reply);
    /* What is slow to begin with waits until the first picture stands. True: `reply` is news. May be NULL. */
    bool (*begun)(void *context, struct message *reply);
    /* kiosk_wake was called: what was begun beside the loop has come to an end. May be NULL. */
    void (*news)(void *context);
    uint32_t (*minute)(void *context); /* of the day, by the clock on the wall; NULL: there is none */
    struct machine machine; /* what the kiosk does not know of it; it fills in the rest, and app.machine */
};

/* What makes a page another one. */
struct looked {
    enum screen_id screen;
    uint8_t attract;
    bool asking;
    uint64_t page_at; /* the next card is on the same screen */
};

struct kiosk {
    const struct kiosk_wish *wish;
    struct kiosk_world *world;
    struct app app;
    struct presenter presenter;
    struct projection projection;
    struct pointer pointer;
    struct corners corners;
    struct fade fade;
    struct sound_player *sound;
    uint64_t began; /* clock_micros */
    bool sounding;  /* the loudspeaker must be looked after */
    bool touched;   /* since the last frame */
    bool quit;
    bool lost;           /* the canvas must be had anew */
    bool uncovered;      /* the window must be shown again as it is */
    struct looked shown; /* what the last frame showed: where it differs, the next one fades in */
    struct clocks clocks;
    uint64_t moves_at; /* when the picture changes by itself; UINT64_MAX: it is at rest */
    uint64_t rests_at; /* when nothing has been painted for long enough; UINT64_MAX: it rests already */
    uint64_t painted_at;
    uint32_t frames; /* painted so far */
};

/* The way to the display, which asks its server much and mostly waits: who has something else to do goes
   ahead with it. First what it finds in the environment, before there are threads; then the connection
   itself. */
void kiosk_prepare(void);
bool kiosk_connect(void);

/* False: no window; SDL_GetError says why. Returns when the operator, a signal or, in a window, its
 * closing ends the program. */
bool kiosk_run(struct kiosk *kiosk, const struct kiosk_wish *wish, struct kiosk_world *world);

/* From any thread: the loop is to look up. */
void kiosk_wake(void);

/* The steps of it, for tests that feed events by hand. */
bool kiosk_open(struct kiosk *kiosk, const struct kiosk_wish *wish, struct kiosk_world *world);
void kiosk_close(struct kiosk *kiosk);
void kiosk_event(struct kiosk *kiosk, const SDL_Event *event);
void kiosk_tick(struct kiosk *kiosk);
bool kiosk_show(struct kiosk *kiosk);          /* true: something was painted */
int kiosk_patience(const struct kiosk *kiosk); /* ms that it may sleep; -1: for ever */

#endif
