#include "exchange/find.h"

#include <assert.h>

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
    const uint32_t
        *triggers; /* characters; 0 for any digit that begins a number, 一 for any numeral that does */
    recogniser *find;
};

/* Where several stand at the same character, in this order: what was read as part of a date is no number any
   more. */
static const struct row rows[] = {
    {U"《", find_titles},
    {U"V0", find_bare_versions},
    {U"—-〔", find_standards},
    {U"0", find_dates},
    {U"0", find_numbers},
    {U"一0（第其首先①❶⑴⒈", find_counted},
    {U"一", find_chinese_dates},
    {U"一半", find_numbers},
    {U"：", find_announced},
    {U"主口标宣", find_themes},
    {U"“", find_quotes},
    {U"“", find_quoted_speech},
    {U"指表强提介认说坦呼建透", find_speeches},
    {U"简下缩", find_aliases},
    {U"在", find_places},
    {U"地会", find_labelled_places},
    {U"作", find_main_places},
    {U"在来走参前抵赶移亮设位坐现", find_venues},
    {U"堂厅室房院场馆心宫园店城所站头街市台地间", find_venue_cells},
    {U"O主书事人任使判员士委官家师席干授教演理生监管练编者表裁警记谋辑长问队首剧手", find_roles},
    {U"主承协指支牵配组举发倡参责成起编执实技媒学合联出共签公策单", find_labelled_bodies},
    {U"会联携协与和", find_joint_bodies},
    {U"主承协指牵出支发起编制组联部公印签推通揭成举召开提作授捕共建会负领配任担当启宣设捐研派接统帮做拍实运安评审管解报数监调",
     find_bodies},
    {U"由经受被获据根按向", find_agents},
    {U"程步顺流环阶", find_sequences},
    {U"今去昨日近本目此上的数报", find_doers},
    {U"、", find_body_lists},
    {U"、", find_sets},
    {U"要坚突聚强着紧盯守抓压筑深推加围健完提建用管", find_repeated},
    {U"发公签出印推审通宣成揭启授设组上开", find_outcomes},
    {U"是指即", find_definitions},
    {U"来", find_origins},
};
enum { ROWS = sizeof rows / sizeof rows[0], LINKS = 400 };

/* For each character the first link, and from there the rows that it triggers: most characters have none. */
struct dispatch {
    uint16_t first[0x10000], count;
    struct {
        uint16_t row, next;
    } links[LINKS];
};

static struct dispatch *new_dispatch(struct arena *arena) {
    struct dispatch *dispatch = ARENA_NEW(arena, struct dispatch);
    for (uint16_t row = ROWS; row > 0; row--)
        for (const uint32_t *code = rows[row - 1].triggers; *code; code++) {
            uint16_t link = ++dispatch->count;
            assert(link < LINKS);
            dispatch->links[link].row = row - 1;
            dispatch->links[link].next = dispatch->first[*code];
            dispatch->first[*code] = link;
        }
    return dispatch;
}

static void read_at(struct reading *reading, const struct dispatch *dispatch, uint32_t at, uint32_t trigger) {
    for (uint16_t link = dispatch->first[trigger]; link; link = dispatch->links[link].next)
        rows[dispatch->links[link].row].find(reading, at);
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
