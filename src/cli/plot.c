#include "cli/plot.h"

#include <stdio.h>
#include <string.h>

#include "cli/html.h"

enum { WIDTH = 720, HEIGHT = 210, FOOT = 26, HEAD = 22, DIGIT = 8 };

static double highest(const struct plot_bar *bars, uint32_t count) {
    double most = 1;
    for (uint32_t i = 0; i < count; i++)
        if (bars[i].whole > most) most = bars[i].whole;
    return most;
}

static void put_rect(struct buf *out, double x, double y, double w, double h, const char *color) {
    if (h <= 0) return;
    buf_printf(out, "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"%s\"/>", x, y, w, h,
               color);
}

static void put_label(struct buf *out, double x, double y, const char *kind, const char *text) {
    buf_printf(out, "<text x=\"%.1f\" y=\"%.1f\" class=\"%s\">", x, y, kind);
    html_text(out, text);
    buf_text(out, "</text>");
}

/* Every how many columns there is room for a name. */
static uint32_t stride_of(const struct plot_bar *bars, uint32_t count, double step) {
    size_t longest = 0;
    for (uint32_t i = 0; i < count; i++)
        if (strlen(bars[i].name) > longest) longest = strlen(bars[i].name);
    return 1 + (uint32_t)((double)(longest * DIGIT) / step);
}

static void put_column(struct buf *out, const struct plot_bar *bar, double x, double step, double scale) {
    double width = step * 0.62 < 56 ? step * 0.62 : 56, left = x + (step - width) / 2, ground = HEIGHT - FOOT;
    char number[32];
    put_rect(out, left, ground - bar->whole * scale, width, bar->whole * scale, "#C6D4DE");
    put_rect(out, left, ground - bar->lit * scale, width, bar->lit * scale, "#143C61");
    int digits = snprintf(number, sizeof number, "%.0f", bar->whole);
    if (digits * DIGIT < step)
        put_label(out, x + step / 2, ground - bar->whole * scale - 6, "number", number);
}

void plot_columns(struct buf *out, const struct plot_bar *bars, uint32_t count) {
    double step = (double)WIDTH / (count ? count : 1), scale = (HEIGHT - FOOT - HEAD) / highest(bars, count);
    uint32_t stride = stride_of(bars, count, step);
    buf_printf(out, "<svg viewBox=\"0 0 %d %d\" class=\"columns\">", WIDTH, HEIGHT);
    for (uint32_t i = 0; i < count; i++) put_column(out, &bars[i], i * step, step, scale);
    for (uint32_t i = stride / 2; i < count; i += stride)
        put_label(out, (i + 0.5) * step, HEIGHT - 8, "name", bars[i].name);
    put_rect(out, 0, HEIGHT - FOOT, WIDTH, 1.5, "#0D2137");
    buf_text(out, "</svg>\n");
}

void plot_share(struct buf *out, double share, const char *color) {
    buf_text(out, "<svg viewBox=\"0 0 100 8\" class=\"share\" preserveAspectRatio=\"none\">");
    put_rect(out, 0, 0, 100, 8, "#E4ECF1");
    put_rect(out, 0, 0, 100 * share, 8, color);
    buf_text(out, "</svg>");
}
