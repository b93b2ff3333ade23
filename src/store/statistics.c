#include "store/statistics.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "store/median.h"

/* The sums of a correlation. */
struct sums {
    double n, x, y, yy, xy; /* x is 0 or 1, so that xx is x */
};

double option_share(const struct item_statistics *item, const struct result_option *option) {
    return item->n ? (double)option->picked / item->n : NAN;
}

static void add_pair(struct sums *sums, double x, double y) {
    sums->n++;
    sums->x += x;
    sums->y += y;
    sums->yy += y * y;
    sums->xy += x * y;
}

static double correlation(const struct sums *s) {
    double across = s->n * s->xy - s->x * s->y;
    double spread = (s->n * s->x - s->x * s->x) * (s->n * s->yy - s->y * s->y);
    return spread > 0 ? across / sqrt(spread) : NAN;
}

/* How well the same visitor did elsewhere: only of rounds that have an elsewhere and were played to their
   end. */
static void pair_with_rest(const struct results *results, const struct result *result, struct sums *sums) {
    const struct result_round *round = &results->rounds[result->round];
    if (!round->ended || round->answered < 2) return;
    add_pair(sums, result->correct, (double)(round->correct - result->correct) / (round->answered - 1));
}

static uint32_t flags_of(const struct results *results, const struct item_statistics *item) {
    uint32_t flags = 0, option = item->about->option;
    if (item->n < STATISTICS_ENOUGH) return 0;
    if (item->facility < 0.25) flags |= FLAG_HARD;
    if (item->facility > 0.95) flags |= FLAG_EASY;
    if (item->left_share > 0.15) flags |= FLAG_LEFT;
    for (; option != RESULT_NOTHING; option = results->options[option].next) {
        const struct result_option *one = &results->options[option];
        if (one->right) continue;
        if (option_share(item, one) > 0.40) flags |= FLAG_LURE;
        if (option_share(item, one) < 0.05) flags |= FLAG_IDLE_LURE;
    }
    return flags;
}

static void finish_item(const struct results *results, struct item_statistics *item,
                        const struct sums *sums) {
    item->left = item->about->left;
    item->facility = item->n ? (double)item->right / item->n : NAN;
    item->discrimination = sums->n >= STATISTICS_ENOUGH ? correlation(sums) : NAN;
    item->left_share = item->n + item->left ? (double)item->left / (item->n + item->left) : NAN;
    item->flags = flags_of(results, item);
}

static void count_items(const struct results *results, struct item_statistics *items, struct sums *sums) {
    for (uint64_t i = 0; i < results->count; i++) {
        const struct result *result = &results->list[i];
        items[result->item].n++;
        items[result->item].right += result->correct;
        pair_with_rest(results, result, &sums[result->item]);
    }
}

static uint32_t item_of(const void *context, const struct result *result) {
    (void)context;
    return result->item;
}

static void find_medians(const struct results *results, struct item_statistics *items) {
    uint32_t *medians = medians_of(results, item_of, NULL, results->item_count);
    for (uint32_t i = 0; i < results->item_count; i++) items[i].median_millis = medians[i];
    memory_give_back(medians);
}

/* Reliability */

/* Rounds of one mode and length. */
struct form_sums {
    double rounds, total, total_squared;
    double right[UINT8_MAX]; /* at each place */
};

static bool is_of_form(const struct result_round *round, uint32_t mode, uint32_t questions) {
    return round->ended && round->mode == mode && round->planned == questions && round->answered == questions;
}

static double kr20_of(const struct form_sums *sums, uint32_t k) {
    double products = 0, n = sums->rounds, mean = sums->total / n;
    for (uint32_t i = 0; i < k; i++) products += sums->right[i] / n * (1 - sums->right[i] / n);
    double variance = sums->total_squared / n - mean * mean;
    return k > 1 && variance > 0 ? k / (k - 1.0) * (1 - products / variance) : NAN;
}

static struct reliability reliability_of(const struct results *results, uint32_t mode, uint32_t questions) {
    struct form_sums sums = {0};
    for (uint32_t i = 0; i < results->round_count; i++) {
        const struct result_round *round = &results->rounds[i];
        if (!is_of_form(round, mode, questions)) continue;
        sums.rounds++;
        sums.total += round->correct;
        sums.total_squared += (double)round->correct * round->correct;
    }
    for (uint64_t i = 0; i < results->count && sums.rounds >= STATISTICS_ENOUGH; i++) {
        const struct result *result = &results->list[i];
        if (is_of_form(&results->rounds[result->round], mode, questions) && result->place < questions)
            sums.right[result->place] += result->correct;
    }
    bool enough = sums.rounds >= STATISTICS_ENOUGH;
    return (struct reliability){results->names[mode], questions, (uint32_t)sums.rounds,
                                enough ? kr20_of(&sums, questions) : NAN};
}

static bool is_known(const struct results *results, const struct statistics *statistics, uint32_t mode,
                     uint32_t questions) {
    for (uint32_t i = 0; i < statistics->reliability_count; i++) {
        const struct reliability *known = &statistics->reliabilities[i];
        if (known->mode == results->names[mode] && known->questions == questions) return true;
    }
    return false;
}

/* Modes and lengths are few. */
static void find_reliabilities(const struct results *results, struct arena *arena, struct statistics *out) {
    enum { FORMS_MOST = 64 };
    out->reliabilities = ARENA_LIST(arena, struct reliability, FORMS_MOST);
    for (uint32_t i = 0; i < results->round_count && out->reliability_count < FORMS_MOST; i++) {
        const struct result_round *round = &results->rounds[i];
        if (!is_of_form(round, round->mode, round->planned) || round->planned > UINT8_MAX) continue;
        if (is_known(results, out, round->mode, round->planned)) continue;
        out->reliabilities[out->reliability_count++] = reliability_of(results, round->mode, round->planned);
    }
}

/* By pack, then id, then revision: the same data give the same table, whatever machine it came from first. */
static int compare_items(const void *a, const void *b) {
    const struct result_item *x = ((const struct item_statistics *)a)->about,
                             *y = ((const struct item_statistics *)b)->about;
    int order = strcmp(x->pack, y->pack);
    if (order == 0) order = strcmp(x->item, y->item);
    return order ? order : (x->rev > y->rev) - (x->rev < y->rev);
}

void statistics_make(const struct results *results, struct arena *arena, struct statistics *out) {
    struct sums *sums = ARENA_LIST(arena, struct sums, results->item_count + 1u);
    *out = (struct statistics){.item_count = results->item_count};
    out->items = ARENA_LIST(arena, struct item_statistics, results->item_count + 1u);
    count_items(results, out->items, sums);
    find_medians(results, out->items);
    for (uint32_t i = 0; i < results->item_count; i++) {
        out->items[i].about = &results->items[i];
        finish_item(results, &out->items[i], &sums[i]);
    }
    qsort(out->items, results->item_count, sizeof *out->items, compare_items);
    find_reliabilities(results, arena, out);
}
