#ifndef ANZHI_CLI_PIN_FILE_H
#define ANZHI_CLI_PIN_FILE_H

#include <stdbool.h>
#include <stdint.h>

/* The operator's PIN on disk: one line, its yescrypt hash, in a file that only the owner may read. A file
   that is not there means that there is no PIN yet; one that can't be read or makes no sense means that
   nobody gets in, never that anybody does. Knows no screen. */

enum pin_file_state { PIN_FILE_NONE, PIN_FILE_SOUND, PIN_FILE_BROKEN };

enum pin_file_state pin_file_look(const char *folder);
/* True: these are the digits. */
bool pin_file_check(const char *folder, const uint8_t *digits, uint32_t count);
/* The old file or the new one, whatever happens in between. The folder is made when it is not there. */
bool pin_file_keep(const char *folder, const uint8_t *digits, uint32_t count);
/* What somebody would try first: one digit, a run up or down, the same two or three again and again. */
bool pin_is_weak(const uint8_t *digits, uint32_t count);

#endif
