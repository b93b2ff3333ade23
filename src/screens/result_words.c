#include "screens/result_words.h"

#include "ui/words.h"

struct str result_windows(const struct app *app, struct arena *arena) {
    uint32_t right = round_right(&app->round), planned = app->round.planned;
    const struct word_value values[] = {
        {"n", word_chinese(arena, planned)}, {"k", word_chinese(arena, right)}, {NULL, STR("")}};
    return word_fill(arena, right == planned ? WORD_ALL_LIT : right ? WORD_SOME_LIT : WORD_NONE_LIT, values);
}

const struct card *result_card(const struct app *app, const struct app_world *world) {
    const struct card *found = NULL;
    uint32_t count = world->content->card_count, from = count ? app->round.first % count : 0;
    for (uint32_t i = 0; i < count && !found; i++) {
        uint32_t index = (from + i) % count;
        const struct card *card = &world->content->cards[index];
        if (app_shows_card(app, world, (int32_t)index) && *card->remember) found = card;
    }
    return found;
}

/* Nothing to say needs no line. */
static struct str with_line(struct arena *arena, struct str text, enum word label, const char *sentence) {
    const struct word_value values[] = {
        {"t", text}, {"k", word_get(label)}, {"s", str_of(sentence)}, {NULL, STR("")}};
    return *sentence ? word_fill(arena, WORD_CODE_LINE, values) : text;
}

struct str result_text(const struct app *app, const struct app_world *world, struct arena *arena) {
    const struct card *card = result_card(app, world);
    const struct word_value values[] = {{"s", str_of(arena_printf(arena, "%u", round_score(&app->round)))},
                                        {"b", str_of(badge_name(round_badge(&app->round)))},
                                        {"w", result_windows(app, arena)},
                                        {NULL, STR("")}};
    struct str text = word_fill(arena, WORD_CODE_TEXT, values);
    if (!card) return text;
    text = with_line(arena, text, WORD_REMEMBER, card->remember);
    return with_line(arena, text, WORD_ONE_THING, card->todo);
}
