#ifndef ANZHI_CLI_TYPEFACES_H
#define ANZHI_CLI_TYPEFACES_H

#include "base/str.h"
#include "text/faces.h"

/* What `check` says of the faces of this machine: a sentence for each that is missing, naming what is used
   instead. It is no mistake of the content, so it counts neither as an error nor as a warning. */

void typefaces_report(struct faces *faces, const struct face_choice choices[FACES], struct buf *out);

#endif
