#include "base/memory.h"

#include <stdio.h>
#include <stdlib.h>

_Noreturn void memory_exhausted(void) {
    fputs("anzhi: 内存用完了，程序停止。请关掉别的程序，或者减少题库里的内容，再启动。\n", stderr);
    abort();
}

void *memory_resize(void *at, size_t count, size_t size) {
    if (size && count > SIZE_MAX / size) memory_exhausted();
    size_t bytes = count * size;
    void *moved = realloc(at, bytes ? bytes : 1);
    if (!moved) memory_exhausted();
    return moved;
}

void *memory_zeroed(size_t size) {
    void *at = calloc(1, size ? size : 1);
    if (!at) memory_exhausted();
    return at;
}

void memory_give_back(void *at) {
    free(at);
}
