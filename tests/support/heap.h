#ifndef ANZHI_TESTS_SUPPORT_HEAP_H
#define ANZHI_TESTS_SUPPORT_HEAP_H

#include <stddef.h>

/* The bytes that were taken and not given back. A sanitizer has a heap of its own, and keeps what was given
   back: there the resident memory says nothing. */

#if defined(__SANITIZE_ADDRESS__)
#define HEAP_IS_SANITIZED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define HEAP_IS_SANITIZED 1
#endif
#endif

#ifdef HEAP_IS_SANITIZED
size_t __sanitizer_get_current_allocated_bytes(void); /* gcc brings no header for it */
static inline size_t heap_bytes(void) {
    return __sanitizer_get_current_allocated_bytes();
}
#else
#define HEAP_IS_SANITIZED 0
#include <malloc.h>
static inline size_t heap_bytes(void) {
    struct mallinfo2 heap = mallinfo2();
    return heap.uordblks + heap.hblkhd;
}
#endif

#endif
