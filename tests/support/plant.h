#ifndef ANZHI_TESTS_SUPPORT_PLANT_H
#define ANZHI_TESTS_SUPPORT_PLANT_H

#include "screens/screens.h"

/* How a bug is planted: a reducer that wraps app_update. */

#define PLANT(name)                                                                                          \
    static void name(struct app *app, const struct app_world *world, const struct message *message,          \
                     struct effects *effects)

static inline void planted_remove(struct effects *effects, enum effect_type type) {
    uint32_t kept = 0;
    for (uint32_t i = 0; i < effects->count; i++)
        if (effects->list[i].type != type) effects->list[kept++] = effects->list[i];
    effects->count = kept;
}

static inline void planted_double(struct effects *effects, enum effect_type type) {
    for (uint32_t i = 0; i < effects->count; i++)
        if (effects->list[i].type == type && effects->count < EFFECTS_AT_ONCE) {
            effects->list[effects->count++] = effects->list[i];
            return;
        }
}

#endif
