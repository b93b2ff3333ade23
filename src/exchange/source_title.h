#ifndef ANZHI_EXCHANGE_SOURCE_TITLE_H
#define ANZHI_EXCHANGE_SOURCE_TITLE_H

#include "exchange/document.h"

/* What a document without a title may be called: the title of the paper it is, its first line when that reads
   as a heading, else the name of its file. */
struct source_title {
    const char *text;
    const char
        *from; /* where it is from, for the person who confirms it: 开头的一行, 文件名; "": it is stated */
};

struct source_title source_title(struct arena *arena, const struct document *document);

#endif
