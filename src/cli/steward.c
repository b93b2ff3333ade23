#include "cli/steward.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/pin_file.h"

static const char *environment(const char *name) {
    const char *value = getenv(name);
    return value && *value == '/' ? value : NULL; /* XDG: what is not absolute is as if it were not there */
}

void steward_init(struct steward *steward, const char *asked) {
    const char *state = environment("XDG_STATE_HOME"), *home = environment("HOME");
    char *folder = steward->folder;
    int length = 0;
    if (asked)
        length = snprintf(folder, STEWARD_PATH, "%s", asked);
    else if (state)
        length = snprintf(folder, STEWARD_PATH, "%s/anzhi", state);
    else if (home)
        length = snprintf(folder, STEWARD_PATH, "%s/.local/state/anzhi", home);
    if (length <= 0 || length >= STEWARD_PATH) *folder = '\0';
}

static enum pin_news find(const struct steward *steward) {
    switch (pin_file_look(steward->folder)) {
    case PIN_FILE_NONE:
        return PIN_UNSET;
    case PIN_FILE_SOUND:
        return PIN_SET;
    default:
        return PIN_BROKEN;
    }
}

static enum pin_news check(const struct steward *steward, const struct operator_state *operated) {
    if (pin_file_look(steward->folder) != PIN_FILE_SOUND) return PIN_BROKEN;
    return pin_file_check(steward->folder, operated->digits, PIN_DIGITS) ? PIN_RIGHT : PIN_WRONG;
}

static enum pin_news keep(const struct steward *steward, const struct operator_state *operated) {
    if (memcmp(operated->digits, operated->again, PIN_DIGITS) != 0) return PIN_DIFFERS;
    if (pin_is_weak(operated->digits, PIN_DIGITS)) return PIN_WEAK;
    bool kept = *steward->folder && pin_file_keep(steward->folder, operated->digits, PIN_DIGITS);
    return kept ? PIN_KEPT : PIN_UNKEPT;
}

bool steward_do(struct steward *steward, const struct app *app, struct effect effect, struct message *reply) {
    *reply = (struct message){.type = MSG_PIN};
    switch (effect.type) {
    case EFFECT_FIND_PIN:
        reply->value = (int32_t)find(steward);
        return true;
    case EFFECT_CHECK_PIN:
        reply->value = (int32_t)check(steward, &app->operated);
        return true;
    case EFFECT_KEEP_PIN:
        reply->value = (int32_t)keep(steward, &app->operated);
        return true;
    default:
        return false;
    }
}
