#include <stdio.h>
#include <string.h>

#include "cli/cli.h"
#include "cli/options.h"
#include "cli/slurp.h"
#include "exchange/import.h"

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
    return out->file_count > 0;
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

/* False: the file can't be read at all. What is wrong with its text is said and does no harm to the others.
 */
static bool import_file(const char *path, struct drafts *drafts) {
    struct buf bytes;
    buf_init(&bytes);
    bool is_read = slurp(path, &bytes);
    if (is_read) {
        struct document document;
        document_read(&document, buf_get(&bytes), path);
        if (document.flaw) fprintf(stderr, "anzhi: %s：%s。\n", path, document_flaw_words[document.flaw]);
        import_document(drafts, &document);
        document_finish(&document);
    }
    buf_finish(&bytes);
    return is_read;
}

int command_import(int argc, char **argv) {
    struct import_options options = {0};
    if (!read_options(argc, argv, &options)) return EXIT_FAILED;
    struct drafts drafts;
    struct buf out;
    int status = EXIT_FINE;
    drafts_init(&drafts);
    buf_init(&out);
    for (int i = 0; i < options.file_count; i++)
        if (!import_file(options.files[i], &drafts)) status = EXIT_FAILED;
    drafts_write_lines(&drafts, &out);
    fwrite(out.at, 1, out.len, stdout);
    buf_finish(&out);
    drafts_finish(&drafts);
    return status;
}
