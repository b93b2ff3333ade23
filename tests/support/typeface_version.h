#ifndef ANZHI_TESTS_SUPPORT_TYPEFACE_VERSION_H
#define ANZHI_TESTS_SUPPORT_TYPEFACE_VERSION_H

#include <stdint.h>
#include <stdio.h>
#include <string.h>

/* Which version of a collection of faces lies here: thousandths, 2004 is 2.004; 0: it can't be read. It is
   the fontRevision in the table `head` of its first face. */

static inline uint32_t typeface_number(FILE *file, long at) {
    unsigned char bytes[4] = {0};
    if (fseek(file, at, SEEK_SET) != 0 || fread(bytes, 1, 4, file) != 4) return 0;
    return (uint32_t)bytes[0] << 24 | (uint32_t)bytes[1] << 16 | (uint32_t)bytes[2] << 8 | bytes[3];
}

static inline uint32_t typeface_revision(FILE *file) {
    enum { FIRST_FACE = 12, TABLES = 12, TABLE = 16, HEAD = 0x68656164 };
    long face = (long)typeface_number(file, FIRST_FACE);
    uint32_t count = typeface_number(file, face + 4) >> 16;
    for (uint32_t i = 0; i < count; i++) {
        long table = face + TABLES + (long)i * TABLE;
        if (typeface_number(file, table) == HEAD)
            return typeface_number(file, (long)typeface_number(file, table + 8) + 4);
    }
    return 0;
}

static inline uint32_t typeface_version(const char *path) {
    FILE *file = fopen(path, "rb");
    uint64_t revision = file ? typeface_revision(file) : 0; /* 16.16 */
    if (file) fclose(file);
    return (uint32_t)((revision * 1000 + 0x8000) >> 16);
}

#endif
