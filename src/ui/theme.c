#include "ui/theme.h"

#include <assert.h>
#include <string.h>

/* One row a key, so that the three can be compared. clang-format would break it apart. */
/* clang-format off */
#define TABLE(ROW) \
    /*                light     dark      contrast */ \
    ROW(GROUND,       0xE4ECF1, 0x07121E, 0x000000) \
    ROW(PLANE0,       0xEAF1F5, 0x0B1B2B, 0x000000) \
    ROW(PLANE1,       0xEEF4F7, 0x0E2235, 0x000000) \
    ROW(PLANE2,       0xF3F7F9, 0x11293F, 0x000000) \
    ROW(PLANE3,       0xF8FAFB, 0x143049, 0x000000) \
    ROW(HORIZON,      0xFBE9C6, 0x23425F, 0x000000) \
    ROW(PANEL,        0xFFFFFF, 0x1D4163, 0x000000) \
    ROW(EDGE,         0xB7C7D3, 0x0A1A2A, 0xFFFFFF) \
    ROW(LINE,         0xA3B6C4, 0x4C6C88, 0xFFFFFF) \
    ROW(INK,          0x0D2137, 0xF4F7F9, 0xFFFFFF) \
    ROW(INK2,         0x43586C, 0xB7C7D4, 0xFFFFFF) \
    ROW(PLATE,        0x143C61, 0x3A74AB, 0xFFFFFF) \
    ROW(PLATE_EDGE,   0x0C2740, 0x24507A, 0xFFFFFF) \
    ROW(ON_PLATE,     0xFFFFFF, 0xFFFFFF, 0x000000) \
    ROW(PRIMARY,      0x143C61, 0xFFC65A, 0xFFE14D) \
    ROW(PRIMARY_EDGE, 0x0C2740, 0xC98916, 0xFFE14D) \
    ROW(ON_PRIMARY,   0xFFFFFF, 0x0D2137, 0x000000) \
    ROW(LAMP,         0xFFC65A, 0xFFC65A, 0xFFE14D) \
    ROW(LAMP2,        0xF0A92E, 0xF0A92E, 0xFFE14D) \
    ROW(LAMP_EDGE,    0xA56A00, 0xFFC65A, 0xFFE14D) \
    ROW(ON_LAMP,      0x0D2137, 0x0D2137, 0x000000) \
    ROW(RIGHT,        0x08705F, 0x43C9AC, 0x7CF5D2) \
    ROW(RIGHT_EDGE,   0x04493E, 0x238A74, 0x7CF5D2) \
    ROW(RIGHT_TINT,   0xDDF1EC, 0x123D40, 0x000000) \
    ROW(ON_RIGHT,     0xFFFFFF, 0x06231E, 0x000000) \
    ROW(WRONG,        0xA8430F, 0xFF9D66, 0xFFB48A) \
    ROW(WRONG_EDGE,   0x702B08, 0xB8602E, 0xFFB48A) \
    ROW(WRONG_TINT,   0xFBE9DD, 0x40291F, 0x000000) \
    ROW(ON_WRONG,     0xFFFFFF, 0x2A1204, 0x000000) \
    ROW(SEAL,         0xC0352A, 0xC0352A, 0xFFFFFF) \
    ROW(ON_SEAL,      0xFFFFFF, 0xFFFFFF, 0x000000) \
    ROW(NEAR0,        0x0D2740, 0x030A12, 0x000000) \
    ROW(NEAR1,        0x12324F, 0x06121E, 0x000000) \
    ROW(FAR,          0xBACCD8, 0x14304A, 0x000000) \
    ROW(UNLIT,        0x24476A, 0x14293D, 0x555555) \
    ROW(STREET,       0x091C2F, 0x02070D, 0x000000) \
    ROW(SCRIM,        0x0D2137, 0x02070D, 0x000000) \
    ROW(ON_STREET,    0xFFFFFF, 0xFFFFFF, 0xFFFFFF) \
    ROW(ON_STREET2,   0xB9CBDA, 0xA9BDCC, 0xFFFFFF) \
    ROW(TRACK,        0xC6D4DE, 0x2A4660, 0x555555) \
    ROW(CODE,         0x000000, 0x000000, 0x000000) \
    ROW(CODE_PAPER,   0xFFFFFF, 0xFFFFFF, 0xFFFFFF)
/* clang-format on */

#define LIGHT(key, light, dark, contrast) [COLOR_##key] = (light),
#define DARK(key, light, dark, contrast) [COLOR_##key] = (dark),
#define CONTRAST(key, light, dark, contrast) [COLOR_##key] = (contrast),

static const struct palette palettes[] = {
    [THEME_LIGHT] = {"light", THEME_LIGHT, {TABLE(LIGHT)}},
    [THEME_DARK] = {"dark", THEME_DARK, {TABLE(DARK)}},
    [THEME_CONTRAST] = {"contrast", THEME_CONTRAST, {TABLE(CONTRAST)}},
};
_Static_assert(sizeof palettes / sizeof palettes[0] == THEMES, "every theme has a palette");

const struct palette *theme_palette(enum theme theme) {
    assert(theme < THEMES);
    return &palettes[theme];
}

bool theme_find(const char *name, enum theme *theme) {
    for (uint32_t i = 0; i < THEMES; i++) {
        if (strcmp(palettes[i].name, name) != 0) continue;
        *theme = (enum theme)i;
        return true;
    }
    return false;
}

uint32_t color_value(const struct palette *palette, enum color color) {
    assert(color > COLOR_NONE && color < COLORS);
    return palette->colors[color];
}

/* sRGB to linear light, times 65536: the table is the one place where the curve's power of 2.4 would need a
 * float. */
static const uint32_t linear[256] = {
    0,     20,    40,    60,    80,    99,    119,   139,   159,   179,   199,   219,   241,   264,   288,
    313,   340,   367,   396,   427,   458,   491,   526,   562,   599,   637,   677,   718,   761,   805,
    851,   898,   947,   997,   1048,  1101,  1156,  1212,  1270,  1330,  1391,  1453,  1517,  1583,  1651,
    1720,  1791,  1863,  1937,  2013,  2090,  2170,  2250,  2333,  2418,  2504,  2592,  2681,  2773,  2866,
    2961,  3058,  3157,  3258,  3360,  3464,  3570,  3678,  3788,  3900,  4014,  4129,  4247,  4366,  4488,
    4611,  4736,  4864,  4993,  5124,  5257,  5392,  5530,  5669,  5810,  5953,  6099,  6246,  6395,  6547,
    6701,  6856,  7014,  7174,  7336,  7500,  7666,  7834,  8004,  8177,  8352,  8529,  8708,  8889,  9072,
    9258,  9446,  9636,  9828,  10022, 10219, 10418, 10619, 10822, 11028, 11236, 11446, 11658, 11873, 12090,
    12309, 12531, 12754, 12981, 13209, 13440, 13673, 13909, 14147, 14387, 14629, 14874, 15122, 15372, 15624,
    15878, 16135, 16394, 16656, 16920, 17187, 17456, 17727, 18001, 18278, 18556, 18838, 19121, 19408, 19696,
    19988, 20281, 20578, 20876, 21178, 21481, 21788, 22096, 22408, 22722, 23038, 23357, 23679, 24003, 24329,
    24659, 24991, 25325, 25662, 26002, 26344, 26689, 27036, 27387, 27739, 28095, 28453, 28813, 29177, 29543,
    29911, 30283, 30657, 31033, 31413, 31795, 32180, 32567, 32957, 33350, 33746, 34144, 34545, 34949, 35355,
    35765, 36177, 36591, 37009, 37429, 37852, 38278, 38707, 39138, 39572, 40009, 40449, 40892, 41337, 41786,
    42237, 42691, 43147, 43607, 44069, 44534, 45003, 45474, 45947, 46424, 46904, 47386, 47871, 48360, 48851,
    49345, 49842, 50342, 50844, 51350, 51859, 52370, 52884, 53402, 53922, 54445, 54972, 55501, 56033, 56568,
    57106, 57647, 58191, 58738, 59288, 59841, 60397, 60956, 61518, 62083, 62651, 63222, 63796, 64373, 64953,
    65536,
};

uint32_t color_luminance(uint32_t rgb) {
    uint64_t sum = 2126 * (uint64_t)linear[rgb >> 16 & 0xFF] + 7152 * (uint64_t)linear[rgb >> 8 & 0xFF] +
                   722 * (uint64_t)linear[rgb & 0xFF];
    return (uint32_t)(sum / 10000);
}

uint32_t color_contrast(uint32_t a, uint32_t b) {
    const uint32_t veil = 3277; /* 0.05: the light that a screen throws back */
    uint32_t first = color_luminance(a) + veil, second = color_luminance(b) + veil;
    uint32_t bright = first > second ? first : second, dim = first > second ? second : first;
    return (uint32_t)((uint64_t)bright * 100 / dim);
}

const struct pair theme_pairs[] = {
    {COLOR_INK, COLOR_GROUND},         {COLOR_INK2, COLOR_GROUND},    {COLOR_RIGHT, COLOR_GROUND},
    {COLOR_WRONG, COLOR_WRONG_TINT},   {COLOR_WRONG, COLOR_GROUND},   {COLOR_INK, COLOR_PANEL},
    {COLOR_INK2, COLOR_PANEL},         {COLOR_INK, COLOR_RIGHT_TINT}, {COLOR_INK, COLOR_WRONG_TINT},
    {COLOR_RIGHT, COLOR_RIGHT_TINT},   {COLOR_INK2, COLOR_TRACK},     {COLOR_ON_PLATE, COLOR_PLATE},
    {COLOR_ON_PRIMARY, COLOR_PRIMARY}, {COLOR_ON_LAMP, COLOR_LAMP},   {COLOR_ON_RIGHT, COLOR_RIGHT},
    {COLOR_ON_WRONG, COLOR_WRONG},     {COLOR_ON_SEAL, COLOR_SEAL},   {COLOR_ON_STREET, COLOR_STREET},
    {COLOR_ON_STREET2, COLOR_STREET},  {COLOR_LAMP, COLOR_STREET}};
const uint32_t theme_pair_count = sizeof theme_pairs / sizeof theme_pairs[0];

uint32_t theme_find_pair(struct pair pair) {
    uint32_t place = 0;
    while (place < theme_pair_count) {
        struct pair known = theme_pairs[place];
        if (known.text == pair.text && known.on == pair.on) break;
        if (known.text == pair.on && known.on == pair.text) break;
        place++;
    }
    return place;
}

uint32_t theme_least_contrast(enum theme base) {
    return base == THEME_CONTRAST ? 700 : 450;
}

uint32_t palette_contrast(const struct palette *palette, struct pair *pair) {
    static const enum color grounds[] = {COLOR_GROUND, COLOR_PLANE0, COLOR_PLANE1,
                                         COLOR_PLANE2, COLOR_PLANE3, COLOR_HORIZON};
    uint32_t text = color_value(palette, pair->text), least = UINT32_MAX;
    uint32_t count = pair->on == COLOR_GROUND ? sizeof grounds / sizeof grounds[0] : 1;
    enum color only = pair->on;
    for (uint32_t i = 0; i < count; i++) {
        enum color on = count > 1 ? grounds[i] : only;
        uint32_t contrast = color_contrast(text, color_value(palette, on));
        if (contrast >= least) continue;
        least = contrast;
        pair->on = on;
    }
    return least;
}
