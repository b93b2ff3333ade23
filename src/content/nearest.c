#include "content/nearest.h"

#include "content/keys.h"

static char lower(char c) {
    return c >= 'A' && c <= 'Z' ? (char)(c | 0x20) : c;
}

static void lower_all(struct str text, char out[NEAREST_LETTERS]) {
    for (size_t i = 0; i < text.len; i++) out[i] = lower(text.at[i]);
}

static uint32_t least(uint32_t a, uint32_t b) {
    return a < b ? a : b;
}

uint32_t nearest_distance(struct str a, struct str b) {
    if (a.len > NEAREST_LETTERS || b.len > NEAREST_LETTERS) return NEAREST_LETTERS;
    uint32_t rows[3][NEAREST_LETTERS + 1];
    char left[NEAREST_LETTERS], right[NEAREST_LETTERS];
    lower_all(a, left);
    lower_all(b, right);
    for (uint32_t j = 0; j <= b.len; j++) rows[0][j] = j;
    for (uint32_t i = 1; i <= a.len; i++) {
        uint32_t *row = rows[i % 3], *above = rows[(i + 2) % 3], *before = rows[(i + 1) % 3];
        row[0] = i;
        for (uint32_t j = 1; j <= b.len; j++) {
            row[j] = above[j - 1] + (left[i - 1] != right[j - 1]);
            row[j] = least(row[j], least(above[j], row[j - 1]) + 1);
            bool swapped = i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1];
            if (swapped) row[j] = least(row[j], before[j - 2] + 1);
        }
    }
    return rows[a.len % 3][b.len];
}

bool nearest_is_near(uint32_t distance, size_t length) {
    return distance <= (length <= 4 ? 1 : length <= 7 ? 2 : 3);
}

bool nearest_may_be(struct str word, struct str other) {
    size_t apart = word.len < other.len ? other.len - word.len : word.len - other.len;
    return nearest_is_near(apart < NEAREST_LETTERS ? (uint32_t)apart : NEAREST_LETTERS, word.len);
}

const struct key_row *key_nearest(enum record_kind record, struct str key) {
    const struct key_row *nearest = NULL;
    uint32_t shortest = NEAREST_LETTERS;
    uint32_t first = key_first(record), count = key_count(record);
    for (uint32_t row = first; row < first + count; row++) {
        if (!nearest_may_be(key, str_of(key_rows[row].key))) continue;
        uint32_t distance = nearest_distance(key, str_of(key_rows[row].key));
        if (distance >= shortest) continue;
        shortest = distance;
        nearest = &key_rows[row];
    }
    return nearest && nearest_is_near(shortest, key.len) ? nearest : NULL;
}
