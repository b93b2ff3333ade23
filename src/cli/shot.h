#ifndef ANZHI_CLI_SHOT_H
#define ANZHI_CLI_SHOT_H

#include "cli/scene.h"
#include "text/faces.h"
#include "ui/themes.h"
#include "ui/view.h"

/* One screen as a picture, without a display. */

struct shot {
    const char *name; /* of a scene */
    const char *file; /* NULL: no picture */
    struct display display;
    const struct themes *themes;
    enum theme theme;
    struct scene scene;
    struct faces *faces;
    bool dump;   /* the draw list on stdout */
    bool small;  /* the file, which takes longer */
    bool moving; /* as it is `age` ms after it came up; else at rest */
    uint64_t age;
};

/* An exit status; what went wrong has been said. */
int shot_take(const struct shot *shot, const struct app_world *world);

#endif
