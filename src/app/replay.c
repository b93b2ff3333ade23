#include "app/replay.h"

#include <inttypes.h>

#include "base/words.h"

#define HEAD "anzhi-replay 1"

static struct str take_line(struct str *text) {
    size_t end = str_find(*text, STR("\n"));
    struct str line = str_cut(*text, 0, end);
    *text = str_cut(*text, end < text->len ? end + 1 : end, text->len);
    return line.len && line.at[line.len - 1] == '\r' ? str_cut(line, 0, line.len - 1) : line;
}

/* An option that answers the open question right, or one that does not; 0 when no question is open. */
static int32_t find_option(const struct app *app, bool right) {
    const struct asked *asked = round_current(&app->round);
    if (!asked || asked->key.count == 0) return 0;
    if (right) return asked->key.picks[0];
    return (asked->key.picks[0] + 1) % (asked->option_count ? asked->option_count : 1);
}

/* "2500 answer right", "2600 answer wrong @2". */
static bool read_wish(struct str line, const struct app *app, struct message *message) {
    *message = (struct message){.type = MSG_ANSWER};
    if (!words_number(words_next(&line), UINT64_MAX, &message->time)) return false;
    if (!str_is(words_next(&line), message_name(MSG_ANSWER))) return false;
    struct str wish = words_next(&line);
    if (!str_is(wish, "right") && !str_is(wish, "wrong")) return false;
    message->value = find_option(app, str_is(wish, "right"));
    return message_read_player(&line, message);
}

static bool read_end(struct str line, struct replay_result *result) {
    return str_is(words_next(&line), "end") && words_hex(words_next(&line), &result->expected) &&
           words_next(&line).len == 0;
}

static bool is_silent(struct str line) {
    struct str rest = line, word = words_next(&rest);
    return word.len == 0 || word.at[0] == '#';
}

struct player {
    struct app *app;
    const struct app_world *world;
    replay_watch *watch;
    void *context;
    struct replay_result result;
    bool ended;
};

static void play_message(struct player *player, const struct message *message) {
    struct effects effects = {0};
    app_update(player->app, player->world, message, &effects);
    player->result.messages++;
    if (player->watch) player->watch(player->context, player->app, player->world, message, &effects);
}

static bool play_line(struct player *player, struct str line) {
    struct message message;
    if (is_silent(line)) return true;
    if (player->ended) return false;
    if (read_end(line, &player->result)) return player->ended = true;
    if (!message_read(line, &message) && !read_wish(line, player->app, &message)) return false;
    play_message(player, &message);
    return true;
}

static enum replay_end play_lines(struct player *player, struct str text) {
    player->result.line = 1;
    if (!str_equal(take_line(&text), STR(HEAD))) return REPLAY_UNREADABLE;
    while (text.len > 0) {
        player->result.line++;
        if (!play_line(player, take_line(&text))) return REPLAY_UNREADABLE;
    }
    player->result.line = 0;
    player->result.hash = app_hash(player->app);
    bool same = !player->ended || player->result.hash == player->result.expected;
    return same ? REPLAY_FINE : REPLAY_DIFFERS;
}

struct replay_result replay_play(struct str text, struct app *app, const struct app_world *world,
                                 replay_watch *watch, void *context) {
    struct player player = {.app = app, .world = world, .watch = watch, .context = context};
    app_init(app);
    player.result.end = play_lines(&player, text);
    return player.result;
}

void replay_print_head(struct buf *out) {
    buf_text(out, HEAD "\n");
}

void replay_print_end(const struct app *app, struct buf *out) {
    buf_printf(out, "end %016" PRIx64 "\n", app_hash(app));
}
