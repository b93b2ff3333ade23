#include "exchange/find.h"

#include "base/memory.h"
#include "exchange/char.h"

const char *const pattern_words[PATTERNS] = {
    [P_TITLE] = "P1", [P_DATE] = "P2",    [P_SLOGAN] = "P3",      [P_ORGANIZER] = "P4", [P_PLACE] = "P5",
    [P_ROLE] = "P6",  [P_ORDERED] = "P7", [P_NUMBER] = "P8",      [P_OUTCOME] = "P9",   [P_ALIAS] = "P10",
    [P_TERM] = "P11", [P_SET] = "P12",    [P_DEFINITION] = "P13", [P_ORIGIN] = "P14",   [P_SPEECH] = "P15",
};

void finds_init(struct finds *finds) {
    *finds = (struct finds){0};
    arena_init(&finds->arena);
}

void finds_finish(struct finds *finds) {
    memory_give_back(finds->list);
    arena_finish(&finds->arena);
}

struct find *find_add(struct reading *reading, enum pattern pattern, enum draft_type type,
                      struct span value) {
    struct finds *finds = reading->finds;
    if (finds->count == finds->room) {
        finds->room = finds->room ? finds->room * 2 : 256;
        finds->list = memory_resize(finds->list, finds->room, sizeof *finds->list);
    }
    struct find *find = &finds->list[finds->count++];
    *find = (struct find){.pattern = pattern,
                          .type = type,
                          .value = value,
                          .attribute = "",
                          .reason = "",
                          .about = "",
                          .normal = "",
                          .confident = true,
                          .sentence = reading->sentence};
    return find;
}

bool find_was_read(const struct reading *reading, uint32_t at) {
    enum { LAST = 3 };
    const struct finds *finds = reading->finds;
    for (uint32_t i = finds->count; i > 0 && i + LAST > finds->count; i--) {
        const struct find *find = &finds->list[i - 1];
        bool counts = find->pattern == P_NUMBER || find->pattern == P_DATE || find->type == DRAFT_VERSION;
        if (counts && find->sentence == reading->sentence && find->value.to > at && find->value.from <= at)
            return true;
    }
    return false;
}

struct row {
    uint32_t trigger; /* '0' for any digit that begins a number */
    recogniser *find;
};

/* Any digit or Chinese numeral that begins a number triggers '0' and U'一'. In this order: what was read as
   part of a date is no number any more. */
static const struct row rows[] = {
    {U'《', find_titles},
    {'V', find_bare_versions},
    {U'—', find_standards},
    {'-', find_standards},
    {U'〔', find_standards},
    {'0', find_dates},
    {'0', find_numbers},
    {U'一', find_counted},
    {U'一', find_chinese_dates},
    {U'一', find_numbers},
    {U'“', find_quotes},
    {U'简', find_aliases},
    {U'在', find_places},
    {U'地', find_labelled_places},
    {U'作', find_main_places},
    {U'长', find_roles},
    {U'任', find_roles},
    {U'记', find_roles},
    {U'委', find_roles},
    {U'员', find_roles},
    {U'士', find_roles},
    {U'授', find_roles},
    {U'师', find_roles},
    {U'家', find_roles},
    {U'席', find_roles},
    {U'官', find_roles},
    {U'人', find_roles},
    {U'裁', find_roles},
    {U'理', find_roles},
    {U'监', find_roles},
    {U'辑', find_roles},
    {U'者', find_roles},
    {U'警', find_roles},
    {U'表', find_roles},
    {U'问', find_roles},
    {U'生', find_roles},
    {U'主', find_labelled_bodies},
    {U'承', find_labelled_bodies},
    {U'协', find_labelled_bodies},
    {U'指', find_labelled_bodies},
    {U'支', find_labelled_bodies},
    {U'主', find_bodies},
    {U'主', find_labelled_themes},
    {U'承', find_bodies},
    {U'协', find_bodies},
    {U'指', find_bodies},
    {U'牵', find_bodies},
    {U'出', find_bodies},
    {U'支', find_bodies},
    {U'发', find_bodies},
    {U'起', find_bodies},
    {U'编', find_bodies},
    {U'制', find_bodies},
    {U'组', find_bodies},
    {U'联', find_bodies},
    {U'部', find_bodies},
    {U'公', find_bodies},
    {U'印', find_bodies},
    {U'签', find_bodies},
    {U'推', find_bodies},
    {U'通', find_bodies},
    {U'揭', find_bodies},
    {U'成', find_bodies},
    {U'举', find_bodies},
    {U'召', find_bodies},
    {U'开', find_bodies},
    {U'提', find_bodies},
    {U'作', find_bodies},
    {U'授', find_bodies},
    {U'捕', find_bodies},
    {U'共', find_bodies},
    {U'建', find_bodies},
    {U'会', find_bodies},
    {U'负', find_bodies},
    {U'领', find_bodies},
    {U'、', find_body_lists},
    {U'、', find_sets},
    {U'（', find_counted},
    {U'第', find_counted},
    {U'①', find_counted},
    {U'❶', find_counted},
    {U'即', find_definitions},
    {U'坚', find_repeated},
    {U'要', find_repeated},
    {U'发', find_outcomes},
    {U'公', find_outcomes},
    {U'签', find_outcomes},
    {U'出', find_outcomes},
    {U'印', find_outcomes},
    {U'推', find_outcomes},
    {U'审', find_outcomes},
    {U'通', find_outcomes},
    {U'宣', find_outcomes},
    {U'成', find_outcomes},
    {U'揭', find_outcomes},
    {U'启', find_outcomes},
    {U'授', find_outcomes},
    {U'是', find_definitions},
    {U'指', find_definitions},
    {U'来', find_origins},
};
enum { ROWS = sizeof rows / sizeof rows[0] };
_Static_assert(ROWS < UINT8_MAX, "a row's number is a byte");

/* For each character the first of its rows, and for each row the next one: most characters have none. */
struct dispatch {
    uint8_t first[0x10000], next[ROWS];
};

static struct dispatch *new_dispatch(struct arena *arena) {
    struct dispatch *dispatch = ARENA_NEW(arena, struct dispatch);
    for (uint32_t i = ROWS; i > 0; i--) {
        dispatch->next[i - 1] = dispatch->first[rows[i - 1].trigger];
        dispatch->first[rows[i - 1].trigger] = (uint8_t)i;
    }
    return dispatch;
}

static void read_at(struct reading *reading, const struct dispatch *dispatch, uint32_t at, uint32_t trigger) {
    for (uint32_t row = dispatch->first[trigger]; row; row = dispatch->next[row - 1])
        rows[row - 1].find(reading, at);
}

static void count_marks(struct reading *reading, uint32_t code) {
    if (code == U'《') reading->in_title++;
    if (code == U'》' && reading->in_title) reading->in_title--;
    if (code == U'“') reading->in_quote++;
    if (code == U'”' && reading->in_quote) reading->in_quote--;
}

static void read_sentence(struct reading *reading, const struct dispatch *dispatch) {
    uint32_t before = 0;
    for (uint32_t at = reading->begin; at < reading->end; at++) {
        uint32_t code = reading->text[at];
        bool is_digit = char_is_digit(code), is_numeral = char_is_numeral(code);
        if (code == U'》' || code == U'”') count_marks(reading, code);
        if (is_digit && !char_is_digit(before)) read_at(reading, dispatch, at, '0');
        if (is_numeral && !char_is_numeral(before) && !char_is_digit(before))
            read_at(reading, dispatch, at, U'一');
        if (!is_digit && !is_numeral && code < 0x10000 && dispatch->first[code])
            read_at(reading, dispatch, at, code);
        if (code == U'《' || code == U'“') count_marks(reading, code);
        before = code;
    }
}

void find_all(const struct document *document, struct finds *finds) {
    const struct dispatch *dispatch = new_dispatch(&finds->arena);
    for (uint32_t i = 0; i < document->sentence_count; i++) {
        const struct sentence *sentence = &document->sentences[i];
        if (document->paragraphs[sentence->paragraph].is_front) continue;
        struct reading reading = {.document = document,
                                  .text = document->text,
                                  .sentence = i,
                                  .begin = sentence->begin,
                                  .end = sentence->end,
                                  .finds = finds};
        read_sentence(&reading, dispatch);
    }
    find_items(document, finds);
}
