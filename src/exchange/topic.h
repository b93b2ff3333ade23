#ifndef ANZHI_EXCHANGE_TOPIC_H
#define ANZHI_EXCHANGE_TOPIC_H

#include "content/content.h"
#include "exchange/draft.h"

/* Of which topic a draft is, so that a person finds together what belongs together. A topic of the packs
   where they say it: that of the thing a draft is about, of what they already say of it, or the one topic
   whose word stands in its name. Else a word of a few of our own, for what kind of thing it is: 主办单位,
   时间, 数字 …
   "" where nothing is sure. Content may be NULL. A topic that a draft has already is a person's and stays. */
void topic_find(struct drafts *drafts, const struct content *content);

/* Does a record of the content have it? Only such topics are written into a pack. */
bool topic_is_known(const struct content *content, const char *topic);

#endif
