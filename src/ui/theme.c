#include "ui/theme.h"

#include <assert.h>
#include <string.h>

static const uint32_t values[COLORS][THEMES] = {
    /*                      light     dark      contrast */
    [COLOR_GROUND] = {0xE4ECF1, 0x07121E, 0x000000},
    [COLOR_PLANE0] = {0xEAF1F5, 0x0B1B2B, 0x000000},
    [COLOR_PLANE1] = {0xEEF4F7, 0x0E2235, 0x000000},
    [COLOR_PLANE2] = {0xF3F7F9, 0x11293F, 0x000000},
    [COLOR_PLANE3] = {0xF8FAFB, 0x143049, 0x000000},
    [COLOR_HORIZON] = {0xFBE9C6, 0x23425F, 0x000000},
    [COLOR_PANEL] = {0xFFFFFF, 0x1D4163, 0x000000},
    [COLOR_EDGE] = {0xB7C7D3, 0x0A1A2A, 0xFFFFFF},
    [COLOR_LINE] = {0xA3B6C4, 0x4C6C88, 0xFFFFFF},
    [COLOR_INK] = {0x0D2137, 0xF4F7F9, 0xFFFFFF},
    [COLOR_INK2] = {0x43586C, 0xB7C7D4, 0xFFFFFF},
    [COLOR_PLATE] = {0x143C61, 0x3A74AB, 0xFFFFFF},
    [COLOR_PLATE_EDGE] = {0x0C2740, 0x24507A, 0xFFFFFF},
    [COLOR_ON_PLATE] = {0xFFFFFF, 0xFFFFFF, 0x000000},
    [COLOR_PRIMARY] = {0x143C61, 0xFFC65A, 0xFFE14D},
    [COLOR_PRIMARY_EDGE] = {0x0C2740, 0xC98916, 0xFFE14D},
    [COLOR_ON_PRIMARY] = {0xFFFFFF, 0x0D2137, 0x000000},
    [COLOR_LAMP] = {0xFFC65A, 0xFFC65A, 0xFFE14D},
    [COLOR_LAMP2] = {0xF0A92E, 0xF0A92E, 0xFFE14D},
    [COLOR_LAMP_EDGE] = {0xA56A00, 0xFFC65A, 0xFFE14D},
    [COLOR_ON_LAMP] = {0x0D2137, 0x0D2137, 0x000000},
    [COLOR_RIGHT] = {0x08705F, 0x43C9AC, 0x7CF5D2},
    [COLOR_RIGHT_EDGE] = {0x04493E, 0x238A74, 0x7CF5D2},
    [COLOR_RIGHT_TINT] = {0xDDF1EC, 0x123D40, 0x000000},
    [COLOR_ON_RIGHT] = {0xFFFFFF, 0x06231E, 0x000000},
    [COLOR_WRONG] = {0xA8430F, 0xFF9D66, 0xFFB48A},
    [COLOR_WRONG_EDGE] = {0x702B08, 0xB8602E, 0xFFB48A},
    [COLOR_WRONG_TINT] = {0xFBE9DD, 0x40291F, 0x000000},
    [COLOR_ON_WRONG] = {0xFFFFFF, 0x2A1204, 0x000000},
    [COLOR_SEAL] = {0xC0352A, 0xC0352A, 0xFFFFFF},
    [COLOR_ON_SEAL] = {0xFFFFFF, 0xFFFFFF, 0x000000},
    [COLOR_NEAR0] = {0x0D2740, 0x030A12, 0x000000},
    [COLOR_NEAR1] = {0x12324F, 0x06121E, 0x000000},
    [COLOR_FAR] = {0xBACCD8, 0x14304A, 0x000000},
    [COLOR_UNLIT] = {0x24476A, 0x14293D, 0x555555},
    [COLOR_STREET] = {0x091C2F, 0x02070D, 0x000000},
    [COLOR_SCRIM] = {0x0D2137, 0x02070D, 0x000000},
    [COLOR_ON_STREET] = {0xFFFFFF, 0xFFFFFF, 0xFFFFFF},
    [COLOR_ON_STREET2] = {0xB9CBDA, 0xA9BDCC, 0xFFFFFF},
    [COLOR_TRACK] = {0xC6D4DE, 0x2A4660, 0x555555},
    [COLOR_CODE] = {0x000000, 0x000000, 0x000000},
    [COLOR_CODE_PAPER] = {0xFFFFFF, 0xFFFFFF, 0xFFFFFF},
};

static const char *const names[] = {"light", "dark", "contrast"};
_Static_assert(sizeof names / sizeof names[0] == THEMES, "every theme has a name");

const char *theme_name(enum theme theme) {
    assert(theme < THEMES);
    return names[theme];
}

bool theme_find(const char *name, enum theme *theme) {
    for (uint32_t i = 0; i < THEMES; i++) {
        if (strcmp(names[i], name) != 0) continue;
        *theme = (enum theme)i;
        return true;
    }
    return false;
}

uint32_t color_value(enum theme theme, enum color color) {
    assert(theme < THEMES && color > COLOR_NONE && color < COLORS);
    return values[color][theme];
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
