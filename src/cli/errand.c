#include "cli/errand.h"

#include <stdio.h>
#include <unistd.h>

#include "platform/kiosk.h"

static int run(void *context) {
    struct errand *errand = context;
    bool there =
        *errand->stick ? access(errand->stick, F_OK) == 0 : stick_find(errand->stick, sizeof errand->stick);
    if (!there)
        errand->outcome = (struct stick_outcome){.phase = STICK_ABSENT};
    else if (errand->merge)
        errand->outcome = stick_merge(errand->stick);
    else
        errand->outcome = stick_serve(errand->stick, errand->data, errand->playing);
    kiosk_wake();
    return 0;
}

bool errand_begin(struct errand *errand, bool merge, const char *stick, const char *data,
                  const char *playing) {
    if (errand->thread) return false;
    errand->merge = merge;
    errand->outcome = (struct stick_outcome){.phase = STICK_ABSENT};
    snprintf(errand->stick, sizeof errand->stick, "%s", stick ? stick : "");
    snprintf(errand->data, sizeof errand->data, "%s", data);
    snprintf(errand->playing, sizeof errand->playing, "%s", playing);
    errand->thread = SDL_CreateThread(run, "errand", errand);
    return errand->thread;
}

bool errand_end(struct errand *errand, struct stick_outcome *outcome) {
    if (!errand->thread) return false;
    SDL_WaitThread(errand->thread, NULL);
    errand->thread = NULL;
    *outcome = errand->outcome;
    return true;
}
