#include "exchange/source_title.h"

#include <string.h>

#include "exchange/char.h"
#include "exchange/link_parts.h"

static const char *span_text(struct arena *arena, const struct document *document, struct span span) {
    while (span.from < span.to && char_is_blank(document->text[span.from])) span.from++;
    return char_text(arena, document->text + span.from, span.to - span.from);
}

/* The first line that reads as a heading, among the first few. */
static struct span first_heading(const struct document *document) {
    enum { FIRST = 4, SHORTEST = 4, LONGEST = 60 };
    for (uint32_t i = 0; i < document->paragraph_count && i < FIRST; i++) {
        const struct paragraph *paragraph = &document->paragraphs[i];
        uint32_t length = paragraph->end - paragraph->begin;
        bool is_title =
            (paragraph->is_title || paragraph->is_heading) && length >= SHORTEST && length <= LONGEST;
        if (is_title) return (struct span){paragraph->begin, paragraph->end};
    }
    return (struct span){0, 0};
}

static const char *name_without_ending(struct arena *arena, const char *name) {
    const char *dot = strrchr(name, '.');
    return arena_text(arena, name, dot && dot > name ? (size_t)(dot - name) : strlen(name));
}

struct source_title source_title(struct arena *arena, const struct document *document) {
    if (*document->title) return (struct source_title){document->title, ""};
    struct span line = link_paper(document);
    if (!line.to) line = first_heading(document);
    if (line.to) return (struct source_title){span_text(arena, document, line), "开头的一行"};
    return (struct source_title){name_without_ending(arena, document->name), "文件名"};
}
