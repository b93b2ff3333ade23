#include <string.h>

#include "base/diag.h"

static void print_optional(struct buf *out, const char *label, const char *text) {
    if (text) buf_printf(out, "  %s　%s\n", label, text);
}

static void print_blanks(struct buf *out, uint32_t count) {
    for (uint32_t i = 0; i < count; i++) buf_char(out, ' ');
}

static int width_of_number(uint32_t number) {
    int width = 1;
    while (number >= 10) number /= 10, width++;
    return width;
}

static void print_quote(const struct diag *diag, struct buf *out) {
    int width = width_of_number(diag->line);
    if (width < 5) width = 5;
    buf_printf(out, "%*u │ %s\n", width, (unsigned)diag->line, diag->quote);
    print_blanks(out, (uint32_t)width);
    buf_text(out, " │ ");
    print_blanks(out, diag->quote_caret);
    for (uint32_t i = 0; i < diag->quote_width; i++) buf_char(out, '^');
    if (diag->remark) buf_printf(out, " %s", diag->remark);
    buf_char(out, '\n');
}

static const char *level_title(const struct diag *diag) {
    return diag->kind->level == DIAG_ERROR ? "错误" : "警告";
}

static void print_place(const struct diag *diag, struct buf *out) {
    buf_printf(out, "  文件　%s", diag->file);
    if (diag->line) buf_printf(out, "，第 %u 行第 %u 列", (unsigned)diag->line, (unsigned)diag->column);
    buf_char(out, '\n');
}

static void print_message(const struct diag *diag, struct buf *out) {
    buf_printf(out, "%s %s　%s\n", level_title(diag), diag->kind->code, diag->kind->title);
    print_place(diag, out);
    print_optional(out, diag->label, diag->subject);
    if (diag->line) {
        print_quote(diag, out);
    } else {
        print_optional(out, "说明", diag->remark);
    }
    print_optional(out, "改法", diag->fix);
    print_optional(out, "影响", diag->effect);
    buf_char(out, '\n');
}

static uint32_t left_out_of(const struct diags *diags, const char *file) {
    for (uint32_t i = 0; i < diags->tally_count; i++) {
        if (strcmp(diags->tallies[i].file, file) == 0) return diags->tallies[i].left_out;
    }
    return 0;
}

static bool is_last_of_file(const struct diags *diags, uint32_t i) {
    return i + 1 == diags->count || strcmp(diags->list[i].file, diags->list[i + 1].file) != 0;
}

static void print_left_out(const struct diags *diags, const char *file, struct buf *out) {
    uint32_t count = left_out_of(diags, file);
    if (count) buf_printf(out, "%s：另有 %u 条没有列出。\n\n", file, (unsigned)count);
}

static void print_total(const struct diags *diags, struct buf *out) {
    if (diags->errors && diags->warnings) {
        buf_printf(out, "共 %u 个错误、%u 个警告。\n", (unsigned)diags->errors, (unsigned)diags->warnings);
    } else if (diags->errors) {
        buf_printf(out, "共 %u 个错误。\n", (unsigned)diags->errors);
    } else if (diags->warnings) {
        buf_printf(out, "共 %u 个警告。\n", (unsigned)diags->warnings);
    } else {
        buf_text(out, "没有发现问题。\n");
    }
}

void diags_print_text(const struct diags *diags, struct buf *out) {
    for (uint32_t i = 0; i < diags->count; i++) {
        print_message(&diags->list[i], out);
        if (is_last_of_file(diags, i)) print_left_out(diags, diags->list[i].file, out);
    }
    print_total(diags, out);
}

static void print_gcc_line(const struct diag *diag, struct buf *out) {
    buf_text(out, diag->file);
    if (diag->line) buf_printf(out, ":%u:%u", (unsigned)diag->line, (unsigned)diag->column);
    buf_printf(out, ": %s: %s", diag->kind->level == DIAG_ERROR ? "error" : "warning", diag->kind->title);
    if (diag->remark) buf_printf(out, "：%s", diag->remark);
    buf_printf(out, " [%s]\n", diag->kind->code);
}

void diags_print_gcc(const struct diags *diags, struct buf *out) {
    for (uint32_t i = 0; i < diags->count; i++) {
        print_gcc_line(&diags->list[i], out);
        if (!is_last_of_file(diags, i)) continue;
        uint32_t count = left_out_of(diags, diags->list[i].file);
        if (count) buf_printf(out, "%s: note: 另有 %u 条没有列出\n", diags->list[i].file, (unsigned)count);
    }
}

static void print_pair(struct buf *out, const char *key, const char *text) {
    buf_printf(out, ", \"%s\": ", key);
    if (text) {
        buf_json(out, str_of(text));
    } else {
        buf_text(out, "null");
    }
}

static void print_json_object(const struct diag *diag, struct buf *out) {
    buf_printf(out, "{\"code\": \"%s\", \"level\": \"%s\"", diag->kind->code,
               diag->kind->level == DIAG_ERROR ? "error" : "warning");
    print_pair(out, "file", diag->file);
    buf_printf(out, ", \"line\": %u, \"column\": %u", (unsigned)diag->line, (unsigned)diag->column);
    print_pair(out, "title", diag->kind->title);
    print_pair(out, "subject", diag->subject);
    print_pair(out, "remark", diag->remark);
    print_pair(out, "fix", diag->fix);
    print_pair(out, "effect", diag->effect);
    buf_char(out, '}');
}

void diags_print_json(const struct diags *diags, struct buf *out) {
    buf_text(out, "{\"messages\": [");
    for (uint32_t i = 0; i < diags->count; i++) {
        buf_text(out, i ? ",\n  " : "\n  ");
        print_json_object(&diags->list[i], out);
    }
    buf_text(out, diags->count ? "\n]" : "]");
    buf_printf(out, ", \"errors\": %u, \"warnings\": %u, \"left_out\": %u}\n", (unsigned)diags->errors,
               (unsigned)diags->warnings, (unsigned)(diags->errors + diags->warnings - diags->count));
}
