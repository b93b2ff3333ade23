#include "base/memory.h"

#include <stdlib.h>

void *memory_resize(void *at, size_t count, size_t size) {
    if (size && count > SIZE_MAX / size) abort();
    size_t bytes = count * size;
    void *moved = realloc(at, bytes ? bytes : 1);
    if (!moved) abort();
    return moved;
}

void *memory_zeroed(size_t size) {
    void *at = calloc(1, size ? size : 1);
    if (!at) abort();
    return at;
}

void memory_give_back(void *at) {
    free(at);
}
