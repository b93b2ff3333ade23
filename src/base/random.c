#include "base/random.h"

#include <assert.h>

/* Odd constants with about half their bits set; what they are does not matter, that they never change does.
 */
#define STEP 0x9E3779B97F4A7C15u
#define STREAM_STEP 0xC2B2AE3D27D4EB4Fu
#define DERIVE_TAG 0x5851F42D4C957F2Du

/* Every input bit reaches every output bit; one to one, so different inputs stay different. */
static uint64_t mix(uint64_t x) {
    x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9u;
    x = (x ^ (x >> 27)) * 0x94D049BB133111EBu;
    return x ^ (x >> 31);
}

static uint64_t stream_key(uint64_t seed, uint32_t stream) {
    return mix(mix(seed + STEP) ^ (((uint64_t)stream + 1) * STREAM_STEP));
}

uint64_t random_at(uint64_t seed, uint32_t stream, uint64_t index) {
    return mix(stream_key(seed, stream) + (index + 1) * STEP);
}

uint64_t random_derive(uint64_t seed, uint32_t stream, uint64_t index) {
    return random_at(seed ^ DERIVE_TAG, stream, index);
}

/* The upper half of a draw, scaled to n by a multiplication. Where 2^32 is no multiple of n some results
   would come up once more often than others; those few draws are refused and hashed again. */
uint32_t random_below(uint64_t seed, uint32_t stream, uint64_t index, uint32_t n) {
    assert(n > 0);
    uint64_t draw = random_at(seed, stream, index);
    uint32_t refused = (uint32_t)(0u - n) % n;
    uint64_t scaled = (draw >> 32) * n;
    for (uint64_t again = 1; (uint32_t)scaled < refused; again++) {
        scaled = (mix(draw + again * STREAM_STEP) >> 32) * n;
    }
    return (uint32_t)(scaled >> 32);
}

void random_shuffle(uint64_t seed, uint32_t stream, uint8_t *order, uint32_t n) {
    for (uint32_t i = n; i > 1; i--) {
        uint32_t other = random_below(seed, stream, i - 1, i);
        uint8_t kept = order[i - 1];
        order[i - 1] = order[other];
        order[other] = kept;
    }
}

/* A Feistel network permutes 0 … 4^k-1, the smallest such range that holds n; who lands outside 0 … n-1 is
   permuted again until inside, which keeps it one to one. Fewer than four steps are needed on average. */

#define ROUNDS 8u

struct network {
    uint64_t key;
    uint32_t n, half_bits, half_mask;
};

static struct network make_network(uint64_t seed, uint32_t stream, uint32_t n) {
    uint32_t half_bits = 1;
    while (((uint64_t)1 << (2 * half_bits)) < n) half_bits++;
    return (struct network){stream_key(seed, stream), n, half_bits, ((uint32_t)1 << half_bits) - 1};
}

static uint32_t round_bits(const struct network *net, uint32_t round, uint32_t half) {
    return (uint32_t)(mix(net->key + (((uint64_t)round << 32) + half + 1) * STEP) >> 40) & net->half_mask;
}

static uint32_t forward(const struct network *net, uint32_t value) {
    uint32_t left = value >> net->half_bits, right = value & net->half_mask;
    for (uint32_t round = 0; round < ROUNDS; round++) {
        uint32_t mixed = left ^ round_bits(net, round, right);
        left = right;
        right = mixed;
    }
    return (left << net->half_bits) | right;
}

static uint32_t backward(const struct network *net, uint32_t value) {
    uint32_t left = value >> net->half_bits, right = value & net->half_mask;
    for (uint32_t round = ROUNDS; round-- > 0;) {
        uint32_t mixed = right ^ round_bits(net, round, left);
        right = left;
        left = mixed;
    }
    return (left << net->half_bits) | right;
}

uint32_t random_pick(uint64_t seed, uint32_t stream, uint32_t n, uint32_t place) {
    assert(place < n && n <= (uint32_t)1 << 31);
    struct network net = make_network(seed, stream, n);
    uint32_t item = forward(&net, place);
    while (item >= n) item = forward(&net, item);
    return item;
}

uint32_t random_place(uint64_t seed, uint32_t stream, uint32_t n, uint32_t item) {
    assert(item < n && n <= (uint32_t)1 << 31);
    struct network net = make_network(seed, stream, n);
    uint32_t place = backward(&net, item);
    while (place >= n) place = backward(&net, place);
    return place;
}
