#include "store/key.h"

#include <errno.h>
#include <sys/random.h>

bool chance_bytes(void *at, size_t count) {
    uint8_t *bytes = at;
    while (count > 0) {
        ssize_t got = getrandom(bytes, count, 0);
        if (got < 0 && errno != EINTR) return false;
        if (got <= 0) continue;
        bytes += got;
        count -= (size_t)got;
    }
    return true;
}

bool key_make(int64_t millis, struct row_key *key) {
    if (!chance_bytes(key->bytes, KEY_BYTES)) return false;
    for (int i = 0; i < 6; i++) key->bytes[i] = (uint8_t)(millis >> 8 * (5 - i));
    key->bytes[6] = (uint8_t)(0x70 | (key->bytes[6] & 0x0F));
    key->bytes[8] = (uint8_t)(0x80 | (key->bytes[8] & 0x3F));
    return true;
}

void key_print(const struct row_key *key, char text[KEY_TEXT]) {
    static const char digits[] = "0123456789abcdef";
    for (int i = 0; i < KEY_BYTES; i++) {
        text[2 * i] = digits[key->bytes[i] >> 4];
        text[2 * i + 1] = digits[key->bytes[i] & 15];
    }
    text[KEY_TEXT - 1] = '\0';
}
