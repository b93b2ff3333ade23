#include "cli/watch.h"

#include <dirent.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "base/hash.h"
#include "cli/folder.h"

enum { PATH_ROOM = 4096 };

static uint64_t look_at(const char *path, int depth);

static uint64_t hash_entry(const char *name, const struct stat *found) {
    struct hash hash = hash_begin();
    hash_str(&hash, str_of(name));
    hash_number(&hash, (uint64_t)found->st_size);
    hash_number(&hash, (uint64_t)found->st_mtim.tv_sec);
    hash_number(&hash, (uint64_t)found->st_mtim.tv_nsec);
    hash_number(&hash, found->st_ino);
    return hash_end(&hash);
}

static uint64_t look_at_entry(const char *folder, const char *name, int depth) {
    char path[PATH_ROOM];
    struct stat found;
    if (name[0] == '.' || strcmp(name, WATCH_REPORT) == 0) return 0;
    if (snprintf(path, sizeof path, "%s/%s", folder, name) >= PATH_ROOM || stat(path, &found) != 0) return 0;
    if (S_ISDIR(found.st_mode)) return depth < FOLDER_DEEPEST ? look_at(path, depth + 1) : 0;
    return S_ISREG(found.st_mode) ? hash_entry(name, &found) : 0;
}

/* The order in which a folder tells its files means nothing, so they are added up. */
static uint64_t look_at(const char *path, int depth) {
    uint64_t sum = hash_of(str_of(path));
    DIR *entries = opendir(path);
    if (!entries) return 0;
    for (struct dirent *entry; (entry = readdir(entries));) sum += look_at_entry(path, entry->d_name, depth);
    closedir(entries);
    return sum;
}

uint64_t watch_sight(const char *folder) {
    return look_at(folder, 0);
}

void watch_begin(struct watch *watch, const char *folder, uint64_t taken) {
    *watch = (struct watch){folder, taken, taken};
}

void watch_turn(struct watch *watch, const char *folder) {
    *watch = (struct watch){.folder = folder};
}

bool watch_look(struct watch *watch) {
    uint64_t now = watch_sight(watch->folder);
    bool still = now == watch->seen;
    watch->seen = now;
    if (!still || now == watch->taken || now == 0) return false;
    watch->taken = now;
    return true;
}
