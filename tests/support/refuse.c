#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* A disk that refuses, put before the C library with LD_PRELOAD: the program under it is the one that ships.
   What the environment says:

   REFUSE_ERROR  the error's number, which also says what may fail by it
   REFUSE_FROM   the first call of these that fails, counted from 1; 0: none
   REFUSE_COUNT  how many fail; 0: all from there on
   REFUSE_UNDER  only calls about files whose path begins so
   REFUSE_WHILE  only while this file is there; while it is not, nothing is counted either
   REFUSE_TALLY  the number of calls that were counted is written into this file at the end */

enum { OPEN_TO_READ = 1, OPEN_TO_WRITE = 2, OPEN_NEW = 4, READ = 8, WRITE = 16, NAME = 32, UNLINK = 64 };

static const struct {
    int error;
    unsigned calls;
} refusals[] = {
    {EMFILE, OPEN_TO_READ | OPEN_TO_WRITE | OPEN_NEW},
    {EROFS, OPEN_TO_WRITE | OPEN_NEW | WRITE | NAME | UNLINK},
    {ENOSPC, OPEN_NEW | WRITE | NAME},
    {EIO, OPEN_TO_READ | OPEN_TO_WRITE | OPEN_NEW | READ | WRITE | NAME | UNLINK},
};

static atomic_long counted;

static long number(const char *name) {
    const char *text = getenv(name);
    return text ? strtol(text, NULL, 10) : 0;
}

static bool is_under(const char *path) {
    const char *under = getenv("REFUSE_UNDER");
    return !under || strncmp(path, under, strlen(under)) == 0;
}

/* Not through access, which may be ours one day. */
static bool is_time(void) {
    struct stat found;
    const char *path = getenv("REFUSE_WHILE");
    return !path || stat(path, &found) == 0;
}

static bool may_fail(unsigned call) {
    for (size_t i = 0; i < sizeof refusals / sizeof *refusals; i++)
        if (refusals[i].error == number("REFUSE_ERROR")) return refusals[i].calls & call;
    return false;
}

static bool refuses(unsigned call, const char *path) {
    int before = errno;
    bool ours = may_fail(call) && is_under(path) && is_time();
    errno = before;
    if (!ours) return false;
    long here = atomic_fetch_add(&counted, 1) + 1, from = number("REFUSE_FROM"),
         count = number("REFUSE_COUNT");
    if (!from || here < from || (count && here >= from + count)) return false;
    errno = (int)number("REFUSE_ERROR");
    return true;
}

static bool refuses_file(unsigned call, int file) {
    char link[64], path[4096];
    snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length < 0) return false;
    path[length] = '\0';
    return refuses(call, path);
}

static unsigned kind_of_open(const char *path, int flags) {
    struct stat found;
    if ((flags & O_CREAT) && stat(path, &found) != 0) return OPEN_NEW;
    return (flags & O_ACCMODE) == O_RDONLY ? OPEN_TO_READ : OPEN_TO_WRITE;
}

__attribute__((destructor)) static void write_tally(void) {
    const char *path = getenv("REFUSE_TALLY");
    FILE *file = path ? fopen(path, "w") : NULL;
    if (!file) return;
    fprintf(file, "%ld\n", atomic_load(&counted));
    fclose(file);
}

/* Each name of the library, and beside it the one for large files. */
#define NEXT(name) (__extension__((__typeof__(&name))dlsym(RTLD_NEXT, #name)))

#define OPEN(name)                                                                                           \
    int name(const char *path, int flags, ...) {                                                             \
        va_list arguments;                                                                                   \
        va_start(arguments, flags);                                                                          \
        mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(arguments, mode_t) : 0;                         \
        va_end(arguments);                                                                                   \
        return refuses(kind_of_open(path, flags), path) ? -1 : NEXT(name)(path, flags, mode);                \
    }
OPEN(open)
OPEN(open64)

#define OPENAT(name)                                                                                         \
    int name(int folder, const char *path, int flags, ...) {                                                 \
        va_list arguments;                                                                                   \
        va_start(arguments, flags);                                                                          \
        mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(arguments, mode_t) : 0;                         \
        va_end(arguments);                                                                                   \
        return refuses(kind_of_open(path, flags), path) ? -1 : NEXT(name)(folder, path, flags, mode);        \
    }
OPENAT(openat)
OPENAT(openat64)

#define FOPEN(name)                                                                                          \
    FILE *name(const char *path, const char *mode) {                                                         \
        int flags = *mode == 'r' ? O_RDONLY : O_WRONLY | O_CREAT;                                            \
        return refuses(kind_of_open(path, flags), path) ? NULL : NEXT(name)(path, mode);                     \
    }
FOPEN(fopen)
FOPEN(fopen64)

ssize_t read(int file, void *to, size_t count) {
    return refuses_file(READ, file) ? -1 : NEXT(read)(file, to, count);
}
ssize_t write(int file, const void *from, size_t count) {
    return refuses_file(WRITE, file) ? -1 : NEXT(write)(file, from, count);
}
ssize_t pread(int file, void *to, size_t count, off_t at) {
    return refuses_file(READ, file) ? -1 : NEXT(pread)(file, to, count, at);
}
ssize_t pread64(int file, void *to, size_t count, off64_t at) {
    return refuses_file(READ, file) ? -1 : NEXT(pread64)(file, to, count, at);
}
ssize_t pwrite(int file, const void *from, size_t count, off_t at) {
    return refuses_file(WRITE, file) ? -1 : NEXT(pwrite)(file, from, count, at);
}
ssize_t pwrite64(int file, const void *from, size_t count, off64_t at) {
    return refuses_file(WRITE, file) ? -1 : NEXT(pwrite64)(file, from, count, at);
}
int ftruncate(int file, off_t size) {
    return refuses_file(WRITE, file) ? -1 : NEXT(ftruncate)(file, size);
}
int ftruncate64(int file, off64_t size) {
    return refuses_file(WRITE, file) ? -1 : NEXT(ftruncate64)(file, size);
}
int fsync(int file) {
    return refuses_file(WRITE, file) ? -1 : NEXT(fsync)(file);
}
int fdatasync(int file) {
    return refuses_file(WRITE, file) ? -1 : NEXT(fdatasync)(file);
}
int mkdir(const char *path, mode_t mode) {
    return refuses(NAME, path) ? -1 : NEXT(mkdir)(path, mode);
}
int rename(const char *from, const char *to) {
    return refuses(NAME, from) ? -1 : NEXT(rename)(from, to);
}
int unlink(const char *path) {
    return refuses(UNLINK, path) ? -1 : NEXT(unlink)(path);
}
