#ifndef ANZHI_PLATFORM_SOUND_H
#define ANZHI_PLATFORM_SOUND_H

#include <stdbool.h>
#include <stdint.h>

#include "app/app.h"
#include "quiz/round.h"

/* Sounds, computed while they are heard: wood, a stone chime, a low bar, paper, five notes for five windows,
   a bell. No files. Without a device everything here does nothing. */

struct sound_player;

struct sound_player *sound_create(void);
void sound_destroy(struct sound_player *player); /* NULL is nothing */
/* Called now and then with the time (ms): lets the device go. True: it is open still, call again. */
bool sound_doze(struct sound_player *player, uint64_t now);
/* The round tells the result its notes: a missed question is a rest. */
void sound_play(struct sound_player *player, enum sound sound, const struct round *round);

/* 0 … VOLUME_MOST; louder from the next sound on. */
void sound_set_volume(struct sound_player *player, int32_t volume);
/* For the operator. A device that was never needed was never looked for. */
enum loudspeaker sound_state(const struct sound_player *player);

enum { SOUND_RATE = 48000, VOICES = 24 };

enum timbre { TIMBRE_WOOD, TIMBRE_STONE, TIMBRE_BAR, TIMBRE_PAPER, TIMBRE_BELL, TIMBRES };

struct voice {
    enum timbre timbre;
    float hertz, loud;
    uint32_t wait, at, length; /* samples; length 0: free */
    uint32_t noise;
};

struct sound_score {
    struct voice voices[VOICES];
    uint32_t next;
};

/* What the device would be given; for tests. Samples of 48 kHz, mono, −1 … 1, added to what is there. */
void sound_compose(struct sound_score *score, enum sound sound, const struct round *round);
uint32_t sound_render(struct sound_score *score, float *samples, uint32_t count); /* voices still sounding */

#endif
