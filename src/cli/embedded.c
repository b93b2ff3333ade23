#include "cli/embedded.h"

static bool read_drawing(void *context, struct str name, struct str *svg) {
    (void)context;
    for (const struct embedded *file = built_in_drawings; file->name; file++) {
        if (!str_is(name, file->name)) continue;
        *svg = (struct str){(const char *)file->bytes, file->size};
        return true;
    }
    return false;
}

struct drawing_source embedded_drawings(void) {
    return (struct drawing_source){NULL, read_drawing};
}
