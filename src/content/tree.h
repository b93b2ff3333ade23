#ifndef ANZHI_CONTENT_TREE_H
#define ANZHI_CONTENT_TREE_H

#include <cjson/cJSON.h>

#include <stdbool.h>

#include "base/arena.h"
#include "base/str.h"

/* The tree that cJSON would build, of its own nodes and for its own functions, in an arena: a full check
   builds that of every question, and cJSON, which asks malloc for each node and text, took two fifths of its
   time. The text must have passed the scanner as sound and plain; nothing is checked a second time. Nobody
   may delete the tree. */
const cJSON *tree_build(struct arena *arena, struct str plain, bool has_escapes);

#endif
