#include "app/message.h"

#include <inttypes.h>

#include "base/words.h"
#include "quiz/round.h"

enum arguments { NOTHING, ONE_VALUE, MODE_SEED_DAY, THREE_FIGURES };

static const struct row {
    const char *name;
    bool human;
    enum arguments arguments;
} rows[] = {
    [MSG_START] = {"start", false, MODE_SEED_DAY},
    [MSG_TICK] = {"tick", false, NOTHING},
    [MSG_TOUCH] = {"touch", true, NOTHING},
    [MSG_ANSWER] = {"answer", true, ONE_VALUE},
    [MSG_UNDO] = {"undo", true, NOTHING},
    [MSG_CONFIRM] = {"confirm", true, NOTHING},
    [MSG_NEXT] = {"next", true, NOTHING},
    [MSG_REVEAL] = {"reveal", true, NOTHING},
    [MSG_HOME] = {"home", true, NOTHING},
    [MSG_AGAIN] = {"again", true, NOTHING},
    [MSG_TOPIC] = {"topic", true, ONE_VALUE},
    [MSG_REVIEW] = {"review", true, ONE_VALUE},
    [MSG_CARDS] = {"cards", true, NOTHING},
    [MSG_CARD] = {"card", true, ONE_VALUE},
    [MSG_TURN] = {"turn", true, ONE_VALUE},
    [MSG_LARGE] = {"large", true, NOTHING},
    [MSG_FLAG] = {"flag", true, NOTHING},
    [MSG_ABOUT] = {"about", true, NOTHING},
    [MSG_STAY] = {"stay", true, NOTHING},
    [MSG_MORE] = {"more", true, NOTHING},
    [MSG_OPERATOR] = {"operator", false, NOTHING},
    [MSG_DIGIT] = {"digit", true, NOTHING},
    [MSG_PIN] = {"pin", false, ONE_VALUE},
    [MSG_TRIES] = {"tries", false, ONE_VALUE},
    [MSG_CONTROL] = {"control", true, ONE_VALUE},
    [MSG_RELOADED] = {"reloaded", false, ONE_VALUE},
    [MSG_HOLD] = {"hold", false, ONE_VALUE},
    [MSG_SAVED] = {"saved", false, NOTHING},
    [MSG_UNSAVED] = {"unsaved", false, NOTHING},
    [MSG_FIGURES] = {"figures", false, THREE_FIGURES},
    [MSG_SWITCH] = {"switch", true, ONE_VALUE},
    [MSG_CODE] = {"code", true, NOTHING},
    [MSG_DUO] = {"duo", true, NOTHING},
};
_Static_assert(sizeof rows / sizeof *rows == MESSAGES, "a row for each message");

const char *message_name(enum message_type type) {
    return rows[type].name;
}

bool message_is_human(enum message_type type) {
    return rows[type].human;
}

static void print_start(const struct message *message, struct buf *out) {
    if (message->value >= 0 && message->value < MODES)
        buf_printf(out, " %s", round_rules[message->value].name);
    else /* nobody sends it, but a message is what it is */
        buf_printf(out, " %" PRId32, message->value);
    buf_printf(out, " %" PRIu64 " %" PRIu32, message->seed, message->day);
}

void message_print(const struct message *message, struct buf *out) {
    const struct row *row = &rows[message->type];
    buf_printf(out, "%" PRIu64 " %s", message->time, row->name);
    if (row->arguments == ONE_VALUE) buf_printf(out, " %" PRId32, message->value);
    if (row->arguments == MODE_SEED_DAY) print_start(message, out);
    if (row->arguments == THREE_FIGURES)
        buf_printf(out, " %" PRId32 " %" PRIu64 " %" PRIu32, message->value, message->seed, message->day);
    if (message->player != 0) buf_printf(out, " @%u", message->player);
}

static bool read_type(struct str word, enum message_type *type) {
    for (uint32_t i = 0; i < MESSAGES; i++) {
        *type = (enum message_type)i;
        if (str_is(word, rows[i].name)) return true;
    }
    return false;
}

static bool read_mode(struct str word, int32_t *value) {
    for (int32_t mode = 0; mode < MODES; mode++) {
        *value = mode;
        if (str_is(word, round_rules[mode].name)) return true;
    }
    return words_signed(word, value) && (*value < 0 || *value >= MODES);
}

static bool read_seed_and_day(struct str *rest, struct message *message) {
    uint64_t day;
    if (!words_number(words_next(rest), UINT64_MAX, &message->seed)) return false;
    if (!words_number(words_next(rest), UINT32_MAX, &day)) return false;
    message->day = (uint32_t)day;
    return true;
}

static bool read_arguments(struct str *rest, struct message *message) {
    switch (rows[message->type].arguments) {
    case NOTHING:
        return true;
    case ONE_VALUE:
        return words_signed(words_next(rest), &message->value);
    case MODE_SEED_DAY:
        return read_mode(words_next(rest), &message->value) && read_seed_and_day(rest, message);
    case THREE_FIGURES:
        return words_signed(words_next(rest), &message->value) && read_seed_and_day(rest, message);
    }
    return false;
}

bool message_read_player(struct str *rest, struct message *message) {
    uint64_t player;
    struct str word = words_next(rest);
    if (word.len == 0) return true;
    if (word.at[0] != '@' || !words_number(str_cut(word, 1, word.len), UINT8_MAX, &player) || player == 0)
        return false;
    message->player = (uint8_t)player;
    return words_next(rest).len == 0;
}

bool message_read(struct str line, struct message *message) {
    *message = (struct message){0};
    if (!words_number(words_next(&line), UINT64_MAX, &message->time)) return false;
    if (!read_type(words_next(&line), &message->type)) return false;
    return read_arguments(&line, message) && message_read_player(&line, message);
}
