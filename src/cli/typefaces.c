#include "cli/typefaces.h"

#include <string.h>

static const char *file_name(const struct face_file *file) {
    const char *slash = strrchr(file->path, '/');
    return slash ? slash + 1 : file->path;
}

static void say(struct buf *out, enum face face, const struct face_file *wanted,
                const struct face_file *used) {
    static const char *const uses[FACES] = {
        [FACE_SANS] = "正文", [FACE_SANS_BOLD] = "按钮和选项", [FACE_SERIF_BOLD] = "题目和大标题"};
    buf_printf(out, "这台机器没有%s用的字体 %s（%s），", uses[face], wanted->family, file_name(wanted));
    if (used)
        buf_printf(out, "改用 %s（%s）。", used->family, file_name(used));
    else
        buf_text(out, "也没有能代替的，这些字画不出来。");
    buf_text(out, "装上 Debian 的软件包 fonts-noto-cjk 就好。\n");
}

void typefaces_report(struct faces *faces, const struct face_choice choices[FACES], struct buf *out) {
    for (uint32_t i = 0; i < FACES; i++) {
        const struct face_file *wanted = &choices[i].files[0], *used = faces_in_use(faces, (enum face)i);
        if (!used || strcmp(used->path, wanted->path) != 0) say(out, (enum face)i, wanted, used);
    }
}
