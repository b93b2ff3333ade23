#include <inttypes.h>

#include "base/words.h"
#include "quiz/round.h"

void round_code_print(const struct round *round, const struct quiz *quiz, struct buf *out) {
    buf_printf(out, "%08" PRIx32 " %s %" PRIu64 " %" PRIu32 " %u",
               (uint32_t)(quiz->content->fingerprint >> 32), round_rules[round->mode].name, round->seed,
               round->first, round->planned);
}

static bool read_mode(struct str word, enum mode *out) {
    for (uint32_t mode = 0; mode < MODES; mode++) {
        *out = (enum mode)mode;
        if (str_is(word, round_rules[mode].name)) return true;
    }
    return false;
}

bool round_code_read(struct str text, uint32_t *fingerprint, struct round *round) {
    enum mode mode;
    uint64_t print, seed, first, planned;
    struct str word = words_next(&text);
    if (word.len != 8 || !words_hex(word, &print)) return false;
    if (!read_mode(words_next(&text), &mode)) return false;
    if (!words_number(words_next(&text), UINT64_MAX, &seed)) return false;
    if (!words_number(words_next(&text), UINT32_MAX, &first)) return false;
    if (!words_number(words_next(&text), ROUND_QUESTIONS, &planned)) return false;
    if (words_next(&text).len != 0) return false;
    *fingerprint = (uint32_t)print;
    round_begin(round, mode, seed, (uint32_t)first);
    round->planned = (uint8_t)planned;
    return true;
}
