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
