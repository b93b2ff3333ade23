#include "cli/findings.h"

#include <stdio.h>
#include <time.h>

#include "cli/watch.h"
#include "store/disk.h"

static void put_time(struct buf *out, int64_t now_millis) {
    time_t now = (time_t)(now_millis / 1000);
    struct tm local = {0};
    char text[32];
    localtime_r(&now, &local);
    strftime(text, sizeof text, "%Y-%m-%d %H:%M:%S", &local);
    buf_text(out, text);
}

/* With a byte order mark and CRLF: it is read in Notepad. */
static void put_lines(struct buf *out, const char *text) {
    for (; *text; text++) {
        if (*text == '\n') buf_char(out, '\r');
        buf_char(out, *text);
    }
}

static void put_verdict(struct buf *out, const struct diags *diags) {
    if (diags->errors)
        buf_printf(out, "有 %u 处错误，新内容没有使用，展台还在用上一版。改好保存后，展台会自己再读。\n\n",
                   diags->errors);
    else if (diags->warnings)
        buf_printf(out, "没有错误，新内容已经在用。另有 %u 处提醒。\n\n", diags->warnings);
    else
        buf_text(out, "没有错误，新内容已经在用。\n");
}

void findings_print(const struct diags *diags, int64_t now_millis, struct buf *out) {
    struct buf text;
    buf_init(&text);
    buf_text(&text, "检查报告　");
    put_time(&text, now_millis);
    buf_text(&text, "\n");
    put_verdict(&text, diags);
    diags_print_text(diags, &text);
    buf_text(out, "\xEF\xBB\xBF");
    put_lines(out, text.at);
    buf_finish(&text);
}

static bool write_to(const char *folder, struct str text) {
    char path[4096], part[4104];
    if (!*folder || snprintf(path, sizeof path, "%s/" WATCH_REPORT, folder) >= (int)sizeof path) return false;
    snprintf(part, sizeof part, "%s/." WATCH_REPORT, folder);
    return disk_replace(path, part, text, false);
}

void findings_write(const char *content, const char *data, struct str text) {
    if (!write_to(content, text)) write_to(data, text);
}
