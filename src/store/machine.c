#include "store/machine.h"

#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <unistd.h>

#include "base/hash.h"
#include "store/key.h"

/* As systemd asks of whoever uses the number: never as it is. */
void machine_print(char text[MACHINE_TEXT]) {
    char id[64];
    struct hash hash = hash_begin();
    int file = open("/etc/machine-id", O_RDONLY | O_CLOEXEC);
    ssize_t length = file < 0 ? -1 : read(file, id, sizeof id);
    if (file >= 0) close(file);
    hash_str(&hash, STR("anzhi scores"));
    if (length > 0) hash_bytes(&hash, id, (size_t)length);
    snprintf(text, MACHINE_TEXT, "%016" PRIx64, hash_end(&hash));
}

int machine_enter(sqlite3 *db, const char *machine, int64_t now, char kiosk[KIOSK_TEXT]) {
    uint64_t number;
    sqlite3_stmt *statement = NULL;
    if (!chance_bytes(&number, sizeof number)) return SQLITE_IOERR;
    snprintf(kiosk, KIOSK_TEXT, "%016" PRIx64, number);
    int code = sqlite3_prepare_v2(db, "INSERT INTO kiosk VALUES (?,?,?)", -1, &statement, NULL);
    if (code != SQLITE_OK) return code;
    sqlite3_bind_text(statement, 1, kiosk, -1, SQLITE_STATIC);
    sqlite3_bind_text(statement, 2, machine, -1, SQLITE_STATIC);
    sqlite3_bind_int64(statement, 3, now);
    code = sqlite3_step(statement);
    sqlite3_finalize(statement);
    return code == SQLITE_DONE ? SQLITE_OK : code;
}
