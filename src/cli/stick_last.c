#include "cli/stick_last.h"

#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/words.h"
#include "store/database.h"
#include "store/disk.h"

/* Whole or not at all: a kiosk may look at any moment. */
void stick_last_write(const char *data, const struct stick_outcome *outcome) {
    char path[STORE_PATH], beside[STORE_PATH], line[64];
    int length = snprintf(line, sizeof line, "served %d %d\n", (int)outcome->scores, (int)outcome->content);
    if (!database_path(path, data, "stick-last") || !database_path(beside, data, "stick-last.new")) return;
    disk_replace(path, beside, (struct str){line, (size_t)length}, true);
}

static bool read_line(struct str line, struct stick_outcome *outcome) {
    uint64_t scores, content;
    if (!str_is(words_next(&line), "served")) return false;
    if (!words_number(words_next(&line), STICK_WRITTEN, &scores)) return false;
    if (!words_number(words_next(&line), STICK_TAKEN, &content)) return false;
    *outcome = (struct stick_outcome){
        .phase = STICK_SERVED, .scores = (enum stick_scores)scores, .content = (enum stick_content)content};
    return true;
}

int64_t stick_last_read(const char *data, struct stick_outcome *outcome) {
    char path[STORE_PATH], line[64];
    struct stat found;
    if (!database_path(path, data, "stick-last")) return 0;
    int file = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
    if (file < 0) return 0;
    ssize_t length = read(file, line, sizeof line);
    bool sound =
        length > 1 && fstat(file, &found) == 0 && read_line((struct str){line, (size_t)length - 1}, outcome);
    close(file);
    return sound ? (int64_t)found.st_mtim.tv_sec * 1000000000 + found.st_mtim.tv_nsec : 0;
}
