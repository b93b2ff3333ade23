#ifndef ANZHI_BASE_DECODE_H
#define ANZHI_BASE_DECODE_H

#include <stdbool.h>

#include "base/str.h"

/* The bytes of an editor's file become UTF-8, once per file: by its byte order mark, else as strict UTF-8,
   else as GB18030, else not at all. UTF-8 is not copied: `text` then points into the bytes. A text that
   begins with plenty of good UTF-8 and then breaks is a damaged UTF-8 file, never GB18030. */

enum encoding {
    ENCODING_UTF8,
    ENCODING_UTF8_BOM,
    ENCODING_UTF16LE,
    ENCODING_UTF16BE,
    ENCODING_GB18030,
    ENCODING_NONE
};

struct decoded {
    enum encoding encoding;
    struct str text;   /* empty for ENCODING_NONE */
    size_t bad_offset; /* with ENCODING_NONE: the first byte that fits no encoding */
};

struct decoded decode_bytes(struct str bytes, struct buf *storage);
const char *encoding_name(enum encoding encoding);

#endif
