#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/hash.h"
#include "cli/blank.h"
#include "cli/cli.h"
#include "cli/html.h"
#include "cli/import_report.h"
#include "cli/inbox_files.h"
#include "cli/loaded.h"
#include "cli/options.h"
#include "cli/slurp.h"
#include "exchange/clash.h"
#include "exchange/import.h"
#include "exchange/source_title.h"
#include "exchange/topic.h"

enum import_format { FORMAT_TEXT, FORMAT_JSONL, FORMATS };

struct import_options {
    const char *content, *into;
    int format;
    char **files;
    int file_count;
};

static bool take_files(int argc, char **argv, struct import_options *out) {
    static const char *const kinds[] = {"document"};
    if (optind >= argc) {
        fprintf(stderr,
                "anzhi: 请写出要导入什么，例如 anzhi import document 文件.txt --into wangan-2024。\n");
        return false;
    }
    if (option_choice("anzhi import", argv[optind], kinds, 1) < 0) return false;
    out->files = argv + optind + 1;
    out->file_count = argc - optind - 1;
    if (out->file_count == 0) fprintf(stderr, "anzhi: 请写出至少一个文件。\n");
    bool wants_pack = out->format == FORMAT_TEXT && !out->into;
    if (wants_pack) fprintf(stderr, "anzhi: 请写出准备加进哪个包，例如 --into wangan-2024。\n");
    return out->file_count > 0 && !wants_pack;
}

static bool read_options(int argc, char **argv, struct import_options *out) {
    static const char *const formats[FORMATS] = {"text", "jsonl"};
    static const struct option options[] = {{"content", required_argument, NULL, 'c'},
                                            {"into", required_argument, NULL, 'i'},
                                            {"format", required_argument, NULL, 'f'},
                                            {0}};
    for (int found; (found = options_next(argc, argv, options)) != -1;) {
        if (found == '?') return false;
        if (found == 'c') out->content = optarg;
        if (found == 'i') out->into = optarg;
        if (found == 'f' && (out->format = option_choice("--format", optarg, formats, FORMATS)) < 0)
            return false;
    }
    return take_files(argc, argv, out);
}

struct import {
    const struct import_options *options;
    struct drafts drafts;     /* of the documents of this import */
    struct inbox_files files; /* with text only */
    struct loaded loaded;     /* the packs, to see what they say otherwise */
    bool has_content;
};

/* The file's name without folders and ending. */
static const char *stem_of(struct arena *arena, const char *path) {
    const char *slash = strrchr(path, '/'), *name = slash ? slash + 1 : path, *dot = strrchr(name, '.');
    return arena_text(arena, name, dot && dot > name ? (size_t)(dot - name) : strlen(name));
}

/* Where it can be found again, from whichever folder. */
static const char *whole_path(struct arena *arena, const char *path) {
    char *real = realpath(path, NULL);
    const char *whole = arena_printf(arena, "%s", real ? real : path);
    free(real);
    return whole;
}

static void put_in_inbox(struct import *import, const struct document *document, const char *path,
                         struct str bytes) {
    struct drafts found;
    drafts_init(&found);
    import_document(&found, document);
    struct source_title title = source_title(&import->files.arena, document);
    struct inbox_document entry = {.name = stem_of(&import->files.arena, path),
                                   .file = document->name,
                                   .path = whole_path(&import->files.arena, path),
                                   .title = title.text,
                                   .title_from = title.from,
                                   .publisher = document->publisher,
                                   .url = document->url,
                                   .hash = hash_of(bytes),
                                   .into = import->options->into,
                                   .date = ""};
    char date[16];
    snprintf(date, sizeof date, "%04u-%02u-%02u", document->date / 10000, document->date / 100 % 100,
             document->date % 100);
    if (document->date) entry.date = date;
    inbox_take(&import->files.inbox, &entry, found.list, found.count);
    drafts_finish(&found);
}

/* False: the file can't be read at all. What is wrong with its text is said and does no harm to the others.
 */
static bool import_file(struct import *import, const char *path) {
    struct buf bytes;
    buf_init(&bytes);
    bool is_read = slurp(path, &bytes);
    if (is_read) {
        struct document document;
        document_read(&document, buf_get(&bytes), path);
        if (document.flaw) fprintf(stderr, "anzhi: %s：%s。\n", path, document_flaw_words[document.flaw]);
        if (import->options->format == FORMAT_TEXT && !document.flaw)
            put_in_inbox(import, &document, path, buf_get(&bytes));
        if (import->options->format == FORMAT_JSONL) import_document(&import->drafts, &document);
        document_finish(&document);
    }
    buf_finish(&bytes);
    return is_read;
}

static bool import_files(struct import *import) {
    bool fine = true;
    for (int i = 0; i < import->options->file_count; i++)
        fine = import_file(import, import->options->files[i]) && fine;
    return fine;
}

static void print(const struct buf *out) {
    fwrite(out->at, 1, out->len, stdout);
}

static int print_lines(struct import *import) {
    struct buf out;
    buf_init(&out);
    bool fine = import_files(import);
    clash_find(&import->drafts, import->has_content ? &import->loaded.content : NULL);
    topic_find(&import->drafts, import->has_content ? &import->loaded.content : NULL);
    drafts_write_lines(&import->drafts, &out);
    print(&out);
    buf_finish(&out);
    return fine ? EXIT_FINE : EXIT_FAILED;
}

/* A draft of an earlier import that is contradicted only now is written again as well. */
static void mark_changed(struct inbox *inbox, const uint64_t *before) {
    for (uint32_t i = 0; i < inbox->drafts.count; i++)
        if (hash_of(str_of(inbox->drafts.list[i].conflict_with)) != before[i])
            inbox->documents[inbox->decisions[i].document].is_changed = true;
}

static void find_clashes(struct import *import) {
    struct inbox *inbox = &import->files.inbox;
    uint64_t *before = ARENA_LIST(&import->files.arena, uint64_t, inbox->drafts.count + 1);
    for (uint32_t i = 0; i < inbox->drafts.count; i++)
        before[i] = hash_of(str_of(inbox->drafts.list[i].conflict_with));
    clash_find(&inbox->drafts, import->has_content ? &import->loaded.content : NULL);
    mark_changed(inbox, before);
    topic_find(&inbox->drafts, import->has_content ? &import->loaded.content : NULL);
}

static void print_report(struct import *import) {
    struct buf out;
    buf_init(&out);
    for (int i = 0; i < import->options->file_count; i++) {
        const char *path = import->options->files[i], *slash = strrchr(path, '/');
        import_report_document(&import->files.inbox.drafts, slash ? slash + 1 : path, &out);
    }
    for (uint32_t i = 0; i < import->files.inbox.document_count; i++)
        if (import->files.inbox.documents[i].is_changed)
            import_report_source(&import->files.inbox.documents[i], &out);
    import_report_conflicts(&import->files.inbox.drafts, &out);
    buf_printf(&out, "\n草稿在 %s 里，题库没有改动。用 anzhi review 逐条看，用 anzhi accept 编号 收下。\n",
               import->files.folder);
    print(&out);
    html_write(arena_printf(&import->files.arena, "%s/导入报告.txt", import->files.folder), buf_get(&out));
    buf_finish(&out);
}

/* A pack that is not there would take nothing later on. */
static bool has_pack(const struct import *import) {
    const struct content *content = &import->loaded.content;
    if (!import->has_content || blank_pack(content, import->options->into)) return true;
    fprintf(stderr, "anzhi: 没有“%s”这个包，现有的是", import->options->into);
    for (uint32_t i = 0; i < content->pack_count; i++)
        fprintf(stderr, "%s%s", i ? "、" : " ", content->packs[i].id);
    fprintf(stderr, "。\n");
    return false;
}

/* What comes through a pipe has no line to lead back to. */
static bool has_names(const struct import_options *options) {
    for (int i = 0; i < options->file_count; i++) {
        if (strcmp(options->files[i], "-") != 0) continue;
        fprintf(stderr, "anzhi: 从标准输入读的，日后查不到来历；先存成文件再导入，或者用 --format jsonl。\n");
        return false;
    }
    return true;
}

static int write_drafts(struct import *import, const char *content) {
    if (!has_pack(import) || !has_names(import->options)) return EXIT_FAILED;
    bool fine = inbox_files_open(&import->files, content) && import_files(import);
    if (fine) find_clashes(import);
    fine = fine && inbox_files_save(&import->files);
    if (fine) print_report(import);
    inbox_files_close(&import->files);
    return fine ? EXIT_FINE : EXIT_FAILED;
}

/* Without packs there is nothing to contradict, and that is no mistake. */
static void open_content(struct import *import, const char *content) {
    if (access(content, F_OK) != 0) return;
    import->has_content = loaded_open(&import->loaded, content, CONTENT_QUICK);
    if (!import->has_content) loaded_close(&import->loaded);
}

int command_import(int argc, char **argv) {
    struct import_options options = {0};
    if (!read_options(argc, argv, &options)) return EXIT_FAILED;
    struct import import = {.options = &options};
    struct arena arena;
    arena_init(&arena);
    drafts_init(&import.drafts);
    const char *content = content_folder(options.content, &arena);
    open_content(&import, content);
    int status = options.format == FORMAT_JSONL ? print_lines(&import) : write_drafts(&import, content);
    if (import.has_content) loaded_close(&import.loaded);
    drafts_finish(&import.drafts);
    arena_finish(&arena);
    return status;
}
