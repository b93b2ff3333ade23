#include <stdbool.h>
#include <time.h>

#include "cli/cli.h"
#include "store/database.h"

/* The program with a planted bug: it says that a row is saved and writes it with a later one. Whoever tests
   the promise from outside must catch it. Linked with --wrap=database_write, so that nothing of it is in the
   program itself. */

int __real_database_write(struct database *database, struct row *const *rows, uint32_t count);
int __wrap_database_write(struct database *database, struct row *const *rows, uint32_t count);

enum { HELD_BACK = 3 };

/* As long as a commit takes, or the kill would hardly ever find anything held back. */
static void dawdle(void) {
    nanosleep(&(struct timespec){.tv_nsec = 3000000}, NULL);
}

static struct row held[HELD_BACK];
static uint32_t holding;
static struct arena texts;

int __wrap_database_write(struct database *database, struct row *const *rows, uint32_t count) {
    struct row *list[HELD_BACK];
    for (uint32_t i = 0; i < count && holding < HELD_BACK; i++) row_copy(rows[i], &texts, &held[holding++]);
    if (holding < HELD_BACK) {
        dawdle();
        return SQLITE_OK;
    }
    for (uint32_t i = 0; i < holding; i++) list[i] = &held[i];
    holding = 0;
    return __real_database_write(database, list, HELD_BACK);
}

int main(int argc, char **argv) {
    arena_init(&texts);
    return cli_main(argc, argv);
}
