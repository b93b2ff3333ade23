#include "platform/keys.h"

#include <SDL.h>

enum action {
    ACTION_NEXT_REGION,
    ACTION_LAST_REGION,
    ACTION_GO,   /* the region with the focus, else the one that leads on */
    ACTION_ON,   /* the one that leads on: a remote knows no focus */
    ACTION_BACK, /* a card back; else the focus */
    ACTION_FORTH,
    ACTION_OPTION, /* value: which */
    ACTION_FIRST,  /* value: which option of the first player, or of the second */
    ACTION_SECOND,
    ACTION_MEANING, /* value: the region that means this message */
};

struct key {
    uint16_t scancode;
    uint8_t action;
    int32_t value;
};

static const struct key keys[] = {
    {SDL_SCANCODE_TAB, ACTION_NEXT_REGION, 0},
    {SDL_SCANCODE_DOWN, ACTION_NEXT_REGION, 0},
    {SDL_SCANCODE_UP, ACTION_LAST_REGION, 0},
    {SDL_SCANCODE_RIGHT, ACTION_FORTH, 0},
    {SDL_SCANCODE_LEFT, ACTION_BACK, 0},
    {SDL_SCANCODE_PAGEUP, ACTION_BACK, 0},
    {SDL_SCANCODE_RETURN, ACTION_GO, 0},
    {SDL_SCANCODE_KP_ENTER, ACTION_GO, 0},
    {SDL_SCANCODE_SPACE, ACTION_GO, 0},
    {SDL_SCANCODE_PAGEDOWN, ACTION_ON, 0},
    {SDL_SCANCODE_1, ACTION_OPTION, 0},
    {SDL_SCANCODE_2, ACTION_OPTION, 1},
    {SDL_SCANCODE_3, ACTION_OPTION, 2},
    {SDL_SCANCODE_4, ACTION_OPTION, 3},
    {SDL_SCANCODE_5, ACTION_OPTION, 4},
    {SDL_SCANCODE_6, ACTION_OPTION, 5},
    {SDL_SCANCODE_KP_1, ACTION_OPTION, 0},
    {SDL_SCANCODE_KP_2, ACTION_OPTION, 1},
    {SDL_SCANCODE_KP_3, ACTION_OPTION, 2},
    {SDL_SCANCODE_KP_4, ACTION_OPTION, 3},
    {SDL_SCANCODE_7, ACTION_OPTION, 6}, /* as many as the operator's pad has digits */
    {SDL_SCANCODE_8, ACTION_OPTION, 7},
    {SDL_SCANCODE_9, ACTION_OPTION, 8},
    {SDL_SCANCODE_0, ACTION_OPTION, 9},
    {SDL_SCANCODE_KP_5, ACTION_OPTION, 4},
    {SDL_SCANCODE_KP_6, ACTION_OPTION, 5},
    {SDL_SCANCODE_KP_7, ACTION_OPTION, 6},
    {SDL_SCANCODE_KP_8, ACTION_OPTION, 7},
    {SDL_SCANCODE_KP_9, ACTION_OPTION, 8},
    {SDL_SCANCODE_KP_0, ACTION_OPTION, 9},
    {SDL_SCANCODE_A, ACTION_OPTION, 0},
    {SDL_SCANCODE_B, ACTION_OPTION, 1},
    {SDL_SCANCODE_C, ACTION_OPTION, 2},
    {SDL_SCANCODE_D, ACTION_OPTION, 3},
    {SDL_SCANCODE_E, ACTION_OPTION, 4},
    {SDL_SCANCODE_F, ACTION_OPTION, 5},
    {SDL_SCANCODE_R, ACTION_MEANING, MSG_REVEAL},
    {SDL_SCANCODE_L, ACTION_MEANING, MSG_LARGE},
    {SDL_SCANCODE_HOME, ACTION_MEANING, MSG_HOME},
    {SDL_SCANCODE_BACKSPACE, ACTION_MEANING, MSG_UNDO},
};
enum { KEYS = sizeof keys / sizeof keys[0] };

/* Two at one keyboard: the left hand's letters and low digits, the right hand's letters and high digits. */
static const struct key keys_for_two[] = {
    {SDL_SCANCODE_A, ACTION_FIRST, 0},          {SDL_SCANCODE_S, ACTION_FIRST, 1},
    {SDL_SCANCODE_D, ACTION_FIRST, 2},          {SDL_SCANCODE_F, ACTION_FIRST, 3},
    {SDL_SCANCODE_1, ACTION_FIRST, 0},          {SDL_SCANCODE_2, ACTION_FIRST, 1},
    {SDL_SCANCODE_3, ACTION_FIRST, 2},          {SDL_SCANCODE_4, ACTION_FIRST, 3},
    {SDL_SCANCODE_KP_1, ACTION_FIRST, 0},       {SDL_SCANCODE_KP_2, ACTION_FIRST, 1},
    {SDL_SCANCODE_KP_3, ACTION_FIRST, 2},       {SDL_SCANCODE_J, ACTION_SECOND, 0},
    {SDL_SCANCODE_K, ACTION_SECOND, 1},         {SDL_SCANCODE_L, ACTION_SECOND, 2},
    {SDL_SCANCODE_SEMICOLON, ACTION_SECOND, 3}, {SDL_SCANCODE_7, ACTION_SECOND, 0},
    {SDL_SCANCODE_8, ACTION_SECOND, 1},         {SDL_SCANCODE_9, ACTION_SECOND, 2},
    {SDL_SCANCODE_0, ACTION_SECOND, 3},         {SDL_SCANCODE_KP_7, ACTION_SECOND, 0},
    {SDL_SCANCODE_KP_8, ACTION_SECOND, 1},      {SDL_SCANCODE_KP_9, ACTION_SECOND, 2},
};
enum { KEYS_FOR_TWO = sizeof keys_for_two / sizeof keys_for_two[0] };

static const struct key *find_in(const struct key *table, uint32_t count, int scancode) {
    for (uint32_t i = 0; i < count; i++)
        if (table[i].scancode == scancode) return &table[i];
    return NULL;
}

/* With two players a key that names an option must name the player too. */
static const struct key *find_key(const struct draw_list *list, int scancode) {
    const struct key *key = find_in(keys, KEYS, scancode);
    if (!list->seat_count) return key;
    const struct key *own = find_in(keys_for_two, KEYS_FOR_TWO, scancode);
    if (own) return own;
    return key && key->action == ACTION_OPTION ? NULL : key;
}

typedef bool region_test(const struct region *region, int32_t value);

static bool means(const struct region *region, int32_t value) {
    return region->message.type == (enum message_type)value;
}

static bool turns(const struct region *region, int32_t value) {
    return region->message.type == MSG_TURN && region->message.value == value;
}

static bool has_role(const struct region *region, int32_t value) {
    return region->role == value;
}

static bool is_option_of(const struct region *region, int32_t player) {
    return region->role == ROLE_OPTION && region->message.player == player;
}

/* The `skip`th enabled region that passes; NULL: there is none. */
static const struct region *find(const struct draw_list *list, region_test *test, int32_t value,
                                 int32_t skip) {
    for (uint32_t i = 0; i < list->region_count; i++) {
        const struct region *region = &list->regions[i];
        if (region->enabled && test(region, value) && skip-- == 0) return region;
    }
    return NULL;
}

static const struct region *leading_on(const struct draw_list *list) {
    const struct region *found = find(list, has_role, ROLE_PRIMARY, 0);
    if (!found) found = find(list, means, MSG_NEXT, 0);
    return found ? found : find(list, means, MSG_REVEAL, 0);
}

static enum key_outcome press(const struct region *region, struct message *message) {
    if (!region) return KEY_NOTHING;
    *message = region->message;
    return KEY_MESSAGE;
}

static const struct region *focused(const struct draw_list *list, uint16_t focus) {
    bool there = focus && focus <= list->region_count && list->regions[focus - 1].enabled;
    return there ? &list->regions[focus - 1] : NULL;
}

static enum key_outcome move_focus(const struct draw_list *list, uint16_t *focus, uint32_t step) {
    uint32_t n = list->region_count, at = focused(list, *focus) ? *focus - 1u : (step == 1 ? n - 1 : 0);
    for (uint32_t i = 0; i < n; i++) {
        at = (at + (step == 1 ? 1 : n - 1)) % n;
        if (!list->regions[at].enabled) continue;
        *focus = (uint16_t)(at + 1);
        return KEY_FOCUS;
    }
    return KEY_NOTHING;
}

static enum key_outcome turn(const struct draw_list *list, uint16_t *focus, int32_t way,
                             struct message *message) {
    const struct region *page = find(list, turns, way, 0);
    return page ? press(page, message) : move_focus(list, focus, way > 0 ? 1 : 0);
}

enum key_outcome keys_press(const struct draw_list *list, int scancode, unsigned modifiers, uint16_t *focus,
                            struct message *message) {
    const struct key *key = find_key(list, scancode);
    if (!key || modifiers & (KMOD_CTRL | KMOD_ALT | KMOD_GUI | KMOD_MODE)) return KEY_NOTHING;
    const struct region *at = focused(list, *focus);
    switch (key->action) {
    case ACTION_NEXT_REGION:
        return move_focus(list, focus, modifiers & KMOD_SHIFT ? 0 : 1);
    case ACTION_LAST_REGION:
        return move_focus(list, focus, 0);
    case ACTION_FORTH:
        return turn(list, focus, 1, message);
    case ACTION_BACK:
        return turn(list, focus, -1, message);
    case ACTION_GO:
        return press(at ? at : leading_on(list), message);
    case ACTION_ON:
        return press(leading_on(list), message);
    case ACTION_OPTION:
        return press(find(list, has_role, ROLE_OPTION, key->value), message);
    case ACTION_FIRST:
        return press(find(list, is_option_of, 1, key->value), message);
    case ACTION_SECOND:
        return press(find(list, is_option_of, 2, key->value), message);
    default:
        return press(find(list, means, key->value, 0), message);
    }
}

bool keys_are_operators(int scancode, unsigned modifiers) {
    bool all = modifiers & KMOD_CTRL && modifiers & KMOD_ALT && modifiers & KMOD_SHIFT;
    return scancode == SDL_SCANCODE_O && all && !(modifiers & KMOD_GUI);
}
