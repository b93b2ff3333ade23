#include <stdio.h>
#include <string.h>

#include "base/fold.h"
#include "base/utf8.h"
#include "cli/at_hand.h"
#include "cli/cli.h"
#include "cli/loaded.h"
#include "cli/options.h"
#include "cli/trail.h"

/* From a question back to the words it stands on. */

struct trace_options {
    const char *folder, *documents, *id;
};

static bool read_options(int argc, char **argv, struct trace_options *out) {
    static const struct option options[] = {
        {"content", required_argument, NULL, 'c'}, {"documents", required_argument, NULL, 'd'}, {0}};
    for (int found; (found = options_next(argc, argv, options)) != -1;) {
        if (found == '?') return false;
        if (found == 'c') out->folder = optarg;
        if (found == 'd') out->documents = optarg;
    }
    if (!options_end(argc, argv, 1)) return false;
    out->id = optind < argc ? argv[optind] : NULL;
    if (!out->id) fprintf(stderr, "anzhi: 请写出编号，例如 anzhi trace f-city-2024。\n");
    return out->id != NULL;
}

/* ---- lines of a document ---- */

struct place {
    size_t begin, end; /* bytes of the text */
};

static struct str line_from(struct str text, size_t begin) {
    struct str rest = str_cut(text, begin, text.len);
    return str_cut(rest, 0, str_find(rest, STR("\n")));
}

/* Where line `line` begins, counted from 1; text.len: there are not so many. */
static size_t line_begin(struct str text, uint32_t line) {
    size_t at = 0;
    while (--line && at < text.len) {
        at += line_from(text, at).len;
        at += at < text.len;
    }
    return at;
}

/* The excerpt, with a caret under the words: as messages about content quote a line. */
static void print_place(const struct at_hand *document, struct place place) {
    static const struct diag_kind kind = {.code = "", .level = DIAG_WARNING, .title = ""};
    static const struct diag_words words = {.fix = "", .effect = ""};
    struct diags diags;
    diags_init(&diags);
    struct diag_file file = {"", document->text};
    diag_report(&diags, &kind, &file, place.begin, place.end, &words);
    const struct diag *diag = &diags.list[0];
    printf("      第 %u 行\n      │ %s\n      │ ", (unsigned)diag->line, diag->quote);
    for (uint32_t i = 0; i < diag->quote_caret; i++) putchar(' ');
    for (uint32_t i = 0; i < diag->quote_width; i++) putchar('^');
    putchar('\n');
    diags_finish(&diags);
}

/* ---- a draft's place ---- */

/* Is it still where it was? The words of a draft have lost the marks that are in its line. */
static bool still_says(struct str words, const char *surface) {
    struct buf plain;
    buf_init(&plain);
    for (size_t i = 0; i < words.len; i++)
        if (words.at[i] != '*') buf_char(&plain, words.at[i]);
    bool same = fold_equal(buf_get(&plain), str_of(surface));
    buf_finish(&plain);
    return same;
}

static bool place_of_draft(const struct at_hand *document, const struct draft *draft, struct place *out) {
    size_t begin = line_begin(document->text, draft->line ? draft->line : 1);
    struct str line = line_from(document->text, begin);
    size_t from = utf8_head(line, draft->from).len, to = utf8_head(line, draft->to).len;
    *out = (struct place){begin + from, begin + to};
    if (to > from && still_says(str_cut(line, from, to), draft->surface)) return true;
    size_t at = str_find(document->text, str_of(draft->surface));
    *out = (struct place){at, at + strlen(draft->surface)};
    return *draft->surface && at < document->text.len;
}

static void trace_draft(const struct desk *desk, const struct trail *trail, const struct at_hand_list *hand) {
    const struct inbox *inbox = &desk->files.inbox;
    const struct draft *draft = &inbox->drafts.list[trail->draft];
    const struct inbox_document *document = &inbox->documents[inbox->decisions[trail->draft].document];
    const struct at_hand *found = at_hand_named(hand, document->file);
    struct place place;
    printf("草稿  %s　%s　%s\n", draft->id, draft->confident ? "A" : "B", draft->reason);
    printf("文档  %s，导入时第 %u 行\n", document->file, (unsigned)draft->line);
    if (!found)
        printf(
            "      原句　%s\n      文档不在手边；放进 inbox 文件夹，或者用 --documents 写明在哪个文件夹。\n",
            draft->quote);
    else if (place_of_draft(found, draft, &place))
        print_place(found, place);
    else
        printf("      %s 后来改过，里面找不到“%s”了。\n", found->path, draft->surface);
}

/* ---- what was not imported ---- */

static bool is_of_source(const struct at_hand *document, const struct source *source) {
    enum { HEAD_BYTES = 2000 };
    struct str head =
        str_cut(document->text, 0, document->text.len < HEAD_BYTES ? document->text.len : HEAD_BYTES);
    return source && *source->title && str_has(head, str_of(source->title));
}

static uint32_t print_all(const struct at_hand *document, const char *words) {
    enum { MOST = 4 };
    uint32_t count = 0;
    for (size_t at = 0; *words && at < document->text.len && count < MOST;) {
        struct str rest = str_cut(document->text, at, document->text.len);
        size_t found = str_find(rest, str_of(words));
        if (found == rest.len) break;
        print_place(document, (struct place){at + found, at + found + strlen(words)});
        at += found + line_from(rest, found).len + 1;
        at = at < document->text.len ? at : document->text.len;
        count++;
    }
    return count;
}

static void trace_source(const struct trail *trail, const struct at_hand_list *hand) {
    uint32_t documents = 0;
    for (uint32_t i = 0; i < hand->count; i++) {
        if (!is_of_source(&hand->list[i], trail->source)) continue;
        documents++;
        printf("文档  %s\n", hand->list[i].path);
        if (!print_all(&hand->list[i], trail->quote) && !print_all(&hand->list[i], trail->words))
            printf("      没有找到和它一字不差的话，请自己翻一翻。\n");
    }
    if (*trail->document)
        printf("文档  %s，第 %u 行；草稿文件不在了。\n", trail->document, (unsigned)trail->document_line);
    else if (!documents)
        printf("文档  不在手边；用 --documents 写明放在哪个文件夹，再查一次。\n");
}

/* ---- the whole ---- */

static void print_source(const struct source *source) {
    printf("出处  %s", source->title);
    if (*source->publisher) printf("　%s", source->publisher);
    if (*source->date) printf("　%s", source->date);
    if (*source->url) printf("\n      %s", source->url);
    putchar('\n');
}

static void print_trail(const struct desk *desk, const struct trail *trail,
                        const struct trace_options *options) {
    struct at_hand_list hand;
    printf("%s  %s　%s\n", trail->kind, trail->id, trail->says);
    if (*trail->file) printf("      %s，第 %u 行\n", trail->file, (unsigned)trail->line);
    if (*trail->quote) printf("      原句　%s\n", trail->quote);
    if (trail->source) print_source(trail->source);
    at_hand_find(&hand, desk, options->documents);
    if (trail->draft != INBOX_NONE)
        trace_draft(desk, trail, &hand);
    else
        trace_source(trail, &hand);
    at_hand_finish(&hand);
}

static int trace(struct desk *desk, const struct trace_options *options) {
    struct content content;
    struct diags diags;
    struct trail trail;
    diags_init(&diags);
    content_load(&content, &desk->folder.source, CONTENT_QUICK, &diags);
    bool found = trail_find(desk, &content, options->id, &trail);
    if (found)
        print_trail(desk, &trail, options);
    else
        fprintf(stderr, "anzhi: 题库和草稿里都没有“%s”。编号照 anzhi generate 或校对稿里的写。\n",
                options->id);
    content_finish(&content);
    diags_finish(&diags);
    return found ? EXIT_FINE : EXIT_FAILED;
}

int command_trace(int argc, char **argv) {
    struct trace_options options = {0};
    if (!read_options(argc, argv, &options)) return EXIT_FAILED;
    struct desk desk;
    int status = desk_open(&desk, options.folder) ? trace(&desk, &options) : EXIT_FAILED;
    desk_close(&desk);
    return status;
}
