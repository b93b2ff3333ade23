#include "cli/pin_file.h"

#include <crypt.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "store/disk.h"

enum { PATH_ROOM = 4096, HASH_ROOM = CRYPT_OUTPUT_SIZE, DIGITS_MOST = 16 };

static bool path_of(char *path, const char *folder, const char *name) {
    int length = snprintf(path, PATH_ROOM, "%s/%s", folder, name);
    return length > 0 && length < PATH_ROOM;
}

/* The line, without its end; false: errno says why, EINVAL that it is no hash. */
static bool read_hash(const char *folder, char *hash) {
    char path[PATH_ROOM];
    errno = EINVAL;
    if (!path_of(path, folder, "operator-pin")) return false;
    int file = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
    if (file < 0) return false;
    ssize_t length = read(file, hash, HASH_ROOM - 1);
    close(file);
    errno = EINVAL;
    if (length <= 0) return false;
    hash[length] = '\0';
    hash[strcspn(hash, "\n")] = '\0';
    return strncmp(hash, "$y$", 3) == 0;
}

enum pin_file_state pin_file_look(const char *folder) {
    char hash[HASH_ROOM];
    if (read_hash(folder, hash)) return PIN_FILE_SOUND;
    return errno == ENOENT ? PIN_FILE_NONE : PIN_FILE_BROKEN;
}

static void spell(const uint8_t *digits, uint32_t count, char *phrase) {
    for (uint32_t i = 0; i < count; i++) phrase[i] = (char)('0' + digits[i]);
    phrase[count] = '\0';
}

/* Takes as long whatever differs. */
static bool is_same(const char *a, const char *b) {
    size_t length = strlen(a);
    unsigned char differs = 0;
    if (strlen(b) != length) return false;
    for (size_t i = 0; i < length; i++) differs |= (unsigned char)(a[i] ^ b[i]);
    return differs == 0;
}

/* NULL: it can't be had. To be freed. */
static char *hash_of_pin(const uint8_t *digits, uint32_t count, const char *setting) {
    char phrase[DIGITS_MOST + 1];
    void *data = NULL;
    int size = 0;
    if (count > DIGITS_MOST) return NULL;
    spell(digits, count, phrase);
    char *found = crypt_ra(phrase, setting, &data, &size), *hash = found ? strdup(found) : NULL;
    explicit_bzero(phrase, sizeof phrase);
    if (data) explicit_bzero(data, (size_t)size);
    free(data);
    return hash;
}

bool pin_file_check(const char *folder, const uint8_t *digits, uint32_t count) {
    char kept[HASH_ROOM];
    if (!read_hash(folder, kept)) return false;
    char *hash = hash_of_pin(digits, count, kept);
    bool right = hash && is_same(hash, kept);
    free(hash);
    return right;
}

static bool replace(const char *folder, const char *hash) {
    char path[PATH_ROOM], beside[PATH_ROOM];
    if (!path_of(path, folder, "operator-pin") || !path_of(beside, folder, "operator-pin.new")) return false;
    char line[HASH_ROOM + 1];
    int length = snprintf(line, sizeof line, "%s\n", hash);
    return disk_replace(path, beside, (struct str){line, (size_t)length}, true);
}

bool pin_file_keep(const char *folder, const uint8_t *digits, uint32_t count) {
    if (!disk_make_folder(folder)) return false;
    char *setting = crypt_gensalt_ra("$y$", 0, NULL, 0); /* salt from the kernel */
    char *hash = setting ? hash_of_pin(digits, count, setting) : NULL;
    bool kept = hash && strncmp(hash, "$y$", 3) == 0 && replace(folder, hash);
    free(hash);
    free(setting);
    return kept;
}

/* Does it go on by the same step, or repeat itself after so many? */
static bool repeats(const uint8_t *digits, uint32_t count, uint32_t period) {
    for (uint32_t i = period; i < count; i++)
        if (digits[i] != digits[i - period]) return false;
    return true;
}

static bool climbs(const uint8_t *digits, uint32_t count, int step) {
    for (uint32_t i = 1; i < count; i++)
        if ((digits[i - 1] + step + 10) % 10 != digits[i]) return false;
    return true;
}

bool pin_is_weak(const uint8_t *digits, uint32_t count) {
    return repeats(digits, count, 1) || repeats(digits, count, 2) || repeats(digits, count, 3) ||
           climbs(digits, count, 1) || climbs(digits, count, -1);
}
