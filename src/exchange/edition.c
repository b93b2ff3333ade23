#include "exchange/edition.h"

#include <string.h>

const char *edition_in(struct arena *arena, const char *name) {
    enum { DIGITS = 4 };
    for (const char *at = name; *at; at++) {
        bool is_year =
            strspn(at, "0123456789") == DIGITS && (strncmp(at, "19", 2) == 0 || strncmp(at, "20", 2) == 0);
        if (is_year) return arena_text(arena, at, DIGITS);
        at += strspn(at, "0123456789") ? strspn(at, "0123456789") - 1 : 0;
    }
    const char *ordinal = strstr(name, "第"), *end = ordinal ? strstr(ordinal, "届") : NULL;
    bool is_short = end && (size_t)(end - ordinal) <= strlen("第二十五");
    return is_short ? arena_text(arena, ordinal, (size_t)(end - ordinal) + strlen("届")) : "";
}

/* A day of it whose year the document makes sure. */
static uint32_t year_of_day(const struct draft *draft) {
    bool is_day = draft->type == DRAFT_DATE || draft->type == DRAFT_DATE_RANGE;
    bool is_held = strstr(draft->attribute, "举办") || strstr(draft->attribute, "开幕") ||
                   strstr(draft->attribute, "闭幕");
    bool is_sure = draft->confident && draft->year.from != YEAR_NONE && draft->year.from != YEAR_GUESS;
    return is_day && is_held && is_sure ? draft->year.value : 0;
}

uint32_t edition_year(const struct inbox *inbox, uint32_t document, const char *subject) {
    uint32_t found = 0;
    for (uint32_t i = 0; i < inbox->drafts.count; i++) {
        const struct draft *draft = &inbox->drafts.list[i];
        const struct decision *decision = &inbox->decisions[i];
        bool is_same = decision->document == document && decision->fate != FATE_REJECTED &&
                       strcmp(draft->subject, subject) == 0;
        uint32_t year = is_same ? year_of_day(draft) : 0;
        if (year && found && year != found) return 0;
        if (year) found = year;
    }
    return found;
}

static const char *without_edition(struct arena *arena, const char *name, const char *edition) {
    const char *at = *edition ? strstr(name, edition) : NULL;
    if (!at) return name;
    const char *behind = at + strlen(edition);
    if (strncmp(behind, "年", strlen("年")) == 0) behind += strlen("年");
    return arena_printf(arena, "%.*s%s", (int)(at - name), name, behind);
}

const char *edition_series(const struct content *content, struct arena *arena, const char *name,
                           const char *edition) {
    const char *bare = without_edition(arena, name, edition);
    for (uint32_t i = 0; *edition && i < content->entity_count; i++) {
        const struct entity *other = &content->entities[i];
        if (!*other->series || !*other->record.edition || other->kind != ENTITY_EVENT) continue;
        if (strcmp(bare, without_edition(arena, other->name, other->record.edition)) == 0)
            return arena_text(arena, other->series, strlen(other->series));
    }
    return "";
}
