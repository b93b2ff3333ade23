#include <string.h>

#include "base/decode.h"
#include "base/hash.h"
#include "base/memory.h"
#include "content/loader.h"

/* Every file is read, decoded and indexed once; then the packs get their heads and files and packs their
 * order. */

void file_problem(struct loader *loader, enum message message, const char *path, const char *remark,
                  const char *fix, const char *effect) {
    struct diag_file file = {path, STR("")};
    struct diag_words words = {.remark = remark, .fix = fix, .effect = effect};
    diag_report(loader->diags, &message_kinds[message], &file, SIZE_MAX, SIZE_MAX, &words);
}

const char *const file_left_out = "这个文件暂不使用，其他文件照常使用。";

/* ---- bytes ---- */

static void report_undecodable(struct loader *loader, const char *path, size_t offset, const char *effect) {
    file_problem(loader, MESSAGE_FILE_UNDECODABLE, path,
                 diag_text(loader->diags, "第 %llu 个字节起不是 UTF-8，也不是 GB18030",
                           (unsigned long long)offset + 1),
                 "用记事本打开后另存为 UTF-8；如果它不是文字文件，请移出内容文件夹。", effect);
}

static bool read_text(struct loader *loader, const char *path, struct content_file *file, const char *effect,
                      struct str *text) {
    struct str bytes;
    if (!loader->source->read(loader->source->context, path, &bytes)) {
        file_problem(loader, MESSAGE_FILE_UNREADABLE, path, NULL,
                     "检查文件的读取权限，以及它是不是被别的程序占用。", effect);
        return false;
    }
    struct decoded decoded = decode_bytes(bytes, &file->storage);
    if (decoded.encoding == ENCODING_NONE) report_undecodable(loader, path, decoded.bad_offset, effect);
    *text = decoded.text;
    return decoded.encoding != ENCODING_NONE;
}

void close_file(struct content_file *file) {
    json_index_finish(&file->index);
    file->index = (struct json_index){0};
    buf_finish(&file->storage);
}

bool open_file(struct loader *loader, const char *path, struct content_file *file, const char *effect) {
    *file = (struct content_file){.path = path};
    buf_init(&file->storage);
    struct str text = STR("");
    bool is_open =
        read_text(loader, path, file, effect, &text) &&
        json_index_build(&file->index, (struct diag_file){path, text}, &json_default_limits, loader->diags);
    if (!is_open) close_file(file);
    return is_open;
}

static void report_extension(struct loader *loader, const char *path) {
    file_problem(loader, MESSAGE_FILE_EXTENSION, path, "只读取扩展名是 .json 的文件",
                 "如果它是内容文件，把名字改成以 .json 结尾（在文件夹的“查看”里打开“文件扩展名”）。",
                 "这个文件没有读取。");
}

static void report_misplaced(struct loader *loader, const char *path) {
    file_problem(loader, MESSAGE_FILE_MISPLACED, path, "内容包放在 packs/ 下自己的文件夹里",
                 "移到 packs/<包名>/ 里；不用的文件请移走。", "这个文件没有读取。");
}

/* ---- the top level of a file ---- */

static void top_problem(struct loader *loader, const struct content_file *file, enum message message,
                        struct json_span span, const char *remark, const char *fix, const char *effect) {
    struct diag_words words = {.remark = remark, .fix = fix, .effect = effect};
    diag_report(loader->diags, &message_kinds[message], &file->index.file, span.begin, span.end, &words);
}

static struct json_span first_of(struct json_span span) {
    return (struct json_span){span.begin, span.begin};
}

static bool is_free_key(struct str key) {
    return str_starts(key, STR("x-")) || str_is(key, "$schema");
}

/* pack.json may hold the pack's keys themselves. */
static bool is_head(const struct content_file *file) {
    const char *slash = strrchr(file->path, '/');
    bool is_named_so = strcmp(slash ? slash + 1 : file->path, "pack.json") == 0;
    return is_named_so && file->index.root == JSON_OBJECT && !json_index_get(&file->index, "pack");
}

struct top_type {
    enum json_type type;
    const char *remark, *example;
};

static struct top_type wanted_type(const struct key_row *row) {
    if (row->type == KEY_RECORDS) return (struct top_type){JSON_LIST, "应当是方括号括起来的列表", "[ … ]"};
    if (row->type == KEY_RECORD) return (struct top_type){JSON_OBJECT, "应当是一对花括号", "{ … }"};
    return (struct top_type){JSON_NUMBER, "应当是整数，不加引号", "1"};
}

static void check_type(struct loader *loader, const struct content_file *file,
                       const struct json_member *member, const struct key_row *row) {
    struct top_type wanted = wanted_type(row);
    if (member->type == wanted.type || member->type == JSON_NONE) return;
    const char *fix = diag_text(loader->diags, "写成 \"%s\": %s", row->key, wanted.example);
    top_problem(loader, file, MESSAGE_LIST_TYPE, first_of(member->value), wanted.remark, fix,
                "这一部分暂不使用，文件里的其他内容照常使用。");
}

/* What may have been meant; not sought for a message that is only counted. */
static const struct key_row *nearest_key(struct loader *loader, const struct content_file *file,
                                         struct str key) {
    if (!diag_has_room(loader->diags, file->path)) return NULL;
    const struct key_row *near = key_nearest(RECORD_FILE, key);
    return near || !is_head(file) ? near : key_nearest(RECORD_PACK, key);
}

static void report_unknown_list(struct loader *loader, const struct content_file *file,
                                const struct json_member *member) {
    const struct key_row *near = nearest_key(loader, file, member->key);
    const char *fix = near ? diag_text(loader->diags, "是不是想写 \"%s\"（%s）？", near->key, near->meaning)
                           : diag_text(loader->diags, "删去这一项；自己的备注请写成 \"x-%.*s\"。",
                                       (int)member->key.len, member->key.at);
    top_problem(loader, file, MESSAGE_LIST_UNKNOWN, member->key_span, "这里没有这一项，不起作用", fix,
                "这一部分没有读取，文件里的其他内容照常使用。");
}

static void check_member(struct loader *loader, const struct content_file *file,
                         const struct json_member *member) {
    const struct key_row *row = key_find(RECORD_FILE, member->key);
    if (!row && is_head(file) && key_find(RECORD_PACK, member->key)) return;
    if (!row) {
        if (!is_free_key(member->key)) report_unknown_list(loader, file, member);
        return;
    }
    check_type(loader, file, member, row);
}

/* A number without sign, point and exponent; 0 when it is none. */
static uint32_t whole_number(struct str text) {
    uint32_t number = 0;
    for (size_t i = 0; i < text.len; i++) {
        if (text.at[i] < '0' || text.at[i] > '9' || number > 99999999) return 0;
        number = number * 10 + (uint32_t)(text.at[i] - '0');
    }
    return number;
}

bool format_is_known(struct loader *loader, const struct content_file *file, const char *effect) {
    const struct json_member *member = json_index_get(&file->index, "format");
    if (!member || member->type != JSON_NUMBER) return true;
    struct str number = str_cut(file->index.file.text, member->value.begin, member->value.end);
    if (whole_number(number) == 1) return true;
    top_problem(loader, file, MESSAGE_FORMAT_NEWER, member->value, "这个程序只认识格式 1",
                "把程序升级到新版本；如果是笔误，改成 1。", effect);
    return false;
}

static bool root_is_object(struct loader *loader, const struct content_file *file) {
    if (file->index.root == JSON_OBJECT) return true;
    struct json_span root =
        json_locate(file->index.file.text, (struct json_span){0, (uint32_t)file->index.file.text.len}, "");
    const char *fix =
        file->index.root == JSON_LIST ? "在外面加一层：{ \"questions\": [ … ] }" : "内容写在 { 和 } 之间。";
    top_problem(loader, file, MESSAGE_ROOT_TYPE, first_of(root), NULL, fix, file_left_out);
    return false;
}

static bool top_is_usable(struct loader *loader, const struct content_file *file) {
    if (!root_is_object(loader, file) || !format_is_known(loader, file, file_left_out)) return false;
    for (uint32_t i = 0; i < file->index.member_count; i++)
        check_member(loader, file, &file->index.members[i]);
    return true;
}

/* ---- heads of packs ---- */

/* The members of the top level that are not lists, as one tree. */
static cJSON *head_tree(struct loader *loader, const struct content_file *file) {
    cJSON *tree = cJSON_CreateObject();
    if (!tree) memory_exhausted();
    for (uint32_t i = 0; i < file->index.member_count; i++) {
        const struct json_member *member = &file->index.members[i];
        if (!member->sound || !key_find(RECORD_PACK, member->key)) continue;
        buf_clear(&loader->scratch);
        struct str plain = json_plain(&file->index, member->value, member->plain, &loader->scratch);
        cJSON *item = cJSON_ParseWithLength(plain.at, plain.len);
        const char *key = arena_text(&loader->work, member->key.at, member->key.len);
        if (item && !cJSON_AddItemToObject(tree, key, item)) memory_exhausted();
    }
    return tree;
}

static struct element open_head(struct loader *loader, const struct content_file *file, cJSON **tree) {
    struct element element = {.content = loader->content,
                              .file = file,
                              .diags = loader->diags,
                              .arena = &loader->content->arena,
                              .kind = RECORD_PACK,
                              .has_escapes = true,
                              .tally = TALLY_NONE};
    const struct json_member *member = json_index_get(&file->index, "pack");
    element.span = (struct json_span){0, (uint32_t)file->index.file.text.len};
    if (!member) {
        *tree = head_tree(loader, file);
    } else {
        buf_clear(&loader->scratch);
        struct str plain = json_plain(&file->index, member->value, member->plain, &loader->scratch);
        *tree = cJSON_ParseWithLength(plain.at, plain.len);
        element.span = member->value;
    }
    element.object = *tree;
    return element;
}

/* A key that is wrong counts as not written: a pack is not lost because of its licence. */
static struct pack read_head(struct element *element) {
    element_check(element);
    for (uint32_t i = 0; i < KEYS_OF_A_RECORD; i++) {
        const cJSON *item = element->fields[i];
        bool wants_number = item && key_rows[i + key_first(RECORD_PACK)].type == KEY_NUMBER;
        if (item && (wants_number ? !cJSON_IsNumber(item) || item->valueint < 0 : !cJSON_IsString(item))) {
            element->fields[i] = NULL;
        }
    }
    return (struct pack){
        .id = element_text(element, "id"),
        .title = element_text(element, "title"),
        .edition = element_text(element, "edition"),
        .version = element_text(element, "version"),
        .language = element_text(element, "language"),
        .editor = element_text(element, "editor"),
        .licence = element_text(element, "licence"),
        .order = element_number(element, "order", 0),
    };
}

static bool holds_head(const struct content_file *file) {
    const struct json_member *member = json_index_get(&file->index, "pack");
    return is_head(file) || (member && member->type == JSON_OBJECT && member->sound);
}

static void take_head(struct loader *loader, const struct content_file *file, struct pack_draft *draft) {
    if (draft->has_head) {
        const struct json_member *member = json_index_get(&file->index, "pack");
        struct json_span span = member ? member->key_span : (struct json_span){0, 0};
        top_problem(loader, file, MESSAGE_PACK_TWICE, span, "这个内容包的信息前面已经写过",
                    "只留一处，通常是 pack.json。", "这一处不起作用，文件里的其他内容照常使用。");
        return;
    }
    cJSON *tree;
    struct element element = open_head(loader, file, &tree);
    if (tree) {
        draft->pack = read_head(&element);
        draft->has_head = true;
    }
    cJSON_Delete(tree);
    arena_clear(&loader->work);
}

/* "wangan" of packs/wangan/; "" when the root itself is the pack. */
static const char *folder_name(struct loader *loader, const char *folder) {
    struct str name = str_of(folder);
    if (str_starts(name, STR("packs/"))) name = str_cut(name, 6, name.len);
    if (str_ends(name, STR("/"))) name.len--;
    if (str_ends(name, STR(".json"))) name.len -= 5;
    return arena_text(&loader->content->arena, name.at, name.len);
}

static void complete_head(struct loader *loader, uint32_t number) {
    struct pack_draft *draft = &loader->drafts[number];
    const char *folder = loader->group.packs[number], *name = folder_name(loader, folder);
    struct pack *pack = &draft->pack;
    if (!draft->has_head) {
        *pack = (struct pack){
            .id = "", .title = "", .edition = "", .version = "", .language = "", .editor = "", .licence = ""};
        file_problem(loader, MESSAGE_PACK_HEADLESS, diag_text(loader->diags, "%spack.json", folder),
                     "没有这个文件，也没有一个文件里写了 \"pack\"",
                     "新建 pack.json：{\"id\": \"…\", \"title\": \"…\"}",
                     "先用文件夹的名字作包名，包里的内容照常使用。");
    }
    if (!*pack->id) pack->id = *name ? name : "content";
    if (!*pack->title) pack->title = *name ? name : "内容";
}

static void report_twin(struct loader *loader, uint32_t number, uint32_t twin) {
    struct diags *diags = loader->diags;
    const char *folder = loader->group.packs[number];
    file_problem(
        loader, MESSAGE_ID_TWICE,
        diag_text(diags, "%s%s", folder, folder[strlen(folder) - 1] == '/' ? "pack.json" : ""),
        diag_text(diags, "%s 也用了 \"%s\"", loader->group.packs[twin], loader->drafts[number].pack.id),
        "换一个 id；如果是复制出来的旧文件夹，请移走。", "这个内容包暂不使用，其他内容包照常使用。");
}

static void refuse_twins(struct loader *loader) {
    for (uint32_t i = 1; i < loader->group.pack_count; i++) {
        for (uint32_t twin = 0; twin < i && !loader->drafts[i].is_refused; twin++) {
            if (strcmp(loader->drafts[i].pack.id, loader->drafts[twin].pack.id) != 0) continue;
            loader->drafts[i].is_refused = true;
            report_twin(loader, i, twin);
        }
    }
}

/* ---- order ---- */

static bool comes_before(const struct pack_draft *a, const struct pack_draft *b) {
    if (a->is_refused != b->is_refused) return b->is_refused;
    if (a->pack.order != b->pack.order) return a->pack.order < b->pack.order;
    int order = strcmp(a->pack.id, b->pack.id);
    return order ? order < 0 : a < b;
}

static void place_packs(struct loader *loader) {
    uint32_t count = loader->group.pack_count;
    for (uint32_t i = 0; i < count; i++) {
        for (uint32_t j = 0; j < count; j++) {
            if (i != j && comes_before(&loader->drafts[j], &loader->drafts[i])) loader->drafts[i].place++;
        }
    }
    loader->packs = ARENA_LIST(&loader->content->arena, struct pack, count);
    loader->content->packs = loader->packs;
    for (uint32_t i = 0; i < count; i++) {
        loader->packs[loader->drafts[i].place] = loader->drafts[i].pack;
        if (!loader->drafts[i].is_refused) loader->content->pack_count++;
    }
}

/* Which grouped file a content_file came from is told by its path, which both share. */
static void order_files(struct loader *loader, const uint32_t *pack_of_file) {
    struct content *content = loader->content;
    struct content_file *files = ARENA_LIST(&content->arena, struct content_file, content->file_count);
    uint32_t count = 0;
    for (uint32_t place = 0; place < loader->group.pack_count; place++) {
        for (uint32_t i = 0; i < content->file_count; i++) {
            if (loader->drafts[pack_of_file[i]].place != place) continue;
            files[count] = content->files[i];
            files[count++].pack = place < content->pack_count ? &loader->packs[place] : NULL;
        }
    }
    content->files = files;
}

static void drop_refused(struct content *content) {
    while (content->file_count && !content->files[content->file_count - 1].pack) {
        struct content_file *file = &content->files[--content->file_count];
        close_file(file);
    }
}

static void take_fingerprints(struct content *content) {
    for (uint32_t i = 0; i < content->pack_count; i++) {
        struct hash hash = hash_begin();
        for (uint32_t f = 0; f < content->file_count; f++) {
            if (content->files[f].pack == &content->packs[i])
                hash_long(&hash, content->files[f].index.file.text);
        }
        ((struct pack *)&content->packs[i])->fingerprint = hash_end(&hash);
    }
}

static bool has_records(const struct content_file *file) {
    for (uint32_t kind = 0; kind < RECORD_KINDS; kind++) {
        const struct json_member *list = list_of(file, kind);
        if (list && list->element_count) return true;
    }
    return false;
}

static void report_empty(struct loader *loader, uint32_t number) {
    file_problem(loader, MESSAGE_PACK_EMPTY,
                 loader->group.packs[number][0] ? loader->group.packs[number] : "pack.json",
                 "没有题目，没有事实，也没有卡片", "至少写一个列表，例如 \"questions\": [ … ]。",
                 "这个内容包里没有可出的题。");
}

static void open_files(struct loader *loader, uint32_t *pack_of_file) {
    struct content *content = loader->content;
    for (uint32_t i = 0; i < loader->group.file_count; i++) {
        const struct grouped *grouped = &loader->group.files[i];
        if (grouped->place == PLACE_EXTENSION) report_extension(loader, grouped->path);
        if (grouped->place == PLACE_MISPLACED) report_misplaced(loader, grouped->path);
        if (grouped->place != PLACE_PACK) continue;
        struct content_file *file = &content->files[content->file_count];
        if (!open_file(loader, grouped->path, file, file_left_out)) continue;
        pack_of_file[content->file_count++] = grouped->pack;
        if (!top_is_usable(loader, file)) {
            content->file_count--;
            close_file(file);
        }
    }
}

void load_files(struct loader *loader) {
    struct content *content = loader->content;
    group_paths(&loader->group, &content->arena, loader->source->paths, loader->source->path_count);
    content->files = ARENA_LIST(&content->arena, struct content_file, loader->group.file_count);
    loader->drafts = ARENA_LIST(&content->arena, struct pack_draft, loader->group.pack_count);
    uint32_t *pack_of_file = ARENA_LIST(&content->arena, uint32_t, loader->group.file_count);
    open_files(loader, pack_of_file);
    for (uint32_t i = 0; i < content->file_count; i++) {
        struct pack_draft *draft = &loader->drafts[pack_of_file[i]];
        draft->has_records |= has_records(&content->files[i]);
        if (holds_head(&content->files[i])) take_head(loader, &content->files[i], draft);
    }
    for (uint32_t i = 0; i < loader->group.pack_count; i++) {
        complete_head(loader, i);
        if (!loader->drafts[i].has_records) report_empty(loader, i);
    }
    refuse_twins(loader);
    place_packs(loader);
    order_files(loader, pack_of_file);
    drop_refused(content);
    take_fingerprints(content);
}
