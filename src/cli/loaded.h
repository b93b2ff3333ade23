#ifndef ANZHI_CLI_LOADED_H
#define ANZHI_CLI_LOADED_H

#include <stdbool.h>

#include "cli/folder.h"
#include "content/content.h"
#include "quiz/round.h"
#include "ui/themes.h"

/* Content as a command wants it: found, read, checked, with the messages that came up on the way. */

struct loaded {
    struct folder folder;
    struct diags diags;
    struct content content;
    bool built_in; /* nothing usable was found, this is the demonstration pack */
};

/* The folder to use: what was asked for, else ./content, else what was installed with the program. */
const char *content_folder(const char *asked, struct arena *arena);

/* For commands that need questions: false, after saying so on stderr, when there are none. Errors in content
   are summed up in one sentence that names `anzhi check`. */
bool loaded_open(struct loaded *loaded, const char *asked, enum content_depth depth);
/* The same, but with the built-in pack when nothing else can be played: never false. */
void loaded_open_or_built_in(struct loaded *loaded, const char *asked);
/* Reads and checks all that the program knows how to check. False: there is nothing to play. */
bool loaded_read(struct loaded *loaded, enum content_depth depth);
/* The themes of this site, beginning with the one that was asked for; NULL: with the one of kiosk.json.
   False, after saying so, when there is no such theme. */
bool loaded_themes(const struct content *content, const char *asked, struct themes *themes);
void loaded_close(struct loaded *loaded);

/* assets/demo.json and assets/replays/demo.replay, compiled in. */
extern const unsigned char built_in_pack[], built_in_replay[];
extern const unsigned long built_in_pack_size, built_in_replay_size;

#endif
