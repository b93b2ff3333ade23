#ifndef ANZHI_CLI_TYPEFACES_H
#define ANZHI_CLI_TYPEFACES_H

#include "base/str.h"
#include "cli/loaded.h"
#include "text/faces.h"

/* Which files the faces are drawn from, and what `check` says of those that this machine has not. */

/* What a theme of the site asks for, sought beside the theme and among the fonts of this machine, and behind
   it what our own themes use. False: it asks for none. */
bool typefaces_of(const struct site_theme *theme, const char *root, struct arena *arena,
                  struct face_choice choices[FACES]);
/* The faces of the site's own theme; NULL: it has none of its own. They live no longer than what was loaded.
 */
struct faces *typefaces_open(const struct themes *themes, struct loaded *loaded);

/* A sentence for each that is missing, naming what is used instead. It is no mistake of the content, so it
   counts neither as an error nor as a warning. theme NULL: of our own themes. */
void typefaces_report(struct faces *faces, const struct face_choice choices[FACES],
                      const struct site_theme *theme, struct buf *out);
/* Of our own themes, and of every theme of the site. */
void typefaces_report_all(struct loaded *loaded, struct buf *out);

#endif
