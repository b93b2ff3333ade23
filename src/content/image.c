#include "content/image.h"

#include <string.h>

static uint32_t byte_at(struct str bytes, size_t at) {
    return at < bytes.len ? (unsigned char)bytes.at[at] : 0;
}

static uint32_t big(struct str bytes, size_t at, uint32_t count) {
    uint32_t number = 0;
    for (uint32_t i = 0; i < count; i++) number = number << 8 | byte_at(bytes, at + i);
    return number;
}

static uint32_t little(struct str bytes, size_t at, uint32_t count) {
    uint32_t number = 0;
    for (uint32_t i = count; i-- > 0;) number = number << 8 | byte_at(bytes, at + i);
    return number;
}

static bool stands(struct str bytes, size_t at, struct str word) {
    return str_starts(str_cut(bytes, at < bytes.len ? at : bytes.len, bytes.len), word);
}

static struct image flawed(enum image_kind kind, enum image_flaw flaw, const char *part) {
    return (struct image){.kind = kind, .flaw = flaw, .part = str_of(part)};
}

static struct image sized(enum image_kind kind, uint32_t w, uint32_t h) {
    struct image image = {.kind = kind, .w = w, .h = h, .part = STR("")};
    if (!w || !h) image.flaw = IMAGE_CUT;
    if (w > IMAGE_SIDE_MOST || h > IMAGE_SIDE_MOST) image.flaw = IMAGE_WIDE;
    return image;
}

/* ---- PNG: a signature, then chunks of length, name, data and sum, the last of them IEND ---- */

enum { PNG_HEAD = 8, PNG_FRAME = 12 };

static struct image examine_png(struct str bytes) {
    size_t at = PNG_HEAD;
    if (!stands(bytes, at + 4, STR("IHDR")) || big(bytes, at, 4) != 13)
        return flawed(IMAGE_PNG, IMAGE_CUT, "");
    struct image image = sized(IMAGE_PNG, big(bytes, at + 8, 4), big(bytes, at + 12, 4));
    while (at + PNG_FRAME <= bytes.len) {
        size_t length = big(bytes, at, 4);
        if (length > bytes.len - at - PNG_FRAME) break;
        if (stands(bytes, at + 4, STR("IEND"))) return image;
        at += length + PNG_FRAME;
    }
    return flawed(IMAGE_PNG, IMAGE_CUT, "");
}

/* ---- JPEG: segments that begin with FF and a mark; after a scan's head its data, in which FF is followed by
   00 or a restart mark ---- */

enum { JPEG_SCANS_MOST = 40 }; /* each is a walk over all pixels; a progressive picture has about ten */

struct jpeg {
    struct str bytes;
    size_t at;
    uint32_t scans;
    struct image image;
    bool ended;
};

static void skip_scan(struct jpeg *jpeg) {
    struct str bytes = jpeg->bytes;
    for (; jpeg->at + 1 < bytes.len; jpeg->at++) {
        uint32_t mark = byte_at(bytes, jpeg->at + 1);
        if (byte_at(bytes, jpeg->at) == 0xFF && mark != 0 && mark != 0xFF && (mark & ~7u) != 0xD0) return;
    }
    jpeg->at = bytes.len;
}

static bool is_frame(uint32_t mark) {
    return mark >= 0xC0 && mark <= 0xCF && mark != 0xC4 && mark != 0xC8 && mark != 0xCC;
}

/* The first three ways to code a frame are the ones in use; four colours are for a printing press. */
static void take_frame(struct jpeg *jpeg, uint32_t mark) {
    uint32_t colors = byte_at(jpeg->bytes, jpeg->at + 9);
    jpeg->image = sized(IMAGE_JPEG, big(jpeg->bytes, jpeg->at + 7, 2), big(jpeg->bytes, jpeg->at + 5, 2));
    if (mark > 0xC2) jpeg->image = flawed(IMAGE_JPEG, IMAGE_ODD, "少见的压缩方法");
    if (colors != 1 && colors != 3) jpeg->image = flawed(IMAGE_JPEG, IMAGE_ODD, "印刷用的 CMYK 颜色");
}

static bool take_segment(struct jpeg *jpeg) {
    struct str bytes = jpeg->bytes;
    while (byte_at(bytes, jpeg->at) == 0xFF && byte_at(bytes, jpeg->at + 1) == 0xFF) jpeg->at++;
    uint32_t mark = byte_at(bytes, jpeg->at + 1), length = big(bytes, jpeg->at + 2, 2);
    if (byte_at(bytes, jpeg->at) != 0xFF || jpeg->at + 2 > bytes.len) return false;
    jpeg->ended = mark == 0xD9;
    if (jpeg->ended || length < 2 || jpeg->at + 2 + length > bytes.len) return false;
    if (is_frame(mark) && jpeg->image.kind == IMAGE_FOREIGN) take_frame(jpeg, mark);
    jpeg->at += 2 + (size_t)length;
    if (mark == 0xDA && ++jpeg->scans <= JPEG_SCANS_MOST) skip_scan(jpeg);
    return jpeg->scans <= JPEG_SCANS_MOST;
}

static struct image examine_jpeg(struct str bytes) {
    struct jpeg jpeg = {.bytes = bytes, .at = 2, .image = {.part = STR("")}};
    while (take_segment(&jpeg)) {
    }
    if (jpeg.scans > JPEG_SCANS_MOST) return flawed(IMAGE_JPEG, IMAGE_ODD, "太多遍扫描");
    if (!jpeg.ended || !jpeg.scans || jpeg.image.kind == IMAGE_FOREIGN)
        return flawed(IMAGE_JPEG, IMAGE_CUT, "");
    return jpeg.image;
}

/* ---- WebP: RIFF, its length, WEBP, and a first chunk that gives the size ---- */

enum { WEBP_CHUNK = 12, WEBP_DATA = 20, WEBP_MOVES = 2 };

static struct image size_webp(struct str bytes) {
    if (stands(bytes, WEBP_CHUNK, STR("VP8X"))) {
        if (byte_at(bytes, WEBP_DATA) & WEBP_MOVES) return flawed(IMAGE_WEBP, IMAGE_ODD, "动画");
        return sized(IMAGE_WEBP, little(bytes, WEBP_DATA + 4, 3) + 1, little(bytes, WEBP_DATA + 7, 3) + 1);
    }
    if (stands(bytes, WEBP_CHUNK, STR("VP8L"))) {
        uint32_t sizes = little(bytes, WEBP_DATA + 1, 4);
        return sized(IMAGE_WEBP, (sizes & 0x3FFF) + 1, (sizes >> 14 & 0x3FFF) + 1);
    }
    if (!stands(bytes, WEBP_CHUNK, STR("VP8 "))) return flawed(IMAGE_WEBP, IMAGE_CUT, "");
    return sized(IMAGE_WEBP, little(bytes, WEBP_DATA + 6, 2) & 0x3FFF,
                 little(bytes, WEBP_DATA + 8, 2) & 0x3FFF);
}

static struct image examine_webp(struct str bytes) {
    if (bytes.len < WEBP_DATA + 10 || little(bytes, 4, 4) > bytes.len - 8)
        return flawed(IMAGE_WEBP, IMAGE_CUT, "");
    return size_webp(bytes);
}

struct image image_examine(struct str bytes) {
    if (svg_begins(bytes)) return svg_examine(bytes);
    if (bytes.len > IMAGE_BYTES_MOST) return flawed(IMAGE_FOREIGN, IMAGE_HEAVY, "");
    if (stands(bytes, 0, STR("\x89PNG\r\n\x1A\n"))) return examine_png(bytes);
    if (stands(bytes, 0, STR("\xFF\xD8"))) return examine_jpeg(bytes);
    if (stands(bytes, 0, STR("RIFF")) && stands(bytes, 8, STR("WEBP"))) return examine_webp(bytes);
    return flawed(IMAGE_FOREIGN, bytes.len < PNG_HEAD ? IMAGE_CUT : IMAGE_UNKNOWN, "");
}
