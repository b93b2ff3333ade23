#include "cli/kept_file.h"

#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "app/app.h"
#include "base/words.h"
#include "store/disk.h"
#include "ui/theme.h"

enum { PATH_ROOM = 4096, TEXT_ROOM = 256 };

static bool path_of(char *path, const char *folder, const char *name) {
    int length = snprintf(path, PATH_ROOM, "%s/%s", folder, name);
    return *folder && length > 0 && length < PATH_ROOM;
}

static bool read_text(const char *folder, char text[TEXT_ROOM]) {
    char path[PATH_ROOM];
    if (!path_of(path, folder, "operator-kept")) return false;
    int file = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
    if (file < 0) return false;
    ssize_t length = read(file, text, TEXT_ROOM - 1);
    close(file);
    text[length > 0 ? length : 0] = '\0';
    return length > 0;
}

/* The number after a name, anywhere in the text. */
static bool find_number(const char *text, const char *name, uint32_t most, uint32_t *number) {
    struct str rest = str_of(text);
    uint64_t found;
    while (rest.len) {
        if (!str_is(words_next(&rest), name)) continue;
        if (!words_number(words_next(&rest), most, &found)) return false;
        *number = (uint32_t)found;
        return true;
    }
    return false;
}

void kept_file_read(const char *folder, struct kept *kept) {
    char text[TEXT_ROOM];
    *kept = (struct kept){0};
    if (!read_text(folder, text)) return;
    for (char *at = text; *at; at++)
        if (*at == '\n') *at = ' ';
    kept->has_theme = find_number(text, "theme", THEME_OWN, &kept->theme) &&
                      find_number(text, "site-theme", THEME_OWN, &kept->site_theme);
    kept->has_volume = find_number(text, "volume", VOLUME_MOST, &kept->volume);
    find_number(text, "wrong", UINT16_MAX, &kept->wrong);
}

static size_t print(char text[TEXT_ROOM], const struct kept *kept) {
    int length = snprintf(text, TEXT_ROOM, "wrong %u\n", kept->wrong);
    if (kept->has_volume)
        length += snprintf(text + length, (size_t)(TEXT_ROOM - length), "volume %u\n", kept->volume);
    if (kept->has_theme)
        length += snprintf(text + length, (size_t)(TEXT_ROOM - length), "theme %u\nsite-theme %u\n",
                           kept->theme, kept->site_theme);
    return (size_t)length;
}

/* The old one stays until the new one is whole. */
bool kept_file_write(const char *folder, const struct kept *kept) {
    char path[PATH_ROOM], beside[PATH_ROOM], text[TEXT_ROOM];
    if (!path_of(path, folder, "operator-kept") || !path_of(beside, folder, "operator-kept.new"))
        return false;
    disk_make_folder(folder);
    size_t length = print(text, kept);
    return disk_replace(path, beside, (struct str){text, length}, true);
}
