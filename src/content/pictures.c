#include "content/pictures.h"

#include <string.h>

#include "content/drawings.h"
#include "content/nearest.h"

static const char *const stays_empty = "图片的位置空着，别的照常使用。";

/* ---- paths ---- */

/* The path's place in the sorted list; the number of paths when it is not there. */
static uint32_t find_path(const struct content_source *source, const char *path) {
    uint32_t low = 0, high = source->path_count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        int order = strcmp(source->paths[middle], path);
        if (order == 0) return middle;
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return source->path_count;
}

/* "packs/wangan/" of packs/wangan/questions/01.json; "packs/" of a file right below packs/; "" when the root
   is the pack. */
static struct str folder_of(struct str path) {
    struct str packs = STR("packs/");
    if (!str_starts(path, packs)) return STR("");
    size_t slash = str_find(str_cut(path, packs.len, path.len), STR("/")) + packs.len;
    return str_cut(path, 0, slash < path.len ? slash + 1 : packs.len);
}

/* A name below images/, and never one that leads out of it. */
static bool is_below(struct str name) {
    while (name.len) {
        size_t slash = str_find(name, STR("/"));
        if (slash == 0 || name.at[0] == '.' || memchr(name.at, '\\', slash)) return false;
        name = str_cut(name, slash < name.len ? slash + 1 : slash, name.len);
    }
    return true;
}

/* ---- names ---- */

static void report(struct element *element, enum message message, const char *remark, const char *fix) {
    element_blemish(element, message, "image", remark, fix, stays_empty);
}

static const char *all_drawings(struct element *element) {
    const char *list = "";
    for (uint32_t i = 0; i < drawing_count; i++)
        list = element_words(element, "%s%s%s", list, i ? "、" : "", drawing_name(i));
    return list;
}

static const char *own_drawing(struct element *element, const char *name) {
    if (drawing_is_ours(str_of(name))) return name;
    report(element, MESSAGE_IMAGE_MISSING, element_words(element, "没有叫 %s 的插图", name),
           element_words(element, "图片写全文件名，例如 map.png；自带的插图有：%s。", all_drawings(element)));
    return "";
}

/* The file of the same folder whose name is nearest; NULL when none is near. */
static const char *nearest_file(const struct content_source *source, struct str folder, struct str name) {
    const char *nearest = NULL;
    uint32_t shortest = NEAREST_LETTERS;
    for (uint32_t i = 0; i < source->path_count; i++) {
        struct str path = str_of(source->paths[i]);
        if (!str_starts(path, folder)) continue;
        uint32_t distance = nearest_distance(name, str_cut(path, folder.len, path.len));
        if (distance >= shortest) continue;
        shortest = distance;
        nearest = path.at + folder.len;
    }
    return nearest && nearest_is_near(shortest, name.len) ? nearest : NULL;
}

static void report_missing(struct element *element, struct str folder, const char *path) {
    struct str name = str_of(path + folder.len);
    const char *near = element->diags ? nearest_file(&element->content->source, folder, name) : NULL;
    const char *fix = near ? element_words(element, "是不是想写 \"%s\"？文件名的大小写也要一样。", near)
                           : "把图片放进内容包的 images/ 里，文件名的大小写也要一样。";
    report(element, MESSAGE_IMAGE_MISSING, element_words(element, "没有 %s", path), fix);
}

static const char *own_file(struct element *element, const char *name) {
    if (!is_below(str_of(name))) {
        report(element, MESSAGE_IMAGE_OUTSIDE, "只能用内容包自己的 images/ 里的文件",
               "把图片放进 images/，这里只写文件名，例如 \"map.png\"。");
        return "";
    }
    const struct content_source *source = &element->content->source;
    struct str folder = folder_of(str_of(element->file->path));
    const char *path =
        arena_printf(element->arena, "%.*simages/%s", (int)folder.len, element->file->path, name);
    uint32_t place = find_path(source, path);
    if (place < source->path_count && element->named) element->named[place] = true;
    if (place < source->path_count) return path;
    report_missing(element, str_cut(str_of(path), 0, folder.len + strlen("images/")), path);
    return "";
}

const char *element_image(struct element *element, const cJSON *item) {
    const char *name = element_copy(element, item);
    if (!*name) return "";
    return image_is_drawing(name) ? own_drawing(element, name) : own_file(element, name);
}

void element_check_alt(struct element *element, const char *image, const char *alt) {
    if (!*image || image_is_drawing(image) || *alt) return;
    element_problem(element, MESSAGE_ALT_MISSING, "image", -1, "看不见图的人不知道画了什么",
                    "加上一句：\"alt\": \"会场平面图\"");
}

/* ---- files ---- */

bool content_picture(const struct content *content, struct str path, struct str *bytes, struct image *image) {
    const struct content_source *source = &content->source;
    for (uint32_t i = 0; i < source->path_count; i++) {
        if (!str_is(path, source->paths[i])) continue;
        if (!source->read(source->context, source->paths[i], bytes)) return false;
        *image = image_examine(*bytes);
        return image->flaw == IMAGE_SOUND;
    }
    return false;
}

void content_picture_done(const struct content *content, struct str path) {
    const struct content_source *source = &content->source;
    for (uint32_t i = 0; source->forget && i < source->path_count; i++)
        if (str_is(path, source->paths[i])) source->forget(source->context, source->paths[i]);
}

static const char *const redraw = "插图只用 path、rect、circle、polygon，写明 viewBox；别的图另存为 PNG。";

static void report_odd(struct loader *loader, const char *path, const struct image *image) {
    bool is_drawing = image->kind == IMAGE_SVG;
    const char *remark =
        diag_text(loader->diags, is_drawing ? "SVG 里的 %.*s 不能用，或者写法不对" : "%.*s，读不了",
                  (int)image->part.len, image->part.at);
    file_problem(loader, MESSAGE_IMAGE_FORMAT, path, remark,
                 is_drawing ? redraw : "用画图程序打开，另存为普通的 PNG 或 JPEG。", stays_empty);
}

static void report_wide(struct loader *loader, const char *path, const struct image *image) {
    file_problem(
        loader, MESSAGE_IMAGE_LARGE, path,
        diag_text(loader->diags, "有 %u × %u 像素，每边最多 %d", image->w, image->h, IMAGE_SIDE_MOST),
        "用画图程序缩小；1000 × 1000 像素在最大的屏幕上也够清楚。", stays_empty);
}

static void report_heavy(struct loader *loader, const char *path, const struct image *image) {
    const char *most = image->kind == IMAGE_SVG ? "SVG 文件最大 32 KB" : "图片文件最大 2 MB";
    file_problem(loader, MESSAGE_IMAGE_LARGE, path, most, "缩小图片，或者另存为 JPEG。", stays_empty);
}

static void report_broken(struct loader *loader, const char *path) {
    file_problem(loader, MESSAGE_IMAGE_BROKEN, path, "文件不完整，或者内容被改坏了",
                 "找出原图，重新存一次、拷一次。", stays_empty);
}

static void report_flaw(struct loader *loader, const char *path, const struct image *image) {
    switch (image->flaw) {
    case IMAGE_SOUND:
        break;
    case IMAGE_UNKNOWN:
        file_problem(loader, MESSAGE_IMAGE_FORMAT, path, "不是 PNG、JPEG、WebP，也不是 SVG",
                     "用画图程序打开，另存为 PNG；只改扩展名没有用。", stays_empty);
        break;
    case IMAGE_CUT:
        report_broken(loader, path);
        break;
    case IMAGE_WIDE:
        report_wide(loader, path, image);
        break;
    case IMAGE_HEAVY:
        report_heavy(loader, path, image);
        break;
    case IMAGE_ODD:
        report_odd(loader, path, image);
        break;
    }
}

static void check_small(struct loader *loader, const char *path, const struct image *image) {
    if (image->kind == IMAGE_SVG || image->w >= IMAGE_SIDE_LEAST || image->h >= IMAGE_SIDE_LEAST) return;
    file_problem(loader, MESSAGE_IMAGE_SMALL, path,
                 diag_text(loader->diags, "只有 %u × %u 像素，屏幕上不会放大", image->w, image->h),
                 "换一张 1000 × 1000 像素左右的图，或者改用 SVG。", "图片照常出现，只是小。");
}

static void check_file(struct loader *loader, const char *path) {
    const struct content_source *source = loader->source;
    struct str bytes;
    if (!source->read(source->context, path, &bytes)) {
        file_problem(loader, MESSAGE_FILE_UNREADABLE, path, NULL,
                     "检查文件的读取权限，以及它是不是被别的程序占用。", stays_empty);
        return;
    }
    struct image image = image_examine(bytes);
    report_flaw(loader, path, &image);
    bool is_sound = image.flaw == IMAGE_SOUND;
    if (is_sound && source->can_show && !source->can_show(source->context, bytes, &image))
        report_broken(loader, path);
    else if (is_sound)
        check_small(loader, path, &image);
    if (source->forget) source->forget(source->context, path);
}

static bool looks_like_picture(struct str path) {
    static const char *const ends[] = {".png", ".jpg", ".jpeg", ".webp", ".svg", ".gif", ".bmp"};
    for (size_t i = 0; i < sizeof ends / sizeof ends[0]; i++) {
        struct str end = str_of(ends[i]);
        if (path.len > end.len && !nearest_distance(str_cut(path, path.len - end.len, path.len), end))
            return true;
    }
    return false;
}

static bool stands_in_images(struct loader *loader, const char *path) {
    struct str text = str_of(path), folder = folder_of(text);
    bool is_inside = str_starts(str_cut(text, folder.len, text.len), STR("images/"));
    return is_inside && (folder.len || !loader->group.is_content) && looks_like_picture(text);
}

/* Nobody can tell what a record that was not read would have named. */
static void report_unused(struct loader *loader, const char *path) {
    if (loader->diags->errors || !stands_in_images(loader, path)) return;
    file_problem(loader, MESSAGE_IMAGE_UNUSED, path, "没有一处 \"image\" 写了它",
                 "写进一道题或一张卡片的 \"image\"；用不到就移走。", "这张图片不会出现。");
}

void check_pictures(struct loader *loader) {
    const struct content_source *source = loader->source;
    for (uint32_t i = 0; i < source->path_count; i++)
        if (loader->named[i]) check_file(loader, source->paths[i]);
    for (uint32_t i = 0; i < source->path_count; i++)
        if (!loader->named[i]) report_unused(loader, source->paths[i]);
}
