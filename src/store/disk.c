#include "store/disk.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

enum { PATH_ROOM = 4096 + 16 };

static bool settle(const char *path, int flags) {
    int file = open(path, flags | O_RDONLY | O_CLOEXEC);
    if (file < 0) return false;
    bool settled = fsync(file) == 0;
    close(file);
    return settled;
}

bool disk_settle(const char *path) {
    return settle(path, 0);
}

bool disk_settle_folder(const char *path) {
    char folder[PATH_ROOM];
    const char *slash = strrchr(path, '/');
    if (!slash || slash == path) return settle(slash ? "/" : ".", O_DIRECTORY);
    snprintf(folder, sizeof folder, "%.*s", (int)(slash - path), path);
    return settle(folder, O_DIRECTORY);
}

bool disk_is_folder(const char *path) {
    struct stat found;
    return stat(path, &found) == 0 && S_ISDIR(found.st_mode);
}

bool disk_make_folder(const char *folder) {
    char path[PATH_ROOM];
    if (snprintf(path, sizeof path, "%s", folder) >= PATH_ROOM) return false;
    for (char *at = path + 1; *at; at++) {
        if (*at != '/') continue;
        *at = '\0';
        if (mkdir(path, 0700) != 0 && errno != EEXIST) return false;
        *at = '/';
    }
    return mkdir(path, 0700) == 0 || errno == EEXIST;
}

static bool write_all(int file, struct str bytes) {
    while (bytes.len) {
        ssize_t written = write(file, bytes.at, bytes.len);
        if (written < 0) return false;
        bytes = str_cut(bytes, (size_t)written, bytes.len);
    }
    return fsync(file) == 0;
}

/* What an attempt before this one left under the name is nobody's, and it may be a link. */
static bool write_new(const char *path, struct str bytes, mode_t mode) {
    unlink(path);
    int file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, mode);
    if (file < 0) return false;
    bool written = write_all(file, bytes);
    return close(file) == 0 && written;
}

/* Some file systems of other machines settle their folders by themselves, and say that they can't. */
static bool settle_name(const char *path) {
    return disk_settle_folder(path) || errno == EINVAL;
}

bool disk_replace(const char *path, const char *beside, struct str bytes, bool is_private) {
    bool replaced = write_new(beside, bytes, is_private ? 0600 : 0666) && rename(beside, path) == 0;
    if (replaced) return settle_name(path);
    int why = errno;
    unlink(beside);
    errno = why;
    return false;
}

void disk_make_private(const char *path) {
    int file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (file >= 0) close(file);
}

void disk_make_writable(const char *path) {
    enum { READ_AND_WRITE = S_IRUSR | S_IWUSR };
    struct stat found;
    if (lstat(path, &found) != 0 || !S_ISREG(found.st_mode) || found.st_uid != geteuid()) return;
    if ((found.st_mode & READ_AND_WRITE) != READ_AND_WRITE) chmod(path, READ_AND_WRITE);
}

int disk_take_lock(const char *folder) {
    char path[PATH_ROOM];
    if (snprintf(path, sizeof path, "%s/scores.lock", folder) >= PATH_ROOM) return -2;
    int file = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (file < 0) return -2;
    if (flock(file, LOCK_EX | LOCK_NB) == 0) return file;
    bool taken = errno == EWOULDBLOCK;
    close(file);
    return taken ? -1 : -2;
}
