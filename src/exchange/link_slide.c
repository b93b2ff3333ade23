#include "exchange/char.h"
#include "exchange/link_parts.h"

/* Headings and labels of slides, of which no sentence tells. */

enum { LONGEST_PAGE = 60 };

static uint32_t page_begin(const struct document *document, uint32_t paragraph) {
    uint32_t page = document->paragraphs[paragraph].page, first = paragraph;
    while (first > 0 && document->paragraphs[first - 1].page == page && paragraph - first < LONGEST_PAGE)
        first--;
    return first;
}

static bool is_on_page(const struct document *document, uint32_t i, uint32_t paragraph) {
    return i < document->paragraph_count && i < paragraph + LONGEST_PAGE &&
           document->paragraphs[i].page == document->paragraphs[paragraph].page;
}

/* Headings are left standing when the slides of another year are used again. */
bool link_page_names_year(const struct document *document, uint32_t paragraph) {
    for (uint32_t i = page_begin(document, paragraph); is_on_page(document, i, paragraph); i++) {
        const struct paragraph *heading = &document->paragraphs[i];
        if (heading->is_heading && link_has_year(document, (struct span){heading->begin, heading->end}))
            return true;
    }
    return false;
}

struct span link_slide_heading(const struct linking *linking, uint32_t paragraph) {
    const struct document *document = linking->document;
    struct span nearest = {0, 0};
    for (uint32_t i = page_begin(document, paragraph); is_on_page(document, i, paragraph); i++) {
        const struct paragraph *heading = &document->paragraphs[i];
        if (!heading->is_heading) continue;
        struct span event = link_first_event(linking, heading->begin, heading->end);
        if (event.to && link_has_year(document, event)) return event;
        if (event.to && (!nearest.to || i <= paragraph)) nearest = event;
    }
    return nearest;
}

const char *link_slide_label(struct linking *linking, uint32_t paragraph) {
    enum { LONGEST = 12 };
    const struct document *document = linking->document;
    if (paragraph == 0) return "";
    const struct paragraph *label = &document->paragraphs[paragraph - 1];
    for (uint32_t i = label->begin; i < label->end; i++)
        if (document->text[i] == U'：') return ""; /* it has its value with it */
    bool is_label = label->is_heading && label->page == document->paragraphs[paragraph].page &&
                    label->end - label->begin <= LONGEST;
    return is_label ? link_kept(linking, (struct span){label->begin, label->end}) : "";
}
