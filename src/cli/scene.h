#ifndef ANZHI_CLI_SCENE_H
#define ANZHI_CLI_SCENE_H

#include "screens/screens.h"

/* Brings the state to a screen by the messages that a visitor would send, for pictures of it. */

enum scene_key {
    SCENE_QUESTION, /* which question of the round is up, from 1 */
    SCENE_MISSED,   /* how many of the round were answered wrong */
    SCENE_PAGE,     /* attract: which picture of the loop; card, review: which one; the panel: which page */
    SCENE_ROUNDS,   /* today's rounds and right answers */
    SCENE_RIGHT,
    SCENE_FOCUS, /* the region with the focus, or under the finger, from 1 */
    SCENE_PRESSED,
    SCENE_DAY, /* yyyymmdd; 0: the first day of the Week of 2024 */
    SCENE_KEYS
};

struct scene {
    enum mode mode;
    uint64_t seed;
    bool large;
    uint64_t values[SCENE_KEYS];
};

const char *scene_key_name(enum scene_key key);
bool scene_exists(const char *name);
const char *scene_name(int index); /* NULL: no more */
/* False: with this content the screen cannot be reached. */
bool scene_enter(const char *name, const struct scene *scene, struct app *app, const struct app_world *world);

#endif
