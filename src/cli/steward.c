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

void steward_recall(struct steward *steward, uint32_t site_theme) {
    kept_file_read(steward->folder, &steward->kept);
    if (steward->kept.site_theme != site_theme) steward->kept.has_theme = false;
    steward->kept.site_theme = site_theme;
}

/* Only what is new is written. */
static void keep_tries(struct steward *steward, const struct app *app, enum pin_news news) {
    uint32_t wrong = news == PIN_WRONG ? app->operated.wrong + 1u : 0;
    bool decided = news == PIN_WRONG || news == PIN_RIGHT || news == PIN_KEPT;
    if (!decided || wrong == steward->kept.wrong) return;
    steward->kept.wrong = wrong < UINT16_MAX ? wrong : UINT16_MAX;
    kept_file_write(steward->folder, &steward->kept);
}

static void keep_look(struct steward *steward, struct effect effect) {
    struct kept *kept = &steward->kept;
    if (effect.type == EFFECT_VOLUME) kept->volume = (uint32_t)effect.value;
    if (effect.type == EFFECT_THEME) kept->theme = (uint32_t)effect.value;
    kept->has_volume = kept->has_volume || effect.type == EFFECT_VOLUME;
    kept->has_theme = kept->has_theme || effect.type == EFFECT_THEME;
    kept_file_write(steward->folder, kept);
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

/* True: it was about the PIN. */
static bool ask_about_pin(const struct steward *steward, const struct app *app, struct effect effect,
                          enum pin_news *news) {
    switch (effect.type) {
    case EFFECT_FIND_PIN:
        *news = find(steward);
        return true;
    case EFFECT_CHECK_PIN:
        *news = check(steward, &app->operated);
        return true;
    case EFFECT_KEEP_PIN:
        *news = keep(steward, &app->operated);
        return true;
    default:
        return false;
    }
}

bool steward_do(struct steward *steward, const struct app *app, struct effect effect, struct message *reply) {
    enum pin_news news;
    if (effect.type == EFFECT_VOLUME || effect.type == EFFECT_THEME) keep_look(steward, effect);
    if (!ask_about_pin(steward, app, effect, &news)) return false;
    keep_tries(steward, app, news);
    *reply = (struct message){.type = MSG_PIN, .value = (int32_t)news};
    return true;
}
