#include "app/effect.h"

#include <assert.h>

void effect_add(struct effects *effects, enum effect_type type, int32_t value) {
    effect_add_for(effects, 0, type, value);
}

void effect_add_for(struct effects *effects, uint8_t player, enum effect_type type, int32_t value) {
    assert(effects->count < EFFECTS_AT_ONCE);
    effects->list[effects->count++] = (struct effect){type, value, player};
}

const char *effect_name(enum effect_type type) {
    static const char *const names[] = {
        [EFFECT_SAVE_ANSWER] = "save-answer",
        [EFFECT_SAVE_ROUND] = "save-round",
        [EFFECT_SAVE_FLAG] = "save-flag",
        [EFFECT_FIGURES] = "figures",
        [EFFECT_SOUND] = "sound",
        [EFFECT_RELOAD] = "reload",
        [EFFECT_FIND_PIN] = "find-pin",
        [EFFECT_CHECK_PIN] = "check-pin",
        [EFFECT_KEEP_PIN] = "keep-pin",
        [EFFECT_THEME] = "theme",
        [EFFECT_VOLUME] = "volume",
        [EFFECT_REPORT] = "report",
        [EFFECT_SWITCH] = "switch",
        [EFFECT_STICK] = "stick",
        [EFFECT_QUIT] = "quit",
    };
    _Static_assert(sizeof names / sizeof *names == EFFECT_TYPES, "a name for each effect");
    return names[type];
}
