#include "cli/slurp.h"

#include <stdio.h>
#include <string.h>

enum { MOST = 64 << 20 };

static bool read_stream(FILE *file, struct buf *out) {
    char part[65536];
    for (size_t n; (n = fread(part, 1, sizeof part, file)) > 0;) {
        buf_add(out, part, n);
        if (out->len > MOST) return false;
    }
    return !ferror(file);
}

bool slurp(const char *path, struct buf *out) {
    bool standard = strcmp(path, "-") == 0;
    FILE *file = standard ? stdin : fopen(path, "rb");
    bool fine = file && read_stream(file, out);
    if (file && !standard) fclose(file);
    if (!fine) fprintf(stderr, "anzhi: 读不了“%s”。\n", path);
    return fine;
}
