#include "cli/html.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "store/disk.h"

void html_text(struct buf *out, const char *text) {
    for (; *text; text++) {
        const char *spelled = *text == '&'   ? "&amp;"
                              : *text == '<' ? "&lt;"
                              : *text == '>' ? "&gt;"
                              : *text == '"' ? "&quot;"
                                             : NULL;
        if (spelled)
            buf_text(out, spelled);
        else
            buf_char(out, *text);
    }
}

void html_begin(struct buf *out, const char *title, const char *style) {
    buf_text(out, "<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n"
                  "<meta name=\"viewport\" content=\"width=device-width\">\n<title>");
    html_text(out, title);
    buf_text(out, "</title>\n<style>\n");
    buf_text(out, style);
    buf_text(out, "</style>\n</head>\n<body>\n<main>\n");
}

void html_end(struct buf *out) {
    buf_text(out, "</main>\n</body>\n</html>\n");
}

bool html_write(const char *path, struct str page) {
    char part[4096];
    errno = ENAMETOOLONG;
    bool sound = snprintf(part, sizeof part, "%s.part", path) < (int)sizeof part &&
                 disk_replace(path, part, page, false);
    if (sound) return true;
    fprintf(stderr, "anzhi: %s 写不了：%s。\n", path, strerror(errno));
    return false;
}
