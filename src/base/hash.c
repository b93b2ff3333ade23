#include "base/hash.h"

#include "base/memory.h"

/* Bytes are XORed into the state at their place in the current word, and a full word is stirred. So the state
   needs no side buffer, and where one chunk ends and the next begins leaves no trace. */

static uint64_t stir(uint64_t state) {
    state = (state + 0x9D8A7C3F51E2B6C5u) * 0xD6E8FEB86659FD93u;
    return state ^ (state >> 29);
}

struct hash hash_begin(void) {
    return (struct hash){.state = 0x616E7A68692D6831u};
}

static void add_word(struct hash *hash, uint64_t word) {
    unsigned shift = (unsigned)(hash->length & 7) * 8;
    hash->state = stir(hash->state ^ (word << shift));
    if (shift) hash->state ^= word >> (64 - shift);
    hash->length += 8;
}

static void add_byte(struct hash *hash, unsigned char byte) {
    hash->state ^= (uint64_t)byte << ((hash->length & 7) * 8);
    hash->length++;
    if ((hash->length & 7) == 0) hash->state = stir(hash->state);
}

void hash_bytes(struct hash *hash, const void *at, size_t len) {
    const unsigned char *byte = at;
    for (; len >= 8; len -= 8, byte += 8) add_word(hash, memory_load64(byte));
    for (; len > 0; len--, byte++) add_byte(hash, *byte);
}

void hash_number(struct hash *hash, uint64_t number) {
    add_word(hash, number);
}

void hash_str(struct hash *hash, struct str text) {
    hash_number(hash, text.len);
    hash_bytes(hash, text.at, text.len);
}

/* A stir waits for the one before it. Four independent states, a word for each in turn, don't wait for each
   other. */
void hash_long(struct hash *hash, struct str text) {
    uint64_t a = 1, b = 2, c = 3, d = 4;
    const char *at = text.at, *end = text.at + text.len;
    for (; end - at >= 32; at += 32) {
        a = stir(a ^ memory_load64(at));
        b = stir(b ^ memory_load64(at + 8));
        c = stir(c ^ memory_load64(at + 16));
        d = stir(d ^ memory_load64(at + 24));
    }
    const uint64_t words[] = {text.len, a, b, c, d};
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) hash_number(hash, words[i]);
    hash_bytes(hash, at, (size_t)(end - at));
}

uint64_t hash_end(const struct hash *hash) {
    uint64_t x = hash->state ^ (hash->length * 0xA24BAED4963EE407u);
    x = (x ^ (x >> 32)) * 0xE9846AF9B1A615D5u;
    x = (x ^ (x >> 29)) * 0x9FB21C651E98DF25u;
    return x ^ (x >> 32);
}

uint64_t hash_of(struct str text) {
    struct hash hash = hash_begin();
    hash_bytes(&hash, text.at, text.len);
    return hash_end(&hash);
}
