#include "base/json_build.h"
#include "base/memory.h"

const struct json_limits json_default_limits = {
    .file_bytes = (size_t)256 * 1024 * 1024, .depth = 32, .elements = 1000000, .string_bytes = 65536};

/* The room that was taken ahead is given back. */
static void shrink(struct json_index *index) {
    if (index->element_count == 0) return;
    index->elements = memory_resize(index->elements, index->element_count, sizeof *index->elements);
}

bool json_index_build(struct json_index *index, struct diag_file file, const struct json_limits *limits,
                      struct diags *diags) {
    struct build build;
    build_file(&build, index, file, limits, diags, NULL);
    shrink(index);
    if (index->root == JSON_NONE) return false;
    return index->member_count > 0 || (!build.stopped && !build.reader.ended);
}

void json_index_finish(struct json_index *index) {
    memory_give_back(index->members);
    memory_give_back(index->elements);
    *index = (struct json_index){0};
}

const struct json_member *json_index_get(const struct json_index *index, const char *key) {
    for (uint32_t i = 0; i < index->member_count; i++) {
        if (str_is(index->members[i].key, key)) return &index->members[i];
    }
    return NULL;
}
