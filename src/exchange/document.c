#include "exchange/document.h"

#include <string.h>

#include "base/decode.h"
#include "base/memory.h"
#include "exchange/char.h"
#include "exchange/join.h"
#include "exchange/mend.h"

const char *const document_flaw_words[DOCUMENT_FLAWS] = {
    [DOCUMENT_SOUND] = "",
    [DOCUMENT_UNDECODABLE] = "不是文字文件，或者编码认不出来",
    [DOCUMENT_EMPTY] = "正文为空",
    [DOCUMENT_GARBLED] = "文字里混进了拼音或别的文字，像是转载站加工过的，请换原文",
    [DOCUMENT_TRADITIONAL] = "是繁体字，请先转成简体",
};

/* ---- paragraphs ---- */

static struct paragraph *add_paragraph(struct document *document) {
    if (document->paragraph_count == document->paragraph_room) {
        document->paragraph_room = document->paragraph_room ? document->paragraph_room * 2 : 64;
        document->paragraphs =
            memory_resize(document->paragraphs, document->paragraph_room, sizeof *document->paragraphs);
    }
    struct paragraph *paragraph = &document->paragraphs[document->paragraph_count++];
    *paragraph = (struct paragraph){.begin = document->count};
    return paragraph;
}

static void add_sentence(struct document *document, uint32_t begin, uint32_t end) {
    while (begin < end && char_is_blank(document->text[begin])) begin++;
    if (begin == end) return;
    if (document->sentence_count == document->sentence_room) {
        document->sentence_room = document->sentence_room ? document->sentence_room * 2 : 256;
        document->sentences =
            memory_resize(document->sentences, document->sentence_room, sizeof *document->sentences);
    }
    document->sentences[document->sentence_count++] =
        (struct sentence){begin, end, document->paragraph_count - 1};
    document->paragraphs[document->paragraph_count - 1].sentence_count++;
}

/* A quotation mark or bracket right behind the end belongs to it. */
static bool closes(uint32_t code) {
    return code == U'”' || code == U'）' || code == U'’';
}

static void cut_sentences(struct document *document, struct paragraph *paragraph) {
    uint32_t begin = paragraph->begin;
    paragraph->first_sentence = document->sentence_count;
    paragraph->end = document->count;
    for (uint32_t i = begin; i < paragraph->end; i++) {
        if (!char_ends_sentence(document->text[i])) continue;
        while (i + 1 < paragraph->end &&
               (char_ends_sentence(document->text[i + 1]) || closes(document->text[i + 1])))
            i++;
        add_sentence(document, begin, i + 1);
        begin = i + 1;
    }
    add_sentence(document, begin, paragraph->end);
}

static bool has_end_mark(const struct document *document, uint32_t from) {
    for (uint32_t i = from; i < document->count; i++)
        if (char_ends_sentence(document->text[i]) || document->text[i] == U'；') return true;
    return false;
}

/* A line on its own that is short and ends in no mark heads what follows. */
static bool is_heading(const struct document *document, const struct paragraph *paragraph, bool marked) {
    enum { SHORT = 30, MARKED = 60 };
    uint32_t length = document->count - paragraph->begin;
    uint32_t last = length ? document->text[document->count - 1] : 0;
    if (length > (marked ? MARKED : SHORT) || has_end_mark(document, paragraph->begin)) return false;
    return last != U'，' && last != U'、' && last != U'）';
}

static void end_paragraph(struct document *document, bool marked) {
    struct paragraph *paragraph = &document->paragraphs[document->paragraph_count - 1];
    if (paragraph->begin == document->count) { /* nothing in it can be seen */
        document->paragraph_count--;
        return;
    }
    paragraph->is_heading = is_heading(document, paragraph, marked);
    cut_sentences(document, paragraph);
    mend_add(document, '\n'); /* so that nothing is read across it */
}

static void add_title(struct document *document, const struct lines *lines) {
    if (!lines->title.len) return;
    struct line line = {.text = lines->title, .number = lines->title_line, .column = lines->title_column};
    struct paragraph *paragraph = add_paragraph(document);
    paragraph->is_title = paragraph->is_front = true;
    mend_line(document, &line);
    end_paragraph(document, true);
    if (document->paragraph_count) document->paragraphs[0].is_heading = true;
}

/* Without a title of its own, a text of several lines has it in the first one. */
static bool is_first_title(const struct document *document, const struct lines *lines, uint32_t i) {
    enum { LONGEST = 60 };
    const struct line *line = &lines->list[i];
    bool is_first = i == 0 && !document->paragraph_count && !document->is_slides && lines->count > 1;
    bool has_clauses = str_has(line->text, STR("。")) || str_has(line->text, STR("，"));
    return is_first && line->chars <= LONGEST && !has_clauses;
}

static bool is_skipped(const struct document *document, const struct line *line) {
    return line->is_counter || (document->is_slides && line->is_repeat);
}

static bool goes_on(const struct document *document, const struct line *line, const struct line *next) {
    return document->is_slides ? join_slides(line, next) : join_prose(line, next);
}

/* Where Latin words meet, the break was a blank. */
static bool wants_blank(const struct document *document, const struct line *next) {
    uint32_t last = document->count ? document->text[document->count - 1] : 0;
    return char_is_letter(last) && next->text.len && char_is_letter((unsigned char)next->text.at[0]);
}

static void add_lines(struct document *document, const struct lines *lines) {
    uint32_t page = 0, counter = 0;
    for (uint32_t i = 0; i < lines->count; i++) {
        page += document->is_slides && lines->list[i].opens_page;
        if (lines->list[i].is_counter) counter = (uint32_t)(lines->list[i].text.at[1] - '0');
        if (is_skipped(document, &lines->list[i])) continue;
        bool is_title = is_first_title(document, lines, i);
        struct paragraph *paragraph = add_paragraph(document);
        paragraph->page = page;
        paragraph->counter = document->is_slides ? counter : 0;
        counter = 0;
        paragraph->is_title = is_title;
        bool marked = lines->list[i].is_heading || (document->is_slides && lines->list[i].is_header);
        mend_line(document, &lines->list[i]);
        while (!is_title && i + 1 < lines->count && goes_on(document, &lines->list[i], &lines->list[i + 1])) {
            i++;
            if (wants_blank(document, &lines->list[i])) mend_add(document, ' ');
            mend_line(document, &lines->list[i]);
        }
        end_paragraph(document, marked);
    }
}

/* ---- the whole ---- */

static uint32_t day_of(struct str text) {
    uint32_t parts[3] = {0}, part = 0, digits = 0;
    for (size_t i = 0; i < text.len && part < 3 && digits < 8; i++) {
        if (char_is_digit((unsigned char)text.at[i])) {
            parts[part] = parts[part] * 10 + (uint32_t)(text.at[i] - '0');
            digits++;
        } else {
            part++;
        }
    }
    bool sound = parts[0] >= 1900 && parts[0] < 3000 && parts[1] >= 1 && parts[1] <= 12 && parts[2] >= 1 &&
                 parts[2] <= 31;
    return sound ? parts[0] * 10000 + parts[1] * 100 + parts[2] : 0;
}

static enum document_flaw find_flaw(const struct document *document) {
    enum { PERCENT = 100, TRADITIONAL_OF = 20 };
    uint32_t body = 0;
    for (uint32_t i = 0; i < document->paragraph_count; i++) body += !document->paragraphs[i].is_title;
    if (!body) return DOCUMENT_EMPTY;
    struct alphabet alphabet = mend_alphabet(document);
    if (alphabet.readings * PERCENT > alphabet.han ||
        alphabet.foreign * PERCENT > alphabet.han + alphabet.foreign)
        return DOCUMENT_GARBLED;
    return alphabet.traditional * TRADITIONAL_OF > alphabet.han ? DOCUMENT_TRADITIONAL : DOCUMENT_SOUND;
}

static const char *kept(struct document *document, struct str text) {
    return arena_text(&document->arena, text.at, text.len);
}

static void read_text(struct document *document, struct str text) {
    struct lines lines;
    lines_read(&lines, text);
    document->is_slides = lines_are_slides(&lines);
    document->title = kept(document, lines.title);
    document->publisher = kept(document, lines.publisher);
    document->url = kept(document, lines.url);
    document->date = day_of(lines.date);
    add_title(document, &lines);
    add_lines(document, &lines);
    lines_finish(&lines);
    if (document->count) document->text[document->count] = 0;
    document->flaw = find_flaw(document);
}

void document_read(struct document *document, struct str bytes, const char *name) {
    *document = (struct document){.title = "", .publisher = "", .url = ""};
    arena_init(&document->arena);
    const char *slash = strrchr(name, '/');
    document->name = kept(document, str_of(slash ? slash + 1 : name));
    struct buf storage;
    buf_init(&storage);
    struct decoded decoded = decode_bytes(bytes, &storage);
    document->flaw = DOCUMENT_UNDECODABLE;
    if (decoded.encoding != ENCODING_NONE) read_text(document, decoded.text);
    buf_finish(&storage);
}

void document_finish(struct document *document) {
    memory_give_back(document->text);
    memory_give_back(document->pieces);
    memory_give_back(document->paragraphs);
    memory_give_back(document->sentences);
    arena_finish(&document->arena);
}

/* ---- places ---- */

/* The last piece that does not begin behind `at`. */
static uint32_t piece_of(const struct document *document, uint32_t at) {
    uint32_t low = 0, high = document->piece_count;
    while (high - low > 1) {
        uint32_t middle = low + (high - low) / 2;
        if (document->pieces[middle].at <= at) {
            low = middle;
        } else {
            high = middle;
        }
    }
    return low;
}

struct piece document_place(const struct document *document, uint32_t at) {
    const struct piece *piece = &document->pieces[piece_of(document, at)];
    return (struct piece){at, piece->line, piece->column + (at - piece->at)};
}

uint32_t document_end_column(const struct document *document, uint32_t from, uint32_t to) {
    uint32_t place = piece_of(document, from), line = document->pieces[place].line, end = from;
    for (; place < document->piece_count && document->pieces[place].at < to; place++) {
        const struct piece *piece = &document->pieces[place];
        uint32_t next = place + 1 < document->piece_count ? piece[1].at : document->count;
        if (piece->line != line) break;
        uint32_t last = (next < to ? next : to);
        end = piece->column + (last - piece->at);
    }
    return end;
}
