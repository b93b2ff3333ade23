#ifndef ANZHI_CONTENT_QUESTION_H
#define ANZHI_CONTENT_QUESTION_H

#include "content/element.h"

/* One written question from its tree: the same code for the full check and for the moment when it is asked.
 */

/* The element was checked against the table. False: it failed, and why was said. */
bool question_read(struct element *element, struct written *out);

#endif
