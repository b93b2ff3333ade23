#ifndef ANZHI_CLI_OPTIONS_H
#define ANZHI_CLI_OPTIONS_H

#include <getopt.h>
#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"
#include "content/model.h"

/* What the commands' options have in common. Every mistake is one sentence on stderr that names the option.
 */

/* getopt_long with our own messages: -1 at the end, '?' after a mistake has been reported. */
int options_next(int argc, char **argv, const struct option *options);
/* With short options too, "o:". */
int options_next_short(int argc, char **argv, const char *letters, const struct option *options);

bool option_number(const char *option, const char *text, uint64_t most, uint64_t *value);
/* The place of text among the words; -1 after reporting. */
int option_choice(const char *option, const char *text, const char *const *words, int count);
bool option_mode(const char *text, enum mode *mode);
bool option_size(const char *option, const char *text, int32_t *w, int32_t *h); /* 1080x1920 */
bool option_day(const char *text, uint32_t *day);                               /* 2024-09-09 → 20240909 */
/* No arguments but at most `most` are left; reports the first one too many. */
bool options_end(int argc, char **argv, int most);

extern const char *const mode_words[MODES];

#endif
