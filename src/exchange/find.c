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
                          .normal = "",
                          .confident = true,
                          .sentence = reading->sentence};
    return find;
}

struct row {
    uint32_t trigger; /* '0' for any digit that begins a number */
    recogniser *find;
};

static const struct row rows[] = {
    {U'《', find_titles},
    {'0', find_dates},
};
enum { ROWS = sizeof rows / sizeof rows[0] };

static void read_at(struct reading *reading, uint32_t at, uint32_t trigger) {
    for (uint32_t i = 0; i < ROWS; i++)
        if (rows[i].trigger == trigger) rows[i].find(reading, at);
}

/* One bit for each value of a character's last six bits: most characters trigger nothing, and that is seen at
 * once. */
static uint64_t triggers_of_rows(void) {
    uint64_t bits = 0;
    for (uint32_t i = 0; i < ROWS; i++) bits |= (uint64_t)1 << rows[i].trigger % 64;
    return bits;
}

static void read_sentence(struct reading *reading, uint64_t triggers) {
    bool in_number = false;
    for (uint32_t at = reading->begin; at < reading->end; at++) {
        uint32_t code = reading->text[at];
        bool is_digit = char_is_digit(code);
        if (is_digit && !in_number) read_at(reading, at, '0');
        in_number = is_digit;
        if (!is_digit && triggers >> code % 64 & 1) read_at(reading, at, code);
    }
}

void find_all(const struct document *document, struct finds *finds) {
    uint64_t triggers = triggers_of_rows();
    for (uint32_t i = 0; i < document->sentence_count; i++) {
        const struct sentence *sentence = &document->sentences[i];
        if (document->paragraphs[sentence->paragraph].is_title) continue;
        struct reading reading = {document, document->text, i, sentence->begin, sentence->end, finds};
        read_sentence(&reading, triggers);
    }
}
