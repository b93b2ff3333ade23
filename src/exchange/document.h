#ifndef ANZHI_EXCHANGE_DOCUMENT_H
#define ANZHI_EXCHANGE_DOCUMENT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"

/* A document as it is to be read: decoded, what surrounds the text of a page taken out, marks made alike,
   broken lines joined, cut into paragraphs and sentences. Every character knows where it stood in the file.
 */

enum document_flaw {
    DOCUMENT_SOUND,
    DOCUMENT_UNDECODABLE, /* no encoding fits */
    DOCUMENT_EMPTY,       /* 正文为空 */
    DOCUMENT_GARBLED,     /* readings between the characters, scripts that don't belong together */
    DOCUMENT_TRADITIONAL, /* written in traditional characters, for which there are no tables */
    DOCUMENT_FLAWS
};

/* What an editor is told, in Chinese; "" for a sound one. */
extern const char *const document_flaw_words[DOCUMENT_FLAWS];

/* Characters that stood side by side in one line of the file. */
struct piece {
    uint32_t at; /* of the first one in the text */
    uint32_t line, column;
};

struct sentence {
    uint32_t begin, end; /* in the text; its end mark is within */
    uint32_t paragraph;
};

struct paragraph {
    uint32_t begin, end;
    uint32_t first_sentence, sentence_count;
    uint32_t page;
    uint32_t counter; /* of slides: 2 when 02 stands before it; else 0 */
    bool is_heading;
    bool is_title; /* of the document; it is the first paragraph, if there is one */
    bool is_front; /* the title as the front matter has it, which the text says again */
};

struct document {
    struct arena arena;
    const char *name; /* of the file, without folders */
    enum document_flaw flaw;
    const char *title, *publisher, *url; /* of the front matter; or "" */
    uint32_t date;                       /* of the page, yyyymmdd; 0 unknown */
    bool is_slides;
    uint32_t *text; /* ends in 0 */
    uint32_t count, room;
    struct piece *pieces;
    uint32_t piece_count, piece_room;
    struct paragraph *paragraphs;
    uint32_t paragraph_count, paragraph_room;
    struct sentence *sentences;
    uint32_t sentence_count, sentence_room;
};

/* Reads any bytes at all. Call document_finish in every case. */
void document_read(struct document *document, struct str bytes, const char *name);
void document_finish(struct document *document);

/* Where a character of the text stood: line from 1, column from 0. */
struct piece document_place(const struct document *document, uint32_t at);
/* Behind the last of the characters [from, to) that stand in the line of the first one. */
uint32_t document_end_column(const struct document *document, uint32_t from, uint32_t to);

#endif
