#include "cli/switch_file.h"

#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "store/disk.h"

enum { PATH_ROOM = 4096, LINE_ROOM = 512 };

static bool path_of(char *path, const char *folder) {
    int length = snprintf(path, PATH_ROOM, "%s/operator-switched", folder);
    return *folder && length < PATH_ROOM;
}

static int open_file(const char *folder, int flags) {
    char path[PATH_ROOM];
    if (!path_of(path, folder)) return -1;
    return open(path, flags | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0600);
}

/* A line begins with an end of line: what a power cut left of the one before is a line of its own. */
bool switch_file_add(const char *folder, const char *item, bool off) {
    char line[LINE_ROOM], path[PATH_ROOM];
    int length = snprintf(line, sizeof line, "\n%s %s\n", off ? "off" : "on", item);
    if (length >= LINE_ROOM) return false;
    int file = open_file(folder, O_WRONLY | O_APPEND | O_CREAT);
    if (file < 0) return false;
    bool written = write(file, line, (size_t)length) == length && fsync(file) == 0;
    return close(file) == 0 && written && path_of(path, folder) && disk_settle_folder(path);
}

static void take_line(char *line, switches_take *take, void *context) {
    char *end = strchr(line, '\n');
    if (!end) return; /* cut short */
    *end = '\0';
    if (strncmp(line, "off ", 4) == 0) take(context, line + 4, true);
    if (strncmp(line, "on ", 3) == 0) take(context, line + 3, false);
}

void switch_file_read(const char *folder, switches_take *take, void *context) {
    char line[LINE_ROOM];
    int opened = open_file(folder, O_RDONLY);
    FILE *file = opened < 0 ? NULL : fdopen(opened, "r");
    while (file && fgets(line, sizeof line, file)) take_line(line, take, context);
    if (file)
        fclose(file);
    else if (opened >= 0)
        close(opened);
}
