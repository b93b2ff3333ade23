#ifndef ANZHI_UI_THEMES_H
#define ANZHI_UI_THEMES_H

#include "content/content.h"
#include "ui/theme.h"

/* The themes of a site: the built-in ones, and one that it brings (theme/NAME.json). */

struct themes {
    struct palette own;
    const struct site_theme *file; /* of own; NULL: the site has none */
    enum theme first;              /* the one to begin with */
};

/* `name` is the one to begin with; if that is a built-in one, its own is the first that can be used. A theme
   with mistakes in it is stood in for by its base. False: there is no such theme. */
bool themes_of(const struct content *content, const char *name, struct themes *themes);
const struct palette *themes_palette(const struct themes *themes, enum theme theme);

const char *themes_own_title(const struct themes *themes); /* NULL: the site has none */

/* Warns of texts that could hardly be read in the themes that the site brings. */
void themes_check(const struct content *content, struct diags *diags);

#endif
