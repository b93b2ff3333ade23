#include "cli/mend.h"

#include <stdio.h>

#include "base/decode.h"
#include "base/json.h"
#include "cli/folder.h"
#include "cli/rewrite.h"

static uint32_t count_errors(const char *name, struct str text) {
    struct diags diags;
    struct json_index index;
    diags_init(&diags);
    json_index_build(&index, (struct diag_file){name, text}, &json_default_limits, &diags);
    uint32_t errors = diags.errors;
    json_index_finish(&index);
    diags_finish(&diags);
    return errors;
}

static bool write_mended(struct folder *folder, const char *path, struct str before, struct str after,
                         uint32_t places) {
    char *name = arena_printf(&folder->arena, "%s/%s", folder->root, path);
    struct rewrite rewrite = {.path = name, .before = before, .after = after, .keeps_old = true};
    if (!rewrite_all(&rewrite, 1)) return false;
    fprintf(stderr, "已改 %s：%u 处标点或逗号，编码 UTF-8；原文件留作 %s.bak。\n", path, places, path);
    return true;
}

static bool mend_text(struct folder *folder, const char *path, struct str bytes,
                      const struct decoded *decoded) {
    struct buf out;
    buf_init(&out);
    uint32_t places = json_mend(decoded->text, &out);
    bool other_encoding = decoded->encoding != ENCODING_UTF8 && decoded->encoding != ENCODING_UTF8_BOM;
    bool better = places && count_errors(path, buf_get(&out)) <= count_errors(path, decoded->text);
    bool fine = true;
    if (better)
        fine = write_mended(folder, path, bytes, buf_get(&out), places);
    else if (other_encoding)
        fine = write_mended(folder, path, bytes, decoded->text, 0);
    buf_finish(&out);
    return fine;
}

static bool mend_file(struct folder *folder, const char *path) {
    struct str bytes;
    if (!str_ends(str_of(path), STR(".json")) || !folder->source.read(folder, path, &bytes)) return true;
    struct buf storage;
    buf_init(&storage);
    struct decoded decoded = decode_bytes(bytes, &storage);
    bool fine = decoded.encoding == ENCODING_NONE || mend_text(folder, path, bytes, &decoded);
    buf_finish(&storage);
    return fine;
}

bool mend_folder(const char *path) {
    struct folder folder;
    bool fine = folder_open(&folder, path);
    for (uint32_t i = 0; fine && i < folder.source.path_count; i++)
        fine = mend_file(&folder, folder.source.paths[i]);
    folder_close(&folder);
    return fine;
}
