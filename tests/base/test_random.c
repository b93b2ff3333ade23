#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "base/hash.h"
#include "base/random.h"

/* These values are promises: a round that was written down must come back the same on any machine. */

static void hashes_keep_their_values(void **state) {
    (void)state;
    assert_int_equal(hash_of(STR("")), 0x2d8dbb3b3364999cu);
    assert_int_equal(hash_of(STR("abc")), 0x6239336c1788f85fu);
    assert_int_equal(hash_of(STR("国家网络安全宣传周")), 0x8482937a80d5c6d9u);
    struct hash hash = hash_begin();
    hash_number(&hash, 42);
    hash_str(&hash, STR("ab"));
    assert_int_equal(hash_end(&hash), 0xe4f22f83c4c883d2u);
}

static void long_hash_sees_every_byte_and_the_length(void **state) {
    (void)state;
    char text[100] = {0};
    uint64_t seen[101];
    for (size_t i = 0; i <= 100; i++) { /* one byte set, and at last none */
        if (i < 100) text[i] = 1;
        struct hash hash = hash_begin(), shorter = hash_begin();
        hash_long(&hash, (struct str){text, 100});
        hash_long(&shorter, (struct str){text, 99});
        seen[i] = hash_end(&hash);
        assert_true(seen[i] != hash_end(&shorter));
        for (size_t k = 0; k < i; k++) assert_true(seen[i] != seen[k]);
        if (i < 100) text[i] = 0;
    }
    assert_int_equal(seen[100], 0x4ddd716bf878b981u);
}

static void hash_does_not_see_where_chunks_end(void **state) {
    (void)state;
    char text[64];
    for (int i = 0; i < 64; i++) text[i] = (char)(i * 37 + 1);
    for (size_t a = 0; a <= 40; a++) {
        for (size_t b = a; b <= 40; b++) {
            struct hash hash = hash_begin();
            hash_bytes(&hash, text, a);
            hash_bytes(&hash, text + a, b - a);
            hash_bytes(&hash, text + b, 40 - b);
            assert_int_equal(hash_end(&hash), hash_of((struct str){text, 40}));
        }
    }
}

static void strings_hash_with_their_lengths(void **state) {
    (void)state;
    struct hash one = hash_begin(), other = hash_begin();
    hash_str(&one, STR("ab"));
    hash_str(&one, STR("c"));
    hash_str(&other, STR("a"));
    hash_str(&other, STR("bc"));
    assert_int_not_equal(hash_end(&one), hash_end(&other));
    assert_int_not_equal(hash_of((struct str){"a\0", 2}), hash_of(STR("a")));
}

static void one_bit_changes_half_the_hash(void **state) {
    (void)state;
    char text[24] = "questions and answers";
    uint64_t before = hash_of((struct str){text, sizeof text});
    int changed = 0;
    for (size_t bit = 0; bit < sizeof text * 8; bit++) {
        text[bit / 8] = (char)(text[bit / 8] ^ (1 << (bit % 8)));
        int bits = __builtin_popcountll(before ^ hash_of((struct str){text, sizeof text}));
        assert_in_range(bits, 12, 52);
        changed += bits;
        text[bit / 8] = (char)(text[bit / 8] ^ (1 << (bit % 8)));
    }
    assert_in_range(changed, 192 * 30, 192 * 34);
}

static void draws_keep_their_values(void **state) {
    (void)state;
    static const uint32_t below[] = {4, 2, 4, 5, 3, 2, 2, 0, 2, 0, 2, 1};
    static const uint32_t picks[] = {7, 0, 3, 6, 5, 9, 1, 4, 8, 2};
    static const uint8_t shuffled[] = {7, 6, 0, 5, 3, 4, 1, 2};
    assert_int_equal(random_at(0, 0, 0), 0xe240595809858b43u);
    assert_int_equal(random_at(1, 2, 3), 0x9fe0739565867930u);
    assert_int_equal(random_at(UINT64_MAX, UINT32_MAX, UINT64_MAX), 0x6cac7a0cf2625b7cu);
    assert_int_equal(random_derive(1, 2, 3), 0x3fb5d30d73c7015bu);
    for (uint32_t i = 0; i < 12; i++) assert_int_equal(random_below(7, 1, i, 6), below[i]);
    for (uint32_t i = 0; i < 10; i++) assert_int_equal(random_pick(7, 1, 10, i), picks[i]);
    assert_int_equal(random_pick(7, 1, 100000, 0), 95368);
    assert_int_equal(random_pick(7, 1, 100000, 99999), 19685);
    assert_int_equal(random_pick(7, 1, (uint32_t)1 << 31, 123456789), 282724835);
    uint8_t order[8] = {0, 1, 2, 3, 4, 5, 6, 7};
    random_shuffle(9, 4, order, 8);
    assert_memory_equal(order, shuffled, 8);
}

/* Chi-square times the expected count, in whole numbers: the sum of (seen - expected)^2. */
static uint64_t squares(const uint32_t *seen, uint32_t cells, uint32_t expected) {
    uint64_t sum = 0;
    for (uint32_t i = 0; i < cells; i++) {
        int64_t off = (int64_t)seen[i] - expected;
        sum += (uint64_t)(off * off);
    }
    return sum;
}

/* For k cells chi-square has mean k-1 and variance 2(k-1); five deviations away is no accident. k is at
 * most 24. */
#define FAR_AWAY(cells) (((cells)-1) + 5 * 7)

static void draws_below_n_are_even(void **state) {
    (void)state;
    for (uint32_t n = 2; n <= 24; n++) {
        uint32_t seen[24] = {0};
        for (uint32_t i = 0; i < n * 2000; i++) seen[random_below(n * 77u, 5, i, n)]++;
        assert_true(squares(seen, n, 2000) < (uint64_t)2000 * FAR_AWAY(n));
    }
}

static void large_bounds_have_no_bias(void **state) {
    (void)state;
    /* With n = 3 * 2^30 and no draw refused, every third result would come up twice as often. */
    uint32_t seen[3] = {0};
    for (uint32_t i = 0; i < 30000; i++) seen[random_below(1, 1, i, 3u << 30) % 3]++;
    assert_true(squares(seen, 3, 10000) < (uint64_t)10000 * FAR_AWAY(3));
}

static void streams_and_seeds_are_apart(void **state) {
    (void)state;
    uint32_t same = 0;
    for (uint32_t i = 0; i < 1000; i++) {
        same += random_at(1, 1, i) == random_at(1, 2, i);
        same += random_at(1, 1, i) == random_at(2, 1, i);
        same += random_at(1, 1, i) == random_derive(1, 1, i);
        same += random_at(1, 1, i) == random_at(1, 1, i + 1);
    }
    assert_int_equal(same, 0);
}

static void all_shuffles_come_up_evenly(void **state) {
    (void)state;
    uint32_t seen[24] = {0};
    for (uint32_t seed = 0; seed < 24 * 1000; seed++) {
        uint8_t order[4] = {0, 1, 2, 3};
        random_shuffle(seed, 3, order, 4);
        uint32_t code = order[0] * 6u + (order[1] - (order[1] > order[0])) * 2u + (order[2] > order[3]);
        seen[code]++;
    }
    assert_true(squares(seen, 24, 1000) < (uint64_t)1000 * FAR_AWAY(24));
}

static void picking_is_one_to_one(void **state) {
    (void)state;
    static const uint32_t sizes[] = {1, 2, 3, 4, 5, 15, 16, 17, 63, 64, 65, 1000, 5000};
    for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
        uint8_t taken[5000] = {0};
        for (uint32_t place = 0; place < sizes[i]; place++) {
            uint32_t item = random_pick(i, 9, sizes[i], place);
            assert_true(item < sizes[i]);
            assert_false(taken[item]++);
            assert_int_equal(random_place(i, 9, sizes[i], item), place);
        }
    }
}

static void large_picks_have_their_inverse(void **state) {
    (void)state;
    for (uint32_t i = 0; i < 3000; i++) {
        uint32_t n = ((uint32_t)1 << 31) - i * 350000u;
        uint32_t place = random_below(3, 3, i, n);
        assert_int_equal(random_place(i, 1, n, random_pick(i, 1, n, place)), place);
    }
}

static void first_pick_is_even_over_seeds(void **state) {
    (void)state;
    for (uint32_t n = 2; n <= 20; n++) {
        uint32_t seen[20] = {0};
        for (uint32_t seed = 0; seed < n * 1000; seed++) seen[random_pick(seed, 2, n, n / 2)]++;
        assert_true(squares(seen, n, 1000) < (uint64_t)1000 * FAR_AWAY(n));
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(hashes_keep_their_values),
                                       cmocka_unit_test(long_hash_sees_every_byte_and_the_length),
                                       cmocka_unit_test(hash_does_not_see_where_chunks_end),
                                       cmocka_unit_test(strings_hash_with_their_lengths),
                                       cmocka_unit_test(one_bit_changes_half_the_hash),
                                       cmocka_unit_test(draws_keep_their_values),
                                       cmocka_unit_test(draws_below_n_are_even),
                                       cmocka_unit_test(large_bounds_have_no_bias),
                                       cmocka_unit_test(streams_and_seeds_are_apart),
                                       cmocka_unit_test(all_shuffles_come_up_evenly),
                                       cmocka_unit_test(picking_is_one_to_one),
                                       cmocka_unit_test(large_picks_have_their_inverse),
                                       cmocka_unit_test(first_pick_is_even_over_seeds)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
