#include "cli/rewrite.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "store/disk.h"

enum { PATH_ROOM = 4096 };

static bool write_all(int file, struct str text) {
    while (text.len) {
        ssize_t n = write(file, text.at, text.len);
        if (n < 0 && errno == EINTR) continue;
        if (n <= 0) return false;
        text = str_cut(text, (size_t)n, text.len);
    }
    return true;
}

static bool write_file(const char *path, const char *ending, struct str text, mode_t mode) {
    char name[PATH_ROOM];
    errno = ENAMETOOLONG;
    if (snprintf(name, sizeof name, "%s%s", path, ending) >= (int)sizeof name) return false;
    int file = open(name, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode & 0777);
    if (file < 0) return false;
    bool fine = write_all(file, text) && fsync(file) == 0;
    return close(file) == 0 && fine;
}

/* As the file it takes the place of; a new one as others see fit. */
static mode_t mode_of(const char *path) {
    struct stat status;
    return stat(path, &status) == 0 ? status.st_mode : 0666;
}

static bool prepare(const struct rewrite *rewrite) {
    mode_t mode = mode_of(rewrite->path);
    bool kept = !rewrite->keeps_old || !rewrite->before.at ||
                write_file(rewrite->path, ".bak", rewrite->before, mode);
    return kept && write_file(rewrite->path, ".new", rewrite->after, mode);
}

static void drop(const char *path) {
    char name[PATH_ROOM];
    if (snprintf(name, sizeof name, "%s.new", path) < (int)sizeof name) unlink(name);
}

static bool swap(const char *path) {
    char name[PATH_ROOM];
    return snprintf(name, sizeof name, "%s.new", path) < (int)sizeof name && rename(name, path) == 0;
}

/* What was swapped already is made as it was. */
static void undo(const struct rewrite *rewrite) {
    if (!rewrite->before.at)
        unlink(rewrite->path);
    else if (write_file(rewrite->path, ".new", rewrite->before, mode_of(rewrite->path)))
        swap(rewrite->path);
}

static uint32_t prepare_all(const struct rewrite *list, uint32_t count) {
    uint32_t done = 0;
    while (done < count && prepare(&list[done])) done++;
    return done;
}

static uint32_t swap_all(const struct rewrite *list, uint32_t count) {
    uint32_t done = 0;
    while (done < count && swap(list[done].path)) done++;
    for (uint32_t i = done; done < count && i-- > 0;) undo(&list[i]);
    return done;
}

bool rewrite_all(const struct rewrite *list, uint32_t count) {
    uint32_t done = prepare_all(list, count);
    if (done == count) done = swap_all(list, count);
    if (done == count) {
        for (uint32_t i = 0; i < count; i++) disk_settle_folder(list[i].path);
        return true;
    }
    fprintf(stderr, "anzhi: %s 写不进去：%s。什么都没有改。\n", list[done].path, strerror(errno));
    for (uint32_t i = 0; i < count; i++) drop(list[i].path);
    return false;
}
