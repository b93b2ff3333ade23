#include "content/lone.h"

#include <stdlib.h>

/* Parts that the scanner could not read are left out. */
static cJSON *tree_of(struct loader *loader, struct lone *lone) {
    cJSON *tree = cJSON_CreateObject();
    if (!tree) abort();
    for (uint32_t i = 0; i < lone->file.index.member_count; i++) {
        const struct json_member *member = &lone->file.index.members[i];
        buf_clear(&loader->scratch);
        struct str plain = {0};
        if (member->sound)
            plain = json_plain(&lone->file.index, member->value, member->plain, &loader->scratch);
        cJSON *item = member->sound ? cJSON_ParseWithLength(plain.at, plain.len) : NULL;
        const char *key = arena_text(&loader->work, member->key.at, member->key.len);
        if (item && !cJSON_AddItemToObject(tree, key, item)) abort();
        lone->whole = lone->whole && item;
    }
    return tree;
}

static bool is_object(struct loader *loader, const struct content_file *file, const char *effect) {
    if (file->index.root == JSON_OBJECT) return true;
    struct diag_words words = {.fix = "内容写在 { 和 } 之间。", .effect = effect};
    diag_report(loader->diags, &message_kinds[MESSAGE_ROOT_TYPE], &file->index.file, 0, 0, &words);
    return false;
}

bool lone_open(struct loader *loader, const char *path, enum record_kind kind, const char *effect,
               struct lone *lone) {
    *lone = (struct lone){.whole = true};
    if (!open_file(loader, path, &lone->file, effect)) return false;
    if (!is_object(loader, &lone->file, effect) || !format_is_known(loader, &lone->file, effect)) {
        close_file(&lone->file);
        return false;
    }
    lone->element = (struct element){.content = loader->content,
                                     .file = &lone->file,
                                     .diags = loader->diags,
                                     .arena = &loader->content->arena,
                                     .kind = kind,
                                     .has_escapes = true,
                                     .tally = TALLY_NONE,
                                     .span = {0, (uint32_t)lone->file.index.file.text.len}};
    lone->element.object = tree_of(loader, lone);
    element_check(&lone->element);
    return true;
}

void lone_close(struct loader *loader, struct lone *lone) {
    element_close(&lone->element);
    close_file(&lone->file);
    arena_clear(&loader->work);
}
