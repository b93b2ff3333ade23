#include "screens/week.h"

#include <string.h>

#include "content/content.h"
#include "ui/words.h"

/* What is known of the Week of an edition; NULL: nothing that may be shown. */
static const char *known(const struct app *app, const struct content *content, const char *edition,
                         const char *attribute) {
    for (uint32_t i = 0; i < content->fact_count; i++) {
        const struct fact *fact = &content->facts[i];
        if (strcmp(fact->attribute->record.id, attribute) != 0) continue;
        if (strcmp(fact->subject->record.edition, edition) != 0) continue;
        if (record_is_playable(&fact->record, app->today)) return fact->value.show;
    }
    return NULL;
}

static bool is_year(const char *edition) {
    return strlen(edition) == 4 && strspn(edition, "0123456789") == 4;
}

static bool is_this_year(const struct app *app, const char *edition) {
    uint32_t year = 0;
    for (uint32_t i = 0; i < 4; i++) year = year * 10 + (uint32_t)(edition[i] - '0');
    return app->today / 10000 == year;
}

static bool has_theme(const struct app *app, const struct content *content, const char *edition) {
    return known(app, content, edition, "week-theme") || known(app, content, edition, "week-subtheme");
}

/* This year's, when its days are known; else the edition that the first pack is about. */
static const char *edition_of(const struct app *app, const struct content *content) {
    const char *first = content->pack_count ? content->packs[0].edition : "";
    for (uint32_t i = 0; i < content->entity_count; i++) {
        const char *edition = content->entities[i].record.edition;
        if (!is_year(edition) || !is_this_year(app, edition)) continue;
        if (known(app, content, edition, "week-dates") && has_theme(app, content, edition)) return edition;
    }
    return is_year(first) && has_theme(app, content, first) ? first : "";
}

static void split_theme(struct week *week, struct str theme) {
    size_t comma = str_find(theme, STR("，"));
    week->first = str_cut(theme, 0, comma);
    if (comma < theme.len) week->second = str_cut(theme, comma + STR("，").len, theme.len);
}

static struct str or_none(const char *text) {
    return text ? str_of(text) : STR("");
}

struct week week_of(const struct app *app, const struct content *content) {
    struct week week = {.year = edition_of(app, content),
                        .days = STR(""),
                        .first = word_get(WORD_THEME_FIRST),
                        .second = word_get(WORD_THEME_SECOND),
                        .subtheme = STR("")};
    if (!*week.year) return week;
    const char *theme = known(app, content, week.year, "week-theme");
    if (theme) split_theme(&week, str_of(theme));
    week.subtheme = or_none(known(app, content, week.year, "week-subtheme"));
    if (is_this_year(app, week.year)) week.days = or_none(known(app, content, week.year, "week-dates"));
    return week;
}
