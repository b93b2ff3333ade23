// Runs a fuzz target over the files of its corpus without libFuzzer, so that every compiler and every
// ordinary test run sees the inputs that were interesting once. Promises to fail when the corpus is missing
// or empty: a test that reads nothing proves nothing. Knows nothing of what the target does with the bytes.

#include <dirent.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

static void fail(const char *what, const char *path) {
    fprintf(stderr, "%s: %s\n", what, path);
    exit(1);
}

// The buffer is exactly as long as the file, so that a sanitizer sees a read past its end.
static uint8_t *read_file(const char *path, size_t *length) {
    FILE *file = fopen(path, "rb");
    if (!file || fseek(file, 0, SEEK_END) != 0) fail("cannot open", path);
    long size = ftell(file);
    rewind(file);
    if (size < 0) fail("cannot measure", path);
    uint8_t *bytes = malloc(size > 0 ? (size_t)size : 1);
    if (!bytes || fread(bytes, 1, (size_t)size, file) != (size_t)size) fail("cannot read", path);
    fclose(file);
    *length = (size_t)size;
    return bytes;
}

static void feed(const char *path) {
    size_t length;
    uint8_t *bytes = read_file(path, &length);
    if (LLVMFuzzerTestOneInput(bytes, length) != 0) fail("refused by the target", path);
    free(bytes);
}

static int feed_folder(const char *folder) {
    DIR *entries = opendir(folder);
    if (!entries) fail("no such corpus", folder);
    int fed = 0;
    for (struct dirent *entry; (entry = readdir(entries)) != NULL;) {
        if (entry->d_name[0] == '.') continue;
        char path[4096];
        snprintf(path, sizeof path, "%s/%s", folder, entry->d_name);
        puts(path); // the last line printed names the input that crashed
        fflush(stdout);
        feed(path);
        fed++;
    }
    closedir(entries);
    return fed;
}

int main(int argc, char **argv) {
    if (argc != 2) fail("usage", "corpus_X FOLDER");
    int fed = feed_folder(argv[1]);
    if (fed == 0) fail("empty corpus", argv[1]);
    printf("%d inputs\n", fed);
    return 0;
}
